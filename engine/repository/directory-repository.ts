// Folders below the pipeline's root, one a key. Knows its pattern and the stat table; knows no task and no owner.
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { checkParents } from './containment.ts';
import { absent, pathOf } from './file-repository.ts';
import { failure, isAbsence, systemFailure } from './failure.ts';
import { listPaths } from './lister.ts';
import { lookOr } from './look.ts';
import type { Listing, MemberValue, PathPattern, PathRepository, RepositoryFailure } from './port.ts';
import type { StatTable } from './stat-table.ts';

export class DirectoryRepository implements PathRepository {
  readonly kind = 'directory';
  readonly name: string;
  readonly pattern: PathPattern;
  readonly #stats: StatTable;
  readonly discardsEmpty: boolean;

  /** With `discardsEmpty` a folder without any entry is no member. */
  constructor(name: string, pattern: PathPattern, stats: StatTable, discardsEmpty: boolean) {
    this.name = name;
    this.pattern = pattern;
    this.#stats = stats;
    this.discardsEmpty = discardsEmpty;
  }

  list(): Result<Listing, RepositoryFailure> {
    const listed = listPaths(this.#stats.root, this.pattern, 'directory', (folder) =>
      this.#stats.noteFolder(folder),
    );
    if (!listed.ok || !this.discardsEmpty) return listed;
    const keys: string[] = [];
    for (const key of listed.value.keys) {
      const counts = this.#counts(this.#stats.absolute(this.pathOf(key)));
      if (!counts.ok) return counts;
      if (counts.value) keys.push(key);
    }
    return ok({ ...listed.value, keys });
  }

  has(key: string): boolean {
    const path = this.pattern.format(key);
    if (path === undefined) return false;
    const absolute = this.#stats.absolute(path);
    if (lookOr(absolute, undefined)?.stats.isDirectory() !== true) return false;
    const counts = this.#counts(absolute);
    return counts.ok && counts.value;
  }

  fingerprint(key: string): Result<Fingerprint | undefined, RepositoryFailure> {
    const path = this.pattern.format(key);
    if (path === undefined) return ok(undefined);
    const found = this.#stats.directory(path);
    return found.ok && found.value !== undefined
      ? this.#unlessEmpty(this.#stats.absolute(path), found.value)
      : found;
  }

  value(key: string): Result<MemberValue, RepositoryFailure> {
    return ok({ type: 'path', path: this.pathOf(key) });
  }

  read(key: string): Result<Uint8Array, RepositoryFailure> {
    if (!this.has(key)) return absent(this.name, key);
    return failure(
      'EISDIR',
      `${this.pathOf(key)} is a folder and has no content of its own`,
      this.pathOf(key),
    );
  }

  write(key: string): Result<void, RepositoryFailure> {
    return failure('EISDIR', `a folder cannot be written as bytes: ${this.name} ${key}`.trimEnd());
  }

  remove(key: string): Result<void, RepositoryFailure> {
    const path = this.pattern.format(key);
    if (path === undefined) return ok(undefined);
    const contained = checkParents(this.#stats.root, this.pattern.fixed, path);
    if (!contained.ok) return contained;
    const absolute = this.#stats.absolute(path);
    try {
      const stats = lstatSync(absolute, { throwIfNoEntry: false });
      // Of a link, only the link goes; a file in the member's place is no member.
      if (stats?.isDirectory() === true || lookOr(absolute, undefined)?.stats.isDirectory() === true) {
        rmSync(absolute, { recursive: true, force: true });
      }
    } catch (error) {
      if (!isAbsence(error)) return systemFailure(error, 'remove', path);
    }
    this.#stats.forget(path);
    return ok(undefined);
  }

  pathOf(key: string): string {
    return pathOf(this.name, this.pattern, key);
  }

  fingerprintAt(absolutePath: string): Result<Fingerprint | undefined, RepositoryFailure> {
    const observed = this.#stats.observe(absolutePath, 'directory');
    if (!observed.ok) return observed;
    return observed.value === undefined
      ? ok(undefined)
      : this.#unlessEmpty(absolutePath, observed.value.fingerprint);
  }

  #unlessEmpty(
    absolute: string,
    fingerprint: Fingerprint,
  ): Result<Fingerprint | undefined, RepositoryFailure> {
    const counts = this.#counts(absolute);
    return counts.ok ? ok(counts.value ? fingerprint : undefined) : counts;
  }

  /** Whether a folder that is there counts as a member. */
  #counts(absolute: string): Result<boolean, RepositoryFailure> {
    if (!this.discardsEmpty) return ok(true);
    try {
      return ok(readdirSync(absolute).length > 0);
    } catch (error) {
      return isAbsence(error) ? ok(false) : systemFailure(error, 'list', absolute);
    }
  }
}
