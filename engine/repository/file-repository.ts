// Files below the pipeline's root, one a key. Knows its pattern and the stat table; knows no task and no owner.
import { readFileSync, renameSync, rmSync, unlinkSync, writeFileSync, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { checkParents, makeParents } from './containment.ts';
import { failure, isAbsence, systemFailure } from './failure.ts';
import { listPaths } from './lister.ts';
import { lookOr } from './look.ts';
import type { Listing, MemberValue, PathPattern, PathRepository, RepositoryFailure } from './port.ts';
import type { StatTable } from './stat-table.ts';

export class FileRepository implements PathRepository {
  readonly kind = 'file';
  readonly name: string;
  readonly pattern: PathPattern;
  readonly #stats: StatTable;

  constructor(name: string, pattern: PathPattern, stats: StatTable) {
    this.name = name;
    this.pattern = pattern;
    this.#stats = stats;
  }

  list(): Result<Listing, RepositoryFailure> {
    return listPaths(this.#stats.root, this.pattern, 'file', (folder) => this.#stats.noteFolder(folder));
  }

  has(key: string): boolean {
    const path = this.pattern.format(key);
    return path !== undefined && (lookOr(this.#stats.absolute(path), undefined)?.stats.isFile() ?? false);
  }

  fingerprint(key: string): Result<Fingerprint | undefined, RepositoryFailure> {
    const path = this.pattern.format(key);
    return path === undefined ? ok(undefined) : this.#stats.file(path);
  }

  value(key: string): Result<MemberValue, RepositoryFailure> {
    return ok({ type: 'path', path: this.pathOf(key) });
  }

  read(key: string): Result<Uint8Array, RepositoryFailure> {
    const path = this.pattern.format(key);
    if (path === undefined) return absent(this.name, key);
    try {
      if (!this.has(key)) return absent(this.name, key);
      return ok(readFileSync(this.#stats.absolute(path)));
    } catch (error) {
      return isAbsence(error) ? absent(this.name, key) : systemFailure(error, 'read', path);
    }
  }

  write(key: string, content: Uint8Array): Result<void, RepositoryFailure> {
    const path = this.pattern.format(key);
    if (path === undefined) return notAKey(this.name, this.pattern, key);
    const made = makeParents(this.#stats.root, this.pattern.fixed, path);
    if (!made.ok) return made;
    const absolute = this.#stats.absolute(path);
    const beside = `${dirname(absolute)}/.pipe-write-${process.pid}-${counter++}`;
    try {
      writeFileSync(beside, content, { flag: 'wx' });
      renameSync(beside, absolute);
      return ok(undefined);
    } catch (error) {
      rmSync(beside, { force: true });
      return systemFailure(error, 'write', path);
    }
  }

  remove(key: string): Result<void, RepositoryFailure> {
    const path = this.pattern.format(key);
    if (path === undefined) return ok(undefined);
    const contained = checkParents(this.#stats.root, this.pattern.fixed, path);
    if (!contained.ok) return contained;
    const absolute = this.#stats.absolute(path);
    try {
      // A folder in the member's place is no member, so there is nothing to remove. Of a link, only the link goes.
      if (lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory() === false) unlinkSync(absolute);
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
    const observed = this.#stats.observe(absolutePath, 'file');
    return observed.ok ? ok(observed.value?.fingerprint) : observed;
  }
}

let counter = 0;

export function pathOf(name: string, pattern: PathPattern, key: string): string {
  const path = pattern.format(key);
  if (path === undefined)
    throw new Error(`${JSON.stringify(key)} is no key of ${name}, whose path is ${pattern.text}`);
  return path;
}

export function absent(name: string, key: string): Result<never, RepositoryFailure> {
  return failure('absent', `${name} has no member ${key}`.trimEnd());
}

export function notAKey(name: string, pattern: PathPattern, key: string): Result<never, RepositoryFailure> {
  return failure('key', `${JSON.stringify(key)} is no key of ${name}, whose path is ${pattern.text}`);
}
