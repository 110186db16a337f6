// Asks the conditions of an `if` or `while` and says which branch to take. Knows nothing of positions.
import { conditionOf } from '../../ports/expression.ts';
import { ProcessError } from '../process-error.ts';
import { isCommand } from '../results.ts';
import type { Test } from './outline.ts';

export interface AskContext {
  /** What expressions may name. */
  readonly scope: Readonly<Record<string, unknown>>;
  /** Runs the method of that name. */
  call(name: string): Promise<unknown>;
  warn(message: string, detail: unknown): void;
}

/** The index of the first condition that holds; that after the last for an `else`; null where none does. */
export async function chooseBranch(
  asked: { readonly tests: readonly Test[]; readonly otherwise: boolean },
  context: AskContext,
): Promise<number | null> {
  for (const [index, test] of asked.tests.entries()) if (await holds(test, context)) return index;
  return asked.otherwise ? asked.tests.length : null;
}

async function holds(test: Test, context: AskContext): Promise<boolean> {
  if (test.kind === 'expression') {
    const condition = conditionOf(test.text);
    if (!condition.ok) throw new ProcessError('invalid-outline', condition.error);
    return condition.value(context.scope);
  }
  const answer = await context.call(test.name);
  // An exit code that a condition returns would count as true, and the loop would never end.
  if (isCommand(answer))
    throw new ProcessError('unknown-command', `the condition '${test.name}' returned a command`);
  if (typeof answer !== 'boolean' && answer !== undefined && answer !== null) {
    context.warn(`the condition '${test.name}' returned a ${typeof answer}, not true or false`, answer);
  }
  return Boolean(answer);
}
