// A timer for any delay that can stand still: only the time counts in which it is not paused. Knows nothing of what it is
// for.

/** Longer delays, of some 25 days, overflow Node's timers and would end at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

export class PausableTimer implements Disposable {
  readonly #action: () => void;
  #left: number;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Runs from now on; `action` is called once, after `afterMs`. */
  constructor(afterMs: number, action: () => void) {
    this.#left = afterMs;
    this.#action = action;
    this.resume();
  }

  pause(): void {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#left -= performance.now() - this.#since;
  }

  resume(): void {
    if (this.#timer) return;
    this.#since = performance.now();
    this.#timer =
      this.#left > MAX_DELAY_MS
        ? setTimeout(() => this.#goOn(), MAX_DELAY_MS)
        : setTimeout(this.#action, Math.max(0, this.#left));
  }

  #goOn(): void {
    this.pause();
    this.resume();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
