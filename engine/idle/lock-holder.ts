// Who holds the lock of a state folder, by the note beside it. Knows nothing of the lock itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const HOLDER_FILE = 'lock.json';

export interface LockHolder {
  readonly host: string;
  readonly pid: number;
  /** What holds it: `pipe build`, `pipe watch`, … */
  readonly command: string;
}

/** Undefined where nobody does, or the note cannot be read. A holder that was killed leaves its note. */
export function readHolder(folder: string): LockHolder | undefined {
  try {
    const holder = JSON.parse(readFileSync(join(folder, HOLDER_FILE), 'utf8')) as Partial<LockHolder> | null;
    return typeof holder?.host === 'string' &&
      typeof holder.pid === 'number' &&
      typeof holder.command === 'string'
      ? (holder as LockHolder)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it was stopped, as by Ctrl-Z: then it answers nobody. False where that cannot be known at a glance. */
export function isStopped({ pid }: LockHolder): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return /^\) [Tt] /.test(stat.slice(stat.lastIndexOf(')')));
  } catch {
    return false;
  }
}

export function describeHolder(holder: LockHolder | undefined): string {
  return holder ? `${holder.command} (process ${holder.pid})` : 'another pipe';
}
