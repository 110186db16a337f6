// What of a recipe's steps counts for the definition of its task: all but names and places. Knows no state.
import { relative } from 'node:path';
import type { Json } from '../model/json.ts';
import type { ProgramPlan, StepPlan } from '../model/steps.ts';

/** `root` is what paths are relative to, so that moving the folder is no change. */
export function stepsShape(steps: readonly StepPlan[], root: string): Json {
  return steps.map((step) => shapeOf(step, root));
}

function shapeOf(step: StepPlan, root: string): Json {
  switch (step.kind) {
    case 'act': {
      const { action } = step;
      if (action.type === 'shell') return ['run', action.template, [...(action.shell ?? [])]];
      if (action.type === 'exec') return ['exec', [...action.argv]];
      return ['function', relative(root, action.module), action.export];
    }
    case 'launch': {
      const { program, inputs, params, outputs, into, append } = step;
      return ['launch', programShape(program, root), inputs, params, { ...outputs }, into, append];
    }
    case 'together':
      return ['together', stepsShape(step.launches, root)];
    case 'if':
      return [
        'if',
        step.branches.map(({ test, body }) => [test, stepsShape(body, root)]),
        step.otherwise && stepsShape(step.otherwise, root),
      ];
    case 'while':
      return ['while', step.test, stepsShape(step.body, root)];
    case 'return':
      return ['return', step.status];
    default:
      return step satisfies never;
  }
}

function programShape({ steps, inputs, outputs, params }: ProgramPlan, root: string): Json {
  return { steps: stepsShape(steps, root), inputs: { ...inputs }, outputs: [...outputs], params };
}
