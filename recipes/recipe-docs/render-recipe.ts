// A recipe's page in Markdown. Knows no file.
import type { Param, Port, Recipe } from './recipe.ts';

/** `example`: the text of a pipeline that uses the recipe. */
export function renderRecipe(name: string, recipe: Recipe, example: string | undefined): string {
  const parts = [
    `# ${name}`,
    recipe.description?.trim() ?? '',
    recipe.example === undefined ? '' : fence('yaml', recipe.example),
    ports('Inputs', recipe.inputs),
    ports('Outputs', recipe.outputs),
    params(recipe.params),
    action(recipe),
    exitCodes(recipe.exit_codes),
    example === undefined
      ? ''
      : `## Example\n\n\`recipes/${name}/example\` builds at once:\n\n${fence('yaml', example)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function ports(title: string, all: Readonly<Record<string, Port>> = {}): string {
  const rows = Object.entries(all).map(([name, port]) => [
    `\`${name}\``,
    port.kind,
    port.required === false ? 'no' : 'yes',
    port.help ?? '',
  ]);
  return rows.length === 0 ? '' : `## ${title}\n\n${table(['Name', 'Kind', 'Required', 'What it is'], rows)}`;
}

function params(all: Readonly<Record<string, Param>> = {}): string {
  const rows = Object.entries(all).map(([name, param]) => [
    `\`${name}\``,
    typeOf(param),
    param.default === undefined
      ? param.required === false
        ? 'none'
        : 'must be set'
      : `\`${JSON.stringify(param.default)}\``,
    param.help ?? '',
  ]);
  return rows.length === 0
    ? ''
    : `## Parameters\n\n${table(['Name', 'Type', 'Default', 'What it is'], rows)}`;
}

function typeOf(param: Param): string {
  const bounds = [
    param.enum === undefined ? '' : param.enum.map((value) => `\`${String(value)}\``).join(' or '),
    param.minimum === undefined ? '' : `at least ${param.minimum}`,
    param.maximum === undefined ? '' : `at most ${param.maximum}`,
    param.minLength === undefined ? '' : `at least ${param.minLength} characters`,
    param.maxLength === undefined ? '' : `at most ${param.maxLength} characters`,
    param.pattern === undefined ? '' : `matches \`${param.pattern}\``,
  ];
  const type = param.items === undefined ? param.type : `${param.type} of ${param.items}`;
  return [type, ...bounds].filter((bound) => bound !== '').join(', ');
}

function action(recipe: Recipe): string {
  const notes = [
    recipe.depfile === 'make'
      ? 'What the job lists in `{{ depfile }}` counts as its inputs from then on.'
      : '',
    recipe.tools === undefined
      ? ''
      : `The content of these programs counts: ${recipe.tools.map((tool) => `\`${tool}\``).join(', ')}.`,
  ];
  return [`## What runs`, actionText(recipe), ...notes].filter((part) => part !== '').join('\n\n');
}

function actionText({ run, exec, tube, function: reference }: Recipe): string {
  if (run !== undefined) return fence('sh', run);
  if (exec !== undefined) return fence('yaml', `exec: ${JSON.stringify(exec)}`);
  if (tube !== undefined) return `The tube \`${tube.replace(/^\.\//, '')}\`, one epoch for each job.`;
  if (reference === undefined) return '';
  const [module = '', name = 'default'] =
    typeof reference === 'string' ? reference.split('#') : [reference.module, reference.export ?? 'default'];
  return `The function \`${name}\` of \`${module.replace(/^\.\//, '')}\`.`;
}

function exitCodes(codes: Recipe['exit_codes'] = {}): string {
  const rows = Object.entries(codes).map(([name, { status, message }]) => [
    `\`${name}\``,
    String(status),
    message,
  ]);
  return rows.length === 0 ? '' : `## Exit codes\n\n${table(['Name', 'Status', 'Meaning'], rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll(/\s*\n\s*/g, ' ');
}

/** The fence is longer than any in the text. */
function fence(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${text.trimEnd()}\n${marks}`;
}
