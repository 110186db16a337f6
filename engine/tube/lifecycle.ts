// The life of a runner: stopped, running, and between. Knows nothing of what is started.
import { isThenable } from './maybe.ts';
import type { MaybePromise } from './maybe.ts';
import { TubeError } from './tube-error.ts';

export type RunnerStatus = 'stopped' | 'starting' | 'running' | 'stopping';

/**
 * ```
 * stopped ── start ──> starting ──> running ── stop ──> stopping ──> stopped
 *    ^─────── it failed ───┘                     (whether or not it failed)
 * ```
 */
export class Lifecycle {
  #status: RunnerStatus = 'stopped';

  get status(): RunnerStatus {
    return this.#status;
  }

  /** Throws `already-running` unless it is stopped. */
  start(name: string, start: () => MaybePromise<void>): MaybePromise<void> {
    if (this.#status !== 'stopped')
      throw new TubeError('already-running', `the tube ${name} is ${this.#status} already`);
    this.#status = 'starting';
    return this.#then(start, 'running');
  }

  /** Does nothing unless it is running. */
  stop(stop: () => MaybePromise<void>): MaybePromise<void> {
    if (this.#status !== 'running') return undefined;
    this.#status = 'stopping';
    return this.#then(stop, 'stopped');
  }

  #then(step: () => MaybePromise<void>, next: RunnerStatus): MaybePromise<void> {
    const failed = (error: unknown): never => {
      this.#status = 'stopped';
      throw error;
    };
    const arrive = (): void => {
      this.#status = next;
    };
    let pending: MaybePromise<void>;
    try {
      pending = step();
    } catch (error) {
      return failed(error);
    }
    return isThenable(pending) ? pending.then(arrive, failed) : arrive();
  }
}
