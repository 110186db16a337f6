// The scope in which LiquidJS looks names up: own properties only, every absent one a fault that says what there is. Knows
// neither filters nor places.
import { Context, type Liquid, toValue } from 'liquidjs';
import { undefinedMember, undefinedName } from './member.ts';
import type { TemplateEnvironment, TemplateValue, TemplateValues } from './value.ts';
import { readProperty, unwrap } from './liquid-values.ts';

export class TemplateContext extends Context {
  readonly environment: TemplateEnvironment;
  readonly #liquid: Liquid;

  constructor(liquid: Liquid, values: TemplateValues, environment: TemplateEnvironment, strict = true) {
    super(values, liquid.options, { sync: true, strictVariables: strict }, { liquid });
    this.environment = environment;
    this.#liquid = liquid;
  }

  // Generators, because LiquidJS's are; nothing here is asynchronous.
  // oxlint-disable-next-line require-yield
  override *_get(path: Parameters<Context['_get']>[0]): Generator<never, unknown> {
    const name = String(toValue(path[0]));
    const value = this.#lookUp(name);
    if (value === undefined && this.strictVariables) throw undefinedName(name);
    return this.#walk(value, path.slice(1), this.strictVariables, name);
  }

  // oxlint-disable-next-line require-yield
  override *_getFromScope(
    scope: unknown,
    path: Parameters<Context['_getFromScope']>[1],
    strict = this.strictVariables,
  ): Generator<never, unknown> {
    return this.#walk(scope, typeof path === 'string' ? path.split('.') : path, strict, 'the value');
  }

  override readProperty(owner: unknown, key: unknown): unknown {
    return readProperty(owner, key);
  }

  /** For filters that look at each item of a list; there an absent property is nil. */
  override spawn(scope: object = {}): TemplateContext {
    return new TemplateContext(this.#liquid, scope as TemplateValues, this.environment, false);
  }

  #lookUp(name: string): unknown {
    const scopes = this['scopes'] as readonly Record<string, unknown>[];
    const scope = scopes.findLast((each) => Object.hasOwn(each, name));
    return scope === undefined ? readProperty(this.environments, name) : scope[name];
  }

  #walk(start: unknown, path: readonly unknown[], strict: boolean, name: string): unknown {
    let value = start;
    let owner = name;
    for (const part of path) {
      const key = toValue(part) as string | number;
      const next = readProperty(value, key);
      if (next === undefined && strict) throw undefinedMember(unwrap(value) as TemplateValue, owner, key);
      value = next;
      owner = `${owner}.${key}`;
    }
    return value;
  }
}
