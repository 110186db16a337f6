// Runs a tube one node at a time, in this process. Waits for the event loop only where a node is asynchronous.
import type { Emission } from './emission.ts';
import type { InputValues } from './input.ts';
import { ensure, isThenable, andThen } from './maybe.ts';
import type { MaybePromise } from './maybe.ts';
import type { ChildRunner } from './node.ts';
import type { Inputs } from './node-kind.ts';
import { NodeHost } from './node-host.ts';
import { TubeRunner } from './runner.ts';
import { exhausted } from './run.ts';
import type { ProcessOptions, Run, RunnerOptions } from './run.ts';
import type { Call } from './ready-queue.ts';
import { stalled } from './stall.ts';
import type { Tube, TubeNode } from './tube.ts';
import { TubeError } from './tube-error.ts';

/** Where no node is asynchronous, `init`, `process` and `deinit` return at once and no promise is made. */
export class SyncRunner extends TubeRunner {
  override readonly kind = 'sync';
  readonly #host: NodeHost;
  /** The end of the epoch under way. */
  #busy: Promise<unknown> | undefined;
  #calling = false;

  constructor(tube: Tube, options: RunnerOptions = {}) {
    super(tube, options);
    this.#host = new NodeHost(tube, [...tube.nodes.values()]);
  }

  get state(): NodeHost['state'] {
    return this.#host.state;
  }

  override process(input: InputValues = {}, options: ProcessOptions = {}): MaybePromise<unknown> {
    if (this.#calling)
      throw new TubeError('busy', `a node of the tube ${this.tube.id} called the runner that is calling it`);
    if (this.#busy !== undefined) {
      const next = this.#busy.then(
        () => this.#process(input, options),
        () => this.#process(input, options),
      );
      return this.#hold(next);
    }
    const result = this.#process(input, options);
    return isThenable(result) ? this.#hold(Promise.resolve(result)) : result;
  }

  #hold(result: Promise<unknown>): Promise<unknown> {
    this.#busy = result;
    const free = (): void => {
      if (this.#busy === result) this.#busy = undefined;
    };
    result.then(free, free);
    return result;
  }

  #process(input: InputValues, options: ProcessOptions): MaybePromise<unknown> {
    const values = this.validateInput(input);
    if (this.status !== 'stopped') return this.#epoch(values, options);
    return andThen(this.init(), () => this.#epoch(values, options));
  }

  #epoch(values: InputValues, options: ProcessOptions): MaybePromise<unknown> {
    const root = this.scheduler.reserve(options.epoch);
    let opened: MaybePromise<void>;
    const failed = (error: unknown): never => {
      this.scheduler.release(root);
      throw error;
    };
    try {
      opened = this.#host.openEpoch(root);
    } catch (error) {
      return failed(error);
    }
    if (isThenable(opened)) return opened.then(() => this.#inside(root, values), failed);
    return this.#inside(root, values);
  }

  #inside(root: number, values: InputValues): MaybePromise<unknown> {
    const run = this.beforeProcess(root, values);
    return ensure(
      () => {
        let driven: MaybePromise<void>;
        try {
          driven = this.#drive(run);
        } catch (error) {
          return this.#fail(run, error);
        }
        if (!isThenable(driven)) return this.#finish(run);
        return driven.then(
          () => this.#finish(run),
          (error: unknown) => this.#fail(run, error),
        );
      },
      () => this.#host.closeEpoch(root),
    );
  }

  #drive(run: Run): MaybePromise<void> {
    for (let call = this.scheduler.take(); call !== undefined; call = this.scheduler.take()) {
      if (!this.filterReady(call)) continue;
      const inputs = this.collectInput(call, run);
      this.beforeCallNode(call, inputs);
      this.#calling = true;
      let emission: MaybePromise<Emission>;
      try {
        emission = this.callNode(call, inputs);
      } finally {
        this.#calling = false;
      }
      if (isThenable(emission)) {
        const waiting = call;
        return emission.then((value) => {
          this.#emitted(waiting, run, value);
          return this.#drive(run);
        });
      }
      this.#emitted(call, run, emission);
    }
    if (!run.sorter.ended) throw stalled(this.scheduler, run.sorter);
  }

  #emitted(call: Call, run: Run, emission: Emission): void {
    this.afterCallNode(call, emission);
    this.handleEvents(call, run, emission);
  }

  #finish(run: Run): unknown {
    const result = this.afterProcess(run);
    if (run.exhausted !== undefined) throw exhausted(run);
    return result;
  }

  #fail(run: Run, error: unknown): never {
    this.afterFailure(run);
    throw error;
  }

  protected override callNode(call: Call, inputs: Inputs): MaybePromise<Emission> {
    if (call.node.role !== 'call') return this.callSpecial(call, inputs);
    return this.#host.call(this.getNode(call), inputs, call.sorter.epoch);
  }

  protected override start(): MaybePromise<void> {
    return this.#host.init(this.tube.enabled, (node) => this.getContext(node));
  }

  protected override stop(): MaybePromise<void> {
    if (this.#busy === undefined) return this.#host.deinit();
    return this.#busy.then(
      () => this.#host.deinit(),
      () => this.#host.deinit(),
    );
  }

  protected override startNode(node: TubeNode): MaybePromise<void> {
    return this.#host.initNode(node, this.getContext(node));
  }

  protected override stopNode(node: TubeNode): MaybePromise<void> {
    return this.#host.deinitNode(node.id);
  }

  protected override openTube(tube: Tube): ChildRunner {
    return new SyncRunner(tube);
  }
}
