// The signals of one life of a watch: those of the watch, which lives longer, and one of its own. Knows no build.
import { onAbort } from '../../base/on-abort.ts';

export interface WatchSignals {
  readonly stop: AbortSignal;
  readonly kill: AbortSignal;
}

export class LifeSignals implements Disposable {
  readonly #leave = new AbortController();
  readonly #kill = new AbortController();
  /** The signals of the watch keep nothing of a life that is over. */
  readonly #over = new AbortController();

  /** `onStop` is told when the watch is stopped after this. */
  constructor(watch: WatchSignals, onStop: () => void) {
    onAbort(watch.stop, () => this.#leave.abort(), this.#over.signal);
    if (!watch.stop.aborted) onAbort(watch.stop, onStop, this.#over.signal);
    onAbort(watch.kill, () => this.#kill.abort(), this.#over.signal);
  }

  /** What runs may end, and nothing more is started: the watch ends, or its plan is replaced. */
  get stop(): AbortSignal {
    return this.#leave.signal;
  }

  get kill(): AbortSignal {
    return this.#kill.signal;
  }

  leave(): void {
    this.#leave.abort();
  }

  [Symbol.dispose](): void {
    this.#over.abort();
  }
}
