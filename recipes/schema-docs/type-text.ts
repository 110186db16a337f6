// What a schema allows, as a few words of Markdown. Knows no headings.
import { flowYaml } from './flow-yaml.ts';
import type { Json } from './json.ts';
import { choices, type JsonSchema } from './json-schema.ts';

/** `link` makes the Markdown of a `$ref`. */
export type LinkTo = (ref: string) => string;

/** Such as `list of texts` or `whole number, at least 1`. */
export function typeText(schema: JsonSchema, link: LinkTo): string {
  if (schema.$ref !== undefined) return link(schema.$ref);
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return anyOf(schema.enum.map(code));
  const alternatives = choices(schema);
  if (alternatives.length > 0) return anyOf(alternatives.map((choice) => typeText(choice, link)));
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length === 0) return 'anything';
  const written = schema.$comment === undefined ? '' : ` (${schema.$comment})`;
  return [anyOf(types.map((type) => oneType(type, schema, link))) + written, ...bounds(schema)].join(', ');
}

/** A value as inline code. */
function code(value: Json): string {
  return `\`${flowYaml(value)}\``;
}

function oneType(type: string, schema: JsonSchema, link: LinkTo): string {
  switch (type) {
    case 'object':
      return mapping(schema, link);
    case 'array':
      return typeof schema.items === 'object' ? `list of ${typeText(schema.items, link)}` : 'list';
    case 'string':
      return 'text';
    case 'integer':
      return 'whole number';
    case 'boolean':
      return '`true` or `false`';
    default:
      return type;
  }
}

function mapping(schema: JsonSchema, link: LinkTo): string {
  const values = schema.additionalProperties;
  if (schema.properties !== undefined || typeof values !== 'object') return 'mapping';
  return `mapping of names to ${typeText(values, link)}`;
}

function bounds(schema: JsonSchema): string[] {
  const {
    minimum,
    maximum,
    exclusiveMinimum,
    exclusiveMaximum,
    minLength,
    maxLength,
    minItems,
    maxItems,
    minProperties,
  } = schema;
  return [
    minimum === undefined ? '' : `at least ${minimum}`,
    maximum === undefined ? '' : `at most ${maximum}`,
    exclusiveMinimum === undefined ? '' : `more than ${exclusiveMinimum}`,
    exclusiveMaximum === undefined ? '' : `less than ${exclusiveMaximum}`,
    minLength === undefined ? '' : `at least ${minLength} characters`,
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    minItems === undefined ? '' : `at least ${minItems} of them`,
    maxItems === undefined ? '' : `at most ${maxItems} of them`,
    minProperties === undefined ? '' : `at least ${minProperties} of them`,
  ].filter((bound) => bound !== '');
}

function anyOf(texts: readonly string[]): string {
  return texts.length < 3 ? texts.join(' or ') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}
