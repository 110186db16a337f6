// Lists the files or folders that match a path pattern, in one walk. Knows no keys that the pattern does not give, no
// stat tuples, and no owned or stray members.
//
// The walk goes only where the pattern can still match. It follows a link to a folder for files where the pattern has a
// fixed depth; where it reaches across folders (`**`), through one link on each way down at most, and never into a
// folder that holds the link, so that loops end. Fifos, sockets and devices are no members. A name that goes away during
// the walk is skipped; a folder that cannot be read fails the listing.
import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { noteHeld } from '../base/heap-limits.ts';
import { ok, type Result } from '../base/result.ts';
import { codeOf, isAbsence, systemFailure } from './failure.ts';
import { folderPrefix } from './pattern.ts';
import { advance, automatonOf, type Automaton, type States } from './pattern-automaton.ts';
import type { Listing, PathPattern, RepositoryFailure } from './port.ts';
import { isReserved } from './tree.ts';

interface Folder {
  /** The path as the pattern sees it, with a slash at its end; '' for the root. */
  readonly prefix: string;
  /** What the pattern can still match below. */
  readonly states: States;
  /** A link was followed on the way here. */
  readonly linked: boolean;
}

export function listPaths(
  root: string,
  pattern: PathPattern,
  kind: 'file' | 'directory',
  onFolder: (absolute: string) => void = () => {},
): Result<Listing, RepositoryFailure> {
  const walk = new Walk(root, pattern, kind, onFolder);
  try {
    return pattern.fields.length === 0 ? walk.lookAtUnit() : walk.run();
  } catch (error) {
    return systemFailure(error, 'list', walk.place);
  }
}

/** Of a member: few of those listed are held by themselves, and a larger young generation is quick where names come and go. */
const LISTED = 1 / 16;

class Walk {
  /** Where the walk is, for a failure. */
  place: string;
  readonly #root: string;
  readonly #onFolder: (absolute: string) => void;
  readonly #pattern: PathPattern;
  readonly #kind: 'file' | 'directory';
  readonly #automaton: Automaton;
  readonly #spans: boolean;
  readonly #keys: string[] = [];
  readonly #skipped: { name: string; why: string }[] = [];
  readonly #pending: Folder[] = [];

  constructor(
    root: string,
    pattern: PathPattern,
    kind: 'file' | 'directory',
    onFolder: (absolute: string) => void,
  ) {
    this.#onFolder = onFolder;
    this.#root = root;
    this.#pattern = pattern;
    this.#kind = kind;
    this.#automaton = automatonOf(pattern);
    this.#spans = pattern.spans.includes(true);
    this.place = this.#absolute(pattern.fixed);
  }

  lookAtUnit(): Result<Listing, RepositoryFailure> {
    const stats = statOf(this.#absolute(this.#pattern.text));
    if (stats === undefined) this.#onFolder(this.#absolute(this.#pattern.text));
    const found = stats !== undefined && (this.#kind === 'file' ? stats.isFile() : stats.isDirectory());
    const missingRoot = stats === undefined && statOf(this.place) === undefined;
    return ok({ keys: found ? [''] : [], skipped: [], ...(missingRoot && { missingRoot }) });
  }

  run(): Result<Listing, RepositoryFailure> {
    const fixed = folderPrefix(this.#pattern.fixed);
    const first = this.#read(this.place, true);
    if (first === undefined) return ok({ keys: [], skipped: [], missingRoot: true });
    this.#visit({ prefix: fixed, states: advance(this.#automaton, [0], fixed), linked: false }, first);
    for (let folder = this.#pending.pop(); folder !== undefined; folder = this.#pending.pop()) {
      this.place = this.#absolute(folder.prefix.slice(0, -1));
      this.#visit(folder, this.#read(this.place, false) ?? []);
    }
    return ok({ keys: this.#keys, skipped: this.#skipped });
  }

  #visit(folder: Folder, entries: readonly Dirent[]): void {
    const files = this.#kind === 'file';
    const before = this.#keys.length;
    for (const entry of entries) {
      const path = folder.prefix + entry.name;
      if (entry.isFile()) {
        if (files) this.#offer(path);
      } else if (entry.isDirectory()) {
        this.#visitFolder(folder, entry.name, path, false);
      } else if (entry.isSymbolicLink()) {
        const stats = statOf(this.#absolute(path));
        if (stats === undefined) continue;
        if (stats.isFile() && files) this.#offer(path);
        else if (stats.isDirectory()) this.#visitFolder(folder, entry.name, path, true);
      }
    }
    this.#sortFrom(before);
  }

  /** Those of one folder in order, so that what is kept of them is mostly found one after the other. */
  #sortFrom(before: number): void {
    const keys = this.#keys.splice(before).toSorted();
    noteHeld(keys.length * LISTED);
    for (const key of keys) this.#keys.push(key);
  }

  #visitFolder(folder: Folder, name: string, path: string, link: boolean): void {
    if (this.#kind === 'directory') this.#offer(path);
    if (isReserved(name) || (link && this.#kind !== 'file')) return;
    const states = advance(this.#automaton, folder.states, `${name}/`);
    if (states.length === 0) return;
    if (name.includes('\ufffd')) {
      this.#skipped.push({ name: `${path}/`, why: 'is not valid UTF-8' });
      return;
    }
    if (link && this.#spans && (folder.linked || this.#holds(path, folder.prefix))) return;
    this.#pending.push({ prefix: `${path}/`, states, linked: folder.linked || link });
  }

  #offer(path: string): void {
    const key = this.#pattern.match(path);
    if (key !== undefined) {
      this.#keys.push(key);
      return;
    }
    const why = this.#pattern.refusal(path);
    if (why !== undefined) this.#skipped.push({ name: path, why });
  }

  /** Whether the folder that a link leads to is, or holds, the one that the link is in. */
  #holds(link: string, prefix: string): boolean {
    try {
      const target = realpathSync.native(this.#absolute(link));
      const here = realpathSync.native(this.#absolute(prefix));
      return here === target || here.startsWith(folderPrefix(target));
    } catch (error) {
      if (isAbsence(error)) return true;
      throw error;
    }
  }

  /** Undefined if the folder is not there. Only of the fixed folder does it matter that something else is in its place. */
  #read(path: string, fixed: boolean): Dirent[] | undefined {
    this.#onFolder(path);
    try {
      return readdirSync(path, { withFileTypes: true });
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || (!fixed && isAbsence(error))) return undefined;
      throw error;
    }
  }

  #absolute(path: string): string {
    return path.startsWith('/') ? path : `${this.#root}/${path}`;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}
