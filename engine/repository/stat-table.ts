// The fingerprints of files and folders by path, trusted as long as their stat tuples stand. Shared by all repositories
// and jobs; knows neither of them, nor where its entries are kept between builds.
//
// An entry is trusted while the tuple that `lstat` gives is the one it was hashed with. A write within the clock tick of
// an earlier one may leave the same tuple, so an entry whose times are within 20 ms of its observation is *racy* (2 s
// where both stamps are whole seconds): it is hashed once more at a later look. A stamp in the future stays racy. (git's
// racy-git rule.)
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { failure } from './failure.ts';
import { hashWhileStill, lookOr, type Hashed } from './look.ts';
import type { LookAhead } from './look-ahead.ts';
import { Looks } from './looks.ts';
import type { LooksTaken } from './looks.ts';
import { Moves } from './moves.ts';
import { fingerprintFolder, isRenamed, observe } from './observe.ts';
import type { Observation } from './observe.ts';
import type { RepositoryFailure } from './port.ts';
import type { StatBlocks } from './block-index.ts';
import { tupleNumbers, type StatRow } from './stat-row.ts';
import { StatRows, type ChangedRows, type KnownRows } from './stat-rows.ts';
import type { TakenLooks } from './taken-looks.ts';

const INODE = 3;

/** Entries of what is gone that are never worth a search. */
const FEW = 1000;

export class StatTable {
  /** Absolute; relative paths are below it. */
  readonly root: string;
  /** Another thread that takes looks for this one, until `dropTaken`. */
  ahead: LookAhead | undefined;
  readonly #clock: () => number;
  readonly #rows: StatRows;
  #looks: Looks | undefined;
  #taken: TakenLooks | undefined;
  /** What each folder's fingerprint was at the last look; of no use to another process. */
  readonly #folders = new Map<string, Fingerprint>();
  readonly #moves = new Moves();
  /** How many entries there were when those of what is gone were last sought. */
  #settled: number | undefined;

  /** `clock` gives ms since 1970, as file times do; `known` what is known of a path before this table's first look. */
  constructor(root: string, clock: () => number = Date.now, known?: KnownRows) {
    this.root = root;
    this.#clock = clock;
    this.#rows = new StatRows(known, (read, block, first) => this.ahead?.begin(read, block, first));
  }

  /** A table that begins with what this one knows; what it learns stays its own. */
  fork(): StatTable {
    return new StatTable(this.root, this.#clock, (path) => this.#rows.row(path));
  }

  /** Has all looks from now on kept for `looks`, which takes memory for each path. */
  keepLooks(): void {
    this.#looks = new Looks();
  }

  /** Has looks that were taken just now count as this table's first ones, until `dropTaken`. */
  take(taken: TakenLooks): void {
    this.#taken = taken;
  }

  /** From now on every look is one: what lies at a path may have been written since. */
  dropTaken(): void {
    this.#taken = undefined;
    this.ahead?.end();
    this.ahead = undefined;
  }

  /** Told of each folder before it is listed. */
  noteFolder(absolute: string): void {
    this.#looks?.folder(absolute);
  }

  /** All that was looked at with its tuples; undefined if it was not kept, or is no use to a later look. */
  looks(): LooksTaken | undefined {
    return this.#looks?.take((path) => {
      const row = this.#rows.find(path);
      if (row === undefined || this.#rows.isLink(row)) return undefined;
      return this.#rows.isRacy(row) ? 'unsure' : this.#rows.tuple(row);
    });
  }

  /** The number of entries. */
  get size(): number {
    return this.#rows.size;
  }

  absolute(path: string): string {
    return path.startsWith('/') ? path : `${this.root}/${path}`;
  }

