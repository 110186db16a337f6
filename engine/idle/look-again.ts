// Whether every path of a snapshot is as it was. From some number of paths on a second thread takes its share, block by
// block, and nobody waits for it but for a block that it has begun. Knows no pipeline.
import { existsSync, lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BLOCK, blockOf, TUPLE } from './snapshot.ts';
import type { PackedSnapshot } from './snapshot.ts';

/** A thread takes 10 ms to start, in which some five thousand paths are looked at. */
const PATHS_FOR_TWO = 40_000;

/** Cells that the threads share. */
const NEXT = 0;
const DONE = 1;
const DIFFERENT = 2;

/** What the second thread is given. */
export interface Share extends Omit<PackedSnapshot, 'header'> {
  /** Ends with a slash. */
  readonly base: string;
  readonly cells: Int32Array;
}

export function isUnchanged(snapshot: PackedSnapshot, root: string): boolean {
  const { count, bytes, numbers } = snapshot;
  const share = { count, bytes, numbers, base: `${root}/`, cells: new Int32Array(new SharedArrayBuffer(12)) };
  if (count >= PATHS_FOR_TWO) startHelper(share);
  lookAtBlocks(share);
  return Atomics.load(share.cells, DIFFERENT) === 0 && areDone(share);
}

/** Takes block after block until none is left, or one differs. */
export function lookAtBlocks(share: Share): void {
  const { cells, count } = share;
  const blocks = Math.ceil(count / BLOCK);
  while (Atomics.load(cells, DIFFERENT) === 0) {
    const block = Atomics.add(cells, NEXT, 1);
    if (block >= blocks) return;
    if (!isSame(share, block)) Atomics.store(cells, DIFFERENT, 1);
    Atomics.add(cells, DONE, 1);
    Atomics.notify(cells, DONE);
  }
}

/** How long a block of the other thread may take; then it is as if something differed. */
const PATIENCE_MS = 5000;

function areDone({ cells, count }: Share): boolean {
  const blocks = Math.ceil(count / BLOCK);
  for (let done = Atomics.load(cells, DONE); done < blocks; done = Atomics.load(cells, DONE))
    if (Atomics.wait(cells, DONE, done, PATIENCE_MS) === 'timed-out') return false;
  return Atomics.load(cells, DIFFERENT) === 0;
}

/** The sources in a checkout, the bundle in the published package; there this module is part of a file in `dist`. */
const HELPER = import.meta.url.endsWith('.ts') ? './look-helper.ts' : './look-helper.mjs';

function startHelper(share: Share): void {
  const module = new URL(HELPER, import.meta.url);
  if (!existsSync(fileURLToPath(module))) return;
  // Loading it takes some milliseconds, which a small build has no use for.
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const helper = new Worker(module, { workerData: share });
  // What it cannot do, this thread does.
  helper.on('error', () => {});
  helper.unref();
}

function isSame(share: Share, block: number): boolean {
  const found = blockOf(share, block);
  if (!found) return false;
  const { names, tuples } = found;
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!;
    const stats = look(name.startsWith('/') ? name : share.base + name);
    if (!stats || !sameTuple(stats, tuples, index * TUPLE)) return false;
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
