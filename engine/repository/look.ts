// One look at one path: its stat tuple through links, and its content's fingerprint if it holds still meanwhile. Knows
// no table and remembers nothing.
import { constants, lstatSync, statSync, type Stats } from 'node:fs';
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { digestFile } from './content.ts';
import { codeOf, failure, isAbsence, systemFailure } from './failure.ts';
import type { RepositoryFailure } from './port.ts';
import type { StatTuple } from './stat-row.ts';

export interface Seen {
  /** Of the file, or of what the link leads to in the end. */
  readonly stats: Stats;
  /** Of the link itself, if the path is one. */
  readonly link: Stats | undefined;
}

/** What is there now, or undefined if nothing is, or a link that leads nowhere or round. Throws other system errors. */
export function look(absolute: string): Seen | undefined {
  try {
    const stats = lstatSync(absolute, QUIET);
    if (stats === undefined || !stats.isSymbolicLink()) return stats && { stats, link: undefined };
    const target = statSync(absolute, QUIET);
    return target && { stats: target, link: stats };
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

const QUIET = { throwIfNoEntry: false } as const;

/** A look that answers `otherwise` where the system refuses one; whoever goes on to read hears why. */
export function lookOr<T>(absolute: string, otherwise: T): Seen | undefined | T {
  try {
    return look(absolute);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return otherwise;
  }
}

export interface Hashed {
  readonly seen: Seen;
  readonly fingerprint: Fingerprint;
  /** A time before the content was read: an edit after it leaves a later stamp, where stamps are fine enough. */
  readonly observedAt: number;
}

/**
 * The fingerprint of a file's content: its digest, and `+x` where its owner may execute it. The tuple is the same
 * before and after reading; a file that moves each time is the failure `changing`. Undefined: no regular file is there.
 */
export function hashWhileStill(
  absolute: string,
  clock: () => number,
): Result<Hashed | undefined, RepositoryFailure> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const observedAt = clock();
      const seen = look(absolute);
      if (seen === undefined || !seen.stats.isFile()) return ok(undefined);
      const digest = digestFile(absolute);
      const after = look(absolute);
      if (after === undefined || !sameTuples(seen, after)) continue;
      const executable = (seen.stats.mode & constants.S_IXUSR) !== 0;
      return ok({ seen, fingerprint: executable ? `${digest}+x` : digest, observedAt });
    } catch (error) {
      if (!isAbsence(error)) return systemFailure(error, 'read', absolute);
    }
  }
  return failure('changing', `${absolute} changes while it is read`, absolute);
}

/** Each attempt reads the whole file; one that is being written for longer is not worth reading. */
const ATTEMPTS = 4;

function sameTuples(a: Seen, b: Seen): boolean {
  if (!sameTuple(a.stats, b.stats)) return false;
  if (a.link === undefined || b.link === undefined) return a.link === b.link;
  return sameTuple(a.link, b.link);
}

function sameTuple(a: StatTuple, b: StatTuple): boolean {
  return (
    a.size === b.size &&
    a.mtimeMs === b.mtimeMs &&
    a.ctimeMs === b.ctimeMs &&
    a.ino === b.ino &&
    a.mode === b.mode
  );
}
