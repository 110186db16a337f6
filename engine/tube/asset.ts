// What a user's module may export as an asset, and how one is made, copied and taken down. Knows no scopes.
import { bindArguments } from './bind.ts';
import type { MaybePromise } from './maybe.ts';
import { isThenable, andThen } from './maybe.ts';
import { signatureOf } from './signature.ts';
import { TubeError } from './tube-error.ts';

/** The method by which an object says how it is copied, where structuredClone cannot. */
export const clone: unique symbol = Symbol.for('pipe.clone');

/** Marks a definition, also one that another copy of this module made. */
const definition = Symbol.for('pipe.asset-definition');
const assetClass = Symbol.for('pipe.asset');

/** An asset with a lifetime of its own. `obj` is what the nodes get. */
export abstract class Asset<T = unknown> {
  obj: T | undefined;

  get [assetClass](): true {
    return true;
  }

  /** Sets `obj`. */
  abstract init(): MaybePromise<void>;

  deinit(): MaybePromise<void> {
    this.obj = undefined;
  }

  /** How a value is copied before it is kept for the next epoch. */
  clone(value: T): T {
    return cloneValue(value) as T;
  }
}

export interface AssetDefinition<T> {
  readonly open: (params: { readonly [name: string]: unknown }) => MaybePromise<T>;
  readonly close?: (value: T) => MaybePromise<void>;
  readonly clone?: (value: T) => T;
}

/** Declares an asset by the functions that open, close and copy it. */
export function defineAsset<T>(parts: AssetDefinition<T>): AssetDefinition<T> {
  return Object.freeze({ ...parts, [definition]: true });
}

export interface AssetKind {
  /** The names that `params` may have; null for any. */
  readonly params: readonly string[] | null;
  create(params: Readonly<Record<string, unknown>> | readonly unknown[]): Asset;
}

/** The kind, or a text that says why the export cannot be an asset. */
export function assetKind(exported: unknown): AssetKind | string {
  if (isDefinition(exported))
    return {
      params: null,
      create: (params) => new DefinedAsset(exported, params as Record<string, unknown>),
    };
  if (typeof exported !== 'function')
    return `is ${exported === null ? 'null' : `of type ${typeof exported}`}, not a function or class`;
  const signature = signatureOf(exported);
  const params = signature.rest ? null : signature.parameters.map((parameter) => parameter.name);
  const isClass = /^class\b/.test(Function.prototype.toString.call(exported));
  const make: Make = isClass
    ? (...args: unknown[]) => new (exported as new (...args: unknown[]) => unknown)(...args)
    : (...args) => (exported as Make)(...args);
  const call = bindArguments(make, signature, []);
  const from = (given: Given) => (isList(given) ? make(...given) : call(given));
  if (isClass && assetClass in (exported.prototype as object))
    return { params, create: (given) => from(given) as Asset };
  const generator = /^(?:Async)?GeneratorFunction$/.test(exported.constructor.name);
  return {
    params,
    create: (given) => (generator ? new GeneratorAsset(() => from(given)) : new MadeAsset(() => from(given))),
  };
}

type Make = (...args: unknown[]) => unknown;
type Given = Readonly<Record<string, unknown>> | readonly unknown[];

/** A copy that shares nothing with the value. Throws `not-cloneable` rather than lose what the value can do. */
export function cloneValue(value: unknown): unknown {
  if (typeof value !== 'object' && typeof value !== 'function') return value;
  if (value === null) return null;
  const own = (value as { [clone]?: () => unknown })[clone];
  if (typeof own === 'function') return own.call(value);
  try {
    if (isPlain(value)) return structuredClone(value);
  } catch (error) {
    throw notCloneable(value, error);
  }
  throw notCloneable(value, undefined);
}

function notCloneable(value: object, cause: unknown): TubeError {
  const name =
    typeof value === 'function' ? 'a function' : `a ${value.constructor?.name ?? 'nameless object'}`;
  return new TubeError(
    'not-cloneable',
    `${name} cannot be copied for the next epoch: give it a method [clone], or its asset a clone`,
    { cause },
  );
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || ArrayBuffer.isView(value)) return true;
  return (
    typeof value === 'object' &&
    /^(?:Object|Array|Map|Set|Date|RegExp|ArrayBuffer|SharedArrayBuffer|\w*Error)$/.test(
      (prototype as object).constructor?.name ?? '',
    )
  );
}

function isDefinition(value: unknown): value is AssetDefinition<unknown> {
  return typeof value === 'object' && value !== null && definition in value;
}

function isList(given: Given): given is readonly unknown[] {
  return Array.isArray(given);
}

/** Of a class or function: taken down by `Symbol.asyncDispose` or `Symbol.dispose`, if it has one. */
class MadeAsset extends Asset {
  readonly #make: () => unknown;
  #made: unknown;

  constructor(make: () => unknown) {
    super();
    this.#make = make;
  }

  override init(): MaybePromise<void> {
    return andThen(this.#make(), (made) => {
      this.#made = made;
      this.obj = made;
    });
  }

  override deinit(): MaybePromise<void> {
    const made = this.#made as
      | { [Symbol.dispose]?: () => void; [Symbol.asyncDispose]?: () => PromiseLike<void> }
      | null
      | undefined;
    this.#made = undefined;
    this.obj = undefined;
    if (typeof made !== 'object' || made === null) return undefined;
    return typeof made[Symbol.asyncDispose] === 'function'
      ? made[Symbol.asyncDispose]?.()
      : made[Symbol.dispose]?.();
  }
}

/** Of a generator function: set-up, yield the object, tear-down. */
class GeneratorAsset extends Asset {
  readonly #start: () => unknown;
  #running: Iterator<unknown> | AsyncIterator<unknown> | undefined;

  constructor(start: () => unknown) {
    super();
    this.#start = start;
  }

  override init(): MaybePromise<void> {
    this.#running = this.#start() as Iterator<unknown>;
    return andThen(this.#running.next() as MaybePromise<IteratorResult<unknown>>, (step) => {
      this.obj = step.value;
    });
  }

  override deinit(): MaybePromise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.obj = undefined;
    const step = running?.next();
    if (isThenable(step)) return step.then(() => undefined);
  }
}

class DefinedAsset extends Asset {
  readonly #definition: AssetDefinition<unknown>;
  readonly #params: Readonly<Record<string, unknown>>;
  #opened: unknown;

  constructor(definition: AssetDefinition<unknown>, params: Readonly<Record<string, unknown>>) {
    super();
    this.#definition = definition;
    this.#params = params;
  }

  override init(): MaybePromise<void> {
    return andThen(this.#definition.open(this.#params), (opened) => {
      this.#opened = opened;
      this.obj = opened;
    });
  }

  override deinit(): MaybePromise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    this.obj = undefined;
    return this.#definition.close?.(opened);
  }

  override clone(value: unknown): unknown {
    return this.#definition.clone ? this.#definition.clone(value) : cloneValue(value);
  }
}
