// One run of a process that stays: started, watched until it is ready, ended with its whole group. Knows no job, and
// nothing of what comes after its end.
//
//   starting ──ready──▶ ready
//       └──────────────────┴──▶ ended (by itself, too slow, or stopped)
import { resolve } from 'node:path';
import type { ReadyPlan } from '../model/plan.ts';
import type { Executor, Exit, Running, Work } from './port.ts';
import { readinessOf, takesConnections } from './readiness.ts';

const GRACE_MS = 5000;

export type ServiceEnd =
  | { readonly type: 'stopped' }
  | { readonly type: 'exit'; readonly exit: Exit }
  /** It did not get ready in time, or could not have. */
  | { readonly type: 'not-ready'; readonly message: string };

export interface ServiceRequest {
  readonly work: Work;
  readonly ready: ReadyPlan;
  /** How long it may take until it is ready. */
  readonly readyMs: number;
  readonly executor: Executor;
  /** Absolute folder that the plan's paths are relative to. */
  readonly root: string;
  readonly onReady: () => void;
}

export class Service {
  /** Resolves when nothing of it is left. */
  readonly ended: Promise<ServiceEnd>;
  readonly #request: ServiceRequest;
  readonly #over = new AbortController();
  #running: Running | undefined;
  #isReady = false;
  #end: ServiceEnd | undefined;

  /** Starts after `before`, such as the end of an earlier run. */
  constructor(request: ServiceRequest, before: Promise<unknown>) {
    this.#request = request;
    this.ended = this.#run(before);
  }

  get isReady(): boolean {
    return this.#isReady && this.#end === undefined;
  }

  /** Safe to call twice, and after the end. */
  async stop(graceMs = GRACE_MS): Promise<void> {
    this.#finish({ type: 'stopped' }, graceMs);
    await this.ended;
  }

  async #run(before: Promise<unknown>): Promise<ServiceEnd> {
    const { work, ready, root, executor } = this.#request;
    await before;
    if (this.#end) return this.#end;
    const { port, file } = ready;
    if (port !== undefined && (await takesConnections(port)))
      return { type: 'not-ready', message: `port ${port} is taken by another process` };
    if (this.#end) return this.#end;
    const plan = { ...ready, ...(file !== undefined && { file: resolve(root, file) }) };
    const readiness = readinessOf(plan, work.log);
    const { timeoutMs: _timeout, ...rest } = work;
    this.#running = executor.run({ ...rest, ownGroup: true });
    const seconds = this.#request.readyMs / 1000;
    const timer = setTimeout(() => {
      const message = `was not ready within ${seconds} s: ${readiness.missing()}`;
      this.#finish({ type: 'not-ready', message }, GRACE_MS);
    }, this.#request.readyMs);
    void readiness.wait(this.#over.signal).then(() => {
      if (this.#over.signal.aborted) return;
      clearTimeout(timer);
      this.#isReady = true;
      this.#request.onReady();
    });
    const exit = await this.#running.exit;
    clearTimeout(timer);
    this.#over.abort();
    return (this.#end ??= { type: 'exit', exit });
  }

  #finish(end: ServiceEnd, graceMs: number): void {
    this.#end ??= end;
    this.#over.abort();
    this.#running?.kill(graceMs);
  }
}
