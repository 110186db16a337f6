// Lets other work in between many looks. Knows not what is looked at.
import { setImmediate as turn } from 'node:timers/promises';

/** The longest that looking may keep the event loop to itself. */
const SLICE_MS = 20;

export class Slice {
  #since = performance.now();

  async pause(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await turn();
    this.#since = performance.now();
  }
}
