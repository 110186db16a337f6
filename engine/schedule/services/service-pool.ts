// The services that run now, by the names of their jobs. Outlives the build that started them, so that another pipeline
// takes up what it would start just so; ends them all at its own end. Knows no job and no graph.
import type { Executor } from '../../executor/port.ts';
import { Service } from '../../executor/service.ts';
import type { ServiceEnd, ServiceRequest } from '../../executor/service.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { RunRow } from '../../store/rows.ts';

export interface PoolOptions {
  readonly root: string;
  readonly executor: Executor;
  /** Services run although no job needs them: a watch. */
  readonly keepsAll: boolean;
  /** Aborted: what runs is killed without grace. */
  readonly kill: AbortSignal;
}

/** Told of what happens to services; there is one at a time. */
export interface PoolListener {
  readonly onReady: (service: PooledService) => void;
  /** It ended, and nobody had told it to. */
  readonly onFailed: (service: PooledService, end: Exclude<ServiceEnd, { type: 'stopped' }>) => void;
  readonly onStopped: (service: PooledService) => void;
}

export interface PooledService {
  /** Of its job, as it is printed. */
  readonly name: string;
  /** Of all that it was started from. */
  readonly fingerprint: Fingerprint;
  readonly run: RunRow;
}

interface Entry extends PooledService {
  readonly process: Service;
}

export class ServicePool implements AsyncDisposable {
  readonly #options: PoolOptions;
  readonly #entries = new Map<string, Entry>();
  /** Ends in a row, since it last started for another reason. */
  readonly #failures = new Map<string, number>();
  listener: PoolListener | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
    options.kill.addEventListener('abort', () => {
      for (const { process } of this.#entries.values()) void process.stop(0);
    });
  }

  get keepsAll(): boolean {
    return this.#options.keepsAll;
  }

  get(name: string): (PooledService & { readonly isReady: boolean }) | undefined {
    const entry = this.#entries.get(name);
    return entry && { ...entry, isReady: entry.process.isReady };
  }

  all(): readonly PooledService[] {
    return [...this.#entries.values()];
  }

  isReady(name: string): boolean {
    return this.#entries.get(name)?.process.isReady ?? false;
  }

  /** Starts a service, once one of that name that runs has ended. */
  start(service: PooledService, request: Pick<ServiceRequest, 'work' | 'ready' | 'readyMs'>): void {
    const before = this.#entries.get(service.name);
    const entry: Entry = {
      ...service,
      process: new Service(
        {
          ...request,
          root: this.#options.root,
          executor: this.#options.executor,
          onReady: () => this.listener?.onReady(entry),
        },
        before ? before.process.stop() : Promise.resolve(),
      ),
    };
    this.#entries.set(service.name, entry);
    void entry.process.ended.then((end) => {
      if (this.#entries.get(entry.name) === entry) this.#entries.delete(entry.name);
      if (end.type === 'stopped') this.listener?.onStopped(entry);
      else this.listener?.onFailed(entry, end);
    });
  }

  stop(name: string): void {
    void this.#entries.get(name)?.process.stop();
  }

  /** Counts a failure, and returns how many there were in a row. */
  failedAgain(name: string): number {
    const count = (this.#failures.get(name) ?? 0) + 1;
    this.#failures.set(name, count);
    return count;
  }

  forgetFailures(name: string): void {
    this.#failures.delete(name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#entries.values()].map(({ process }) => process.stop()));
    await this.#options.executor[Symbol.asyncDispose]();
  }
}
