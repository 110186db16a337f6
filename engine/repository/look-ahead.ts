// Looks that a second thread takes ahead, for a table that goes by them: each stands for one look, the first. Knows no store,
// and not how that thread is started.
import { BEGUN, CLOSED, MOST_ENTRIES, OPEN, OVER, shareWork, STARTING, STATE, TURN } from './ahead-work.ts';
import type { AheadWork } from './ahead-work.ts';
import { countBelow, lastUpTo, type ReadBlock } from './block-index.ts';
import { BLOCK_ENTRIES } from './stat-block.ts';

/** A thread takes 10 ms to start, and more on a busy machine, in which some ten thousand paths are looked at. */
const BLOCKS_FOR_TWO = 100;

/** How long one look of the other thread may take when it is told to stop. */
const PATIENCE_MS = 5000;

export class LookAhead {
  readonly #root: string;
  readonly #starts: readonly string[];
  readonly #start: (work: AheadWork) => boolean;
  #work: AheadWork | undefined;
  /** By entry: the turn in which it was found to be just as known, until that is taken. */
  #same = new Int32Array(0);
  #turn = 0;

  /** `starts` of all blocks in order; `start` has another thread look ahead, or answers with false. */
  constructor(root: string, starts: readonly string[], start: (work: AheadWork) => boolean) {
    this.#root = root;
    this.#starts = starts;
    this.#start = start;
  }

  /** Files whose paths start so will be looked at: worth a second thread where there are many. */
  expect(prefixes: readonly string[]): void {
    if (this.#work) return;
    const blocks = this.#blocksOf(prefixes);
    if (blocks.length < BLOCKS_FOR_TWO) return;
    const work = shareWork(this.#root, this.#starts, blocks);
    if (!this.#start(work)) return;
    this.#work = work;
    this.#turn = work.cells[TURN]!;
    this.#makeRoom(this.#starts.length * BLOCK_ENTRIES);
  }

  #blocksOf(prefixes: readonly string[]): number[] {
    const blocks = new Set<number>();
    for (const prefix of prefixes) {
      const end = countBelow(this.#starts, `${prefix}\uffff`);
      for (let block = Math.max(0, lastUpTo(this.#starts, prefix)); block < end; block++) blocks.add(block);
    }
    return [...blocks].toSorted((a, b) => a - b);
  }

  /** The table begins with a block, whose entries have numbers from `first` on. */
  begin({ paths, sum }: ReadBlock, block: number, first: number): void {
    if (!this.#work) return;
    const { seen, sums, same } = this.#work;
    if (Atomics.exchange(seen, block, BEGUN) !== this.#turn || sums[block] !== sum) return;
    this.#makeRoom(first + paths.length);
    const from = block * MOST_ENTRIES;
    for (let index = 0; index < paths.length; index++)
      if (same[from + index] === 1) this.#same[first + index] = this.#turn;
  }

  /** Whether an entry was found to be just as known. Once: who asks again wants to know what is there by then. */
  takeSame(entry: number): boolean {
    if (this.#same[entry] !== this.#turn) return false;
    this.#same[entry] = 0;
    return true;
  }

  /** The entry is no longer what was known. */
  forget(entry: number): void {
    if (entry < this.#same.length) this.#same[entry] = 0;
  }

  /** Pipe itself changed a file, which other paths may lead to as well: looks begin anew. */
  voidAll(): void {
    if (!this.#work) return;
    this.#turn++;
    Atomics.store(this.#work.cells, TURN, this.#turn);
    Atomics.notify(this.#work.cells, TURN);
  }

  /** Returns when the other thread has closed what it read. */
  end(): void {
    if (!this.#work) return;
    const { cells } = this.#work;
    this.#work = undefined;
    this.#turn = OVER;
    this.#same = new Int32Array(0);
    Atomics.store(cells, TURN, OVER);
    Atomics.notify(cells, TURN);
    if (Atomics.compareExchange(cells, STATE, STARTING, CLOSED) === OPEN)
      Atomics.wait(cells, STATE, OPEN, PATIENCE_MS);
  }

  #makeRoom(entries: number): void {
    if (entries <= this.#same.length) return;
    const wider = new Int32Array(Math.max(entries, this.#same.length * 2));
    wider.set(this.#same);
    this.#same = wider;
  }
}
