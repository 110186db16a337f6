// The job of schema-validators: schemas in, a module that checks values out.
import type { InputHandle, InputList, Job, OutputHandle } from '../../engine/index.ts';
import { generate } from '../schema-types/generate.ts';

type Links = {
  readonly schemas: InputList;
  readonly module: OutputHandle;
  readonly declarations: OutputHandle;
};

export async function schemaValidators({ schemas, module, declarations }: Job<Links>): Promise<void> {
  const files = schemas.map((schema: InputHandle) => schema.path);
  await module.text(await generate(files, module.path));
  await declarations.text(await generate(files, declarations.path));
}
