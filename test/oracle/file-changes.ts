// What can be done to the files of a project: sources, outputs and pipe's own state. Each does nothing where it finds nothing to
// do it to. Knows no truth, and of a pipeline only where things lie.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { diskOf } from './disk.ts';
import { textFor } from './generate.ts';
import { HEADERS, keyOf, KEYS, MEMBERS, pathOf } from './model.ts';
import type { FileRepository, Pipeline } from './model.ts';
import type { Random } from './random.ts';

export class FileChanges {
  readonly random: Random;
  readonly #root: string;
  readonly #pipeline: Pipeline;

  constructor(root: string, pipeline: Pipeline, random: Random) {
    this.#root = root;
    this.#pipeline = pipeline;
    this.random = random;
  }

  sources(): string[] {
    return this.#files((path) => path.startsWith('in/'));
  }

  source(): string | undefined {
    return this.random.pickOr(this.sources());
  }

  output(): string | undefined {
    return this.random.pickOr(this.#files((path) => path.startsWith('build/')));
  }

  folder(): string | undefined {
    const folders = [...diskOf(this.#root)].flatMap(([path, { type }]) => (type === 'folder' ? [path] : []));
    return this.random.pickOr(folders.filter((path) => path.startsWith('build')).toSorted());
  }

  isYaml(path: string): boolean {
    return path.endsWith('.yaml');
  }

  typeOf(path: string): 'yaml' | 'file' {
    return this.isYaml(path) ? 'yaml' : 'file';
  }

  /** Where a source may lie, whether one does or not. */
  place(): string {
    const header = `in/hdr/h${this.random.below(HEADERS)}.txt`;
    return this.random.chance(0.1) ? header : this.#place(false);
  }

  strayPlace(): string | undefined {
    return this.#repositories(true).length === 0 ? undefined : this.#place(true);
  }

  rewrite(path: string | undefined, change: (path: string, text: string) => string): void {
    if (path === undefined) return;
    writeFileSync(this.#at(path), change(path, readFileSync(this.#at(path), 'latin1')), 'latin1');
  }

  create(path: string | undefined): void {
    if (path === undefined || !this.#isFree(path)) return;
    mkdirSync(dirname(this.#at(path)), { recursive: true });
    writeFileSync(this.#at(path), textFor(this.typeOf(path), this.random));
  }

  touch(path: string | undefined, seconds: number): void {
    if (path !== undefined) utimesSync(this.#at(path), seconds, seconds);
  }

  /** Another digit: neither the size changes nor, where it can be set again exactly, the time. */
  sneak(path: string | undefined): void {
    if (path === undefined) return;
    const { mtimeMs } = statSync(this.#at(path));
    this.rewrite(path, (_, text) => text.replace(/\d$/m, (digit) => String((Number(digit) + 1) % 10)));
    utimesSync(this.#at(path), Math.round(mtimeMs) / 1000, Math.round(mtimeMs) / 1000);
  }

  editForAWhile(path: string): () => void {
    const { atime, mtime } = statSync(this.#at(path));
    const text = readFileSync(this.#at(path), 'latin1');
    writeFileSync(this.#at(path), textFor(this.typeOf(path), this.random), 'latin1');
    return () => {
      writeFileSync(this.#at(path), text, 'latin1');
      utimesSync(this.#at(path), atime, mtime);
    };
  }

  remove(path: string | undefined): void {
    if (path !== undefined) rmSync(this.#at(path), { recursive: true, force: true });
  }

  move(from: string | undefined, to: string): void {
    if (from === undefined || !this.#isFree(to) || this.isYaml(from) !== this.isYaml(to)) return;
    if (lstatSync(this.#at(from)).isSymbolicLink()) return;
    mkdirSync(dirname(this.#at(to)), { recursive: true });
    renameSync(this.#at(from), this.#at(to));
  }

  exchange(a: string | undefined, b: string | undefined): void {
    if (a === undefined || b === undefined || a === b || this.isYaml(a) !== this.isYaml(b)) return;
    if (lstatSync(this.#at(a)).isSymbolicLink() || lstatSync(this.#at(b)).isSymbolicLink()) return;
    renameSync(this.#at(a), this.#at('elsewhere'));
    renameSync(this.#at(b), this.#at(a));
    renameSync(this.#at('elsewhere'), this.#at(b));
  }

  addKey(key: string): void {
    for (const repository of this.#repositories(false)) {
      if (repository.layout === 'one') this.create(pathOf(repository, key));
      if (repository.layout === 'two') this.create(pathOf(repository, `${key}/${this.random.pick(MEMBERS)}`));
    }
  }

  removeKey(key: string): void {
    for (const path of this.sources()) {
      const found = this.#repositories(false).map((repository) => keyOf(repository, path));
      if (found.some((each) => each === key || each?.startsWith(`${key}/`))) this.remove(path);
    }
  }

  makeFolder(path: string | undefined): void {
    if (path === undefined) return;
    this.remove(path);
    mkdirSync(this.#at(path));
    if (this.random.chance(0.5)) writeFileSync(this.#at(`${path}/inside`), '7\n');
  }

  /** The same content, behind a link. */
  makeLink(path: string | undefined): void {
    if (path === undefined || lstatSync(this.#at(path)).isSymbolicLink()) return;
    const behind = this.#at(`behind/${this.random.next()}`);
    mkdirSync(dirname(behind), { recursive: true });
    renameSync(this.#at(path), behind);
    symlinkSync(behind, this.#at(path));
  }

  makeDangling(path: string | undefined): void {
    if (path === undefined) return;
    this.remove(path);
    symlinkSync('nowhere', this.#at(path));
  }

  chmod(path: string | undefined): void {
    if (path !== undefined) chmodSync(this.#at(path), statSync(this.#at(path)).mode ^ 0o111);
  }

  /** Puts files where folders and links that lead nowhere took a source's place, and headers that are missing. */
  heal(): void {
    const disk = diskOf(this.#root);
    const isPlace = (path: string): boolean =>
      this.#repositories(false).some((each) => keyOf(each, path) !== undefined);
    for (const [path, { type, behind }] of disk) {
      if (!isPlace(path) || !(type === 'folder' || (type === 'link' && !behind))) continue;
      this.remove(path);
      this.create(path);
    }
    for (let index = 0; index < HEADERS; index++) {
      const path = `in/hdr/h${index}.txt`;
      if (disk.get(path)?.type === 'file') continue;
      this.remove(path);
      this.create(path);
    }
  }

  truncateState(): void {
    const path = this.#state();
    if (path === undefined) return;
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, this.random.below(bytes.length + 1)));
  }

  flipState(): void {
    const path = this.#state();
    if (path === undefined) return;
    const bytes = readFileSync(path);
    for (let count = this.random.between(1, 4); count > 0 && bytes.length > 0; count--) {
      const at = this.random.below(bytes.length);
      bytes[at] = bytes[at]! ^ (1 << this.random.below(8));
    }
    writeFileSync(path, bytes);
  }

  #state(): string | undefined {
    const path = this.#at('.pipe/state.db');
    return existsSync(path) ? path : undefined;
  }

  #at(path: string): string {
    return join(this.#root, path);
  }

  #files(fits: (path: string) => boolean): string[] {
    const found = [...diskOf(this.#root)].flatMap(([path, { type, behind }]) =>
      fits(path) && (type === 'file' || behind) ? [path] : [],
    );
    return found.toSorted();
  }

  #repositories(isOwned: boolean): FileRepository[] {
    return this.#pipeline.repositories.filter(
      (each): each is FileRepository =>
        (each.type === 'file' || each.type === 'yaml') && each.isOwned === isOwned,
    );
  }

  #place(isOwned: boolean): string {
    const repository = this.random.pick(this.#repositories(isOwned));
    const key = this.random.pick(KEYS);
    return pathOf(repository, repository.layout === 'two' ? `${key}/${this.random.pick(MEMBERS)}` : key);
  }

  /** Nothing lies there, and no file stands in the way of its folders. */
  #isFree(path: string): boolean {
    if (existsSync(this.#at(path)) || lstatSync(this.#at(path), { throwIfNoEntry: false })) return false;
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      const stats = lstatSync(this.#at(folder), { throwIfNoEntry: false });
      if (stats && !stats.isDirectory()) return false;
    }
    return true;
  }
}