  /** The fingerprint of the file at a path, links followed; undefined if none is there. */
  file(path: string): Result<Fingerprint | undefined, RepositoryFailure> {
    const isAgain = this.#looks?.file(path) ?? false;
    const row = this.#rows.find(path);
    if (row !== undefined && this.#isSame(path, row) && !this.#rows.isRacy(row))
      return ok(this.#rows.fingerprint(row));
    // Somebody may have gone by what was there at the first look.
    if (isAgain) this.#looks?.unsure(path);
    const hashed = hashWhileStill(this.absolute(path), this.#clock);
    if (!hashed.ok) return hashed;
    if (hashed.value === undefined) {
      this.#drop(path);
      this.#looks?.gone(path);
      return ok(undefined);
    }
    this.#enter(path, hashed.value);
    return ok(hashed.value.fingerprint);
  }

  /** The fingerprint of the folder at a path, the files in it by their own entries; undefined if none is there. */
  directory(path: string): Result<Fingerprint | undefined, RepositoryFailure> {
    this.#looks?.spoil();
    const absolute = this.absolute(path);
    const found = fingerprintFolder(absolute, (relative) => this.file(`${path}/${relative}`));
    if (found.ok && found.value !== undefined) this.#folders.set(path, found.value);
    else this.#folders.delete(path);
    return found;
  }

  /**
   * Another fingerprint of the same content, such as that of the value it stands for; it goes when the content changes.
   * A path has one at a time, of one kind.
   */
  variant(path: string, kind: string): Fingerprint | undefined {
    const row = this.#rows.find(path);
    return row === undefined ? undefined : this.#rows.variant(row, kind);
  }

  setVariant(path: string, kind: string, fingerprint: Fingerprint): void {
    this.#rows.setVariant(path, kind, fingerprint);
  }

  /** Whether the path was looked at, and something was there. */
  knows(path: string): boolean {
    return this.#rows.find(path) !== undefined || this.#folders.has(path);
  }

  /**
   * Whether what is there now has the tuples of the entry, without reading any content: so a racy edit passes. A path
   * that was never looked at, or was absent then, is unmoved while nothing is there.
   */
  unmoved(path: string): boolean {
    const row = this.#rows.find(path);
    if (row !== undefined) return this.#isSame(path, row);
    const folder = this.#folders.get(path);
    if (folder === undefined) return lookOr(this.absolute(path), 'unknown') === undefined;
    const now = fingerprintFolder(this.absolute(path), (relative) => {
      const inner = this.#rows.find(`${path}/${relative}`);
      const same = inner !== undefined && this.#isSame(`${path}/${relative}`, inner);
      return same ? ok(this.#rows.fingerprint(inner)) : failure('moved', 'moved');
    });
    return now.ok && now.value === folder;
  }

  /** The same for a file, whose content is read again where the entry is racy: its tuple alone proves nothing then. */
  unchanged(path: string): boolean {
    if (!this.unmoved(path)) return false;
    const row = this.#rows.find(path);
    if (row === undefined || !this.#rows.isRacy(row)) return true;
    const before = this.#rows.fingerprint(row);
    const now = this.file(path);
    return now.ok && now.value === before;
  }

  /** How many moves were noticed so far: something to ask `movedSince` with later. */
  get moves(): number {
    return this.#moves.count;
  }

  /**
   * Whether a file, or one in that folder, was found written, even with what it held before. Who reads it all the while may
   * have read what was between, though its entry now is what lies there.
   */
  movedSince(path: string, moves: number): boolean {
    return this.#moves.since(path, moves) || (this.#folders.has(path) && this.#moves.sinceBelow(path, moves));
  }

  /** The inode of the file that lay at a path at the last look at it, and may have gone since. */
  inode(path: string): number | undefined {
    const row = this.#rows.find(path);
    return row === undefined ? this.#moves.goneInode(path) : this.#rows.tuple(row)[INODE];
  }

  /** Hashes a file or folder at any absolute path without entering it; undefined if it is not there, or no such kind. */
  observe(absolute: string, kind: 'file' | 'directory'): Result<Observation | undefined, RepositoryFailure> {
    return observe(absolute, kind, this.#clock);
  }

  /**
   * Enters what was observed elsewhere and has since been renamed to `path`. A rename keeps size, mtime, inode and mode;
   * a file that differs in one of them was written after it was hashed: it gets no entry, and the answer is false. One
   * that was not moved, since an equal file with an entry lay there, keeps that entry.
   */
  put(path: string, observation: Observation): boolean {
    let still = true;
    for (const { relative, hashed } of observation.files) {
      const place = relative === '' ? path : `${path}/${relative}`;
      this.#looks?.made(place);
      const now = lookOr(this.absolute(place), undefined);
      if (now !== undefined && isRenamed(hashed.seen.stats, now.stats)) {
        this.#enter(place, { ...hashed, seen: now });
        continue;
      }
      const row = this.#rows.find(place);
      const kept =
        row !== undefined && this.#rows.fingerprint(row) === hashed.fingerprint && this.#isSame(place, row);
      if (kept) continue;
      this.#drop(place);
      still = false;
    }
    if (observation.fingerprint.startsWith('d:')) {
      this.#looks?.spoil();
      this.#folders.set(path, observation.fingerprint);
    }
    return still;
  }

  /** Whether the path was a symbolic link at the last look. */
  isLink(path: string): boolean {
    const row = this.#rows.find(path);
    return row !== undefined && this.#rows.isLink(row);
  }

  /** Every path that was a symbolic link at the last look. */
  links(): Iterable<string> {
    return this.#rows.linked();
  }

  /** Drops what is known of a path, so that the next look hashes it. */
  forget(path: string): void {
    this.ahead?.voidAll();
    this.#drop(path);
    this.#folders.delete(path);
  }

  /** Takes entries that an earlier process kept. */
  load(rows: Iterable<StatRow>): void {
    this.#rows.load(rows);
  }

  /** The same of those in blocks, but for what was `removed`; what is loaded by itself comes before it. */
  loadBlocks(blocks: StatBlocks, removed: Iterable<string>): void {
    this.#rows.loadBlocks(blocks, removed);
  }

  /** What the store has to write since the last call; nothing after an idle build. */
  takeChanged(): ChangedRows {
    return this.#rows.takeChanged();
  }

  /**
   * For a table that lives long, where nothing runs that may ask what moved: that is forgotten, and when there may be many
   * of them the entries of what is gone, one look a step. Not where `isHeld`: somebody has yet to notice that it is gone.
   */
  *settle(isHeld: (path: string) => boolean): Generator<void> {
    this.#moves.forget();
    this.#settled ??= this.#rows.size;
    if (this.#rows.size < 2 * this.#settled + FEW) return;
    for (const path of this.#rows.paths()) {
      if (lookOr(this.absolute(path), 'unknown') === undefined && !isHeld(path)) this.forget(path);
      yield;
    }
    this.#moves.forget();
    this.#settled = this.#rows.size;
  }

  #drop(path: string): void {
    this.#taken?.forget(path);
    const row = this.#rows.find(path);
    if (row === undefined) return;
    this.ahead?.forget(row);
    this.#moves.noteGone(path, this.#rows.tuple(row)[INODE]);
    this.#rows.remove(path);
  }

  #enter(path: string, { seen, fingerprint, observedAt }: Hashed): void {
    const link = seen.link && tupleNumbers(seen.link);
    const row = this.#rows.find(path);
    const isMoved = row !== undefined && !this.#rows.same(row, seen.stats, seen.link);
    if (isMoved) this.#moves.note(path);
    if (row !== undefined) this.ahead?.forget(row);
    this.#rows.put(path, seen.stats, fingerprint, observedAt, link);
  }

  #isSame(path: string, row: number): boolean {
    const taken = this.#taken?.next(path);
    if (taken) return this.#rows.sameNumbers(row, taken.tuples, taken.at);
    if (this.ahead?.takeSame(row)) return true;
    const seen = lookOr(this.absolute(path), undefined);
    return seen !== undefined && this.#rows.same(row, seen.stats, seen.link);
  }
}
