// A recipe's page in Markdown. Knows no file.
import { stepsText } from './steps-text.ts';
import type { Port, Recipe } from './recipe.ts';

/** `example`: the text of a pipeline that uses the recipe. */
export function renderRecipe(name: string, recipe: Recipe, example: string | undefined): string {
  const parts = [
    `# ${name}`,
    recipe.description?.trim() ?? '',
    recipe.example === undefined ? '' : fence('yaml', recipe.example),
    origins(recipe),
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

/** Where ports are from that are not listed below. */
function origins({ extends: base, expose }: Recipe): string {
  const exposures = expose === undefined ? [] : [expose].flat();
  const lines = [
    ...(base === undefined ? [] : [`Extends ${code(base)}: what it has holds here too.`]),
    ...exposures.map(({ from, namespace, include, exclude }) => {
      const what = include ? list(include) : exclude ? `all but ${list(exclude)}` : 'all ports';
      return `Takes over ${what} of ${code(from)}${namespace === undefined ? '' : `, as \`${namespace}.…\``}.`;
    }),
  ];
  return lines.join('\n\n');
}

function ports(title: string, all: Readonly<Record<string, Port>> = {}): string {
  const rows = rowsOf(all).map(([name, port]) => [
    `\`${name}\``,
    [port.kind, typeOf(port)].filter((part) => part !== undefined && part !== '').join(', '),
    port.ports || port.dynamic ? '' : port.required === false ? 'no' : 'yes',
    port.help ?? '',
  ]);
  return rows.length === 0 ? '' : `## ${title}\n\n${table(['Name', 'Kind', 'Required', 'What it is'], rows)}`;
}

function params(all: Readonly<Record<string, Port>> = {}): string {
  const rows = rowsOf(all).map(([name, param]) => [
    `\`${name}\``,
    typeOf(param),
    defaultOf(param),
    param.help ?? '',
  ]);
  return rows.length === 0
    ? ''
    : `## Parameters\n\n${table(['Name', 'Type', 'Default', 'What it is'], rows)}`;
}

/** The ports of a namespace follow it, by their dotted paths; `NAME` stands for any other name. */
function rowsOf(all: Readonly<Record<string, Port>>, above = ''): readonly (readonly [string, Port])[] {
  return Object.entries(all).flatMap(([name, port]) => {
    const path = `${above}${name}`;
    if (!port.ports && port.dynamic !== true) return [[path, port] as const];
    const { help, ports: inside = {}, dynamic, ...rest } = port;
    const own = help === undefined ? [] : [[`${path}.`, { help, ports: inside }] as const];
    const others = dynamic === true ? [[`${path}.NAME`, { ...rest, required: false }] as const] : [];
    return [...own, ...rowsOf(inside, `${path}.`), ...others];
  });
}

function defaultOf(param: Port): string {
  if (param.ports) return '';
  if (param.generate !== undefined) return `made by \`${param.generate}\``;
  if (param.default !== undefined) return `\`${JSON.stringify(param.default)}\``;
  return param.required === false ? 'none' : 'must be set';
}

function typeOf(param: Port): string {
  const type = param.type === undefined ? '' : [param.type].flat().join(' or ');
  return [
    param.items === undefined ? type : `${type} of ${param.items}`,
    param.enum === undefined ? '' : param.enum.map((value) => `\`${String(value)}\``).join(' or '),
    param.minimum === undefined ? '' : `at least ${param.minimum}`,
    param.maximum === undefined ? '' : `at most ${param.maximum}`,
    param.minLength === undefined ? '' : `at least ${param.minLength} characters`,
    param.maxLength === undefined ? '' : `at most ${param.maxLength} characters`,
    param.pattern === undefined ? '' : `matches \`${param.pattern}\``,
    schemaOf(param.schema),
  ]
    .filter((bound) => bound !== '')
    .join(', ');
}

function schemaOf(schema: unknown): string {
  if (schema === undefined) return '';
  return typeof schema === 'string' ? `as ${code(schema)} says` : `\`${JSON.stringify(schema)}\``;
}

function code(path: string): string {
  return `\`${path.replace(/^\.\//, '')}\``;
}

function list(rules: readonly string[]): string {
  return rules.map((rule) => `\`${rule}\``).join(', ');
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

function actionText({ run, exec, tube, steps, function: reference }: Recipe): string {
  if (run !== undefined) return fence('sh', run);
  if (exec !== undefined) return fence('yaml', `exec: ${JSON.stringify(exec)}`);
  if (steps !== undefined) return stepsText(steps);
  if (tube !== undefined) return `The tube \`${tube.replace(/^\.\//, '')}\`, one epoch for each job.`;
  if (reference === undefined) return '';
  const [module = '', name = 'default'] =
    typeof reference === 'string' ? reference.split('#') : [reference.module, reference.export ?? 'default'];
  return `The function \`${name}\` of \`${module.replace(/^\.\//, '')}\`.`;
}

function exitCodes(codes: Recipe['exit_codes'] = {}): string {
  const rows = Object.entries(codes).map(
    ([name, { status, message, ok, retry, invalidates_cache: spent }]) => {
      const notes = [
        ...(ok === true ? ['counts as success'] : []),
        ...(spent === true ? ['is not reused'] : []),
        ...(retry === false ? ['is not tried again'] : []),
      ];
      return [`\`${name}\``, String(status), [message, ...notes].join('; ')];
    },
  );
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
