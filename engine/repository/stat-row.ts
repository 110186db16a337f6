// One entry of the stat table as plain data. Knows no table and no file system.
import type { Fingerprint } from '../model/fingerprint.ts';

/**
 * What `lstat` says that tells one state of a file from another, as doubles. At today's dates a double holds a time in
 * ms to 0.25 µs and not to the nanosecond, and an inode above 2^53 loses its last bits: neither matters, since no entry
 * is trusted whose times are within 20 ms of its observation.
 */
export interface StatTuple {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
  readonly mode: number;
}

/** An entry as plain data, for the store. */
export interface StatRow extends StatTuple {
  readonly path: string;
  readonly fingerprint: Fingerprint;
  /** When it was looked at, ms since 1970. */
  readonly observedAt: number;
  /** A second fingerprint of the same content, behind the name of its kind and a blank (`yaml r:…`). */
  readonly variant?: string;
  /** The path is a symbolic link: the link's own tuple, as size, mtime, ctime, inode, mode. The others are the target's. */
  readonly link?: readonly number[];
}

/** Numbers of an entry that are kept side by side: size, mtime, ctime, ino, mode, observedAt. */
export const WIDTH = 6;

export function tupleNumbers(tuple: StatTuple): readonly number[] {
  return [tuple.size, tuple.mtimeMs, tuple.ctimeMs, tuple.ino, tuple.mode];
}
