// Turns what a module exports into a node kind: its slots, signals and parameters, and how to make one. Runs nothing.
import { Exhausted } from './event.ts';
import type { MaybePromise } from './maybe.ts';
import { isThenable } from './maybe.ts';
import { isNodeDefinition } from './node.ts';
import type { NodeTraits, NodeFunction, RunnerContext, SlotDeclaration } from './node.ts';
import { signatureOf } from './signature.ts';
import type { Signature } from './signature.ts';
import { bindArguments } from './bind.ts';
import type { SpecialType } from './spec.ts';

export type Inputs = Record<string, unknown>;

/** A node that lives. `process` takes its slots by name. */
export interface NodeInstance {
  init?(context: RunnerContext): MaybePromise<void>;
  deinit?(): MaybePromise<void>;
  process(inputs: Inputs): MaybePromise<unknown>;
}

export interface Slot {
  readonly name: string;
  readonly required: boolean;
  /** It was declared, so leaving it empty is surely a mistake. */
  readonly declared: boolean;
  readonly inject?: 'epoch' | 'events';
}

export interface NodeKind {
  readonly special?: SpecialType;
  readonly slots: readonly Slot[];
  /** Whether it takes slots that are not named: by name, in order, or not at all. */
  readonly open: 'record' | 'list' | 'closed';
  /** The names that `params` may have; null for any. */
  readonly params: readonly string[] | null;
  readonly signals: readonly string[];
  readonly stateful: boolean;
  /** Signals whose values must not leave their process. */
  readonly live: readonly string[];
  /** A generator: it takes no slots and gives one value an epoch. */
  readonly source: boolean;
  /** `extra`: the slots that this node fills beyond those named. */
  create(params: Inputs, extra: readonly string[]): NodeInstance;
}

/** The kind, or a text that says why the export cannot be a node. */
export function nodeKind(exported: unknown): NodeKind | string {
  const definition = isNodeDefinition(exported) ? exported : undefined;
  const callable: unknown = definition?.process ?? exported;
  if (typeof callable !== 'function')
    return `is ${exported === null ? 'null' : `of type ${typeof exported}`}, not a function or class`;
  const traits = definition ?? (callable as NodeTraits);
  return isClass(callable)
    ? classKind(callable as Constructor, traits)
    : functionKind(callable as NodeFunction, traits);
}

type Constructor = (new (...args: unknown[]) => NodeInstance) & { readonly prototype: { process?: unknown } };

function functionKind(callable: NodeFunction, traits: NodeTraits): NodeKind | string {
  const signature = signatureOf(callable);
  if (isGenerator(callable)) {
    const start = bindArguments(callable, signature, []);
    return {
      ...sourceKind(traits, namesOf(signature)),
      create: (params) => generatorInstance(() => start(params)),
    };
  }
  const slots = slotsOf(signature, traits);
  if (typeof slots === 'string') return slots;
  return {
    ...traitsOf(traits, false),
    slots: slots.slots,
    open: slots.open,
    params: namesOf(signature),
    source: false,
    create(params, extra) {
      const call = bindArguments(callable, slots.signature, extra);
      if (Object.keys(params).length === 0) return { process: call };
      return { process: (inputs) => call({ ...params, ...inputs }) };
    },
  };
}

function classKind(constructor: Constructor, traits: NodeTraits): NodeKind | string {
  const method = constructor.prototype?.process;
  if (typeof method !== 'function') return 'is a class without a method "process"';
  const own = signatureOf(constructor);
  const make = (params: Inputs): NodeInstance =>
    bindArguments((...args: unknown[]) => new constructor(...args), own, [])(params) as NodeInstance;
  if (isGenerator(method)) {
    return { ...sourceKind(traits, namesOf(own)), create: (params) => classSource(make(params)) };
  }
  const slots = slotsOf(signatureOf(method), traits);
  if (typeof slots === 'string') return slots;
  return {
    ...traitsOf(traits, true),
    slots: slots.slots,
    open: slots.open,
    params: namesOf(own),
    source: false,
    create(params, extra) {
      const node = make(params);
      return withLifetime(
        node,
        bindArguments(node.process.bind(node) as NodeFunction, slots.signature, extra),
      );
    },
  };
}

