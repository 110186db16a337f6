// Which keys of a translator lead to which key of the base, both ways, so that a change of one member concerns just the
// keys that it must. Knows no member.

export class RelatedIndex {
  readonly #targets = new Map<string, string>();
  readonly #keys = new Map<string, Set<string>>();

  /** Takes up what the translator gives for a key now; undefined: nothing. */
  set(key: string, target: string | undefined): void {
    const before = this.#targets.get(key);
    if (before === target) return;
    if (before !== undefined) {
      const keys = this.#keys.get(before);
      if (keys?.delete(key) && keys.size === 0) this.#keys.delete(before);
    }
    if (target === undefined) {
      this.#targets.delete(key);
      return;
    }
    this.#targets.set(key, target);
    const keys = this.#keys.get(target);
    if (keys) keys.add(key);
    else this.#keys.set(target, new Set([key]));
  }

  target(key: string): string | undefined {
    return this.#targets.get(key);
  }

  /** The keys that lead to a key of the base. */
  keysOf(target: string): Iterable<string> {
    return this.#keys.get(target) ?? [];
  }
}
