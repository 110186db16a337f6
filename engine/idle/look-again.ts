// Which paths of a snapshot are not as they were. From some number of paths on a second thread takes its share, block by
// block, and nobody waits for it but for a block that it has begun. Where something differs it goes on alone, while this
// thread loads what builds. Knows no pipeline.
import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { startThread } from '../base/second-thread.ts';
import { BLOCK, blockOf, TUPLE } from './snapshot.ts';
import type { PackedSnapshot } from './snapshot.ts';

/** A thread takes 10 ms to start, in which some five thousand paths are looked at. */
const PATHS_FOR_TWO = 40_000;

/** Cells that the threads share. */
const NEXT = 0;
const DONE = 1;
const BROKEN = 2;

/** A look that is taken, as both threads have it. */
export interface Looks extends Omit<PackedSnapshot, 'header'> {
  /** The block to look at first. */
  readonly first: number;
  /** Ends with a slash. */
  readonly base: string;
  readonly cells: Int32Array;
  /** One for each path: 1 where it is not as it was. */
  readonly different: Uint8Array;
}

/**
 * Looks until all is looked at, or something differs and a second thread is there to go on. Undefined if the snapshot
 * turned out to be damaged. `finishLooks` before anybody goes by it.
 */
export function lookAgain(snapshot: PackedSnapshot, root: string): Looks | undefined {
  const { header, count, bytes, numbers } = snapshot;
  const looks = {
    first: header.first * BLOCK < count ? header.first : 0,
    count,
    bytes,
    numbers,
    base: `${root}/`,
    cells: new Int32Array(new SharedArrayBuffer(12)),
    different: new Uint8Array(new SharedArrayBuffer(count)),
  };
  const hasHelper = count >= PATHS_FOR_TWO && startThread(new URL(HELPER, import.meta.url), looks);
  for (let block = takeBlock(looks); block !== undefined; block = takeBlock(looks)) {
    if (!lookAtBlock(looks, block)) break;
    const isDifferent = looks.different.subarray(block * BLOCK, (block + 1) * BLOCK).includes(1);
    if (isDifferent && hasHelper) return looks;
  }
  return finishLooks(looks) ? looks : undefined;
}

/** Waits until all is looked at, and helps; false if the snapshot turned out to be damaged. */
export function finishLooks(looks: Looks): boolean {
  lookAtBlocks(looks);
  return areDone(looks);
}

/** Takes block after block until none is left, or one is damaged. */
export function lookAtBlocks(looks: Looks): void {
  for (let block = takeBlock(looks); block !== undefined; block = takeBlock(looks)) lookAtBlock(looks, block);
}

function takeBlock({ cells, count, first }: Looks): number | undefined {
  if (Atomics.load(cells, BROKEN) !== 0) return undefined;
  const turn = Atomics.add(cells, NEXT, 1);
  if (turn >= Math.ceil(count / BLOCK)) return undefined;
  if (turn === 0) return first;
  return turn <= first ? turn - 1 : turn;
}

/** False if it is damaged. */
function lookAtBlock(looks: Looks, block: number): boolean {
  const { cells } = looks;
  const isWhole = compare(looks, block);
  if (!isWhole) Atomics.store(cells, BROKEN, 1);
  Atomics.add(cells, DONE, 1);
  Atomics.notify(cells, DONE);
  return isWhole;
}

/** How long a block of the other thread may take; then it is as if nothing had been found. */
const PATIENCE_MS = 5000;

function areDone({ cells, count }: Looks): boolean {
  const blocks = Math.ceil(count / BLOCK);
  for (;;) {
    if (Atomics.load(cells, BROKEN) !== 0) return false;
    const done = Atomics.load(cells, DONE);
    if (done >= blocks) return true;
    if (Atomics.wait(cells, DONE, done, PATIENCE_MS) === 'timed-out') return false;
  }
}

/** The sources in a checkout, the bundle in the published package; there this module is part of a file in `dist`. */
const HELPER = import.meta.url.endsWith('.ts') ? './look-helper.ts' : './look-helper.mjs';

/** False if the block is damaged. */
function compare(looks: Looks, block: number): boolean {
  const found = blockOf(looks, block);
  if (!found) return false;
  const { names, tuples } = found;
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!;
    const stats = look(name.startsWith('/') ? name : looks.base + name);
    if (!stats || !sameTuple(stats, tuples, index * TUPLE)) looks.different[block * BLOCK + index] = 1;
  }
  return true;
}

/** Undefined if nothing is there, or nothing that one may look at. */
export function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, QUIET);
  } catch {
    return undefined;
  }
}

const QUIET = { throwIfNoEntry: false } as const;

function sameTuple(stats: Stats, tuples: Float64Array, at: number): boolean {
  return (
    tuples[at + 1] === stats.mtimeMs &&
    tuples[at + 2] === stats.ctimeMs &&
    tuples[at] === stats.size &&
    tuples[at + 3] === stats.ino &&
    tuples[at + 4] === stats.mode
  );
}
