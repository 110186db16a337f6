// Changes of members that still have to be passed on. Knows no member and no job.

/** Passes changes on in the order in which they came; a queue, so that a chain of any length needs no deep stack. */
export class ChangeQueue {
  readonly #onChange: (repository: number, key: string) => void;
  readonly #changes: { repository: number; key: string }[] = [];
  #flowing = false;

  constructor(onChange: (repository: number, key: string) => void) {
    this.#onChange = onChange;
  }

  /** Passes a change on before it returns, with all that follows from it, unless one is being passed on now. */
  add(repository: number, key: string): void {
    this.#changes.push({ repository, key });
    if (this.#flowing) return;
    this.#flowing = true;
    for (let head = 0; head < this.#changes.length; head++) {
      const change = this.#changes[head]!;
      this.#onChange(change.repository, change.key);
    }
    this.#changes.length = 0;
    this.#flowing = false;
  }
}
