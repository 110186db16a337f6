// What all runners share: the life of a tube and of one epoch, step by step. Knows neither where nor when nodes are called.
import type { Emission } from './emission.ts';
import { emissionsOf } from './emissions.ts';
import type { Epoch } from './epoch.ts';
import { EventStore } from './event-store.ts';
import type { InputValues } from './input.ts';
import { collectInputs } from './inputs-of-call.ts';
import { Lifecycle } from './lifecycle.ts';
import type { RunnerStatus } from './lifecycle.ts';
import { Listeners } from './listeners.ts';
import type { TubeListener } from './listeners.ts';
import { iterate, repeat, untilExhausted } from './loops.ts';
import { andThen } from './maybe.ts';
import type { MaybePromise } from './maybe.ts';
import type { ChildRunner, RunnerContext } from './node.ts';
import type { Inputs } from './node-kind.ts';
import { makePlan } from './plan.ts';
import { resultOf, returnOf } from './result.ts';
import type { ProcessOptions, Run, RunnerOptions, RunOptions } from './run.ts';
import { Scheduler } from './scheduler.ts';
import type { Call } from './ready-queue.ts';
import { callSpecial, forgetEpoch } from './special/call.ts';
import type { Tube, TubeNode } from './tube.ts';
import { TubeError } from './tube-error.ts';

/** Calls the nodes of a tube and passes on what they emit. Stopped and started again, it goes on where it was. */
export abstract class TubeRunner {
  abstract readonly kind: 'sync' | 'async' | 'process';
  readonly tube: Tube;
  readonly store: EventStore;
  readonly maxIterLoops: number;
  protected readonly scheduler: Scheduler;
  readonly #life = new Lifecycle();
  #nextEvent = 0;
  readonly #listeners = new Listeners();

  constructor(tube: Tube, options: RunnerOptions = {}) {
    this.tube = tube;
    this.maxIterLoops = options.maxIterLoops ?? 100;
    const plan = makePlan(tube.enabled);
    this.store = new EventStore(plan);
    this.scheduler = new Scheduler(plan, (epoch) => this.#listeners.ended(epoch));
  }

  get status(): RunnerStatus {
    return this.#life.status;
  }

  /** Starts the nodes, then the runner's assets. Throws `already-running`. */
  init(): MaybePromise<void> {
    return this.#life.start(this.tube.id, () => this.start());
  }

  /** Ends everything in the reverse order, all of it although some fails. Does nothing on a stopped runner. */
  deinit(): MaybePromise<void> {
    return this.#life.stop(() => this.stop());
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
    this.tube.inputs.requireNone(this.tube.id);
    const own = await this.#startIfStopped();
    const loops = returnOf(this.tube) === undefined ? 0 : this.maxIterLoops;
    try {
      yield* iterate(() => untilExhausted(() => this.process()), n, loops, this.tube.id);
    } finally {
      if (own) await this.deinit();
    }
  }

  /** The results of `n` epochs, less those without one. Without `n`: until a source has no more, keeping none. */
  run(n: number, options?: RunOptions): Promise<unknown[]>;
  run(n?: undefined, options?: RunOptions): Promise<void>;
  async run(n?: number, options: RunOptions = {}): Promise<unknown[] | void> {
    this.tube.inputs.requireNone(this.tube.id);
    const own = await this.#startIfStopped();
    try {
      const results = await repeat(() => untilExhausted(() => this.process()), {
        n,
        window: this.window,
        signal: options.signal,
      });
      return n === undefined ? undefined : results;
    } finally {
      if (own) await this.deinit();
    }
  }

  /** What the return node makes of an epoch that can still be read; by default of the last. */
  collectReturn(epoch?: Epoch): unknown {
    const sorter = this.store.root(epoch);
    return sorter === undefined ? undefined : resultOf(this.tube, this.scheduler.plan, sorter, {});
  }

  /** Between epochs only. Returns once the node has started. */
  enableNode(id: string): MaybePromise<void> {
    const node = this.#node(id);
    if (this.tube.isEnabled(id)) return;
    return andThen(this.status === 'running' ? this.startNode(node) : undefined, () =>
      this.#setEnabled(id, true),
    );
  }

  /** Between epochs only. What needs its signals is left out from now on. */
  disableNode(id: string): MaybePromise<void> {
    const node = this.#node(id);
    if (!this.tube.isEnabled(id)) return;
    this.#setEnabled(id, false);
    return this.status === 'running' ? this.stopNode(node) : undefined;
  }

  /** Calls back with every event and the end of every epoch. Returns what ends it. */
  addCallback(listener: TubeListener): () => void {
    return this.#listeners.add(listener);
  }

  getContext(node: TubeNode): RunnerContext {
    return {
      node: node.id,
      input: this.tube.inputs.tube,
      runner: this.kind,
      openTube: (tube) => this.openTube(tube as Tube),
    };
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
    for (const name of this.tube.inputs.extra(given))
      this.#listeners.warn(`the tube ${this.tube.id} has no process input "${name}"`);
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
    if (!this.#listeners.any) return;
    for (const event of items) this.#listeners.tell(event);
    for (const event of held ? [held] : events) this.#listeners.tell(event);
    this.#listeners.tellEnded();
  }

  /** 10. The epoch has ended: its result. */
  protected afterProcess(run: Run): unknown {
    this.store.close(run.sorter);
    return resultOf(this.tube, this.scheduler.plan, run.sorter, run.input);
  }

  /** Instead of 10, after a failure: nothing of the epoch is left behind. */
  protected afterFailure(run: Run): void {
    this.scheduler.abandon(run.sorter);
    this.store.close(run.sorter);
    forgetEpoch(this.tube, run.root);
  }

  /** Maps and gathers run here, wherever the other nodes are. */
  protected callSpecial(call: Call, inputs: Inputs): Emission {
    const { node, role, release } = call.node;
    return callSpecial(
      this.tube.instance(node),
      { id: node.id, role, release, epoch: call.sorter.epoch },
      inputs,
    );
  }

  async #startIfStopped(): Promise<boolean> {
    if (this.status !== 'stopped') return false;
    await this.init();
    return true;
  }

  #node(id: string): TubeNode {
    const node = this.tube.nodes.get(id);
    if (node === undefined)
      throw new TubeError('unknown-node', `the tube ${this.tube.id} has no node "${id}"`);
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
}
