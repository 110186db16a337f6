// The numbers of root epochs: which are taken, which have ended. Keeps no more than the gaps. Knows no nodes.
import { TubeError } from './tube-error.ts';

export class EpochLog {
  #next = 0;
  #firstOpen = 0;
  readonly #open = new Set<number>();
  /** Ended, though an earlier one has not. */
  readonly #ended = new Set<number>();

  /** The first number that has not ended. */
  get firstOpen(): number {
    return this.#firstOpen;
  }

  /** Takes the next number, or one that is named. Throws `epoch-exists` and `epoch-completed`. */
  take(number: number = this.#next): number {
    if (this.#open.has(number)) throw new TubeError('epoch-exists', `epoch ${number} is already running`);
    if (this.hasEnded(number)) throw new TubeError('epoch-completed', `epoch ${number} has already ended`);
    this.#next = Math.max(this.#next, number + 1);
    this.#open.add(number);
    return number;
  }

  isOpen(number: number): boolean {
    return this.#open.has(number);
  }

  hasEnded(number: number): boolean {
    return number < this.#firstOpen || this.#ended.has(number);
  }

  end(number: number): void {
    this.#open.delete(number);
    this.#ended.add(number);
    while (this.#ended.delete(this.#firstOpen)) this.#firstOpen++;
  }

  /** Everything so far has ended, also what was never opened. */
  endAll(): void {
    this.#open.clear();
    this.#ended.clear();
    this.#firstOpen = this.#next;
  }
}
