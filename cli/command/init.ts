// `pipe init`: writes a starter pipeline with its inputs. Knows not what stands in them.
import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Call, Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { starterFiles } from '../init/starter.ts';
import { shellWord } from '../wording/shell-word.ts';

export const init: Command = {
  argument: {
    name: 'DIR',
    help: 'the folder (default: this one); it is made if need be',
    min: 0,
    max: 1,
    kind: 'directory',
  },
  details: 'Writes a pipeline.yaml with comments and a few books to count the words of. Overwrites nothing.',
  options: [],
  examples: [{ line: 'pipe init demo', does: 'start in a new folder' }],
  run: runCommand,
};

async function runCommand({ io, args, cwd, style, errorStyle }: Call): Promise<ExitCode> {
  const written = args.positionals[0];
  const folder = resolve(cwd, written ?? '.');
  const files = Object.entries(starterFiles);
  const taken = files.map(([path]) => path).filter((path) => existsSync(join(folder, path)));
  if (taken.length > 0) {
    io.stderr.write(
      `${errorStyle.bad('error')}: ${folder} already has ${taken.join(', ')}; nothing was written\n`,
    );
    return ExitCode.wrong;
  }
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      // `wx` refuses a file that came into being since the look above.
      await writeFile(join(folder, path), text, { flag: 'wx' });
      io.stdout.write(`${style.dim('wrote')} ${written === undefined ? path : join(written, path)}\n`);
    }
  } catch (error) {
    io.stderr.write(`${errorStyle.bad('error')}: ${(error as Error).message}\n`);
    return ExitCode.wrong;
  }
  const steps = [
    ...(written === undefined ? [] : [[`cd ${shellWord(written)}`, '']]),
    ['pipe build', 'counts the words'],
    ['pipe build', 'again: nothing to do'],
    ['pipe why count/emma', 'says why; change books/emma.txt and ask again'],
  ] as const;
  io.stdout.write(`\n${style.bold('Next:')}\n`);
  for (const [line, does] of steps) {
    io.stdout.write(`  ${does === '' ? line : `${line.padEnd(22)}${style.dim(`# ${does}`)}`}\n`);
  }
  return ExitCode.done;
}
