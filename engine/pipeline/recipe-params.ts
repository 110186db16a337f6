// The values of a recipe's parameters: the task's, checked, over the defaults. Knows nothing of links.
import { didYouMean } from '../base/did-you-mean.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Location } from '../model/location.ts';
import type { AnyPort, PortFault, PortNamespace } from '../model/port.ts';
import { checkPort } from '../ports/check.ts';
import { getPort } from '../ports/namespace.ts';
import { typeInWords } from '../ports/plain-schema.ts';
import { populate } from '../ports/populate.ts';
import { printSchema } from '../ports/schema-check.ts';
import { GENERATOR_SAMPLES } from './generators.ts';
import type { ModuleChecks } from './module-checks.ts';
import { portsIn } from './port-paths.ts';
import type { Context, Located } from './context.ts';
import { show } from './words.ts';

export interface ParamValues {
  /** With null for what is not set. */
  readonly values: JsonObject;
  /** Dotted path → the generator that makes the value when a job runs; `values` has a sample there. */
  readonly generated: Readonly<Record<string, string>>;
}

/** `given` is what the task's `params:` come to; `origin` is the task, `useAt` its `use:`. */
export function recipeParams(
  ports: PortNamespace,
  given: JsonObject,
  origin: Located,
  useAt: Located,
  context: Context,
  modules: ModuleChecks,
): ParamValues {
  const values = populate(ports, given, SAMPLES) as JsonObject;
  const tell = new ParamFaults(ports, given, origin, useAt, context);
  const found = checkPort(ports, values, 'params');
  for (const fault of found) tell.fault(fault);
  if (found.length === 0) modules.ask(ports, values, 'params', (fault) => tell.fault(fault));
  return { values: withNulls(ports, values), generated: Object.fromEntries(generatedIn(ports, given)) };
}

class ParamFaults {
  readonly #ports: PortNamespace;
  readonly #given: JsonObject;
  readonly #origin: Located;
  readonly #useAt: Located;
  readonly #context: Context;

  constructor(ports: PortNamespace, given: JsonObject, origin: Located, useAt: Located, context: Context) {
    this.#ports = ports;
    this.#given = given;
    this.#origin = origin;
    this.#useAt = useAt;
    this.#context = context;
  }

