// The quick answer to a build that has nothing to do: looks at every path of the last such build again and finds all as
// it was. A door of its own beside engine/index.ts, since loading the engine takes longer than the looks. Anything that
// is not just as it was is no answer: then the engine decides.
import { lstatSync, readFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { environmentDigest, requestText } from './request.ts';
import { TUPLE, unpackSnapshot } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

export interface IdleRequest {
  /** Absolute. */
  readonly cwd: string;
  readonly file?: string;
  readonly params: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
}

/** How many jobs are up to date, if nothing whatever has changed since a build that found so. */
export function findNothingToDo(request: IdleRequest): { readonly upToDate: number } | undefined {
  const file = resolve(request.cwd, request.file ?? 'pipeline.yaml');
  const root = dirname(file);
  const snapshot = readSnapshot(idlePath(file));
  if (!snapshot) return undefined;
  const { header } = snapshot;
  if (header.version !== request.version || header.request !== requestText(request.params)) return undefined;
  if (header.envDigest !== environmentDigest(header.env, request.env)) return undefined;
  return isUnchanged(snapshot, root) ? { upToDate: header.upToDate } : undefined;
}

/** Where the snapshot of a pipeline file lies: in its state folder. */
export function idlePath(file: string): string {
  return resolve(stateFolderOf(file), 'idle');
}

/** `.pipe` beside `pipeline.yaml`, `.pipe/other` beside `other.yaml`. */
export function stateFolderOf(file: string): string {
  const name = file.slice(dirname(file).length + 1).replace(/\.ya?ml$/, '');
  if (name === 'pipeline') return resolve(dirname(file), '.pipe');
  // `stage.yaml` must not live in what `pipeline.yaml` empties.
  return resolve(dirname(file), '.pipe', OWN_FOLDERS.has(name) ? `${name}.pipeline` : name);
}

/** What `pipeline.yaml` keeps in its own state folder. */
const OWN_FOLDERS: ReadonlySet<string> = new Set(['stage', 'trash', 'logs']);

function readSnapshot(path: string): Snapshot | undefined {
  try {
    return unpackSnapshot(readFileSync(path));
  } catch {
    return undefined;
  }
}

function isUnchanged({ header, paths, tuples }: Snapshot, root: string): boolean {
  const base = `${root}/`;
  for (let index = 0; index < paths.length; index++) {
    const path = paths[index]!;
    const stats = look(path.startsWith('/') ? path : base + path);
    if (!stats || !sameTuple(stats, tuples, index * TUPLE)) return false;
  }
  return header.absent.every((path) => look(resolve(root, path)) === undefined);
}

function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, QUIET);
  } catch {
    return undefined;
  }
}

const QUIET = { throwIfNoEntry: false } as const;

function sameTuple(stats: Stats, tuples: Float64Array, at: number): boolean {
  return (
    tuples[at + 1] === stats.mtimeMs &&
    tuples[at + 2] === stats.ctimeMs &&
    tuples[at] === stats.size &&
    tuples[at + 3] === stats.ino &&
    tuples[at + 4] === stats.mode
  );
}
