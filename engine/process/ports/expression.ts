// Conditions written as text (`value > 3 and value < 10`), evaluated with Liquid's rules: pure, own properties only.
// Knows nothing of ports or steps.
import { Context, Liquid, toValueSync, Value } from 'liquidjs';
import { err, ok, type Result } from '../../base/result.ts';

export type Condition = (scope: Readonly<Record<string, unknown>>) => boolean;

const liquid = new Liquid({
  strictFilters: true,
  strictVariables: false,
  ownPropertyOnly: true,
  jsTruthy: false,
});

/** The condition that `text` stands for, or why it is none. False and nil are false, all else is true. */
export function conditionOf(text: string): Result<Condition, string> {
  if (text.trim() === '') return err('the expression is empty');
  try {
    const parsed = new Value(text, liquid);
    return ok((scope) => {
      const value: unknown = toValueSync(
        parsed.value(new Context({ ...scope }, liquid.options, { sync: true })),
      );
      return value !== false && value !== null && value !== undefined;
    });
  } catch (error) {
    return err((error as Error).message);
  }
}

/** The value of an expression such as `ctx.total`; undefined where something on the way is absent. */
export function valueOf(text: string, scope: Readonly<Record<string, unknown>>): unknown {
  return liquid.evalValueSync(text, { ...scope }) as unknown;
}
