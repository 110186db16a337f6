// Finds the command's name in a command line, behind options that may stand before it. Knows no command.
import { pipelineOptions } from './options.ts';

export interface SplitLine {
  readonly before: readonly string[];
  readonly name: string | undefined;
  readonly after: readonly string[];
}

/** `-C DIR build -k` → before `-C DIR`, name `build`, after `-k`. */
export function splitAtCommand(argv: readonly string[]): SplitLine {
  for (let index = 0; index < argv.length; index++) {
    const token = argv[index]!;
    if (!token.startsWith('-'))
      return { before: argv.slice(0, index), name: token, after: argv.slice(index + 1) };
    if (takesNext(token)) index++;
  }
  return { before: argv, name: undefined, after: [] };
}

function takesNext(token: string): boolean {
  return pipelineOptions.some(
    ({ name, short, value }) => value !== undefined && (token === `--${name}` || token === `-${short}`),
  );
}