  fault(fault: PortFault): void {
    const names = fault.port.split('.').slice(1);
    const path = names.join('.');
    const declared = fault.at ? { related: [{ message: 'declared here', location: fault.at }] } : {};
    const { faults } = this.#context;
    switch (fault.code) {
      case 'missing-value': {
        const [name = '', ...above] = names.toReversed();
        const under = ['params', ...above.toReversed()].join('.');
        faults.error('missing-param', `the recipe's parameter "${path}" is not set`, this.#nearest(names), {
          expected: `an entry "${name}" under \`${under}:\`${this.#ofType(path)}`,
          ...declared,
        });
        return;
      }
      case 'unexpected-port':
        this.#unexpected(names);
        return;
      case 'not-a-namespace':
        this.#wrong(path, names, { ...declared, expected: 'a map of its parameters' });
        return;
      case 'invalid-value':
        faults.error('bad-param', this.#refused(path, fault.message), this.#nearest(names), declared);
        return;
      default:
        this.#wrong(path, [...names, ...(fault.within ?? [])], {
          ...(fault.expected !== undefined && { expected: fault.expected }),
          ...declared,
        });
    }
  }

  #wrong(path: string, names: readonly string[], details: object): void {
    const value = valueAt(this.#given, names);
    const inside = names.join('.');
    const what = inside === path || path === '' ? `"${inside}"` : `"${path}" (at ${inside})`;
    const message = `the recipe's parameter ${what} cannot be ${show(value)}`;
    this.#context.faults.error('bad-param', message, this.#nearest(names), details);
  }

  #refused(path: string, message: string): string {
    return path === ''
      ? `the recipe's parameters: ${message}`
      : `the recipe's parameter "${path}": ${message}`;
  }

  #unexpected(names: readonly string[]): void {
    const port =
      names.length === 0 ? { ok: true as const, value: this.#ports } : getPort(this.#ports, names.join('.'));
    const known = port.ok && port.value.tag === 'namespace' ? Object.keys(port.value.ports) : [];
    const here = valueAt(this.#given, names);
    for (const name of Object.keys(here as JsonObject)) {
      if (known.includes(name)) continue;
      const { document } = this.#origin;
      this.#context.faults.error(
        'unknown-param',
        `the recipe has no parameter "${[...names, name].join('.')}"`,
        document.keyAt([...this.#origin.path, 'params', ...names, name]),
        {
          expected: known.length === 0 ? 'no parameters' : `one of: ${known.join(', ')}`,
          ...didYouMean(name, known),
        },
      );
    }
  }

  /** Where the task gives the value, or the namespace that it lacks in, or else uses the recipe. */
  #nearest(names: readonly string[]): Location {
    const { document, path } = this.#origin;
    for (let depth = names.length; depth > 0; depth--) {
      const above = names.slice(0, depth);
      if (valueAt(this.#given, above) === undefined) continue;
      const steps = stepsIn(this.#given, above);
      return depth === names.length
        ? document.at([...path, 'params', ...steps])
        : document.keyAt([...path, 'params', ...steps]);
    }
    return names.length === 0 && Object.keys(this.#given).length > 0
      ? document.keyAt([...path, 'params'])
      : this.#useAt.document.at(this.#useAt.path);
  }

  #ofType(path: string): string {
    const port = getPort(this.#ports, path);
    if (!port.ok || port.value.type === null) return '';
    const { type } = port.value.type;
    return typeof type === 'string' ? `, ${typeInWords(type)}` : `, ${printSchema(port.value.type)}`;
  }
}

/** Templates are strict about names that do not exist: what is not set is null. */
function withNulls(namespace: PortNamespace, values: JsonObject): JsonObject {
  const filled: Record<string, Json> = { ...values };
  for (const [name, port] of Object.entries(namespace.ports)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    filled[name] =
      value === undefined ? null : port.tag === 'namespace' && isMap(value) ? withNulls(port, value) : value;
  }
  return filled;
}

function* generatedIn(namespace: PortNamespace, given: JsonObject): Iterable<readonly [string, string]> {
  for (const [path, { fallback }] of portsIn(namespace)) {
    if (fallback?.kind !== 'generate' || typeof fallback.generator !== 'string') continue;
    const names = path.split('.');
    if (valueAt(given, names) === undefined && isPopulated(namespace, names, given))
      yield [path, fallback.generator];
  }
}

/** A namespace of which nothing is given, and that says so, stays empty. */
function isPopulated(
  namespace: AnyPort,
  [name = '', ...rest]: readonly string[],
  given: Json | undefined,
): boolean {
  if (namespace.tag === 'port' || rest.length === 0) return true;
  const inside = namespace.ports[name];
  const value = isMap(given) && Object.hasOwn(given, name) ? given[name] : undefined;
  if (inside?.tag === 'namespace' && value === undefined && !inside.populateDefaults) return false;
  return inside === undefined || isPopulated(inside, rest, value);
}

function valueAt(value: Json, names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>((at, name) => {
    if (Array.isArray(at)) return (at as readonly Json[])[Number(name)];
    return isMap(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }, value);
}

/** Names as steps in a document, where the items of lists have numbers. */
function stepsIn(value: Json, names: readonly string[]): (string | number)[] {
  return names.map((name, index) =>
    Array.isArray(valueAt(value, names.slice(0, index))) ? Number(name) : name,
  );
}

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const SAMPLES = Object.fromEntries(
  Object.entries(GENERATOR_SAMPLES).map(([name, sample]) => [name, () => sample]),
);
