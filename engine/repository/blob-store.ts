// File contents stored once, under their SHA-256, in a folder below the pipeline's root. Knows no tree but by what asks
// which contents are still needed.
import { createHash, hash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { digestOf } from '../base/digest.ts';
import { ok, type Result } from '../base/result.ts';
import { isAbsence, systemFailure } from './failure.ts';
import { type Pace, writeAll } from './folder-entries.ts';
import { folderPrefix } from './pattern.ts';
import type { RepositoryFailure } from './port.ts';
import type { StatTable } from './stat-table.ts';

/** SHA-256 in hexadecimal, which every file system keeps apart, unlike base64. */
export type BlobName = string;

/** The blobs that a repository refers to; a failure while they are not known. */
export type References = () => Result<Iterable<BlobName>, RepositoryFailure>;

/** `ab/cdef…` below a folder. */
export function blobPath(folder: string, name: BlobName): string {
  return `${folderPrefix(folder)}${name.slice(0, 2)}/${name.slice(2)}`;
}

export class BlobStore {
  /** Relative to the root. */
  readonly folder: string;
  readonly #stats: StatTable;
  readonly #users: References[] = [];
  #isOwned = false;
  #counter = 0;

  constructor(folder: string, stats: StatTable) {
    this.folder = folder;
    this.#stats = stats;
  }

  /** Blobs that someone refers to are kept by `sweep`. `isOwned`: a task writes that repository. */
  addUser(references: References, isOwned: boolean): void {
    this.#users.push(references);
    this.#isOwned ||= isOwned;
  }

  /** `ab/cdef…` below the folder, relative to the root. */
  pathOf(name: BlobName): string {
    return blobPath(this.folder, name);
  }

  /** The digest of what lies there now, in base64url; undefined if nothing does. It is the name's, if all is well. */
  digestNow(name: BlobName): Result<string | undefined, RepositoryFailure> {
    const found = this.#stats.file(this.pathOf(name));
    return found.ok ? ok(found.value?.replace('+x', '')) : found;
  }

  /** Takes in a file's content and returns its name. Throws Node's system errors. */
  async add(path: string, pace: Pace): Promise<{ readonly name: BlobName; readonly size: number }> {
    const folder = this.#stats.absolute(this.folder);
    mkdirSync(folder, { recursive: true });
    const beside = `${folder}/.pipe-blob-${process.pid}-${this.#counter++}`;
    try {
      const { hex, size } = await copyHashed(path, beside, pace);
      const known = this.digestNow(hex);
      if (known.ok && known.value === Buffer.from(hex, 'hex').toString('base64url'))
        return { name: hex, size };
      chmodSync(beside, 0o444);
      mkdirSync(`${folder}/${hex.slice(0, 2)}`, { recursive: true });
      renameSync(beside, this.absoluteOf(hex));
      return { name: hex, size };
    } finally {
      rmSync(beside, { force: true });
    }
  }

  /** The same for a content in memory. */
  addBytes(content: Uint8Array): BlobName {
    const hex = hash('sha256', content);
    const known = this.digestNow(hex);
    if (known.ok && known.value === digestOf(content)) return hex;
    const place = this.absoluteOf(hex);
    const beside = `${dirname(place)}/.pipe-blob-${process.pid}-${this.#counter++}`;
    mkdirSync(dirname(place), { recursive: true });
    try {
      writeFileSync(beside, content, { flag: 'wx', mode: 0o444 });
      renameSync(beside, place);
      return hex;
    } finally {
      rmSync(beside, { force: true });
    }
  }

  absoluteOf(name: BlobName): string {
    return this.#stats.absolute(this.pathOf(name));
  }

  /** Copies a blob to a place; shares its blocks where the file system can. Throws Node's system errors. */
  copyTo(name: BlobName, place: string, mode: number): void {
    copyFileSync(this.absoluteOf(name), place, constants.COPYFILE_FICLONE);
    chmodSync(place, mode);
  }

  /**
   * Removes every blob that no user refers to, unless one cannot say, or no task writes here: then it is not ours to tidy.
   * Nothing may be added meanwhile.
   */
  sweep(): Result<{ readonly removed: number }, RepositoryFailure> {
    if (!this.#isOwned) return ok({ removed: 0 });
    const kept = new Set<BlobName>();
    for (const references of this.#users) {
      const names = references();
      if (!names.ok) return names;
      for (const name of names.value) kept.add(name);
    }
    let removed = 0;
    for (const start of namesIn(this.#stats.absolute(this.folder))) {
      if (!/^[\da-f]{2}$/.test(start)) continue;
      for (const rest of namesIn(this.#stats.absolute(folderPrefix(this.folder) + start))) {
        if (!/^[\da-f]{62}$/.test(rest) || kept.has(start + rest)) continue;
        try {
          unlinkSync(this.absoluteOf(start + rest));
        } catch (error) {
          if (!isAbsence(error)) return systemFailure(error, 'remove', this.pathOf(start + rest));
        }
        this.#stats.forget(this.pathOf(start + rest));
        removed++;
      }
      removeIfEmpty(this.#stats.absolute(folderPrefix(this.folder) + start));
    }
    if (this.folder !== '') removeIfEmpty(this.#stats.absolute(this.folder));
    return ok({ removed });
  }
}

async function copyHashed(from: string, to: string, pace: Pace): Promise<{ hex: string; size: number }> {
  const hash = createHash('sha256');
  const source = openSync(from, 'r');
  const target = openSync(to, 'wx');
  let size = 0;
  try {
    const buffer = Buffer.allocUnsafe(1 << 20);
    for (;;) {
      const count = readSync(source, buffer, 0, buffer.length, null);
      if (count === 0) return { hex: hash.digest('hex'), size };
      hash.update(buffer.subarray(0, count));
      writeAll(target, buffer.subarray(0, count));
      size += count;
      await pace.after(count);
    }
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}
