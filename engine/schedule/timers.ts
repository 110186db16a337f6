// Things to do later, such as a retry after its backoff. Knows nothing of what they are.

export class Timers {
  readonly #pending = new Set<NodeJS.Timeout>();

  get size(): number {
    return this.#pending.size;
  }

  after(delayMs: number, action: () => void): void {
    const timer = setTimeout(
      () => {
        this.#pending.delete(timer);
        action();
      },
      Math.max(0, delayMs),
    );
    this.#pending.add(timer);
  }

  clear(): void {
    for (const timer of this.#pending) clearTimeout(timer);
    this.#pending.clear();
  }
}
