// Signals → the two abort signals of a build: the first Ctrl-C stops starting, the second kills. Knows no build.
import type { Io, SignalName } from '../io.ts';

export class Interruption implements Disposable {
  readonly #stop = new AbortController();
  readonly #kill = new AbortController();
  readonly #subscription: Disposable;
  readonly #notify: (text: string) => void;

  constructor(io: Io, notify: (text: string) => void) {
    this.#notify = notify;
    this.#subscription = io.onSignal((signal) => this.#receive(signal));
  }

  get stop(): AbortSignal {
    return this.#stop.signal;
  }
  get kill(): AbortSignal {
    return this.#kill.signal;
  }
  get happened(): boolean {
    return this.#stop.signal.aborted;
  }

  [Symbol.dispose](): void {
    this.#subscription[Symbol.dispose]();
  }

  #receive(signal: SignalName): void {
    if (signal === 'SIGPIPE') {
      // Nobody reads any more, so nothing is said; what runs may end, since its results count.
      this.#stop.abort(signal);
    } else if (signal === 'SIGINT' && !this.happened) {
      this.#notify('stopping: jobs that run may end, no other starts; Ctrl-C again kills them');
      this.#stop.abort(signal);
    } else {
      this.#notify(`${signal}: killing the jobs that run`);
      this.#stop.abort(signal);
      this.#kill.abort(signal);
    }
  }
}
