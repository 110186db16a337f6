// Hashes a file or folder where it lies, without entering it in any table. Knows no entries.
import type { Stats } from 'node:fs';
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { systemFailure } from './failure.ts';
import { hashWhileStill, look, type Hashed } from './look.ts';
import type { RepositoryFailure } from './port.ts';
import { fingerprintTree } from './tree.ts';

/** A file or folder that was hashed at another place (the stage), to be entered once it has been moved to its own. */
export interface Observation {
  readonly fingerprint: Fingerprint;
  /** Each file that was hashed; '' is the path itself. */
  readonly files: readonly { readonly relative: string; readonly hashed: Hashed }[];
}

/** Undefined if nothing is there, or nothing of that kind. */
export function observe(
  absolute: string,
  kind: 'file' | 'directory',
  clock: () => number,
): Result<Observation | undefined, RepositoryFailure> {
  const files: { relative: string; hashed: Hashed }[] = [];
  const take = (relative: string): Result<Fingerprint | undefined, RepositoryFailure> => {
    const hashed = hashWhileStill(relative === '' ? absolute : `${absolute}/${relative}`, clock);
    if (!hashed.ok) return hashed;
    if (hashed.value !== undefined) files.push({ relative, hashed: hashed.value });
    return ok(hashed.value?.fingerprint);
  };
  const found = kind === 'file' ? take('') : fingerprintFolder(absolute, take);
  if (!found.ok) return found;
  return ok(found.value === undefined ? undefined : { fingerprint: found.value, files });
}

/** The fingerprint of a folder, of its files by `fileAt`; undefined if no folder is there. */
export function fingerprintFolder(
  absolute: string,
  fileAt: (relative: string) => Result<Fingerprint | undefined, RepositoryFailure>,
): Result<Fingerprint | undefined, RepositoryFailure> {
  try {
    if (look(absolute)?.stats.isDirectory() !== true) return ok(undefined);
  } catch (error) {
    return systemFailure(error, 'look at', absolute);
  }
  return fingerprintTree(absolute, fileAt);
}

/** Whether a file was only renamed between two looks: that keeps all but the time of its entry's change. */
export function isRenamed(before: Stats, after: Stats): boolean {
  return (
    after.isFile() &&
    before.size === after.size &&
    before.mtimeMs === after.mtimeMs &&
    before.ino === after.ino &&
    before.mode === after.mode
  );
}
