// Which paths of a snapshot are not as they were. From some number of paths on a second thread takes its share, block by
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
const BROKEN = 2;

/** What the second thread is given. */
export interface Share extends Omit<PackedSnapshot, 'header'> {
  /** Ends with a slash. */
  readonly base: string;
  readonly cells: Int32Array;
  /** One for each path: 1 where it is not as it was. */
  readonly different: Uint8Array;
}

/** A byte for each path of the snapshot: 1 where it is not as it was. Undefined if the snapshot turned out to be damaged. */
export function lookAgain(snapshot: PackedSnapshot, root: string): Uint8Array | undefined {
  const { count, bytes, numbers } = snapshot;
  const share = {
    count,
    bytes,
    numbers,
    base: `${root}/`,
    cells: new Int32Array(new SharedArrayBuffer(12)),
    different: new Uint8Array(new SharedArrayBuffer(count)),
  };
  if (count >= PATHS_FOR_TWO) startHelper(share);
  lookAtBlocks(share);
  return Atomics.load(share.cells, BROKEN) === 0 && areDone(share) ? share.different : undefined;
}

/** Takes block after block until none is left, or one is damaged. */
export function lookAtBlocks(share: Share): void {
  const { cells, count } = share;
  const blocks = Math.ceil(count / BLOCK);
  while (Atomics.load(cells, BROKEN) === 0) {
    const block = Atomics.add(cells, NEXT, 1);
    if (block >= blocks) return;
    if (!compare(share, block)) Atomics.store(cells, BROKEN, 1);
    Atomics.add(cells, DONE, 1);
    Atomics.notify(cells, DONE);
  }
}

/** How long a block of the other thread may take; then it is as if nothing had been found. */
const PATIENCE_MS = 5000;

function areDone({ cells, count }: Share): boolean {
  const blocks = Math.ceil(count / BLOCK);
  for (let done = Atomics.load(cells, DONE); done < blocks; done = Atomics.load(cells, DONE))
    if (Atomics.wait(cells, DONE, done, PATIENCE_MS) === 'timed-out') return false;
  return Atomics.load(cells, BROKEN) === 0;
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

/** False if the block is damaged. */
function compare(share: Share, block: number): boolean {
  const found = blockOf(share, block);
  if (!found) return false;
  const { names, tuples } = found;
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!;
    const stats = look(name.startsWith('/') ? name : share.base + name);
    if (!stats || !sameTuple(stats, tuples, index * TUPLE)) share.different[block * BLOCK + index] = 1;
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
