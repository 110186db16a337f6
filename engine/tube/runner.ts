// What all runners share: the life of a tube and of one epoch, step by step. Knows neither where nor when nodes are called.
import { setImmediate } from 'node:timers/promises';
import type { Emission } from './emission.ts';
import { emissionsOf } from './emissions.ts';
import type { Epoch } from './epoch.ts';
import { NoEvent } from './event.ts';
import type { Event, TubeEvent } from './event.ts';
import { EventStore, eventsOf } from './event-store.ts';
import type { InputValues } from './input.ts';
import { collectInputs } from './inputs-of-call.ts';
import { isThenable, andThen } from './maybe.ts';
import type { MaybePromise } from './maybe.ts';
import type { ChildRunner, RunnerContext } from './node.ts';
import type { Inputs } from './node-kind.ts';
import { makePlan } from './plan.ts';
import { Scheduler } from './scheduler.ts';
import type { Call } from './scheduler.ts';
import type { Sorter } from './sorter.ts';
import { Gather } from './special/gather.ts';
import { collectReturn } from './special/return.ts';
import type { Tube, TubeNode } from './tube.ts';
import { nodeFailure, TubeError } from './tube-error.ts';

export interface RunnerOptions {
  /** How many epochs `iter` tries for one result. Default: 100. */
  readonly maxIterLoops?: number;
}

export interface ProcessOptions {
  /** The number of the epoch. Default: the next. A stateful node waits until all before it have ended. */
  readonly epoch?: number;
}

export interface RunOptions {
  /** Ends the run after the epochs that are under way. */
  readonly signal?: AbortSignal;
}

/** One epoch that is being processed. */
export interface Run {
  readonly root: number;
  readonly input: InputValues;
  sorter: Sorter;
  /** The source that had no more to give. */
  exhausted: string | undefined;
}

export type RunnerStatus = 'stopped' | 'starting' | 'running' | 'stopping';

/** Calls the nodes of a tube and passes on what they emit. Stopped and started again, it goes on where it was. */
export abstract class TubeRunner {
  abstract readonly kind: 'sync' | 'async' | 'process';
  readonly tube: Tube;
  readonly store: EventStore;
  readonly maxIterLoops: number;
  protected readonly scheduler: Scheduler;
  #status: RunnerStatus = 'stopped';
  #nextEvent = 0;
  #listeners: readonly ((event: TubeEvent) => void)[] = [];
  #ended: Epoch[] = [];
  readonly #warned = new Set<string>();

