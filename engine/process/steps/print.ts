// Prints positions and outlines for people. Decides nothing.
import type { Outline, Step, Test } from './outline.ts';
import { outlineAt, type Position } from './position.ts';

/** `0:setUp`, `1:while(hasMore)`, `1:while(hasMore)(1:chill)`, `2:else(0:tidy)`; `end` past the last step. */
export function printPosition(outline: Outline, position: Position): string {
  const parts = position.map((frame, depth) => {
    const step = outlineAt(outline, position, depth)[frame.at];
    return step === undefined ? 'end' : `${frame.at}:${printHead(step, frame.branch)}`;
  });
  return parts.map((part, depth) => (depth === 0 ? part : `(${part})`)).join('');
}

/** One line a step, bodies indented by two spaces. */
export function describeOutline(outline: Outline, indent = ''): readonly string[] {
  const inside = `${indent}  `;
  return outline.flatMap((step) => {
    if (step.kind === 'while')
      return [`${indent}${printHead(step, 0)}`, ...describeOutline(step.body, inside)];
    if (step.kind !== 'if') return [`${indent}${printHead(step, null)}`];
    const branches = step.branches.flatMap((branch, index) => [
      `${indent}${printHead(step, index)}`,
      ...describeOutline(branch.body, inside),
    ]);
    return step.otherwise === null
      ? branches
      : [...branches, `${indent}else`, ...describeOutline(step.otherwise, inside)];
  });
}

function printHead(step: Step, branch: number | null): string {
  switch (step.kind) {
    case 'call':
      return step.name;
    case 'launch':
      return `launch(${step.process})`;
    case 'return':
      return step.value === null ? 'return' : `return(${JSON.stringify(step.value)})`;
    case 'while':
      return `while(${printTest(step.test)})`;
    case 'if': {
      const index = branch ?? 0;
      const chosen = step.branches[index];
      return chosen === undefined ? 'else' : `${index === 0 ? 'if' : 'elif'}(${printTest(chosen.test)})`;
    }
    default:
      return step satisfies never;
  }
}

function printTest(test: Test): string {
  return test.kind === 'method' ? test.name : test.text;
}
