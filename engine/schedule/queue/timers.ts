// Things to do later, such as a retry after its backoff. Knows nothing of what they are.
import { PausableTimer } from '../../base/pausable-timer.ts';

export class Timers {
  readonly #pending = new Set<PausableTimer>();

  get size(): number {
    return this.#pending.size;
  }

  after(delayMs: number, action: () => void): void {
    const timer = new PausableTimer(delayMs, () => {
      this.#pending.delete(timer);
      action();
    });
    this.#pending.add(timer);
  }

  clear(): void {
    for (const timer of this.#pending) timer[Symbol.dispose]();
    this.#pending.clear();
  }
}
