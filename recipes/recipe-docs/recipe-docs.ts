// The job of recipe-docs: one recipe in, its page out.
import { parse } from 'yaml';
import type { InputHandle, Job, OutputHandle } from '../../engine/index.ts';
import type { Recipe } from './recipe.ts';
import { renderRecipe } from './render-recipe.ts';

type Links = {
  readonly file: InputHandle;
  readonly example: InputHandle | undefined;
  readonly page: OutputHandle;
};
type Params = { readonly name: string };

export async function recipeDocs({ key, file, example, page, params }: Job<Links, Params>): Promise<void> {
  const name = params.name === '' ? key : params.name;
  await page.text(renderRecipe(name, parse(await file.text()) as Recipe, await example?.text()));
}
