// One job as the host sees it while it runs: its end, its signal, and which job a piece of running code belongs to.
// Knows no modules, handles or messages.
//
//   running ──function settled, or fail()──▶ ended
import { AsyncLocalStorage } from 'node:async_hooks';
import { getEventListeners } from 'node:events';
import type { StreamPaths } from './protocol.ts';

/** Carries the job through everything that its function starts, so that what comes late is not taken for the next job's. */
const contexts = new AsyncLocalStorage<HostJob>();
let current: HostJob | undefined;

export class HostJob {
  readonly streams: StreamPaths;
  /** Resolves with the first error that reached the job by another way than its function's promise. */
  readonly failure: Promise<unknown>;
  readonly #fail: (error: unknown) => void;
  readonly #controller = new AbortController();
  #failed = false;
  #ended = false;
  #signalUsed = false;

  private constructor(streams: StreamPaths) {
    this.streams = streams;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.failure = promise;
    this.#fail = resolve;
  }

  static begin(streams: StreamPaths): HostJob {
    current = new HostJob(streams);
    return current;
  }

  /** The running job, if any. */
  static get current(): HostJob | undefined {
    return current;
  }

  /**
   * The job that the calling code belongs to, unless that has ended. Code outside of any job, such as a callback that a
   * module registered when it was loaded, counts as the running job's.
   */
  static get owner(): HostJob | undefined {
    const owner = contexts.getStore() ?? current;
    return owner === undefined || owner.#ended ? undefined : owner;
  }

  get failed(): boolean {
    return this.#failed;
  }

  get signal(): AbortSignal {
    this.#signalUsed = true;
    return this.#controller.signal;
  }

  /** The function has asked for the signal, and so may want to end by itself. */
  get signalUsed(): boolean {
    return this.#signalUsed;
  }

  /** Something waits for the abort. */
  get awaitsAbort(): boolean {
    return getEventListeners(this.#controller.signal, 'abort').length > 0;
  }

  /** Runs code that outlives the running job, so that what it does later belongs to whoever runs then. */
  static outside<T>(code: () => T): T {
    return contexts.exit(code);
  }

  /** Runs the user's code as this job's. */
  run<T>(code: () => T): T {
    return contexts.run(this, code);
  }

  fail(error: unknown): void {
    this.#failed = true;
    this.#fail(error);
  }

  abort(): void {
    this.#controller.abort(new DOMException('the job is being ended', 'AbortError'));
  }

  end(): void {
    this.#ended = true;
    current = undefined;
  }
}
