// What can be seen of a process object, without changing it. Knows nothing of how it runs.
import type { Json } from '../model/json.ts';
import type { Core } from './core.ts';
import { printFailure } from './failure-data.ts';
import { ProcessHooks } from './hooks.ts';
import { isTerminal, type ProcessRecord, type ProcessState } from './machine.ts';
import { ProcessError } from './process-error.ts';
import type { ProcessSetup } from './process-setup.ts';
import type { ProcessRuntime } from './runtime.ts';
import type { ProcessSpec } from './spec.ts';

/** The machine's own parts of a process; not for its class. */
export const CORE = Symbol('core');

export abstract class ProcessView extends ProcessHooks {
  /** Set by the constructor of Process. */
  [CORE]!: Core;
  readonly #setup: ProcessSetup;

  constructor(setup: ProcessSetup) {
    super();
    this.#setup = setup;
  }

  get pid(): string {
    return this.#setup.record.pid;
  }
  get uuid(): string {
    return this.#setup.uuid;
  }
  get parent(): string | null {
    return this.#setup.parent;
  }
  get runtime(): ProcessRuntime {
    return this.#setup.runtime;
  }
  get spec(): ProcessSpec {
    return this.#setup.spec;
  }
  get record(): ProcessRecord {
    return this[CORE].gate.record;
  }
  get state(): ProcessState {
    return this.record.state;
  }
  get paused(): boolean {
    return this.record.paused;
  }
  get createdAt(): number {
    return this.record.createdAt;
  }
  /** Frozen; as they were passed, without defaults; null where none were. */
  get rawInputs(): unknown {
    return this.#setup.rawInputs;
  }
  /** Frozen, with defaults. */
  get inputs(): Readonly<Record<string, unknown>> {
    return this.#setup.inputs;
  }
  /** A frozen copy of what was emitted so far. */
  get outputs(): Readonly<Record<string, unknown>> {
    return this[CORE].outputs.values;
  }
  /** Free text for people. */
  get status(): string | null {
    return this.record.status;
  }
  /** Aborted when the running step should stop, because of a kill or a failure. */
  get signal(): AbortSignal {
    return this[CORE].signal;
  }
  get closed(): boolean {
    return this[CORE].closed;
  }
  get isKilling(): boolean {
    return this[CORE].controls.killing;
  }
  get isPausing(): boolean {
    return this[CORE].controls.pausing;
  }
  get hasTerminated(): boolean {
    return isTerminal(this.state);
  }
  get isSuccessful(): boolean {
    return this.record.state === 'finished' && this.record.successful;
  }
  get ended(): Promise<ProcessRecord> {
    return this[CORE].ended;
  }
  /** Only where it has ended: whether it excepted, with what; undefined otherwise. */
  get exception(): unknown {
    return this[CORE].exception();
  }

  /** The value a finished process returned; throws the error of one that failed, KilledError, or `invalid-state`. */
  result(): unknown {
    return this[CORE].result();
  }

  /** Throws `invalid-state` for a process that has not finished. */
  successful(): boolean {
    if (this.record.state === 'finished') return this.record.successful;
    throw new ProcessError('invalid-state', `a ${this.state} process has not finished`);
  }

  /** Resolves to the outputs when it has finished, with success or not; rejects as `result` throws. */
  future(): Promise<Readonly<Record<string, unknown>>> {
    return this[CORE].future;
  }

  statusInfo(): Readonly<Record<string, Json>> {
    const { pid, state, paused, status, createdAt } = this.record;
    return { pid, process: this.constructor.name, state, paused, status, createdAt };
  }

  override toString(): string {
    return `${this.constructor.name} (${describeState(this.record)})`;
  }
}

function describeState(record: ProcessRecord): string {
  if (record.state === 'waiting' && record.message !== null) return `waiting: ${record.message}`;
  if (record.state === 'excepted') return `excepted: ${printFailure(record.failure)}`;
  return record.state;
}
