// What a build looked at, for a later one to look at again: files, folders that were listed, and paths that were not
// there. Knows no fingerprints.
import { lstatSync } from 'node:fs';

export interface LooksTaken {
  readonly paths: readonly string[];
  /** size, mtime, ctime, inode, mode of each path. */
  readonly tuples: Float64Array;
  readonly absent: readonly string[];
}

/** A stamp this close to the look may be shared with a later change. */
const RACY_MS = 20;

export class Looks {
  readonly files = new Set<string>();
  readonly absent = new Set<string>();
  readonly #folders = new Map<string, readonly number[]>();
  #isWhole = true;

  /** Something was looked at that is not kept here, such as a folder as a value: then no later look can be quick. */
  spoil(): void {
    this.#isWhole = false;
  }

  /** Called before a folder is listed: what changes after that has another tuple, unless it is as young as the look. */
  folder(absolute: string): void {
    const stats = lstatSync(absolute, { throwIfNoEntry: false });
    if (!stats) {
      this.absent.add(absolute);
      return;
    }
    if (!stats.isDirectory() || Math.max(stats.mtimeMs, stats.ctimeMs) > Date.now() - RACY_MS) this.spoil();
    this.#folders.set(absolute, [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino, stats.mode]);
  }

  /** `tupleOf` gives a file's tuple, or undefined where it may not be trusted. */
  take(tupleOf: (path: string) => readonly number[] | undefined): LooksTaken | undefined {
    if (!this.#isWhole) return undefined;
    const paths = [...this.files, ...this.#folders.keys()];
    const tuples = new Float64Array(paths.length * 5);
    let at = 0;
    for (const path of this.files) {
      const tuple = tupleOf(path);
      if (!tuple) return undefined;
      tuples.set(tuple, at);
      at += 5;
    }
    for (const tuple of this.#folders.values()) {
      tuples.set(tuple, at);
      at += 5;
    }
    return { paths, tuples, absent: [...this.absent] };
  }
}
