// Finds entries of the stat table that are kept in blocks by their paths, and reads a block when the first of its paths is
// asked for. Knows no store, and not what an entry says.
import { BLOCK_ENTRIES, type StatBlock } from './stat-block.ts';

/** Blocks in the order of their starts; the first starts with '', so that each path belongs to one. */
export interface StatBlocks {
  /** A block holds paths from its start on to before the next one's, by code units. */
  readonly starts: readonly string[];
  /** Undefined if the block is not there, or damaged: as good as empty. */
  readonly read: (block: number) => ReadBlock | undefined;
}

export interface ReadBlock extends StatBlock {
  /** Of its bytes: who reads it by himself reads another block where this is another. */
  readonly sum: number;
}

interface Cursor {
  readonly block: number;
  readonly paths: readonly string[];
  at: number;
}

const CURSORS = 4;

export class BlockIndex {
  readonly #blocks: StatBlocks;
  readonly #adopt: (read: ReadBlock, block: number) => number;
  readonly #paths: (readonly string[] | undefined)[] = [];
  /** The number of each block's first entry. */
  readonly #first: number[] = [];
  /** Where the last ones were found: most paths are asked for in order, those that are read and those that are made in turn. */
  readonly #cursors: Cursor[] = [];

  /** `adopt` gives the entries of a block numbers in a row, and answers with the first. */
  constructor(blocks: StatBlocks, adopt: (read: ReadBlock, block: number) => number) {
    this.#blocks = blocks;
    this.#adopt = adopt;
  }

  /** About how many entries there are. */
  get size(): number {
    return this.#blocks.starts.length * BLOCK_ENTRIES;
  }

  /** The number of a path's entry. */
  find(path: string): number | undefined {
    for (const cursor of this.#cursors) {
      if (cursor.paths[cursor.at + 1] !== path) continue;
      cursor.at++;
      return this.#first[cursor.block]! + cursor.at;
    }
    const block = lastUpTo(this.#blocks.starts, path);
    if (block < 0) return undefined;
    const paths = this.#read(block);
    const at = countBelow(paths, path);
    if (paths[at] !== path) return undefined;
    this.#cursors.unshift({ block, paths, at });
    this.#cursors.length = Math.min(this.#cursors.length, CURSORS);
    return this.#first[block]! + at;
  }

  /** The paths of all blocks. */
  *paths(): Generator<string> {
    for (const block of this.#blocks.starts.keys()) yield* this.#read(block);
  }

  /** Paths of blocks that were read, with the numbers of their entries. */
  *known(): Generator<readonly [string, number]> {
    for (const [block, paths] of this.#paths.entries())
      for (const [at, path] of (paths ?? []).entries()) yield [path, this.#first[block]! + at];
  }

  #read(block: number): readonly string[] {
    const known = this.#paths[block];
    if (known) return known;
    const read = this.#blocks.read(block);
    if (read) this.#first[block] = this.#adopt(read, block);
    return (this.#paths[block] = read?.paths ?? []);
  }
}

/** The place of the last that is not above a text; -1 if there is none. */
export function lastUpTo(sorted: readonly string[], text: string): number {
  const below = countBelow(sorted, text);
  return sorted[below] === text ? below : below - 1;
}

/** How many of texts that are all different stand before one. */
export function countBelow(sorted: readonly string[], text: string): number {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
