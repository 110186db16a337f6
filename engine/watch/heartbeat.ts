// Notices when this process, or the whole machine, stood still or its clock was set: then events may be lost, and stamps
// mean less than they seem to. Knows nothing of what is watched.

const BEAT_MS = 250;
/** A process that was stopped, or a machine that slept. Shorter stands only matter by the events that they pile up. */
const BLOCKED_MS = 5000;
const JUMP_MS = 1000;

export class Heartbeat implements Disposable {
  readonly #timer: NodeJS.Timeout;
  #last = performance.now();
  #offset = Date.now() - performance.now();

  /** `onBeat` is called several times a second, for what no event tells of. */
  constructor(onGap: (why: string) => void, onBeat: () => void) {
    this.#timer = setInterval(() => {
      const now = performance.now();
      const late = now - this.#last - BEAT_MS;
      this.#last = now;
      const offset = Date.now() - now;
      const jump = Math.abs(offset - this.#offset);
      this.#offset = offset;
      if (jump > JUMP_MS) onGap(`the clock jumped by ${Math.round(jump)} ms`);
      else if (late > BLOCKED_MS) onGap(`the process stood still for ${Math.round(late)} ms`);
      onBeat();
    }, BEAT_MS);
    this.#timer.unref();
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
