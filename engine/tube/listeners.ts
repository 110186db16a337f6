// Who is told of a runner's events. Knows nothing of what the events mean.
import type { Epoch } from './epoch.ts';
import type { TubeEvent } from './event.ts';

export type TubeListener = (event: TubeEvent) => void;

export class Listeners {
  #all: readonly TubeListener[] = [];
  #ended: Epoch[] = [];
  readonly #warned = new Set<string>();

  /** Returns what ends it. */
  add(listener: TubeListener): () => void {
    this.#all = [...this.#all, listener];
    return () => {
      this.#all = this.#all.filter((candidate) => candidate !== listener);
    };
  }

  get any(): boolean {
    return this.#all.length > 0;
  }

  /** Says it once. */
  warn(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.tell({ type: 'warning', time: Date.now(), code: 'extra-input', message });
  }

  tell(event: TubeEvent): void {
    for (const listener of this.#all) listener(event);
  }

  /** The end of an epoch is told after the events that have brought it about. */
  ended(epoch: Epoch): void {
    if (this.any) this.#ended.push(epoch);
  }

  tellEnded(): void {
    const ended = this.#ended;
    this.#ended = [];
    for (const epoch of ended) this.tell({ type: 'epoch-ended', time: Date.now(), epoch });
  }
}
