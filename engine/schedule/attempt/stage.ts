// Where jobs write before their outputs are committed: a folder per slot with the layout of the real paths. Knows no
// repository and no record.
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { digestOf } from '../../base/digest.ts';

/** Paths given and returned are relative to the root unless they are called absolute. */
/** So many folders of slots are kept for the jobs to come; more are not worth the space. */
const MANY = 2000;

export class Stage {
  readonly #root: string;
  /** The state folder, relative to the root. */
  readonly #state: string;
  readonly #made = new Set<string>();
  readonly #devices = new Map<string, string>();
  /** Stages that outlive this build. */
  readonly #kept: Set<string>;
  #trashed = 0;

  /**
   * `use: 'look'` is for dry runs, which stage nothing and must not disturb a build. `kept` are stages of jobs in steps that
   * will go on.
   */
  constructor(root: string, state: string, use: 'build' | 'look' = 'build', kept: readonly string[] = []) {
    this.#root = root;
    this.#state = state;
    this.#kept = new Set(kept);
    if (use === 'look') return;
    // What an earlier pipe left behind belongs to nobody.
    this.#empty(join(root, state, 'stage'));
    rmSync(join(root, state, 'trash'), { recursive: true, force: true });
  }

  /** The place in a slot's stage for the real path; its folder exists. */
  pathFor(slot: number | string, real: string): string {
    const staged = `${this.#base(real)}/${slot}/${flatten(real)}`;
    this.#makeFolder(dirname(staged));
    return staged;
  }

  /** The same for a folder that a job fills itself; it exists and is empty. */
  folderFor(slot: number | string, real: string): string {
    const staged = this.pathFor(slot, real);
    // What a job in steps has there by now stays.
    if (typeof slot === 'number') rmSync(resolve(this.#root, staged), { recursive: true, force: true });
    mkdirSync(resolve(this.#root, staged), { recursive: true });
    return staged;
  }

  /** Empties what a job left beside its outputs. `staged` are the paths that it was given. */
  clear(staged: readonly string[]): void {
    for (const path of staged) {
      const folder = dirname(path);
      for (const name of this.#namesIn(folder)) {
        if (!this.#made.has(`${folder}/${name}`))
          rmSync(resolve(this.#root, folder, name), { recursive: true, force: true });
      }
    }
  }

  /** The stage of that name goes on, in a later build too, or is removed. */
  keep(name: string, isKept: boolean): void {
    if (isKept) {
      this.#kept.add(name);
      return;
    }
    this.#kept.delete(name);
    this.#made.clear();
    for (const base of new Set([`${this.#state}/stage`, ...this.#devices.values()]))
      rmSync(resolve(this.#root, base, name), { recursive: true, force: true });
  }

  /** Moves what stands in the way of an output out of it, to be removed at the end. */
  trash(real: string): void {
    const folder = resolve(this.#root, this.#base(real), '..', 'trash');
    mkdirSync(folder, { recursive: true });
    this.#trashFolders.add(folder);
    renameSync(resolve(this.#root, real), join(folder, String(this.#trashed++)));
  }
  readonly #trashFolders = new Set<string>();

  close(): void {
    for (const folder of this.#trashFolders) rmSync(folder, { recursive: true, force: true });
    for (const base of new Set(this.#devices.values())) {
      this.#empty(resolve(this.#root, base));
      if (base.startsWith(this.#state)) continue;
      for (const folder of [dirname(base), dirname(dirname(base))])
        removeIfEmpty(resolve(this.#root, folder));
    }
  }

  /** For a stage that lives long, where no job runs: removes the folders of slots when there are many. */
  async settle(): Promise<void> {
    if (this.#made.size < MANY) return;
    this.#made.clear();
    const own = `${this.#state}/stage`;
    for (const base of new Set([own, ...this.#devices.values()]))
      for (const name of this.#namesIn(base))
        if (/^\d+$/.test(name)) await rm(resolve(this.#root, base, name), { recursive: true, force: true });
    for (const [folder, base] of this.#devices) if (base === own) this.#devices.delete(folder);
  }

  /** Forgets which folders exist, after one was missing. */
  forget(): void {
    this.#made.clear();
  }

  /** A rename needs one file system: outputs on another device are staged in a `.pipe-stage` folder over there. */
  #base(real: string): string {
    const key = dirname(real);
    const known = this.#devices.get(key);
    if (known !== undefined) return known;
    const ancestor = this.#existingAncestor(key);
    const here = statSync(resolve(this.#root, this.#state)).dev;
    const base =
      statSync(resolve(this.#root, ancestor)).dev === here
        ? `${this.#state}/stage`
        : `${ancestor}/.pipe-stage/${this.#ownName()}/stage`;
    // What a pipe that was killed left there belongs to nobody.
    if (!base.startsWith(this.#state) && ![...this.#devices.values()].includes(base))
      for (const folder of [base, `${dirname(base)}/trash`]) this.#empty(resolve(this.#root, folder));
    this.#devices.set(key, base);
    return base;
  }

  /** Other pipelines may stage in the same folder of that device at the same time. */
  #ownName(): string {
    return digestOf(resolve(this.#root, this.#state)).slice(0, 12);
  }

  /** Removes a folder of stages, but for those that are kept. */
  #empty(folder: string): void {
    if (this.#kept.size === 0) return rmSync(folder, { recursive: true, force: true });
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (!this.#kept.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }

  #existingAncestor(folder: string): string {
    for (let path = folder; path !== '.' && path !== '/'; path = dirname(path)) {
      if (statSync(resolve(this.#root, path), { throwIfNoEntry: false })?.isDirectory()) return path;
    }
    return folder.startsWith('/') ? '/' : '.';
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(resolve(this.#root, folder), { recursive: true });
    for (let path = folder; path !== '.' && path !== '/' && !this.#made.has(path); path = dirname(path))
      this.#made.add(path);
  }

  #namesIn(folder: string): string[] {
    try {
      return readdirSync(resolve(this.#root, folder));
    } catch {
      this.#made.delete(folder);
      return [];
    }
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Another pipeline stages there.
  }
}

/** `../x` and `/x` must not leave the stage. */
function flatten(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment === '..' ? '.up' : segment === '' ? '.top' : segment))
    .join('/');
}
