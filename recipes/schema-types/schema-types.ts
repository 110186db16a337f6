// The job of schema-types: one schema in, its types out.
import type { InputHandle, Job, OutputHandle } from '../../engine/index.ts';
import { generate } from './generate.ts';

type Links = { readonly schema: InputHandle; readonly types: OutputHandle };

export async function schemaTypes({ schema, types }: Job<Links>): Promise<void> {
  await types.text(await generate([schema.path], types.path));
}
