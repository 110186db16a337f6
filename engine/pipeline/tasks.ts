// All tasks of all files, with the recipes that they use. Knows nothing of what joins them.
import type { Steps } from '../../schemas/generated/recipe.ts';
import { loadTemplates } from './template/template.ts';
import { below } from './context.ts';
import type { Located } from './context.ts';
import { Names } from './names.ts';
import type { OtherTask } from './plug.ts';
import { ModuleChecks } from './module-checks.ts';
import { Recipes, type Recipe } from './recipe.ts';
import type { PipelineSource } from './sources.ts';
import { loadLaunched } from './load-launched.ts';
import { compileTask, type TaskDraft, type TaskTools } from './task-draft.ts';
import { stringsIn } from './template-texts.ts';
import { checkTube } from './tube-check.ts';

export interface Tasks {
  /** How many there are in the files, with or without faults. */
  readonly declared: number;
  readonly drafts: readonly TaskDraft[];
}

export async function compileTasks(
  sources: readonly PipelineSource[],
  builtin: string,
  parts: Omit<TaskTools, 'others' | 'modules' | 'recipes'>,
): Promise<Tasks> {
  const { context } = parts;
  const recipes = new Recipes(context, builtin);
  const others = new Names<OtherTask>('task');
  const tools = { ...parts, others, modules: new ModuleChecks(), recipes };
  const drafts: TaskDraft[] = [];
  let declared = 0;
  for (const source of sources) {
    declared += [...source.broken].filter((entry) => entry.startsWith('tasks')).length;
    for (const [name, task] of Object.entries(source.file.tasks ?? {})) {
      declared++;
      const origin = { ...source, path: ['tasks', name] };
      const full = source.prefix + name;
      const at = source.document.keyAt(origin.path);
      others.declare(full, { name: full, task, origin }, at, context.faults, context.cwd);
    }
  }
  for (const { name, task, origin } of others.values()) {
    const recipe =
      task.use === undefined ? undefined : await findRecipe(recipes, task.use, below(origin, 'use'));
    const steps = recipe ? recipe.action?.steps : task.steps;
    if (steps) await loadSteps(steps, recipe?.action?.origin ?? origin, recipes);
    const draft = compileTask(name, task, origin, recipe, tools);
    await tools.modules.run(tools.inspector, context);
    const checked = draft && (await checkTube(draft, task, recipe, tools));
    if (checked) drafts.push(checked);
  }
  return { declared, drafts };
}

/** Conditions have no braces and always need LiquidJS, so one stands for them. */
async function loadSteps(steps: Steps, origin: Located, recipes: Recipes): Promise<void> {
  await loadTemplates(['{% if true %}{% endif %}']);
  await loadLaunched(steps, origin, recipes);
}

async function findRecipe(
  recipes: Recipes,
  use: string,
  where: ReturnType<typeof below>,
): Promise<Recipe | undefined> {
  const recipe = await recipes.find(use, where);
  if (recipe)
    for (const document of [recipe.document, ...recipe.bases]) await loadTemplates(stringsIn(document.value));
  return recipe;
}
