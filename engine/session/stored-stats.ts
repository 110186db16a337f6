// The stat table as the store keeps it: blocks of entries, and those that changed since as JSON, each by itself, until there
// are so many that they are put into the blocks. Knows no file.
import { countBelow, lastUpTo } from '../repository/block-index.ts';
import type { ReadBlock } from '../repository/block-index.ts';
import { BLOCK_ENTRIES, isPackable, packStats, unpackStats } from '../repository/stat-block.ts';
import type { StatBlock } from '../repository/stat-block.ts';
import { WIDTH, type StatRow } from '../repository/stat-row.ts';
import type { ChangedRows } from '../repository/stat-rows.ts';
import type { StatTable } from '../repository/stat-table.ts';
import type { Store } from '../store/store.ts';

/** So many entries may lie outside blocks; and more where there are many blocks, which are written anew then. */
const FEW_LOOSE = 256;
const LOOSE_PER_BLOCK = 8;

export class StoredStats {
  readonly #store: Store;
  /** Of the blocks that were there at first, in order. */
  readonly starts: readonly string[];
  /** Paths of rows outside blocks. */
  readonly #loose = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
    this.starts = store.stats.starts().toSorted();
  }

  /** Has a table that knows nothing yet know what is kept. */
  load(table: Pick<StatTable, 'load' | 'loadBlocks'>): void {
    const removed: string[] = [];
    table.load(this.#read(removed));
    if (this.starts.length === 0) return;
    const read = (block: number): ReadBlock | undefined => this.#block(this.starts[block]!);
    table.loadBlocks({ starts: this.starts, read }, removed);
  }

  /** Writes what changed since the last call. */
  save({ put, removed, row }: ChangedRows): void {
    const { stats } = this.#store;
    const loose = this.#loose.size + put.length + removed.length;
    const isMuch = loose > Math.max(FEW_LOOSE, this.starts.length * LOOSE_PER_BLOCK);
    if (!isMuch && put.length === 0 && removed.length === 0) return;
    this.#store.transaction(() => {
      if (isMuch) return this.#pack([...this.#loose, ...put, ...removed].toSorted(), row);
      for (const each of put) stats.put(each, print(row(each)!));
      for (const path of removed) stats.put(path, '');
    });
    if (isMuch) this.#loose.clear();
    else for (const path of [put, removed].flat()) this.#loose.add(path);
  }

  *#read(removed: string[]): Generator<StatRow> {
    for (const { path, body } of this.#store.stats.loose()) {
      this.#loose.add(path);
      if (body === '') removed.push(path);
      else yield Object.assign(JSON.parse(body) as Omit<StatRow, 'path'>, { path });
    }
  }

  #block(start: string): ReadBlock | undefined {
    const found = this.#store.stats.block(start);
    const block = found && unpackStats(found.body);
    return block && { ...block, sum: found.sum };
  }

  /** Puts entries into the blocks that they belong to, and writes these blocks; a path may be named twice. */
  #pack(paths: readonly string[], rowAt: ChangedRows['row']): void {
    const { stats } = this.#store;
    const starts = stats.starts().toSorted();
    if (starts[0] !== '') starts.unshift('');
    for (let from = 0; from < paths.length;) {
      const place = lastUpTo(starts, paths[from]!);
      const end = starts[place + 1];
      const to = end === undefined ? paths.length : countBelow(paths, end);
      this.#rewrite(starts[place]!, paths.slice(from, to), rowAt);
      from = to;
    }
    stats.removeLoose();
  }

  /** One block, or as many as it takes then. */
  #rewrite(start: string, paths: readonly string[], rowAt: ChangedRows['row']): void {
    const { stats } = this.#store;
    const before = this.#block(start);
    const merged = merge(before, paths, rowAt);
    let first: string | undefined = start;
    for (const rows of inParts(merged)) {
      stats.putBlock(first ?? rows[0]!.path, packStats(rows));
      first = undefined;
    }
    if (first !== undefined) stats.removeBlock(start);
  }
}

/** The entries of a block with others in the place of those of the same paths, in order. */
function* merge(
  block: StatBlock | undefined,
  paths: readonly string[],
  rowAt: ChangedRows['row'],
): Generator<StatRow> {
  let at = 0;
  const more = new Map(block?.more);
  const old = block?.paths ?? [];
  for (let index = 0; index <= paths.length; index++) {
    const path = paths[index];
    const end = path === undefined ? old.length : countBelow(old, path);
    for (; at < end; at++) yield rowOf(block!, at, more.get(at));
    if (path === undefined) return;
    if (old[at] === path) at++;
    if (path === paths[index - 1]) continue;
    const row = rowAt(path);
    if (row && isPackable(row)) yield row;
  }
}

function rowOf(
  { paths, numbers, fingerprints }: StatBlock,
  at: number,
  more: Pick<StatRow, 'variant' | 'link'> | undefined,
): StatRow {
  const [size = 0, mtimeMs = 0, ctimeMs = 0, ino = 0, mode = 0, observedAt = 0] = numbers.subarray(
    at * WIDTH,
    (at + 1) * WIDTH,
  );
  const tuple = { size, mtimeMs, ctimeMs, ino, mode };
  return { path: paths[at]!, fingerprint: fingerprints[at]!, observedAt, ...tuple, ...more };
}

/** A part is cut off when two would be full, so that the last of many is not a small one. */
function* inParts(rows: Iterable<StatRow>): Generator<StatRow[]> {
  let part: StatRow[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < 2 * BLOCK_ENTRIES) continue;
    yield part.slice(0, BLOCK_ENTRIES);
    part = part.slice(BLOCK_ENTRIES);
  }
  if (part.length > 0) yield part;
}

function print(row: StatRow): string {
  return JSON.stringify({ ...row, path: undefined });
}
