// What a build looked at, for a later one to look at again: files, folders that were listed, and paths that were not
// there. What was made or changed meanwhile is kept without a tuple, so that the later one looks closer. Knows no fingerprints.
import { lstatSync } from 'node:fs';

export interface LooksTaken {
  readonly paths: readonly string[];
  /** size, mtime, ctime, inode, mode of each path; NaN where that cannot be trusted. */
  readonly tuples: Float64Array;
  readonly absent: readonly string[];
}

const UNSURE = [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN];
/** With more of them a later look is quicker that decides all anew. */
const MOST_UNSURE = 1000;

/** A stamp this close to the look may be shared with a later change. */
const RACY_MS = 20;

export class Looks {
  readonly #files = new Set<string>();
  readonly #absent = new Set<string>();
  /** Files whose tuple is not that of the first look, or was left by a job. */
  readonly #unsure = new Set<string>();
  readonly #folders = new Map<string, readonly number[]>();
  #isWhole = true;

  /** A file is looked at; returns whether one at that path was before. */
  file(path: string): boolean {
    if (this.#files.has(path)) return true;
    if (this.#isWhole) this.#files.add(path);
    return false;
  }

  /** A file's tuple is not, or not surely, that of the first look. */
  unsure(path: string): void {
    if (!this.#isWhole) return;
    this.#unsure.add(path);
    if (this.#unsure.size > MOST_UNSURE) this.spoil();
  }

  /** No file was there. */
  gone(path: string): void {
    this.#files.delete(path);
    if (this.#isWhole) this.#absent.add(path);
  }

  /** A job made it. */
  made(path: string): void {
    this.file(path);
    this.unsure(path);
  }

  /** Something was looked at that is not kept here, such as a folder as a value: no later look can be quick, nothing is kept. */
  spoil(): void {
    this.#isWhole = false;
    for (const kept of [this.#files, this.#absent, this.#unsure, this.#folders]) kept.clear();
  }

  /** Called before a folder is listed: what changes after that has another tuple, unless it is as young as the look. */
  folder(absolute: string): void {
    if (!this.#isWhole) return;
    const stats = lstatSync(absolute, { throwIfNoEntry: false });
    if (!stats) {
      this.#absent.add(absolute);
      return;
    }
    if (!stats.isDirectory() || Math.max(stats.mtimeMs, stats.ctimeMs) > Date.now() - RACY_MS)
      return this.spoil();
    this.#folders.set(absolute, [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino, stats.mode]);
  }

  /** `tupleOf` gives a file's tuple, or undefined if no later look could be quick because of it. */
  take(tupleOf: (path: string) => Float64Array | 'unsure' | undefined): LooksTaken | undefined {
    if (!this.#isWhole) return undefined;
    const paths = [...this.#files, ...this.#folders.keys()];
    const tuples = new Float64Array(paths.length * 5);
    let at = 0;
    let unsure = 0;
    for (const path of this.#files) {
      const tuple = this.#unsure.has(path) ? 'unsure' : tupleOf(path);
      if (!tuple) return undefined;
      if (tuple === 'unsure' && ++unsure > MOST_UNSURE) return undefined;
      tuples.set(tuple === 'unsure' ? UNSURE : tuple, at);
      at += 5;
    }
    for (const tuple of this.#folders.values()) {
      tuples.set(tuple, at);
      at += 5;
    }
    return { paths, tuples, absent: [...this.#absent].filter((path) => !this.#files.has(path)) };
  }
}
