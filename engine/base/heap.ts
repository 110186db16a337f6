// A binary heap: a queue from which the first by some order comes out first. Knows nothing of what stands in it.

export class Heap<T> {
  readonly #items: T[] = [];
  readonly #before: (a: T, b: T) => boolean;

  /** `before` must not change its answer about two items while both are in. */
  constructor(before: (a: T, b: T) => boolean) {
    this.#before = before;
  }

  get size(): number {
    return this.#items.length;
  }

  /** The first, left where it is. */
  get first(): T | undefined {
    return this.#items[0];
  }

  push(item: T): void {
    const items = this.#items;
    items.push(item);
    for (let index = items.length - 1; index > 0;) {
      const parent = (index - 1) >> 1;
      if (!this.#before(items[index]!, items[parent]!)) return;
      [items[index], items[parent]] = [items[parent]!, items[index]!];
      index = parent;
    }
  }

  pop(): T | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (items.length === 0 || last === undefined) return first;
    items[0] = last;
    for (let index = 0; ;) {
      let least = index;
      for (let child = 2 * index + 1; child <= 2 * index + 2 && child < items.length; child++) {
        if (this.#before(items[child]!, items[least]!)) least = child;
      }
      if (least === index) return first;
      [items[index], items[least]] = [items[least]!, items[index]!];
      index = least;
    }
  }
}
