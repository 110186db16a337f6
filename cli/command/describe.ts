// `pipe describe`: what a recipe takes, gives and may end with. Knows not how recipes are read.
import type { RecipeDescription } from '../../engine/index.ts';
import { alignColumns } from '../columns.ts';
import type { Call, Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printFaults, printJson } from '../open.ts';
import { directoryOption, jsonOption } from '../options.ts';
import type { Style } from '../style.ts';
import { exitCodeRow, portRows, type DescribedNamespace } from '../wording/port.ts';

export const describe: Command = {
  argument: {
    name: 'RECIPE',
    help: "a recipe's file, or the name of a built-in one",
    min: 1,
    max: 1,
  },
  details:
    'Prints the ports of a recipe as a tree: what a task links and sets, of which type, with defaults and bounds; what ' +
    'its jobs emit; and its exit codes. Those that it exposes or extends are among them.',
  options: [jsonOption, directoryOption],
  examples: [
    { line: 'pipe describe word-statistics', does: 'a recipe that comes with pipe' },
    { line: 'pipe describe ./recipes/report.yaml --json', does: 'one of your own, as JSON' },
  ],
  async run(call) {
    const { describeRecipe } = await call.engine();
    const found = await describeRecipe({ cwd: call.cwd, recipe: call.args.positionals[0] ?? '' });
    if (!found.ok) return await printFaults(call, found.error);
    if (call.args.flag('json')) printJson(call, found.value);
    else print(call, found.value);
    return ExitCode.done;
  },
};

function print({ io, style }: Call, recipe: RecipeDescription): void {
  const lines = [`${style.bold(recipe.name)}  ${style.dim(recipe.files.join(', extends '))}`];
  if (recipe.description !== undefined) lines.push(...wrapped(recipe.description));
  if (recipe.action === undefined)
    lines.push('', 'does nothing by itself: it is for others to extend or expose');
  const section = (title: string, rows: readonly (readonly string[])[]): void => {
    if (rows.length > 0) lines.push('', style.bold(title), ...alignColumns(rows).map((line) => `  ${line}`));
  };
  for (const side of ['inputs', 'outputs', 'params'] as const)
    section(side, tree(side, recipe[side] as unknown as DescribedNamespace, style));
  if (recipe.action?.type === 'steps')
    section(
      'steps',
      recipe.action.text.split('\n').map((line) => [line]),
    );
  section('exit codes', recipe.exitCodes.map(exitCodeRow));
  section(
    'tools',
    recipe.tools.map((tool) => [tool]),
  );
  io.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

function tree(side: string, namespace: DescribedNamespace, { dim }: Style): readonly (readonly string[])[] {
  const rows = portRows(namespace, side === 'outputs');
  const whole = namespace.attributes.validator;
  const all =
    whole === undefined ? rows : [...rows, { depth: 0, cells: ['(all)', `must satisfy ${whole}`, '', ''] }];
  return all.map(({ depth, cells: [name = '', type = '', value = '', help = ''] }) => [
    `${'  '.repeat(depth)}${name}`,
    type,
    value,
    dim(help),
  ]);
}

const WIDTH = 100;

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
