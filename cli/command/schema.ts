// `pipe schema`: prints one of the JSON Schemas that define the format. Knows their names only.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { packageRoot } from '../package-root.ts';

export const schema: Command = {
  argument: { name: 'NAME', help: 'which', min: 0, max: 1, choices: ['pipeline', 'recipe', 'tube', 'event'] },
  details:
    'JSON Schema 2020-12: of pipeline files (the default), of recipes, of tubes, or of the lines of `--reporter json`. Editors that ' +
    'know the YAML language server complete and check with it, after a first line in the pipeline file:\n' +
    '  # yaml-language-server: $schema=./pipeline.schema.json',
  options: [],
  examples: [{ line: 'pipe schema pipeline > pipeline.schema.json', does: 'for your editor' }],
  async run({ io, args }) {
    const name = args.positionals[0] ?? 'pipeline';
    io.stdout.write(await readFile(join(packageRoot(), 'schemas', `${name}.schema.json`), 'utf8'));
    return ExitCode.done;
  },
};
