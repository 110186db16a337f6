// Every property of every schema of ours says what it is, and its examples are valid; what is generated is current.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { generate } from '../../recipes/schema-types/generate.ts';

type Schema = { readonly [name: string]: unknown };

const folder = join(import.meta.dirname, '../../schemas');
const read = (name: string): Schema =>
  JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as Schema;

test.each(['pipeline', 'recipe', 'event'])('every property of %s is described', (name) => {
  const lacking: string[] = [];
  walk(read(name), name, (schema, path) => {
    for (const [key, property] of Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)) {
      if ('$ref' in property) continue;
      if (property['title'] === undefined || property['description'] === undefined)
        lacking.push(`${path}.${key}`);
    }
  });
  expect(lacking).toEqual([]);
});

test('what pipelines and recipes both have is one thing: their definitions of one name say the same', () => {
  const pipeline = read('pipeline')['$defs'] as Record<string, Schema>;
  const recipe = read('recipe')['$defs'] as Record<string, Schema>;
  const shared = Object.keys(pipeline).filter((name) => Object.hasOwn(recipe, name));
  expect(shared).toContain('step');
  for (const name of shared) expect(withoutWords(recipe[name]), name).toEqual(withoutWords(pipeline[name]));
});

test.each(['pipeline', 'recipe'])('the examples of %s are valid', (name) => {
  const ajv = new Ajv2020({ discriminator: true, allowUnionTypes: true, strictTypes: false });
  const root = read(name);
  ajv.addSchema(root);
  const wrong: string[] = [];
  walk(root, '#', (schema, path) => {
    for (const example of (schema['examples'] ?? []) as unknown[]) {
      const validate = ajv.getSchema(`${String(root['$id'])}${path}`);
      if (validate?.(example) !== true)
        wrong.push(`${path} ${JSON.stringify(example)}: ${ajv.errorsText(validate?.errors)}`);
    }
  });
  expect(wrong).toEqual([]);
});

test.each(['pipeline', 'recipe', 'event'])('the types of %s are current', async (name) => {
  const file = join(folder, `generated/${name}.ts`);
  expect(await generate([join(folder, `${name}.schema.json`)], file)).toBe(readFileSync(file, 'utf8'));
});

/** Every schema in a schema, with its JSON pointer. */
function walk(value: unknown, path: string, see: (schema: Schema, path: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const schema = value as Schema;
  if (
    !Array.isArray(value) &&
    ('type' in schema || '$ref' in schema || 'properties' in schema || 'const' in schema || 'enum' in schema)
  )
    see(schema, path);
  for (const [key, child] of Object.entries(schema)) {
    if (
      !['examples', 'default', 'enum', 'const', 'type', 'required'].includes(key) ||
      path.endsWith('/properties')
    ) {
      walk(child, `${path}/${key}`, see);
    }
  }
}

/** A schema without what is only for people. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key]) => !['title', 'description', 'examples'].includes(key),
  );
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutWords(each)]));
}
