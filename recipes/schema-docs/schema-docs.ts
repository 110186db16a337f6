// The job of schema-docs: JSON Schemas in, their reference page out.
import type { InputHandle, InputList, Job, OutputHandle } from '../../engine/index.ts';
import type { JsonSchema, NamedSchema } from './json-schema.ts';
import { renderReference } from './render-reference.ts';

type Links = { readonly schemas: InputList; readonly page: OutputHandle };
type Params = { readonly title: string; readonly introduction: string; readonly order: readonly string[] };

export async function schemaDocs({ schemas, page, params }: Job<Links, Params>): Promise<void> {
  const named = await Promise.all(schemas.map(readSchema));
  await page.text(renderReference(inOrder(named, params.order), params));
}

async function readSchema(file: InputHandle): Promise<NamedSchema> {
  return { name: file.name.replace(/\..*$/, ''), schema: await file.json<JsonSchema>() };
}

function inOrder(schemas: readonly NamedSchema[], order: readonly string[]): NamedSchema[] {
  const missing = order.find((name) => !schemas.some((schema) => schema.name === name));
  if (missing !== undefined) throw new Error(`order: there is no schema "${missing}"`);
  const rank = (schema: NamedSchema): number =>
    order.includes(schema.name) ? order.indexOf(schema.name) : order.length;
  return schemas.toSorted((left, right) => rank(left) - rank(right));
}
