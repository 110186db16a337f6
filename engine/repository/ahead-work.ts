// What two threads share of looks that one takes ahead of the other, and what the one that goes ahead does: block after block
// of what is known of files, it looks whether they lie there just as known. Knows no table and no store.
//
// A block is looked at in a turn. The turn ends when the other thread changes a file, and all that was seen in it is void.
import { lstatSync } from 'node:fs';
import { BLOCK_ENTRIES, unpackStats, type StatBlock } from './stat-block.ts';
import { WIDTH } from './stat-row.ts';

export interface AheadWork {
  /** Ends with a slash. */
  readonly base: string;
  /** Of all blocks, in order. */
  readonly starts: readonly string[];
  /** Numbers of those that will be asked for. */
  readonly blocks: readonly number[];
  /** `TURN` and `STATE`. */
  readonly cells: Int32Array;
  /** By block: the turn in which it was looked at, or `BEGUN`. */
  readonly seen: Int32Array;
  /** By block: that of the bytes that were gone by. */
  readonly sums: Uint32Array;
  /** `MOST_ENTRIES` for each block: 1 where a file is just as known. */
  readonly same: Uint8Array;
}

/** Where blocks can be read until it is closed. */
export interface AheadBlocks extends Disposable {
  readonly read: (start: string) => { readonly body: Uint8Array; readonly sum: number } | undefined;
}

export const TURN = 0;
export const STATE = 1;

/** Those that follow are greater. */
const FIRST_TURN = 1;
/** Instead of a turn: the thread that goes ahead has nothing more to do. */
export const OVER = -1;
/** The other thread has come to the block: it is no longer looked at ahead. */
export const BEGUN = -1;

/** States of the thread that goes ahead. */
export const STARTING = 0;
export const OPEN = 1;
export const CLOSED = 2;

/** Blocks of more are left alone. */
export const MOST_ENTRIES = 2 * BLOCK_ENTRIES;

export function shareWork(root: string, starts: readonly string[], blocks: readonly number[]): AheadWork {
  const count = starts.length;
  const cells = new Int32Array(new SharedArrayBuffer(8));
  cells[TURN] = FIRST_TURN;
  return {
    base: `${root}/`,
    starts,
    blocks,
    cells,
    seen: new Int32Array(new SharedArrayBuffer(4 * count)),
    sums: new Uint32Array(new SharedArrayBuffer(4 * count)),
    same: new Uint8Array(new SharedArrayBuffer(MOST_ENTRIES * count)),
  };
}

/** Looks ahead until it is over: from the last block on, since the other thread begins with the first. */
export function lookAhead(work: AheadWork, open: () => AheadBlocks): void {
  const { cells, blocks } = work;
  if (Atomics.compareExchange(cells, STATE, STARTING, OPEN) !== STARTING) return;
  try {
    using source = open();
    for (let turn = Atomics.load(cells, TURN); turn !== OVER; turn = Atomics.load(cells, TURN)) {
      for (let at = blocks.length; at > 0 && isTurn(work, turn);)
        lookAtBlock(work, source, blocks[--at]!, turn);
      Atomics.wait(cells, TURN, turn);
    }
  } finally {
    Atomics.store(cells, STATE, CLOSED);
    Atomics.notify(cells, STATE);
  }
}

function isTurn({ cells }: AheadWork, turn: number): boolean {
  return Atomics.load(cells, TURN) === turn;
}

function lookAtBlock(work: AheadWork, source: AheadBlocks, block: number, turn: number): void {
  const { seen, sums, starts } = work;
  const before = Atomics.load(seen, block);
  if (before === BEGUN) return;
  const bytes = source.read(starts[block]!);
  const known = bytes && unpackStats(bytes.body);
  if (!known || known.paths.length > MOST_ENTRIES) return;
  if (!compare(work, known, block, turn)) return;
  sums[block] = bytes.sum;
  Atomics.compareExchange(seen, block, before, turn);
}

/** False if the turn ended. */
function compare(work: AheadWork, { paths, numbers, more }: StatBlock, block: number, turn: number): boolean {
  const { same, base } = work;
  const first = block * MOST_ENTRIES;
  for (const [index, path] of paths.entries()) {
    if (!isTurn(work, turn)) return false;
    const isSame = isAsKnown(path.startsWith('/') ? path : base + path, numbers, index * WIDTH);
    same[first + index] = isSame ? 1 : 0;
  }
  // Of a link there are two tuples.
  for (const [index, { link }] of more) if (link !== undefined) same[first + index] = 0;
  return true;
}

function isAsKnown(absolute: string, numbers: Float64Array, at: number): boolean {
  try {
    const stats = lstatSync(absolute, QUIET);
    return (
      stats !== undefined &&
      numbers[at + 1] === stats.mtimeMs &&
      numbers[at] === stats.size &&
      numbers[at + 2] === stats.ctimeMs &&
      numbers[at + 3] === stats.ino &&
      numbers[at + 4] === stats.mode
    );
  } catch {
    return false;
  }
}

const QUIET = { throwIfNoEntry: false } as const;
