// A reference page in Markdown of JSON Schemas. Knows no file.
import { flowYaml } from './flow-yaml.ts';
import type { Json } from './json.ts';
import { choices, exclusiveKeys, type JsonSchema, type NamedSchema } from './json-schema.ts';
import { typeText, type LinkTo } from './type-text.ts';

export interface ReferenceOptions {
  readonly title: string;
  /** Markdown between the heading and the first schema. */
  readonly introduction: string;
}

/** What a `$ref` stands for. */
interface Page {
  readonly target: (ref: string) => JsonSchema | undefined;
  readonly link: LinkTo;
}

export function renderReference(schemas: readonly NamedSchema[], options: ReferenceOptions): string {
  const lines = [`# ${options.title}`, ''];
  if (options.introduction.trim() !== '') lines.push(options.introduction.trim(), '');
  lines.push(...schemas.map(({ name, schema }) => `- [${titleOf(schema, name)}](#${name})`), '');
  for (const { name, schema } of schemas) lines.push(...schemaPart(name, schema));
  return `${lines.join('\n').trimEnd()}\n`;
}

/** One schema: its own keys, then each of its definitions. */
function schemaPart(name: string, schema: JsonSchema): string[] {
  const definitions = Object.entries(schema.$defs ?? {});
  const page: Page = {
    target: (ref) => schema.$defs?.[definitionName(ref)],
    link(ref) {
      const target = page.target(ref);
      const definition = definitionName(ref);
      return target === undefined
        ? `\`${ref}\``
        : `[${titleOf(target, definition).toLowerCase()}](#${name}-${definition})`;
    },
  };
  const part = (level: number, title: string, anchor: string, body: JsonSchema): string[] => [
    `${'#'.repeat(level)} <a id="${anchor}"></a>${title}`,
    '',
    ...description(body, page.link),
    ...keyList(body, page, anchor),
  ];
  return [
    ...part(2, titleOf(schema, name), name, schema),
    ...definitions.flatMap(([definition, target]) =>
      part(3, titleOf(target, definition), `${name}-${definition}`, target),
    ),
  ];
}

/** What stands between a heading and the keys. */
function description(schema: JsonSchema, link: LinkTo): string[] {
  const lines = schema.description === undefined ? [] : [schema.description, ''];
  const isPlainMapping = schema.type === 'object' && choices(schema).length === 0;
  if (!isPlainMapping) lines.push(`${capital(typeText(schema, link))}.`, '');
  const examples = schema.examples ?? [];
  if (examples.length > 0)
    lines.push(
      exampleText(examples, (example) => example),
      '',
    );
  const keys = exclusiveKeys(schema);
  if (keys.length > 0)
    lines.push(`Exactly one of ${keys.map((key) => `\`${key}\``).join(', ')} is needed.`, '');
  return lines;
}

interface Entry {
  readonly key: string;
  /** The key in an example. */
  readonly sample: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

function keyList(schema: JsonSchema, page: Page, anchor: string): string[] {
  const entries = entriesOf(schema);
  if (entries.length === 0) return [];
  return [...entries.flatMap((entry) => keyItem(entry, page, `${anchor}.${entry.sample}`)), ''];
}

function keyItem({ key, sample, schema, required }: Entry, page: Page, anchor: string): string[] {
  const target = schema.$ref === undefined ? undefined : page.target(schema.$ref);
  const standard = schema.default ?? target?.default;
  const facts = [
    required ? '**required**' : '',
    typeText(schema, page.link),
    standard === undefined ? '' : `default \`${flowYaml(standard)}\``,
  ];
  const examples = (schema.examples ?? target?.examples ?? []).filter((example) => example !== schema.const);
  const paragraphs = [
    `**${key === sample ? `\`${key}\`` : key}** · ${facts.filter((fact) => fact !== '').join(' · ')}`,
    schema.description ?? target?.description ?? '',
    examples.length > 0 ? exampleText(examples, (example) => ({ [sample]: example })) : '',
  ];
  const text = paragraphs.filter((paragraph) => paragraph !== '').join('  \n  ');
  return [
    `- <a id="${anchor}"></a>${text}`,
    ...(schema.$ref === undefined ? nestedList(schema, page.link) : []),
  ];
}

/** The keys of a mapping that is described where it stands: as a key's value, or of each name in it. */
function nestedList(schema: JsonSchema, link: LinkTo): string[] {
  const values = schema.additionalProperties;
  const nested = schema.properties !== undefined ? schema : typeof values === 'object' ? values : {};
  return entriesOf(nested).map(({ key, schema: child, required }) => {
    const facts = [required ? '**required**' : '', typeText(child, link)]
      .filter((fact) => fact !== '')
      .join(' · ');
    return `  - \`${key}\` · ${facts}${child.description === undefined ? '' : `: ${child.description}`}`;
  });
}

function entriesOf(schema: JsonSchema): Entry[] {
  const required = new Set(schema.required);
  const named = Object.entries(schema.properties ?? {}).map(([key, child]) => ({
    key,
    sample: key,
    schema: child,
    required: required.has(key),
  }));
  const patterns = Object.entries(schema.patternProperties ?? {}).map(([pattern, child]) => {
    const start = pattern.replace(/^\^/, '');
    return { key: `\`${start}\`…`, sample: `${start}name`, schema: child, required: false };
  });
  const others = schema.additionalProperties;
  const rest = { key: 'any other name', sample: 'name', schema: others as JsonSchema, required: false };
  return [...named, ...patterns, ...(named.length > 0 && typeof others === 'object' ? [rest] : [])];
}

function exampleText(examples: readonly Json[], wrap: (example: Json) => Json): string {
  return `For example ${examples.map((example) => `\`${flowYaml(wrap(example), true)}\``).join(' or ')}`;
}

function definitionName(ref: string): string {
  return ref.startsWith('#/$defs/') ? ref.slice('#/$defs/'.length) : '';
}

function titleOf(schema: JsonSchema, fallback: string): string {
  return schema.title ?? fallback;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
