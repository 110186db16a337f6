// A time after which a build is killed. Knows no build.
import { duration } from '../wording/duration.ts';

export class TimeLimit implements Disposable {
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;

  /** Without a time it never comes. */
  constructor(ms: number | undefined, notify: (text: string) => void) {
    if (ms === undefined) return;
    // Node's timers reach 24.8 days.
    this.#timer = setTimeout(
      () => {
        notify(`the build took longer than ${duration(ms)}: killing the jobs that run`);
        this.#abort.abort();
      },
      Math.min(ms, 2 ** 31 - 1),
    );
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}
