// Reads the JSON Schemas that a recipe's ports name by their files. Knows nothing of their keywords.
import { join } from 'node:path';
import type { RecipeFile } from '../../schemas/generated/recipe.ts';
import type { JsonObject } from '../model/json.ts';
import { below, type Context, type Located } from './context.ts';
import { readDocument } from './document.ts';
import { kindOf } from './words.ts';

interface Form {
  readonly schema?: unknown;
  readonly ports?: Readonly<Record<string, Form>>;
}

/** By the path as written. */
export async function readPortSchemas(
  file: RecipeFile,
  top: Located,
  context: Context,
): Promise<ReadonlyMap<string, JsonObject>> {
  const schemas = new Map<string, JsonObject>();
  for (const where of schemaPlaces(file, top)) {
    const { text } = where;
    if (schemas.has(text)) continue;
    const path = join(top.folder, text);
    const askedAt = where.document.at(where.path);
    const read = await readDocument(path, {
      what: 'schema',
      cwd: context.cwd,
      files: context.files,
      askedAt,
    });
    if (!read.ok) {
      context.faults.add(read.error);
      continue;
    }
    const { value } = read.value;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      schemas.set(text, value as JsonObject);
    else
      context.faults.error('wrong-type', `the schema is ${kindOf(value)}`, read.value.at([]), {
        expected: 'a map',
      });
  }
  return schemas;
}

function* schemaPlaces(file: RecipeFile, top: Located): Iterable<Located & { readonly text: string }> {
  for (const side of ['inputs', 'outputs', 'params'] as const) {
    yield* inForm(file.namespaces?.[side] ?? {}, below(top, 'namespaces', side));
    yield* inForms(file[side] ?? {}, below(top, side));
  }
}

function* inForms(
  forms: Readonly<Record<string, Form>>,
  where: Located,
): Iterable<Located & { readonly text: string }> {
  for (const [name, form] of Object.entries(forms)) yield* inForm(form, below(where, name));
}

function* inForm(form: Form, where: Located): Iterable<Located & { readonly text: string }> {
  if (typeof form.schema === 'string') yield { ...below(where, 'schema'), text: form.schema };
  yield* inForms(form.ports ?? {}, below(where, 'ports'));
}
