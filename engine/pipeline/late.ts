// The compiler, loaded when it is first called: a build whose pipeline is as it was never needs it, nor YAML and the
// validators. Everything outside `pipeline` comes in here.
import type { compilePipeline as compile } from './compile.ts';
import type { describeRecipe as describe } from './describe-recipe.ts';

export type { RecipeDescription } from './describe-recipe.ts';

export const compilePipeline: typeof compile = async (options) => {
  const compiler = await import('./compile.ts');
  return await compiler.compilePipeline(options);
};

export const describeRecipe: typeof describe = async (options) => {
  const { describeRecipe: describing } = await import('./describe-recipe.ts');
  return await describing(options);
};
