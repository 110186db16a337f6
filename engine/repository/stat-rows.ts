// The memory of the stat table: what was seen of each path and the fingerprint it had then, packed in columns. Knows no
// file system.
import type { Fingerprint } from '../model/fingerprint.ts';
import { BlockIndex, type ReadBlock, type StatBlocks } from './block-index.ts';
import { tupleNumbers, WIDTH, type StatRow, type StatTuple } from './stat-row.ts';

/** What is known of a path elsewhere. */
export type KnownRows = (path: string) => StatRow | undefined;

/** Paths whose entries were put, and whose are gone; `row` gives any entry as it is now. */
export interface ChangedRows {
  readonly put: readonly string[];
  readonly removed: readonly string[];
  readonly row: (path: string) => StatRow | undefined;
}

/** Told of each block that is read, with the number of its first entry. */
type OnRead = (read: ReadBlock, block: number, first: number) => void;

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
  #blocks: BlockIndex | undefined;
  readonly #onRead: OnRead | undefined;
  /** What counts no more of what is known elsewhere. */
  readonly #removed = new Set<string>();

  constructor(base?: KnownRows, onRead?: OnRead) {
    this.#base = base;
    this.#onRead = onRead;
  }

  /** About: what was removed of what is in blocks is among them. */
  get size(): number {
    return this.#rows.size + (this.#blocks?.size ?? 0);
  }

  *paths(): Generator<string> {
    yield* this.#rows.keys();
    for (const path of this.#blocks?.paths() ?? []) if (this.#isInBlocks(path)) yield path;
  }

  find(path: string): number | undefined {
    const row = this.#rows.get(path);
    if (row !== undefined || (this.#removed.size > 0 && this.#removed.has(path))) return row;
    return this.#base ? this.#takeOver(path, this.#base) : this.#blocks?.find(path);
  }

  #isInBlocks(path: string): boolean {
    return !this.#rows.has(path) && !this.#removed.has(path);
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
    for (const [path, row] of this.#blocks?.known() ?? [])
      if (this.#links.has(row) && this.#isInBlocks(path)) yield path;
  }

  /** size, mtime, ctime, inode, mode, for use at once: another look may change them. */
  tuple(row: number): Float64Array {
    return this.#numbers.subarray(row * WIDTH, row * WIDTH + 5);
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
    return this.#write(this.find(path) ?? this.#take(path), tuple, fingerprint, observedAt, link);
  }

  #write(
    row: number,
    tuple: StatTuple,
    fingerprint: Fingerprint,
    observedAt: number,
    link: readonly number[] | undefined,
  ): number {
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
    this.#forgetElsewhere(path);
  }

  /** Adds entries that the store remembered; they do not count as changed. */
  load(rows: Iterable<StatRow>): void {
    for (const row of rows) {
      const { path, fingerprint, observedAt, link, variant } = row;
      const at = this.#rows.get(path) ?? this.#take(path);
      this.#write(at, row, fingerprint, observedAt, link);
      this.#noteVariant(at, variant);
    }
  }

  /**
   * The same of entries in blocks, each read when one of its paths is asked for. Those loaded one by one come before them, and
   * what they say of paths that were `removed` does not count.
   */
  loadBlocks(blocks: StatBlocks, removed: Iterable<string>): void {
    this.#blocks = new BlockIndex(blocks, (read, block) => this.#adopt(read, block));
    // At once: memory that is not used yet takes none, and wider numbers are a copy of all.
    this.#makeRoom(this.#fingerprints.length + this.#blocks.size);
    for (const path of removed) this.#removed.add(path);
  }

  #forgetElsewhere(path: string): void {
    if (this.#base || this.#blocks) this.#removed.add(path);
  }

  #adopt(read: ReadBlock, block: number): number {
    const { paths, numbers, fingerprints, more } = read;
    const first = this.#fingerprints.length;
    for (const fingerprint of fingerprints) this.#fingerprints.push(fingerprint);
    this.#makeRoom(first + paths.length);
    this.#numbers.set(numbers, first * WIDTH);
    for (const [index, { variant, link }] of more) {
      if (link !== undefined) this.#links.set(first + index, link);
      this.#noteVariant(first + index, variant);
    }
    this.#onRead?.(read, block, first);
    return first;
  }

  #noteVariant(row: number, variant: string | undefined): void {
    if (variant !== undefined && variant.indexOf(' ') > 0) this.#variants.set(row, variant);
  }

  /** Entries that were put or removed since the last call, the rows made as they are asked for. */
  takeChanged(): ChangedRows {
    const put: string[] = [];
    const removed: string[] = [];
    for (const path of this.#changed) (this.find(path) === undefined ? removed : put).push(path);
    this.#changed.clear();
    return { put, removed, row: (path) => this.row(path) };
  }

  #takeOver(path: string, base: KnownRows): number | undefined {
    const known = base(path);
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
    this.#makeRoom(row + 1);
    this.#rows.set(path, row);
    return row;
  }

  #makeRoom(rows: number): void {
    if (rows * WIDTH <= this.#numbers.length) return;
    const wider = new Float64Array(Math.max(rows * WIDTH, this.#numbers.length * 2));
    wider.set(this.#numbers);
    this.#numbers = wider;
  }
}
