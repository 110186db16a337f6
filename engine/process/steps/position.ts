// Where a process is in its outline, as plain data, and how it moves on. Pure: runs no step and asks no condition.
import type { Outline, Step, Test } from './outline.ts';

/**
 * A frame for each level of nesting, the outermost first: the index of a step, and inside an `if` or `while` the branch
 * that was entered (null: not asked yet; an `else` counts as the branch after the last).
 */
export type Position = readonly Frame[];
export interface Frame {
  readonly at: number;
  readonly branch: number | null;
}

export const START: Position = [{ at: 0, branch: null }];

/** What comes next: a step to run, conditions to ask in this order, or the end. */
export type Instruction =
  | { readonly kind: 'step'; readonly step: Extract<Step, { kind: 'call' | 'launch' | 'return' }> }
  | { readonly kind: 'ask'; readonly tests: readonly Test[]; readonly otherwise: boolean }
  | { readonly kind: 'end' };

export function instructionAt(outline: Outline, position: Position): Instruction {
  const step = stepAt(outline, position);
  if (step === undefined) return { kind: 'end' };
  switch (step.kind) {
    case 'if':
      return {
        kind: 'ask',
        tests: step.branches.map((branch) => branch.test),
        otherwise: step.otherwise !== null,
      };
    case 'while':
      return { kind: 'ask', tests: [step.test], otherwise: false };
    case 'call':
    case 'launch':
    case 'return':
      return { kind: 'step', step };
    default:
      return step satisfies never;
  }
}

/** The position after the conditions were asked: in the branch that held, or past the step where none did. */
export function enter(outline: Outline, position: Position, branch: number | null): Position {
  const step = stepAt(outline, position);
  if (step === undefined) return position;
  const bodies = bodiesOf(step);
  const body = branch === null ? undefined : bodies[branch];
  if (branch === null || body === undefined) return past(outline, position);
  const inside: Position = [
    ...position.slice(0, -1),
    { at: last(position).at, branch },
    { at: 0, branch: null },
  ];
  return body.length === 0 ? leave(outline, inside) : inside;
}

/** The position after the step at `position` has been run. */
export function advance(outline: Outline, position: Position): Position {
  return past(outline, position);
}

/** Whether `value`, read from a store, is a position in this outline. */
export function isPosition(outline: Outline, value: unknown): value is Position {
  if (!Array.isArray(value) || value.length === 0) return false;
  let here: Outline = outline;
  for (const [index, frame] of (value as Partial<Frame>[]).entries()) {
    const { at, branch } = frame;
    if (typeof at !== 'number' || !Number.isInteger(at) || at < 0) return false;
    const isLast = index === value.length - 1;
    if (isLast) return branch === null && at <= here.length;
    const step = here[at];
    const body = step === undefined || typeof branch !== 'number' ? undefined : bodiesOf(step)[branch];
    if (body === undefined) return false;
    here = body;
  }
  return false;
}

/** The outline that the frame at `depth` counts in. */
export function outlineAt(outline: Outline, position: Position, depth: number): Outline {
  let here = outline;
  for (const frame of position.slice(0, depth)) {
    const step = here[frame.at];
    here = step === undefined || frame.branch === null ? [] : (bodiesOf(step)[frame.branch] ?? []);
  }
  return here;
}

function stepAt(outline: Outline, position: Position): Step | undefined {
  return outlineAt(outline, position, position.length - 1)[last(position).at];
}

function past(outline: Outline, position: Position): Position {
  const here = outlineAt(outline, position, position.length - 1);
  const moved: Position = [...position.slice(0, -1), { at: last(position).at + 1, branch: null }];
  return last(moved).at < here.length || position.length === 1 ? moved : leave(outline, moved);
}

/** Out of a body that has ended: back to the condition of a `while`, past an `if`. */
function leave(outline: Outline, position: Position): Position {
  const outer: Position = [...position.slice(0, -2), { at: position.at(-2)?.at ?? 0, branch: null }];
  return stepAt(outline, outer)?.kind === 'while' ? outer : past(outline, outer);
}

function bodiesOf(step: Step): readonly Outline[] {
  if (step.kind === 'while') return [step.body];
  if (step.kind !== 'if') return [];
  return [
    ...step.branches.map((branch) => branch.body),
    ...(step.otherwise === null ? [] : [step.otherwise]),
  ];
}

function last(position: Position): Frame {
  return position.at(-1) ?? { at: 0, branch: null };
}