  constructor(tube: Tube, options: RunnerOptions = {}) {
    this.tube = tube;
    this.maxIterLoops = options.maxIterLoops ?? 100;
    const plan = makePlan(tube.enabled);
    this.store = new EventStore(plan);
    this.scheduler = new Scheduler(plan, {
      onEnded: (epoch) => {
        if (this.#listeners.length > 0) this.#ended.push(epoch);
      },
    });
  }

  get status(): RunnerStatus {
    return this.#status;
  }

  /** Starts the nodes, then the runner's assets. Throws `already-running`. */
  init(): MaybePromise<void> {
    if (this.#status !== 'stopped') throw new TubeError('already-running', `the tube ${this.tube.id} is ${this.#status} already`);
    this.#status = 'starting';
    const failed = (error: unknown): never => {
      this.#status = 'stopped';
      throw error;
    };
    try {
      const done = this.start();
      if (isThenable(done)) return done.then(() => void (this.#status = 'running'), failed);
      this.#status = 'running';
    } catch (error) {
      failed(error);
    }
  }

  /** Ends everything in the reverse order, all of it although some fails. Does nothing on a stopped runner. */
  deinit(): MaybePromise<void> {
    if (this.#status !== 'running') return;
    this.#status = 'stopping';
    const stopped = (): void => {
      this.#status = 'stopped';
    };
    try {
      const done = this.stop();
      if (isThenable(done)) {
        return done.then(stopped, (error: unknown) => {
          stopped();
          throw error;
        });
      }
    } catch (error) {
      stopped();
      throw error;
    }
    stopped();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.deinit();
  }

  /**
   * One epoch: what the return node makes of it, `undefined` where nothing came. Starts a runner that is stopped.
   * Throws `input-missing` before any node runs, `node-failed`, `exhausted` when a source had no more, `stalled`.
   */
  abstract process(input?: InputValues, options?: ProcessOptions): MaybePromise<unknown>;

  /** Results, at most `n`, until a source has no more; epochs without one are passed over, at most `maxIterLoops`. */
  async *iter(n = Number.POSITIVE_INFINITY): AsyncGenerator<unknown, void, undefined> {
    this.#requireNoInputs();
    const own = await this.#startIfStopped();
    const returns = this.returnsSomething;
    try {
      for (let count = 0; count < n; count++) {
        let result = await this.#next();
        for (let loops = 1; result === undefined && returns; loops++) {
          if (loops >= this.maxIterLoops) {
            throw new TubeError('no-result', `${this.maxIterLoops} epochs of the tube ${this.tube.id} gave no result`);
          }
          result = await this.#next();
        }
        if (result === END) return;
        yield result;
      }
    } finally {
      if (own) await this.deinit();
    }
  }

  /** The results of `n` epochs, less those without one. Without `n`: until a source has no more, keeping none. */
  run(n: number, options?: RunOptions): Promise<unknown[]>;
  run(n?: undefined, options?: RunOptions): Promise<void>;
  async run(n?: number, options: RunOptions = {}): Promise<unknown[] | void> {
    this.#requireNoInputs();
    const own = await this.#startIfStopped();
    const results: unknown[] = [];
    let failure: { readonly error: unknown } | undefined;
    let over = false;
    const take = (result: unknown): void => {
      if (result === END) over = true;
      else if (result !== undefined && n !== undefined && !over) results.push(result);
    };
    const order: MaybePromise<unknown>[] = [];
    const first = async (): Promise<void> => {
      const next = order.shift();
      try {
        take(await next);
      } catch (error) {
        failure ??= { error };
      }
    };
    let since = performance.now();
    try {
      for (let count = 0; count < (n ?? Number.POSITIVE_INFINITY); count++) {
        if (over || failure || options.signal?.aborted === true) break;
        const next = this.#next();
        if (!isThenable(next) && order.length === 0) take(next);
        else {
          if (isThenable(next)) next.then(undefined, () => undefined); // it is awaited later
          order.push(next);
          if (order.length >= this.window) await first();
        }
        if ((count & 63) === 0 && performance.now() - since > 20) {
          await setImmediate();
          since = performance.now();
        }
      }
      while (order.length > 0) await first();
    } finally {
      if (own) await this.deinit();
    }
    if (failure) throw failure.error;
    return n === undefined ? undefined : results;
  }

  /** What the return node makes of an epoch; by default of the last one. */
  collectReturn(sorter: Sorter): unknown {
    const node = this.tube.returnNode;
    if (node === undefined || !this.tube.isEnabled(node.id)) return undefined;
    return collectReturn(node.edges, (edge) => {
      if (edge.sourceNode === 'input') return this.tube.inputs.tube[edge.sourceSignal] ?? NoEvent;
      const signal = this.scheduler.plan.signalOf(edge.sourceNode, edge.sourceSignal);
      if (signal === undefined) return NoEvent;
      if (signal.level === sorter.level) return valueOf(sorter.events[signal.local]);
      const values = [...eventsOf(sorter, signal)].map((event) => event.value).filter((value) => value !== NoEvent);
      return values.length === 0 ? NoEvent : values;
    });
  }

  get returnsSomething(): boolean {
    const node = this.tube.returnNode;
    return node !== undefined && this.tube.isEnabled(node.id);
  }

  /** Between epochs only. Returns once the node has started. */
  enableNode(id: string): MaybePromise<void> {
    const node = this.#node(id);
    if (this.tube.isEnabled(id)) return;
    return andThen(this.#status === 'running' ? this.startNode(node) : undefined, () => this.#setEnabled(id, true));
  }

  /** Between epochs only. What needs its signals is left out from now on. */
  disableNode(id: string): MaybePromise<void> {
    const node = this.#node(id);
    if (!this.tube.isEnabled(id)) return;
    this.#setEnabled(id, false);
    return this.#status === 'running' ? this.stopNode(node) : undefined;
  }

  /** Calls back with every event and the end of every epoch. Returns what ends it. */
  addCallback(listener: (event: TubeEvent) => void): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((candidate) => candidate !== listener);
    };
  }

  getContext(node: TubeNode): RunnerContext {
    return { node: node.id, input: this.tube.inputs.tube, runner: this.kind, openTube: (tube) => this.openTube(tube as Tube) };
  }

  /** How many epochs `run` may have under way. */
  protected get window(): number {
    return 1;
  }

  protected abstract start(): MaybePromise<void>;
  protected abstract stop(): MaybePromise<void>;
  protected abstract startNode(node: TubeNode): MaybePromise<void>;
  protected abstract stopNode(node: TubeNode): MaybePromise<void>;
  protected abstract openTube(tube: Tube): ChildRunner;

  /** 1. The process inputs of this epoch. Throws before anything has run. */
  protected validateInput(given: InputValues): InputValues {
    for (const name of this.tube.inputs.extra(given)) {
      if (this.#warned.has(name)) continue;
      this.#warned.add(name);
      this.#tell({ type: 'warning', time: Date.now(), code: 'extra-input', message: `the tube ${this.tube.id} has no process input "${name}"` });
    }
    return this.tube.inputs.forEpoch(given);
  }

  /** 2. Opens the epoch. */
  protected beforeProcess(root: number, input: InputValues): Run {
    const sorter = this.scheduler.addEpoch(root);
    this.store.open(sorter);
    return { root, input, sorter, exhausted: undefined };
  }

  /** 3. Whether a ready node may be called. */
  protected filterReady(_call: Call): boolean {
    return true;
  }

  /** 4. The node behind a call. */
  protected getNode(call: Call): TubeNode {
    return call.node.node;
  }

  /** 5. What its slots get. */
  protected collectInput(call: Call, run: Run): Inputs {
    return collectInputs(call, run.input, this.tube.inputs.tube);
  }

  /** 6. */
  protected beforeCallNode(_call: Call, _inputs: Inputs): void {}

  /** 7. Calls it, wherever it lives. */
  protected abstract callNode(call: Call, inputs: Inputs): MaybePromise<Emission>;

  /** 8. */
  protected afterCallNode(_call: Call, _emission: Emission): void {}

  /** 9. Makes events of what it emitted, stores them, lets others become ready, and calls back. */
  protected handleEvents(call: Call, run: Run, emission: Emission): void {
    const { id } = call.node.node;
    if (emission === null) run.exhausted ??= id;
    const { events, items, held } = emissionsOf(call, emission, () => this.#nextEvent++);
    this.scheduler.finish(call, events, items);
    if (this.#listeners.length === 0) return;
    for (const event of items) this.#tell(event);
    for (const event of held ? [held] : events) this.#tell(event);
    const ended = this.#ended;
    this.#ended = [];
    for (const epoch of ended) this.#tell({ type: 'epoch-ended', time: Date.now(), epoch });
  }

  /** 10. The epoch has ended: its result. */
  protected afterProcess(run: Run): unknown {
    this.store.close(run.sorter);
    return this.collectReturn(run.sorter);
  }

  /** Instead of 10, after a failure: nothing of the epoch is left behind. */
  protected afterFailure(run: Run): void {
    this.scheduler.abandon(run.sorter);
    this.store.close(run.sorter);
    for (const node of this.tube.enabled) {
      if (node.kind.special !== 'gather') continue;
      const instance = this.tube.instance(node);
      if (instance instanceof Gather) instance.forget(run.root);
    }
  }

  /** Maps and gathers run here, wherever the other nodes are. */
  protected callSpecial(call: Call, inputs: Inputs): Emission {
    const { node, role, release } = call.node;
    const instance = this.tube.instance(node);
    const { epoch } = call.sorter;
    try {
      if (!(instance instanceof Gather)) return [instance.process(inputs)];
      if (role === 'close') return [instance.close(release)];
      if (role === 'gather') return [instance.collect(inputs, epoch)];
      instance.hold(inputs, epoch);
      return [];
    } catch (error) {
      throw nodeFailure(node.id, epoch.toString(), error);
    }
  }

  protected exhausted(run: Run): TubeError {
    return new TubeError('exhausted', `${run.exhausted} has no more to give`, { ...(run.exhausted && { node: run.exhausted }), epoch: String(run.root) });
  }

  #next(): MaybePromise<unknown> {
    const caught = (error: unknown): unknown => {
      if (error instanceof TubeError && error.code === 'exhausted') return END;
      throw error;
    };
    try {
      const result = this.process();
      return isThenable(result) ? result.then(undefined, caught) : result;
    } catch (error) {
      return caught(error);
    }
  }

  async #startIfStopped(): Promise<boolean> {
    if (this.#status !== 'stopped') return false;
    await this.init();
    return true;
  }

  #requireNoInputs(): void {
    const missing = this.tube.inputs.missing({});
    if (missing.length === 0) return;
    throw new TubeError('input-missing', `the tube ${this.tube.id} takes ${missing.join(', ')} with each process, which run and iter do not give`);
  }

  #node(id: string): TubeNode {
    const node = this.tube.nodes.get(id);
    if (node === undefined) throw new TubeError('unknown-node', `the tube ${this.tube.id} has no node "${id}"`);
    return node;
  }

  #setEnabled(id: string, enabled: boolean): void {
    const was = this.tube.isEnabled(id);
    this.tube.setEnabled(id, enabled);
    try {
      const plan = makePlan(this.tube.enabled);
      this.scheduler.replan(plan);
      this.store.reset(plan);
    } catch (error) {
      this.tube.setEnabled(id, was);
      throw error;
    }
  }

  #tell(event: TubeEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

const END: unique symbol = Symbol('end');

function valueOf(event: Event | undefined): unknown {
  return event === undefined ? NoEvent : event.value;
}
