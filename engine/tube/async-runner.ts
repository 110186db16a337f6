// Runs a tube in this process with all nodes that are ready at once. Order is kept only where a node is stateful.
import type { Emission } from './emission.ts';
import type { InputValues } from './input.ts';
import { isThenable } from './maybe.ts';
import type { MaybePromise } from './maybe.ts';
import type { ChildRunner } from './node.ts';
import type { Inputs } from './node-kind.ts';
import { NodeHost } from './node-host.ts';
import { TubeRunner } from './runner.ts';
import { exhausted } from './run.ts';
import type { ProcessOptions, Run, RunnerOptions } from './run.ts';
import type { Call } from './ready-queue.ts';
import { stalled, waitsForEpoch } from './stall.ts';
import { SyncRunner } from './sync-runner.ts';
import type { Tube, TubeNode } from './tube.ts';

export interface AsyncRunnerOptions extends RunnerOptions {
  /** The most calls that may be under way. Default: 128. */
  readonly maxPending?: number;
  /** The most epochs that `run` has under way. Default: 1. */
  readonly epochs?: number;
}

/** An epoch under way, and who waits for it. */
interface Flight {
  readonly run: Run;
  calls: number;
  readonly landed: Promise<void>;
  failure: { readonly error: unknown } | undefined;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

/** `process` may be called again before the last one has ended. After a failure the epoch's other calls are awaited. */
export class AsyncRunner extends TubeRunner {
  override readonly kind: 'async' | 'process' = 'async';
  readonly #maxPending: number;
  readonly #window: number;
  readonly #flights = new Map<number, Flight>();
  readonly #host: NodeHost | undefined;
  #calls = 0;
  #pumping = false;
  #starting: Promise<void> | undefined;

  constructor(tube: Tube, options: AsyncRunnerOptions = {}) {
    super(tube, options);
    this.#maxPending = options.maxPending ?? 128;
    this.#window = Math.max(1, options.epochs ?? 1);
    this.#host = this.makeHost(tube);
  }

  get state(): NodeHost['state'] | undefined {
    return this.#host?.state;
  }

  override async process(input: InputValues = {}, options: ProcessOptions = {}): Promise<unknown> {
    const values = this.validateInput(input);
    if (this.status === 'stopped') this.#starting = Promise.resolve(this.init());
    if (this.status === 'starting') await this.#starting;
    const root = this.scheduler.reserve(options.epoch);
    try {
      const opened = this.openEpoch(root);
      if (isThenable(opened)) await opened;
    } catch (error) {
      this.scheduler.release(root);
      throw error;
    }
    let run: Run | undefined;
    try {
      run = this.beforeProcess(root, values);
      await this.#fly(run);
    } catch (error) {
      if (run !== undefined) this.afterFailure(run);
      await this.#close(root).catch(() => undefined);
      this.#pump(); // others may have waited for this epoch
      throw error;
    }
    const result = this.afterProcess(run);
    await this.#close(root);
    if (run.exhausted !== undefined) throw exhausted(run);
    return result;
  }

  protected override get window(): number {
    return this.#window;
  }

  async #close(root: number): Promise<void> {
    const closed = this.closeEpoch(root);
    if (isThenable(closed)) await closed;
  }

