// What a folder holds, entry by entry, apart from the folder itself: read from one, or made into one. Knows no archive.
import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { compareBytes } from '../base/compare.ts';
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { failure, systemFailure } from './failure.ts';
import type { RepositoryFailure } from './port.ts';
import { digestOfEntries, isReserved } from './tree.ts';

/** `path` is relative to the folder; `mode` the nine permission bits. */
export type FolderEntry =
  | { readonly type: 'directory'; readonly path: string; readonly mode: number }
  | { readonly type: 'file'; readonly path: string; readonly mode: number; readonly size: number }
  | { readonly type: 'link'; readonly path: string; readonly target: string };

/** Every entry, by the bytes of its path, so that a folder stands before what is in it. */
export function entriesOf(folder: string): Result<FolderEntry[], RepositoryFailure> {
  const entries: FolderEntry[] = [];
  const pending = [''];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    try {
      for (const { name } of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
        const path = below + name;
        if (name.includes('\ufffd')) return failure('EILSEQ', `a name is not valid UTF-8: ${path}`, path);
        const stats = lstatSync(`${folder}/${path}`);
        const mode = stats.mode & 0o777;
        if (stats.isDirectory()) {
          entries.push({ type: 'directory', path, mode });
          pending.push(`${path}/`);
        } else if (stats.isFile()) {
          entries.push({ type: 'file', path, mode, size: stats.size });
        } else if (stats.isSymbolicLink()) {
          entries.push({ type: 'link', path, target: readlinkSync(`${folder}/${path}`) });
        } else {
          return failure('special', `${path} is a pipe, socket or device, which cannot be packed`, path);
        }
      }
    } catch (error) {
      return systemFailure(error, 'read', `${folder}/${below}`);
    }
  }
  return ok(entries.toSorted((a, b) => compareBytes(a.path, b.path)));
}

/** Collects the fingerprint of a folder from its entries, as `fingerprintTree` would give it of the folder made of them. */
export class FolderDigest {
  readonly #lines = new Map<string, string>();
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  /** `digest` is a file's content's. A later entry of the same path counts, as it does when they are unpacked. */
  add(entry: FolderEntry, digest = ''): void {
    // Folders that are not listed are made all the same.
    for (let end = entry.path.indexOf('/'); end > 0; end = entry.path.indexOf('/', end + 1))
      this.#lines.set(entry.path.slice(0, end), 'directory');
    this.#lines.set(entry.path, lineOf(entry, digest));
    if (entry.type === 'file') this.#bytes += entry.size;
  }

  fingerprint(): Fingerprint {
    const counted = [...this.#lines].filter(([path]) => !path.split('/').some(isReserved));
    return digestOfEntries(counted.map(([path, line]) => ({ path, line })));
  }
}

function lineOf(entry: FolderEntry, digest: string): string {
  switch (entry.type) {
    case 'directory':
      return 'directory';
    case 'file':
      return (entry.mode & constants.S_IXUSR) === 0 ? `file ${digest}` : `file ${digest}+x`;
    case 'link':
      return `link ${entry.target}`;
    default:
      return entry satisfies never;
  }
}

/**
 * Makes a folder from entries. Nothing is ever written outside it: a path is relative and without `..`, and no parent of
 * an entry is a link. Throws Node's system errors.
 */
export class FolderMaker {
  readonly #folder: string;
  readonly #folders = new Map<string, number>([['', 0o777]]);
  readonly #others = new Set<string>();

  /** Absolute; it does not exist yet. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder);
  }

  /** Adds a folder or a link; of a file gives the descriptor to write its content to, which `close` closes. */
  add(entry: FolderEntry): Result<number | undefined, RepositoryFailure> {
    const { path } = entry;
    const bad = pathFault(path);
    if (bad !== undefined) return failure('damaged', `${JSON.stringify(path)} ${bad}`);
    const parents = this.#makeParents(path);
    if (!parents.ok) return parents;
    if (this.#others.has(path) || (entry.type !== 'directory' && this.#folders.has(path)))
      return failure('damaged', `${JSON.stringify(path)} is there twice`);
    const place = `${this.#folder}/${path}`;
    switch (entry.type) {
      case 'directory':
        if (!this.#folders.has(path)) mkdirSync(place);
        this.#folders.set(path, entry.mode);
        return ok(undefined);
      case 'link':
        this.#others.add(path);
        symlinkSync(entry.target, place);
        return ok(undefined);
      case 'file': {
        this.#others.add(path);
        return ok(openSync(place, 'wx', 0o600));
      }
      default:
        return entry satisfies never;
    }
  }

  /** After a file's content is written. */
  close(entry: FolderEntry & { readonly type: 'file' }, descriptor: number): void {
    closeSync(descriptor);
    chmodSync(`${this.#folder}/${entry.path}`, entry.mode);
  }

  /** Gives folders their modes, last, since one may forbid to write in it; deepest first, for the same reason. */
  finish(): void {
    for (const [path, mode] of [...this.#folders].toReversed())
      if (path !== '') chmodSync(`${this.#folder}/${path}`, mode | 0o700);
  }

  #makeParents(path: string): Result<void, RepositoryFailure> {
    for (let end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
      const parent = path.slice(0, end);
      if (this.#others.has(parent))
        return failure('damaged', `${JSON.stringify(path)} lies below ${parent}, which is no folder`);
      if (this.#folders.has(parent)) continue;
      mkdirSync(`${this.#folder}/${parent}`);
      this.#folders.set(parent, 0o755);
    }
    return ok(undefined);
  }
}

export function writeAll(descriptor: number, content: Uint8Array): void {
  for (let at = 0; at < content.length;) at += writeSync(descriptor, content, at);
}

/** Lets the engine do its other work now and then, while much is read or written. */
export class Pace {
  #bytes = 0;

  async after(bytes: number): Promise<void> {
    this.#bytes += bytes;
    if (this.#bytes < PACE_BYTES) return;
    this.#bytes = 0;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** About 20 ms of copying and hashing. */
const PACE_BYTES = 8 << 20;

/** What is wrong with an entry's path, so that nothing is made outside the folder; undefined if nothing is. */
export function pathFault(path: string): string | undefined {
  if (path.includes('\0')) return 'holds a zero byte';
  if (path.startsWith('/')) return 'is an absolute path';
  const bad = path.split('/').find((segment) => segment === '' || segment === '.' || segment === '..');
  return bad === undefined ? undefined : `has ${bad === '' ? 'an empty segment' : `\`${bad}\``} in it`;
}
