// Loads the recipes that steps launch, before anything of them is compiled. Knows no ports and no templates.
import type { Step, Steps } from '../../schemas/generated/recipe.ts';
import { below } from './context.ts';
import type { Located } from './context.ts';
import type { Recipes } from './recipe.ts';

/** Loads every recipe that steps launch, and those that these launch. */
export async function loadLaunched(
  steps: Steps,
  origin: Located,
  recipes: Recipes,
  seen = new Set<string>(),
): Promise<void> {
  const pending: [Steps, Located][] = [[steps, below(origin, 'steps')]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [list, at] = next;
    for (const [index, step] of list.entries()) {
      const here = below(at, index);
      for (const [body, where] of bodiesOf(step, here)) pending.push([body, where]);
      for (const [launch, where] of launchesOf(step, here)) {
        const recipe = await recipes.find(launch, below(where, 'launch'));
        if (!recipe || seen.has(recipe.document.file)) continue;
        seen.add(recipe.document.file);
        const { action } = recipe;
        if (action?.steps) pending.push([action.steps, below(action.origin, 'steps')]);
      }
    }
  }
}

function bodiesOf(step: Step, at: Located): [Steps, Located][] {
  const found: [Steps | undefined, Located][] = [
    [step.then, below(at, 'then')],
    [step.else, below(at, 'else')],
    [step.do, below(at, 'do')],
    ...(step.elif ?? []).map(({ then }, index): [Steps, Located] => [then, below(at, 'elif', index, 'then')]),
  ];
  return found.flatMap(([body, where]): [Steps, Located][] => (body ? [[body, where]] : []));
}

function launchesOf({ launch, together }: Step, at: Located): [string, Located][] {
  const several = (together ?? []).map((each, index): [string, Located] => [
    each.launch,
    below(at, 'together', index),
  ]);
  return launch === undefined ? several : [[launch, at], ...several];
}
