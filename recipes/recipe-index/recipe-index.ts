// The job of recipe-index: recipes in, the page that lists them out.
import { basename, dirname } from 'node:path';
import { parse } from 'yaml';
import type { InputHandle, InputList, Job, OutputHandle } from '../../engine/index.ts';
import type { Recipe } from '../recipe-docs/recipe.ts';

type Links = { readonly recipes: InputList; readonly page: OutputHandle };
type Params = { readonly title: string; readonly introduction: string; readonly folder: string };

export async function recipeIndex({ recipes, page, params }: Job<Links, Params>): Promise<void> {
  const items = await Promise.all(recipes.map((recipe: InputHandle) => listItem(recipe, params.folder)));
  const introduction = params.introduction.trim();
  await page.lines([`# ${params.title}`, '', ...(introduction === '' ? [] : [introduction, '']), ...items]);
}

async function listItem(recipe: InputHandle, folder: string): Promise<string> {
  const name = basename(dirname(recipe.path));
  const { description = '' } = parse(await recipe.text()) as Recipe;
  return `- [${name}](${folder}/${name}.md): ${description.replaceAll(/\s+/g, ' ').trim()}`;
}
