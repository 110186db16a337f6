// The plain files and folders that jobs read in the place of packed members: made when a job needs one, kept while jobs
// use it, and after that as long as there is room. Knows no repository.
//
// What lies here is looked at before each use, and made again unless it is just what the packed member holds.
import { lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { failure, systemFailure } from './failure.ts';
import type { PlainHold, RepositoryFailure } from './port.ts';
import { StatTable } from './stat-table.ts';

/** Bytes that are kept although no job uses them. */
const MOST_BYTES = 2 ** 30;

export interface PlainMember {
  /** Below the cache's folder. */
  readonly place: string;
  readonly kind: 'file' | 'directory';
  readonly fingerprint: Fingerprint;
  readonly bytes: number;
  /** Makes it at an absolute path where nothing is. */
  readonly make: (absolute: string) => Promise<Result<void, RepositoryFailure>>;
}

export class PlainCache {
  /** Relative to the root. */
  readonly folder: string;
  readonly #root: string;
  readonly #stats: StatTable;
  readonly #most: number;
  readonly #users = new Map<string, number>();
  /** The least lately used first. */
  readonly #sizes = new Map<string, number>();
  readonly #making = new Map<string, Promise<unknown>>();
  #bytes = 0;
  #counter = 0;

  constructor(root: string, folder = '.pipe/stage/in', most = MOST_BYTES) {
    this.#root = root;
    this.folder = folder;
    this.#stats = new StatTable(`${root}/${folder}`);
    this.#most = most;
  }

  /** The path, relative to the root, of what is made for a packed file's plain path. */
  pathFor(plain: string): string {
    return `${this.folder}/${placeFor(plain)}`;
  }

  hold(): PlainHold {
    return new Hold(this.#users, () => this.#makeRoom());
  }

  /** Makes sure that the member is there; `hold` keeps it. */
  async ensure(member: PlainMember, hold: PlainHold): Promise<Result<void, RepositoryFailure>> {
    const { place } = member;
    hold.add(place);
    while (this.#making.has(place)) await this.#making.get(place);
    if (this.#isThere(member)) {
      this.#use(place, member.bytes);
      return ok(undefined);
    }
    const making = this.#make(member);
    this.#making.set(place, making);
    try {
      return await making;
    } finally {
      this.#making.delete(place);
      this.#makeRoom();
    }
  }

  async #make(member: PlainMember): Promise<Result<void, RepositoryFailure>> {
    const { place, kind, fingerprint } = member;
    const absolute = this.#stats.absolute(place);
    const beside = `${this.#root}/${this.folder}/.pipe-new-${process.pid}-${this.#counter++}`;
    try {
      mkdirSync(dirname(absolute), { recursive: true });
      const made = await member.make(beside);
      if (!made.ok) return made;
      const observed = this.#stats.observe(beside, kind);
      if (!observed.ok) return observed;
      if (observed.value?.fingerprint !== fingerprint)
        return failure('changing', `${place} is no longer what it was when it was looked at`, place);
      if (lstatSync(absolute, { throwIfNoEntry: false })) rmSync(absolute, { recursive: true, force: true });
      renameSync(beside, absolute);
      this.#stats.put(place, observed.value);
      this.#use(place, member.bytes);
      return ok(undefined);
    } catch (error) {
      return systemFailure(error, 'unpack', place);
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  }

  #isThere({ place, kind, fingerprint }: PlainMember): boolean {
    const found = kind === 'file' ? this.#stats.file(place) : this.#stats.directory(place);
    return found.ok && found.value === fingerprint;
  }

  #use(place: string, bytes: number): void {
    this.#bytes += bytes - (this.#sizes.get(place) ?? 0);
    this.#sizes.delete(place);
    this.#sizes.set(place, bytes);
  }

  /** Removes what nobody uses, the least lately used first, until the rest is small enough. */
  #makeRoom(): void {
    for (const [place, bytes] of this.#sizes) {
      if (this.#bytes <= this.#most) return;
      if (this.#users.has(place) || this.#making.has(place)) continue;
      rmSync(this.#stats.absolute(place), { recursive: true, force: true });
      this.#stats.forget(place);
      this.#sizes.delete(place);
      this.#bytes -= bytes;
    }
  }
}

class Hold implements PlainHold {
  readonly #users: Map<string, number>;
  readonly #onRelease: () => void;
  readonly #places = new Set<string>();

  constructor(users: Map<string, number>, onRelease: () => void) {
    this.#users = users;
    this.#onRelease = onRelease;
  }

  add(place: string): void {
    if (this.#places.has(place)) return;
    this.#places.add(place);
    this.#users.set(place, (this.#users.get(place) ?? 0) + 1);
  }

  release(): void {
    for (const place of this.#places) {
      const users = (this.#users.get(place) ?? 1) - 1;
      if (users > 0) this.#users.set(place, users);
      else this.#users.delete(place);
    }
    this.#places.clear();
    this.#onRelease();
  }
}

/** The path as it is, but that `../x` and `/x` do not leave the cache. */
function placeFor(path: string): string {
  const segments = path.split('/');
  return segments.map((each) => (each === '..' ? '.up' : each === '' ? '.top' : each)).join('/');
}
