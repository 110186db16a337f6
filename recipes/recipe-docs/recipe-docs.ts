// The job of recipe-docs: one recipe in, its page out.
import { basename, dirname } from 'node:path';
import { parse } from 'yaml';
import type { InputHandle, Job, OutputHandle } from '../../engine/index.ts';
import type { Recipe } from './recipe.ts';
import { renderRecipe } from './render-recipe.ts';

type Links = {
  readonly file: InputHandle;
  readonly example: InputHandle | undefined;
  readonly page: OutputHandle;
};

export async function recipeDocs({ file, example, page }: Job<Links>): Promise<void> {
  const name = basename(dirname(file.path));
  await page.text(renderRecipe(name, parse(await file.text()) as Recipe, await example?.text()));
}
