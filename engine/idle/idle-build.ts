// The quick answer to a build that has nothing to do: looks at every path of the last such build again and finds all as
// it was. A door of its own beside engine/index.ts, since loading the engine takes longer than the looks. Anything that
// is not just as it was is no answer: then the engine decides.
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Glance } from './glance.ts';
import { look, lookAgain } from './look-again.ts';
import { environmentDigest, requestText } from './request.ts';
import { SOCKET } from './watch-protocol.ts';
import { unpackSnapshot } from './snapshot.ts';
import type { PackedSnapshot } from './snapshot.ts';

export type { Glance } from './glance.ts';

export interface IdleRequest {
  /** Absolute. */
  readonly cwd: string;
  readonly file?: string;
  readonly params: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
}

/** The last snapshot and what differs from it; undefined if there is none, or it was of another request. */
export function takeGlance(request: IdleRequest): Glance | undefined {
  const file = resolve(request.cwd, request.file ?? 'pipeline.yaml');
  const root = dirname(file);
  const snapshot = readSnapshot(idlePath(file));
  if (!snapshot) return undefined;
  const { header } = snapshot;
  if (header.version !== request.version || header.request !== requestText(request.params)) return undefined;
  if (header.envDigest !== environmentDigest(header.env, request.env)) return undefined;
  if (header.absent.some((path) => look(resolve(root, path)) !== undefined)) return undefined;
  const looks = lookAgain(snapshot, root);
  return looks && { snapshot, looks };
}

/** How many jobs are up to date, if nothing whatever has changed. */
export function nothingToDo({ snapshot, looks }: Glance): { readonly upToDate: number } | undefined {
  return looks.different.includes(1) ? undefined : { upToDate: snapshot.header.upToDate };
}

/** Whether a watch runs here, or left its socket behind. */
export function mayBeWatched(cwd: string, file = 'pipeline.yaml'): boolean {
  return existsSync(resolve(stateFolderOf(resolve(cwd, file)), SOCKET));
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

/** Into memory that threads can share. */
function readSnapshot(path: string): PackedSnapshot | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    if (readSync(file, bytes) !== bytes.length) return undefined;
    return unpackSnapshot(bytes);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
