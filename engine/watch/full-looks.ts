// When everything is looked at again although nothing says so: once soon after the start, then now and again, and only
// while there is nothing else to do. Knows nothing of what is looked at.

const FIRST_MS = 5000;
const LATER_MS = 600_000;

export class FullLooks implements Disposable {
  #timer: NodeJS.Timeout | undefined;
  readonly #isResting: () => boolean;
  readonly #look: () => void;

  constructor(isResting: () => boolean, look: () => void) {
    this.#isResting = isResting;
    this.#look = look;
  }

  start(delayMs = FIRST_MS): void {
    this.#timer = setTimeout(() => {
      const isResting = this.#isResting();
      if (isResting) this.#look();
      this.start(isResting ? LATER_MS : FIRST_MS);
    }, delayMs);
    this.#timer.unref();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}
