// Conditions written as text (`value > 3 and value < 10`), evaluated with Liquid's rules: pure, own properties only.
// Knows nothing of ports or steps. LiquidJS is loaded at the first condition.
import { createRequire } from 'node:module';
import type * as LiquidModule from 'liquidjs';
import { err, ok, type Result } from '../base/result.ts';

export type Condition = (scope: Readonly<Record<string, unknown>>) => boolean;

/** The condition that `text` stands for, or why it is none. False and nil are false, all else is true. */
export function conditionOf(text: string): Result<Condition, string> {
  if (text.trim() === '') return err('the expression is empty');
  const { Context, toValueSync, Value, liquid } = load();
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
  return load().liquid.evalValueSync(text, { ...scope }) as unknown;
}

let loaded: (typeof LiquidModule & { readonly liquid: LiquidModule.Liquid }) | undefined;

function load(): NonNullable<typeof loaded> {
  if (loaded !== undefined) return loaded;
  const module = createRequire(import.meta.url)('liquidjs') as typeof LiquidModule;
  const liquid = new module.Liquid({
    strictFilters: true,
    strictVariables: false,
    ownPropertyOnly: true,
    jsTruthy: false,
    locale: 'en-US',
  });
  return (loaded = { ...module, liquid });
}
