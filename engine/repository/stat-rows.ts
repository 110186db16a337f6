// The memory of the stat table: what was seen of each path and the fingerprint it had then, packed in columns. Knows no
// file system.
import type { Fingerprint } from '../model/fingerprint.ts';

/**
 * What `lstat` says that tells one state of a file from another, as doubles. At today's dates a double holds a time in
 * ms to 0.25 µs and not to the nanosecond, and an inode above 2^53 loses its last bits: neither matters, since no entry
 * is trusted whose times are within 20 ms of its observation.
 */
export interface StatTuple {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
  readonly mode: number;
}

/** An entry as plain data, for the store. */
export interface StatRow extends StatTuple {
  readonly path: string;
  readonly fingerprint: Fingerprint;
  /** When it was looked at, ms since 1970. */
  readonly observedAt: number;
  /** A second fingerprint of the same content, behind the name of its kind and a blank (`yaml r:…`). */
  readonly variant?: string;
  /** The path is a symbolic link: the link's own tuple, as size, mtime, ctime, inode, mode. The others are the target's. */
  readonly link?: readonly number[];
}

/** What is known of a path elsewhere. */
export type KnownRows = (path: string) => StatRow | undefined;

/** Paths whose entries were put, and whose are gone; `row` gives one that was put. */
export interface ChangedRows {
  readonly put: readonly string[];
  readonly removed: readonly string[];
  readonly row: (path: string) => StatRow;
}

/** size, mtime, ctime, ino, mode, observedAt */
const WIDTH = 6;

/** Kernels stamp files with a clock that ticks every 1 to 10 ms. */
const RACY_MS = 20;
/** FAT and some network file systems keep whole or even seconds. */
const COARSE_RACY_MS = 2000;

/** Rows are numbered; 500 000 of them take about 100 MB with their paths and fingerprints. */
export class StatRows {
  readonly #rows = new Map<string, number>();
  readonly #links = new Map<number, readonly number[]>();
  readonly #variants = new Map<number, string>();
  readonly #fingerprints: Fingerprint[] = [];
  readonly #free: number[] = [];
  #numbers = new Float64Array(WIDTH * 1024);
  readonly #changed = new Set<string>();
  /** What is not known here is taken over from there when it is first asked for, unless it was removed here. */
  readonly #base: KnownRows | undefined;
  readonly #removed = new Set<string>();

  constructor(base?: KnownRows) {
    this.#base = base;
  }

  get size(): number {
    return this.#rows.size;
  }

  paths(): Iterable<string> {
    return this.#rows.keys();
  }

  find(path: string): number | undefined {
    return this.#rows.get(path) ?? (this.#base && this.#takeOver(path, this.#base));
  }

  /** An entry as plain data. */
  row(path: string): StatRow | undefined {
    const row = this.find(path);
    return row === undefined ? undefined : this.#export(path, row);
  }

  fingerprint(row: number): Fingerprint {
    return this.#fingerprints[row] ?? '';
  }

