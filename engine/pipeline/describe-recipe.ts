// What a recipe takes, gives and may end with, for people and tools. Knows no task.
import { basename, dirname, relative } from 'node:path';
import { err, ok, type Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ExitCode } from '../model/exit-code.ts';
import type { JsonObject } from '../model/json.ts';
import { describeNamespace } from '../ports/describe.ts';
import { builtinRecipes } from './builtin-recipes.ts';
import type { Context } from './context.ts';
import { describeSteps } from './describe-steps.ts';
import { Faults } from './faults.ts';
import { Files } from './files.ts';
import { Recipes, type RecipeAction } from './recipe.ts';
import { TemplatePlaces } from './template-places.ts';

export interface RecipeDescription {
  readonly name: string;
  /** Relative to the folder that was asked from, with those that it extends behind it. */
  readonly files: readonly string[];
  readonly description?: string;
  /** What it does, and the text of that; none for a recipe that only lends its ports. */
  readonly action?: { readonly type: 'run' | 'exec' | 'function' | 'tube' | 'steps'; readonly text: string };
  /** As `engine/ports/describe.ts` has them: `{attributes, ports}`. */
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
  readonly params: JsonObject;
  readonly exitCodes: readonly ExitCode[];
  readonly tools: readonly string[];
}

/** `recipe` is a path relative to `cwd`, or the name of a built-in one. */
export async function describeRecipe(options: {
  readonly cwd: string;
  readonly recipe: string;
  /** Absolute folder of the built-in recipes; by default the package's own. */
  readonly recipes?: string;
}): Promise<Result<RecipeDescription, readonly Diagnostic[]>> {
  const { cwd, recipe: reference } = options;
  const faults = new Faults('');
  const context: Context = { cwd, root: cwd, faults, templates: new TemplatePlaces(), files: new Files() };
  const recipe = await new Recipes(context, options.recipes ?? builtinRecipes()).open(reference, cwd);
  if (recipe === undefined || faults.any) return err(faults.errors);
  const { file } = recipe.document;
  const own = basename(file).replace(/(\.recipe)?\.ya?ml$/, '');
  const action = recipe.action && actionOf(recipe.action);
  return ok({
    name: own === 'recipe' ? basename(dirname(file)) : own,
    files: [recipe.document, ...recipe.bases].map((document) => relative(cwd, document.file)),
    ...(recipe.description !== undefined && { description: recipe.description.trim() }),
    ...(action && { action }),
    inputs: describeNamespace(recipe.inputs),
    outputs: describeNamespace(recipe.outputs),
    params: describeNamespace(recipe.params),
    exitCodes: Object.values(recipe.exitCodes),
    tools: recipe.tools.flatMap(({ value }) => value),
  });
}

function actionOf(action: RecipeAction): RecipeDescription['action'] {
  if (action.run !== undefined) return { type: 'run', text: action.run };
  if (action.exec !== undefined) return { type: 'exec', text: JSON.stringify(action.exec) };
  if (action.tube !== undefined) return { type: 'tube', text: action.tube };
  if (action.steps !== undefined) return { type: 'steps', text: describeSteps(action.steps).join('\n') };
  const { function: reference } = action;
  if (reference === undefined) return undefined;
  const text =
    typeof reference === 'string' ? reference : `${reference.module}#${reference.export ?? 'default'}`;
  return { type: 'function', text };
}
