// The pause between two rounds of a watch: who waits for it, and what ends it. Knows nothing of rounds.

export class Rest {
  readonly #waiting: (() => void)[] = [];
  #wake: (() => void) | undefined;
  #isResting = false;

  get isResting(): boolean {
    return this.#isResting;
  }

  /** Rests until that is so; it is asked at each `wake`. */
  async until(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      this.#isResting = true;
      this.release();
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    this.#isResting = false;
  }

  wake(): void {
    this.#wake?.();
  }

  /** Resolves at the next rest. */
  async next(): Promise<void> {
    await new Promise<void>((done) => {
      this.#waiting.push(done);
    });
  }

  /** Lets those go who wait for a rest. */
  release(): void {
    for (const done of this.#waiting.splice(0)) done();
  }
}
