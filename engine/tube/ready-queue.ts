// The calls that may be made, in the order in which they became ready. Knows nothing of why.
import type { PlanNode } from './plan.ts';
import type { Sorter } from './sorter.ts';

/** A node that may run in an epoch. */
export interface Call {
  readonly sorter: Sorter;
  readonly node: PlanNode;
}

/** First in, first out, in constant time. */
export class ReadyQueue {
  #items: (Call | undefined)[] = [];
  #taken = 0;

  push(item: Call): void {
    this.#items.push(item);
  }

  take(): Call | undefined {
    if (this.#taken === this.#items.length) {
      if (this.#taken > 0) {
        this.#items = [];
        this.#taken = 0;
      }
      return undefined;
    }
    const item = this.#items[this.#taken];
    this.#items[this.#taken++] = undefined;
    if (this.#taken > 4096 && this.#taken * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#taken);
      this.#taken = 0;
    }
    return item;
  }
}