  /** The paths of entries that are links. */
  *linked(): Generator<string> {
    if (this.#links.size === 0) return;
    for (const [path, row] of this.#rows) if (this.#links.has(row)) yield path;
  }

  /** size, mtime, ctime, inode, mode. */
  tuple(row: number): readonly number[] {
    return [...this.#numbers.subarray(row * WIDTH, row * WIDTH + 5)];
  }

  isLink(row: number): boolean {
    return this.#links.size > 0 && this.#links.has(row);
  }

  /** Whether the entry has just this tuple, and as link (if it is one) that one. */
  same(row: number, tuple: StatTuple, link: StatTuple | undefined): boolean {
    const at = row * WIDTH;
    const numbers = this.#numbers;
    if (
      numbers[at + 1] !== tuple.mtimeMs ||
      numbers[at] !== tuple.size ||
      numbers[at + 2] !== tuple.ctimeMs ||
      numbers[at + 3] !== tuple.ino ||
      numbers[at + 4] !== tuple.mode
    ) {
      return false;
    }
    if (link === undefined) return !this.isLink(row);
    const known = this.#links.get(row);
    return known !== undefined && tupleNumbers(link).every((value, index) => value === known[index]);
  }

  /** The same for a path that is no link, its tuple as five numbers. */
  sameNumbers(row: number, tuples: Float64Array, from: number): boolean {
    const at = row * WIDTH;
    const numbers = this.#numbers;
    return (
      numbers[at + 1] === tuples[from + 1] &&
      numbers[at] === tuples[from] &&
      numbers[at + 2] === tuples[from + 2] &&
      numbers[at + 3] === tuples[from + 3] &&
      numbers[at + 4] === tuples[from + 4] &&
      !this.isLink(row)
    );
  }

  /** Whether a later write may have left the same tuple: its times are not safely before its observation. */
  isRacy(row: number): boolean {
    const at = row * WIDTH;
    const mtime = this.#numbers[at + 1] ?? 0;
    const ctime = this.#numbers[at + 2] ?? 0;
    let latest = Math.max(mtime, ctime);
    if (this.isLink(row)) {
      const [, linkMtime = 0, linkCtime = 0] = this.#links.get(row) ?? [];
      latest = Math.max(latest, linkMtime, linkCtime);
    }
    const coarse = mtime % 1000 === 0 && ctime % 1000 === 0;
    return latest > (this.#numbers[at + 5] ?? 0) - (coarse ? COARSE_RACY_MS : RACY_MS);
  }

  put(
    path: string,
    tuple: StatTuple,
    fingerprint: Fingerprint,
    observedAt: number,
    link?: readonly number[],
  ): number {
    this.#changed.add(path);
    return this.#write(path, tuple, fingerprint, observedAt, link);
  }

  #write(
    path: string,
    tuple: StatTuple,
    fingerprint: Fingerprint,
    observedAt: number,
    link: readonly number[] | undefined,
  ): number {
    const row = this.#rows.get(path) ?? this.#take(path);
    const numbers = this.#numbers;
    const at = row * WIDTH;
    numbers[at] = tuple.size;
    numbers[at + 1] = tuple.mtimeMs;
    numbers[at + 2] = tuple.ctimeMs;
    numbers[at + 3] = tuple.ino;
    numbers[at + 4] = tuple.mode;
    numbers[at + 5] = observedAt;
    if (this.#fingerprints[row] !== fingerprint) {
      this.#fingerprints[row] = fingerprint;
      if (this.#variants.size > 0) this.#variants.delete(row);
    }
    if (link !== undefined) this.#links.set(row, link);
    else if (this.#links.size > 0) this.#links.delete(row);
    return row;
  }

  variant(row: number, kind: string): Fingerprint | undefined {
    const known = this.#variants.get(row);
    return known?.startsWith(`${kind} `) ? known.slice(kind.length + 1) : undefined;
  }

  setVariant(path: string, kind: string, fingerprint: Fingerprint): void {
    const row = this.find(path);
    if (row === undefined) return;
    this.#variants.set(row, `${kind} ${fingerprint}`);
    this.#changed.add(path);
  }

  remove(path: string): void {
    const row = this.find(path);
    if (row === undefined) return;
    this.#rows.delete(path);
    this.#links.delete(row);
    this.#variants.delete(row);
    this.#fingerprints[row] = '';
    this.#free.push(row);
    this.#changed.add(path);
    if (this.#base) this.#removed.add(path);
  }

  /** Adds entries that the store remembered; they do not count as changed. */
  load(rows: Iterable<StatRow>): void {
    for (const row of rows) {
      const { path, fingerprint, observedAt, link, variant } = row;
      const at = this.#write(path, row, fingerprint, observedAt, link);
      if (variant !== undefined && variant.indexOf(' ') > 0) this.#variants.set(at, variant);
    }
  }

  /** Entries that were put or removed since the last call, the rows made as they are asked for. */
  takeChanged(): ChangedRows {
    const put: string[] = [];
    const removed: string[] = [];
    for (const path of this.#changed) (this.#rows.has(path) ? put : removed).push(path);
    this.#changed.clear();
    return { put, removed, row: (path) => this.#export(path, this.#rows.get(path)!) };
  }

  #takeOver(path: string, base: KnownRows): number | undefined {
    const known = this.#removed.has(path) ? undefined : base(path);
    if (known) this.load([known]);
    return this.#rows.get(path);
  }

  #export(path: string, row: number): StatRow {
    const [size = 0, mtimeMs = 0, ctimeMs = 0, ino = 0, mode = 0, observedAt = 0] = this.#numbers.subarray(
      row * WIDTH,
      (row + 1) * WIDTH,
    );
    const variant = this.#variants.get(row);
    const link = this.#links.get(row);
    return {
      path,
      size,
      mtimeMs,
      ctimeMs,
      ino,
      mode,
      observedAt,
      fingerprint: this.fingerprint(row),
      ...(variant !== undefined && { variant }),
      ...(link !== undefined && { link }),
    };
  }

  #take(path: string): number {
    const row = this.#free.pop() ?? this.#fingerprints.push('') - 1;
    if ((row + 1) * WIDTH > this.#numbers.length) {
      const wider = new Float64Array(this.#numbers.length * 2);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#rows.set(path, row);
    return row;
  }
}

export function tupleNumbers(tuple: StatTuple): readonly number[] {
  return [tuple.size, tuple.mtimeMs, tuple.ctimeMs, tuple.ino, tuple.mode];
}