function traitsOf(traits: NodeTraits, stateful: boolean): Pick<NodeKind, 'signals' | 'stateful' | 'live'> {
  return {
    signals: traits.signals ?? ['value'],
    stateful: traits.stateful ?? stateful,
    live: traits.live ?? [],
  };
}

function sourceKind(traits: NodeTraits, params: readonly string[] | null): Omit<NodeKind, 'create'> {
  return { ...traitsOf(traits, true), slots: [], open: 'closed', params, source: true };
}

function namesOf(signature: Signature): readonly string[] | null {
  return signature.rest ? null : signature.parameters.map((parameter) => parameter.name);
}

interface ReadSlots {
  readonly slots: readonly Slot[];
  readonly open: NodeKind['open'];
  /** How to call it: that of its text, or one record where only a declaration names the slots. */
  readonly signature: Signature;
}

/** A declaration adds to what the parameters say; where they say nothing, the function takes one record. */
function slotsOf(signature: Signature, traits: NodeTraits): ReadSlots | string {
  const declared: Readonly<Record<string, SlotDeclaration>> =
    traits.slots === undefined
      ? {}
      : isList(traits.slots)
        ? Object.fromEntries(traits.slots.map((name) => [name, {}]))
        : traits.slots;
  const names = signature.parameters.map((parameter) => parameter.name);
  const missing = Object.keys(declared).filter((name) => !names.includes(name));
  const takesRecord =
    missing.length > 0 &&
    (signature.style !== 'list' || (names.length <= 1 && missing.length === Object.keys(declared).length));
  if (takesRecord && (signature.rest || signature.style === 'unknown' || signature.style === 'list')) {
    const slots = [...new Set([...(signature.style === 'record' ? names : []), ...Object.keys(declared)])];
    const one: Signature = { style: 'record', parameters: [], rest: true };
    return { slots: slots.map((name) => slot(name, signature, declared)), open: 'closed', signature: one };
  }
  if (missing.length > 0) return `declares the slot "${missing[0]}", which its process does not take`;
  const open = signature.style === 'unknown' ? 'list' : !signature.rest ? 'closed' : signature.style;
  return { slots: names.map((name) => slot(name, signature, declared)), open, signature };
}

function slot(name: string, signature: Signature, declared: Readonly<Record<string, SlotDeclaration>>): Slot {
  const parameter = signature.parameters.find((candidate) => candidate.name === name);
  const { optional, inject } = declared[name] ?? {};
  return {
    name,
    required: !(optional ?? parameter?.optional ?? false),
    declared: declared[name] !== undefined && parameter?.hasDefault !== true,
    ...(inject && { inject }),
  };
}

function isList(slots: NonNullable<NodeTraits['slots']>): slots is readonly string[] {
  return Array.isArray(slots);
}

/** Starts at the first `process`, and gives `Exhausted` from its end on. */
function generatorInstance(start: () => unknown): NodeInstance {
  let running: Iterator<unknown> | AsyncIterator<unknown> | undefined;
  const value = (step: IteratorResult<unknown>): unknown => (step.done === true ? Exhausted : step.value);
  return {
    process() {
      running ??= start() as Iterator<unknown> | AsyncIterator<unknown>;
      const step = running.next();
      return isThenable(step) ? step.then(value) : value(step);
    },
  };
}

function classSource(node: NodeInstance): NodeInstance {
  const source = generatorInstance(() => node.process({}));
  return withLifetime(node, () => source.process({}));
}

function withLifetime(node: NodeInstance, process: (inputs: Inputs) => unknown): NodeInstance {
  return {
    init: (context) => node.init?.(context),
    deinit: () => node.deinit?.(),
    process,
  };
}

function isClass(callable: unknown): boolean {
  return /^class\b/.test(Function.prototype.toString.call(callable));
}

function isGenerator(callable: unknown): boolean {
  return /^(?:Async)?GeneratorFunction$/.test((callable as object).constructor.name);
}
