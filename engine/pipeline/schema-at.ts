// The part of a JSON Schema that applies at a path of a value. Knows no format; reads the few keywords that ours use.
import type { Json, JsonObject } from '../model/json.ts';
import type { DocumentPath } from './document-node.ts';

/** Follows `$ref`, and in a `oneOf` with a discriminator the branch that the value names. */
export function schemaAt(schema: JsonObject, value: Json, path: DocumentPath): JsonObject | undefined {
  let here: JsonObject | undefined = resolve(schema, schema, value);
  let below: Json | undefined = value;
  for (const step of path) {
    below = isObject(below)
      ? below[step]
      : Array.isArray(below)
        ? (below as readonly Json[])[Number(step)]
        : undefined;
    const child: Json | undefined = here && childSchema(here, step);
    here = isObject(child) ? resolve(schema, child, below ?? null) : undefined;
  }
  return here;
}

function childSchema(schema: JsonObject, step: string | number): Json | undefined {
  if (typeof step === 'number') return schema['items'];
  const properties = schema['properties'];
  if (isObject(properties) && Object.hasOwn(properties, step)) return properties[step];
  return schema['additionalProperties'];
}

/** Annotations beside a `$ref` win over those behind it, but for the title, which names the kind of value. */
function resolve(root: JsonObject, schema: JsonObject, value: Json): JsonObject {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const target = reference
      .split('/')
      .slice(1)
      .reduce<Json | undefined>((at, name) => (isObject(at) ? at[name] : undefined), root);
    return isObject(target)
      ? resolve(root, { ...target, ...schema, ...titleOf(target), $ref: target['$ref'] ?? null }, value)
      : schema;
  }
  const tag = isObject(schema['discriminator']) ? schema['discriminator']['propertyName'] : undefined;
  if (typeof tag !== 'string' || !Array.isArray(schema['oneOf']) || !isObject(value)) return schema;
  const branches = (schema['oneOf'] as JsonObject[]).map((branch) => resolve(root, branch, null));
  return branches.find((branch) => tagValues(branch, tag).includes(value[tag] ?? null)) ?? schema;
}

/** The values that a schema, or the branches of its `oneOf`, allow for a property. */
export function tagValues(schema: JsonObject, property: string): readonly Json[] {
  const properties = schema['properties'];
  const tag = isObject(properties) ? properties[property] : undefined;
  if (!isObject(tag)) return [];
  return Array.isArray(tag['enum'])
    ? (tag['enum'] as Json[])
    : tag['const'] === undefined
      ? []
      : [tag['const']];
}

/** The values that all branches of a discriminated union have for its tag. */
export function unionTags(root: JsonObject, schema: JsonObject, tag: string): readonly Json[] {
  const branches = Array.isArray(schema['oneOf']) ? (schema['oneOf'] as JsonObject[]) : [];
  return branches.flatMap((branch) => tagValues(resolve(root, branch, null), tag));
}

/** The names of the properties that a schema knows. */
export function propertiesOf(schema: JsonObject): readonly string[] {
  return isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
}

function titleOf(schema: JsonObject): JsonObject {
  return schema['title'] === undefined ? {} : { title: schema['title'] };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
