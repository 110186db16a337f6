// All that a compilation asks of the file system, and what it was told, so that a later one can find out whether it would
// be told the same. Nothing else of `pipeline` looks there. Knows nothing of what the files are for.
import { closeSync, constants, fstatSync, openSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { digestOf, type Digest } from '../base/digest.ts';

/** A longer file was not written by hand; 8 MiB. */
export const MAX_BYTES = 8 * 1024 * 1024;

/** What lies at a path, links followed. */
export type PathKind = 'file' | 'folder' | 'other' | 'nothing';

export type FileBytes =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'no-file'; readonly kind: 'folder' | 'other' }
  | { readonly type: 'too-large'; readonly size: number }
  | { readonly type: 'unreadable'; readonly error: NodeJS.ErrnoException };

/** What was asked for, by absolute path. */
export interface Asked {
  /** Digests of the contents that were read, the first first. */
  readonly contents: ReadonlyMap<string, Digest>;
  readonly kinds: ReadonlyMap<string, PathKind>;
  /** Whether that is all: no folder was listed, no other process asked, and nothing was another when it was asked again. */
  readonly isAll: boolean;
}

/** Of one compilation. */
export class Files implements Asked {
  readonly contents = new Map<string, Digest>();
  readonly kinds = new Map<string, PathKind>();
  #isAll = true;

  get isAll(): boolean {
    return this.#isAll;
  }

  kind(path: string): PathKind {
    const kind = kindOf(path);
    this.#note(this.kinds, path, kind);
    return kind;
  }

  exists(path: string): boolean {
    return this.kind(path) !== 'nothing';
  }

  /** Of a plain file that is not too large. */
  read(path: string): FileBytes {
    const found = readPlain(path);
    if (found.type === 'bytes') this.#note(this.contents, path, digestOf(found.bytes));
    else this.#isAll = false;
    return found;
  }

  /** The digest of a file of any size; undefined if there is none that can be read. */
  digest(path: string): Digest | undefined {
    const known = this.contents.get(path);
    if (known !== undefined || this.kind(path) !== 'file') return known;
    const digest = digestOf(readFileSync(path));
    this.contents.set(path, digest);
    return digest;
  }

  /** The names of a folder's entries, none if there is no such folder: for hints in faults. */
  names(folder: string): readonly string[] {
    this.#isAll = false;
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  }

  /** Files that another process has read, and what it made of them only that process knows. */
  noteElsewhere(paths: readonly string[]): void {
    this.#isAll = false;
    for (const path of paths) this.digest(path);
  }

  #note<T>(answers: Map<string, T>, path: string, answer: T): void {
    const before = answers.get(path);
    // Somebody writes it meanwhile: what was made is of both.
    if (before !== undefined && before !== answer) this.#isAll = false;
    answers.set(path, answer);
  }
}

/** Whether one who asks the same now is told the same. */
export function isStill(asked: Asked): boolean {
  for (const [path, kind] of asked.kinds) if (kindOf(path) !== kind) return false;
  for (const [path, digest] of asked.contents) {
    const found = readPlain(path);
    if (found.type !== 'bytes' || digestOf(found.bytes) !== digest) return false;
  }
  return true;
}

function kindOf(path: string): PathKind {
  try {
    const stats = statSync(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'nothing';
  }
}

function readPlain(path: string): FileBytes {
  let descriptor: number | undefined;
  try {
    // A FIFO would block without O_NONBLOCK; on a plain file the flag changes nothing.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { type: 'no-file', kind: stats.isDirectory() ? 'folder' : 'other' };
    if (stats.size > MAX_BYTES) return { type: 'too-large', size: stats.size };
    return { type: 'bytes', bytes: readFileSync(descriptor) };
  } catch (error) {
    return { type: 'unreadable', error: error as NodeJS.ErrnoException };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
