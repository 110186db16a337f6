// What a user's module may export as a node: `defineNode`, the base class `Node`, and plain functions and classes.
// Knows no tube file and no runner.
import type { MaybePromise } from './maybe.ts';
import type { Event } from './event.ts';

export interface SlotDeclaration {
  /** The node runs although nothing was emitted for this slot. */
  readonly optional?: boolean;
  /** Filled by the runner: the current `epoch`, or `events`, the record of the events behind the other slots. */
  readonly inject?: 'epoch' | 'events';
}

export type Slots = readonly string[] | { readonly [slot: string]: SlotDeclaration };

/** What cannot be read from a function's parameter names. */
export interface NodeTraits {
  readonly slots?: Slots;
  /** Default: the one signal `value`. With several, the node returns a list in this order or a record. */
  readonly signals?: readonly string[];
  /** Runs in the order of the epochs. Default: no for functions, yes for generators and classes. */
  readonly stateful?: boolean;
  /** Signals that carry live objects: in a `ProcessRunner`, whoever uses them shares this node's process. */
  readonly live?: readonly string[];
}

// eslint-disable-next-line typescript/no-explicit-any -- any function may be a node; its slots are checked by name
export type NodeFunction = (...args: any[]) => unknown;
// eslint-disable-next-line typescript/no-explicit-any -- any class with `process` may be a node
export type NodeClass = new (...args: any[]) => { process: NodeFunction };

export interface NodeDefinition extends NodeTraits {
  readonly process: NodeFunction | NodeClass;
}

export type EventMap = { readonly [slot: string]: Event };

/** What a node's `init` is told. */
export interface RunnerContext {
  /** The runner's node, for messages. */
  readonly node: string;
  /** The tube's inputs by name. */
  readonly input: { readonly [name: string]: unknown };
  /** `sync`, `async` or `process`. */
  readonly runner: string;
  /** Runs a nested tube. For the node type `tube`. */
  readonly openTube: (tube: object) => ChildRunner;
}

export interface ChildRunner {
  init(): MaybePromise<void>;
  process(input: { readonly [name: string]: unknown }): MaybePromise<unknown>;
  deinit(): MaybePromise<void>;
}

/** Marks a definition, also one that another copy of this module made. */
const definition = Symbol.for('pipe.node-definition');

/**
 * Declares a node.
 * ```ts
 * export const divide = defineNode({
 *   slots: { numerator: {}, denominator: { optional: true } },
 *   signals: ['ratio'],
 *   process: ({ numerator, denominator = 5 }) => numerator / denominator,
 * });
 * ```
 */
export function defineNode(parts: NodeDefinition): NodeDefinition {
  return Object.freeze({ ...parts, [definition]: true });
}

export function isNodeDefinition(value: unknown): value is NodeDefinition {
  return typeof value === 'object' && value !== null && definition in value;
}

/** A node with a lifetime. `static slots`, `static signals` and `static stateful` declare what cannot be read. */
export abstract class Node {
  static slots?: Slots;
  static signals?: readonly string[];
  static stateful?: boolean;
  static live?: readonly string[];

  /** Called when the runner starts, before any `process`. */
  init(_context: RunnerContext): MaybePromise<void> {}

  /** Called when the runner ends, also after a failure. */
  deinit(): MaybePromise<void> {}

  // eslint-disable-next-line typescript/no-explicit-any -- a subclass names its own slots
  abstract process(...args: any[]): unknown;
}