  /** Resolves when the epoch has ended, or has failed and none of its calls is under way any longer. */
  #fly(run: Run): Promise<void> {
    const { promise: landed, resolve: done, reject: fail } = Promise.withResolvers<void>();
    this.#flights.set(run.root, { run, calls: 0, landed, failure: undefined, done, fail });
    this.#pump();
    return landed;
  }

  /** Calls whatever is ready, until nothing is or too much is under way. */
  #pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      while (this.#calls < this.#maxPending) {
        const call = this.scheduler.take();
        if (call === undefined) break;
        const flight = this.#flights.get(call.sorter.epoch.root);
        if (flight === undefined || flight.failure !== undefined || !this.filterReady(call)) continue;
        this.#start(call, flight);
      }
    } finally {
      this.#pumping = false;
    }
    this.#land();
  }

  #start(call: Call, flight: Flight): void {
    try {
      const inputs = this.collectInput(call, flight.run);
      this.beforeCallNode(call, inputs);
      const emission = this.callNode(call, inputs);
      if (!isThenable(emission)) return this.#emitted(call, flight, emission);
      this.#calls++;
      flight.calls++;
      const answered = (then: () => void): void => {
        this.#calls--;
        flight.calls--;
        this.#guard(flight, then);
        this.#pump();
      };
      emission.then(
        (value) => answered(() => this.#emitted(call, flight, value)),
        (error: unknown) => answered(() => this.#fail(flight, error)),
      );
    } catch (error) {
      this.#fail(flight, error);
    }
  }

  #guard(flight: Flight, step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#fail(flight, error);
    }
  }

  #emitted(call: Call, flight: Flight, emission: Emission): void {
    if (flight.failure !== undefined) return;
    this.afterCallNode(call, emission);
    this.handleEvents(call, flight.run, emission);
  }

  #fail(flight: Flight, error: unknown): void {
    flight.failure ??= { error };
  }

  /** Ends the epochs that have nothing more to wait for. */
  #land(): void {
    for (const [root, flight] of this.#flights) {
      if (flight.calls > 0) continue;
      if (flight.failure !== undefined) {
        this.#flights.delete(root);
        flight.fail(flight.failure.error);
      } else if (flight.run.sorter.ended) {
        this.#flights.delete(root);
        flight.done();
      } else if (this.#calls === 0 && !waitsForEpoch(this.scheduler, flight.run.sorter)) {
        this.#stall(root, flight);
      }
    }
  }

  /** An epoch that waits for one that has failed goes on once that one has been given up. */
  #stall(root: number, flight: Flight): void {
    const failing = [...this.scheduler.active].some((sorter) => !this.#flights.has(sorter.epoch.root));
    if (failing) return;
    this.#flights.delete(root);
    flight.fail(stalled(this.scheduler, flight.run.sorter));
  }

  protected makeHost(tube: Tube): NodeHost | undefined {
    return new NodeHost(tube, [...tube.nodes.values()]);
  }

  protected get host(): NodeHost {
    return this.#host as NodeHost;
  }

  protected openEpoch(root: number): MaybePromise<void> {
    return this.host.openEpoch(root);
  }

  protected closeEpoch(root: number): MaybePromise<void> {
    return this.host.closeEpoch(root);
  }

  protected override callNode(call: Call, inputs: Inputs): MaybePromise<Emission> {
    if (call.node.role !== 'call') return this.callSpecial(call, inputs);
    return this.host.call(this.getNode(call), inputs, call.sorter.epoch);
  }

  protected override start(): MaybePromise<void> {
    return this.host.init(this.tube.enabled, (node) => this.getContext(node));
  }

  protected override async stop(): Promise<void> {
    await this.settled();
    await this.host.deinit();
  }

  /** Ends the epochs that wait for one that never came, and waits for the calls of the others. */
  protected async settled(): Promise<void> {
    const waiting = [...this.#flights.values()];
    for (const flight of waiting) {
      if (waitsForEpoch(this.scheduler, flight.run.sorter))
        this.#fail(flight, stalled(this.scheduler, flight.run.sorter));
    }
    this.#land();
    await Promise.allSettled(waiting.map((flight) => flight.landed));
  }

  protected override startNode(node: TubeNode): MaybePromise<void> {
    return this.host.initNode(node, this.getContext(node));
  }

  protected override stopNode(node: TubeNode): MaybePromise<void> {
    return this.host.deinitNode(node.id);
  }

  protected override openTube(tube: Tube): ChildRunner {
    return new SyncRunner(tube);
  }
}
