// The steps of a plan as an outline whose positions can be kept and printed, and the way back. Pure; runs nothing.
import type { LaunchPlan, StepPlan } from '../../model/steps.ts';
import type { Outline, Step } from '../../process/steps/outline.ts';
import { enter, instructionAt, isPosition } from '../../process/steps/position.ts';
import type { Position } from '../../process/steps/position.ts';
import { printPosition } from '../../process/steps/print.ts';

export type RunnableStep = Exclude<StepPlan, { kind: 'if' | 'while' }>;

export class StepOutline {
  readonly #outline: Outline;
  readonly #plans = new Map<Step, RunnableStep>();

  constructor(steps: readonly StepPlan[]) {
    this.#outline = this.#outlineOf(steps);
  }

  /** The step at a position, with the position inside the branches that were chosen; no step at the end. */
  settle(
    position: Position,
    holds: (test: string) => boolean,
  ): { readonly position: Position; readonly step: RunnableStep | undefined } {
    let at = position;
    for (;;) {
      const instruction = instructionAt(this.#outline, at);
      if (instruction.kind === 'end') return { position: at, step: undefined };
      if (instruction.kind === 'step') return { position: at, step: this.#plans.get(instruction.step) };
      const index = instruction.tests.findIndex((test) => test.kind === 'expression' && holds(test.text));
      const branch = index >= 0 ? index : instruction.otherwise ? instruction.tests.length : null;
      at = enter(this.#outline, at, branch);
    }
  }

  get outline(): Outline {
    return this.#outline;
  }

  /** Whether a value from a store is a position here. */
  has(value: unknown): value is Position {
    return isPosition(this.#outline, value);
  }

  print(position: Position): string {
    return printPosition(this.#outline, position);
  }

  #outlineOf(steps: readonly StepPlan[]): Outline {
    return steps.map((step) => {
      switch (step.kind) {
        case 'if': {
          const branches = step.branches.map(({ test, body }) => ({
            test: { kind: 'expression' as const, text: test },
            body: this.#outlineOf(body),
          }));
          return { kind: 'if', branches, otherwise: step.otherwise && this.#outlineOf(step.otherwise) };
        }
        case 'while':
          return {
            kind: 'while',
            test: { kind: 'expression', text: step.test },
            body: this.#outlineOf(step.body),
          };
        case 'act':
        case 'launch':
        case 'together':
        case 'return':
          return this.#note(step);
        default:
          return step satisfies never;
      }
    });
  }

  #note(plan: RunnableStep): Step {
    const step = stepOf(plan);
    this.#plans.set(step, plan);
    return step;
  }
}

function stepOf(plan: RunnableStep): Step {
  if (plan.kind === 'return') return { kind: 'return', value: plan.status === 0 ? null : plan.status };
  if (plan.kind === 'act') return { kind: 'call', name: plan.name };
  if (plan.kind === 'together')
    return { kind: 'call', name: `together(${plan.launches.map(recipeOf).join(', ')})` };
  return {
    kind: 'launch',
    process: recipeOf(plan),
    inputs: {},
    into: plan.into,
    action: 'assign',
    onFailure: 'fail',
  };
}

function recipeOf({ program }: LaunchPlan): string {
  return program.recipe;
}
