// Checks what a step gives a recipe that it launches against that recipe's ports, both ways. Knows no steps.
import { didYouMean } from '../base/did-you-mean.ts';
import type { Launch } from '../../schemas/generated/recipe.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { below } from './context.ts';
import type { Context, Located } from './context.ts';
import { checkPort } from '../ports/check.ts';
import type { Recipe } from './recipe.ts';
import { checkTemplate, type Scope } from './template-scope.ts';
import { show } from './words.ts';

type Side = 'inputs' | 'params' | 'outputs';
const WORDS = { inputs: 'input', params: 'parameter', outputs: 'output' } as const;

export class LaunchCheck {
  /** Names that its templates use. */
  readonly uses = new Set<string>();
  readonly #recipe: Recipe;
  readonly #step: Launch;
  readonly #at: Located;
  readonly #scope: Scope;
  readonly #context: Context;

  constructor(recipe: Recipe, step: Launch, at: Located, scope: Scope, context: Context) {
    this.#recipe = recipe;
    this.#step = step;
    this.#at = at;
    this.#scope = scope;
    this.#context = context;
  }

  values(side: 'inputs' | 'params'): JsonObject {
    const given = (this.#step[side] ?? {}) as JsonObject;
    this.#checkNames(side, Object.keys(given));
    for (const [name, value] of Object.entries(given)) this.#template(value, side, name);
    return given;
  }

  outputs(): Readonly<Record<string, string>> {
    const given = this.#step.outputs ?? {};
    this.#checkNames('outputs', Object.keys(given));
    for (const [name, value] of Object.entries(given)) this.#template(value, 'outputs', name);
    return given;
  }

  /** Values of all the recipe's parameters as far as they are known now: null for those that a template gives. */
  paramsOf(given: JsonObject): JsonObject {
    const values: Record<string, Json> = {};
    for (const [name, port] of Object.entries(this.#recipe.params.ports)) {
      const fallback = port.fallback?.kind === 'value' ? (port.fallback.value as Json) : null;
      const value = Object.hasOwn(given, name) ? given[name]! : fallback;
      const isTemplate = typeof value === 'string' && value.includes('{{');
      values[name] = isTemplate ? null : value;
      const [fault] = isTemplate || value === null ? [] : checkPort(port, value, name);
      if (!fault) continue;
      this.#context.faults.error(
        'bad-param',
        `the recipe's parameter "${name}" cannot be ${show(value)}`,
        this.#at.document.at([...this.#at.path, 'params', name]),
        {
          expected: fault.expected ?? fault.message,
          ...(port.at && { related: [{ message: 'declared here', location: port.at }] }),
        },
      );
    }
    return values;
  }

  #checkNames(side: Side, given: readonly string[]): void {
    const { faults } = this.#context;
    const { ports } = this.#recipe[side];
    const word = WORDS[side];
    const names = Object.keys(ports);
    for (const name of given) {
      if (Object.hasOwn(ports, name)) continue;
      const place = this.#at.document.keyAt([...this.#at.path, side, name]);
      faults.error('unknown-port', `the recipe has no ${word} "${name}"`, place, {
        expected: names.length === 0 ? `no ${side}` : `one of: ${names.join(', ')}`,
        ...didYouMean(name, names),
      });
    }
    if (side === 'outputs') return;
    for (const [name, port] of Object.entries(ports)) {
      if (given.includes(name) || port.fallback !== null || !port.required) continue;
      const place = this.#at.document.at([...this.#at.path, 'launch']);
      faults.error('missing-link', `the recipe's ${word} "${name}" is not given`, place, {
        expected: `an entry "${name}" under \`${side}:\``,
        ...(port.at && { related: [{ message: 'declared here', location: port.at }] }),
      });
    }
  }

  #template(value: Json, side: Side, name: string): void {
    if (typeof value !== 'string') return;
    const where = below(this.#at, side, name);
    const found = checkTemplate(value, where, this.#scope, { mode: 'text' }, this.#context);
    for (const variable of found) this.uses.add(variable.name);
  }
}
