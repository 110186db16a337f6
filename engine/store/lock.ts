// One builder at a time: an exclusive SQLite transaction held for life, which the kernel frees with the process.
// Knows nothing of what is built.
import { rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { describeHolder, HOLDER_FILE, readHolder } from '../idle/lock-holder.ts';
import type { BuildFailure } from '../model/failure.ts';

/** In the state folder. */
export const LOCK_FILE = 'lock.db';

export class BuildLock implements Disposable {
  readonly #database: DatabaseSync;
  readonly #folder: string;

  private constructor(database: DatabaseSync, folder: string) {
    this.#database = database;
    this.#folder = folder;
  }

  /**
   * Waits for the lock of a state folder. `onWait` is told once for whom. A folder on another host's file system,
   * where SQLite's locks may not reach, is refused while that host's holder has not left.
   */
  static async acquire(
    folder: string,
    command: string,
    onWait: (holder: string) => void,
    signal: AbortSignal,
  ): Promise<Result<BuildLock, BuildFailure>> {
    const unusable = (error: unknown): Result<never, BuildFailure> =>
      err(
        lockFailure(
          'lock-unusable',
          `cannot lock ${folder}: ${(error as Error).message}`,
          `the folder must be writable and have free space; a damaged ${join(folder, LOCK_FILE)} can be removed while no pipe runs`,
        ),
      );
    let database: DatabaseSync;
    try {
      database = new DatabaseSync(join(folder, LOCK_FILE));
    } catch (error) {
      return unusable(error);
    }
    let told = false;
    for (let pause = 5; ; pause = Math.min(pause * 1.5, 100)) {
      try {
        database.exec('BEGIN EXCLUSIVE');
        break;
      } catch (error) {
        const primary = ((error as { errcode?: number }).errcode ?? 0) & 0xff;
        if (primary !== BUSY) {
          database.close();
          return unusable(error);
        }
      }
      if (!told) {
        told = true;
        onWait(describeHolder(readHolder(folder)));
      }
      if (signal.aborted) {
        database.close();
        return err(lockFailure('interrupted', 'interrupted while waiting for another pipe'));
      }
      await delay(pause);
    }
    const holder = readHolder(folder);
    if (holder && holder.host !== hostname()) {
      database.close();
      return err(
        lockFailure(
          'other-host',
          `${describeHolder(holder)} on host ${holder.host} is building here`,
          `if it is not running any more, remove ${join(folder, HOLDER_FILE)}`,
        ),
      );
    }
    try {
      const body = JSON.stringify({ host: hostname(), pid: process.pid, command });
      // Whoever holds the lock may change what the snapshot of the last idle build speaks of.
      rmSync(join(folder, 'idle'), { force: true });
      writeFileSync(join(folder, HOLDER_FILE), body);
    } catch (error) {
      database.close();
      return unusable(error);
    }
    return ok(new BuildLock(database, folder));
  }

  [Symbol.dispose](): void {
    // Emptied, not removed: removing could take away the next holder's file.
    writeQuietly(join(this.#folder, HOLDER_FILE));
    this.#database.close();
  }
}

const BUSY = 5;

function lockFailure(code: string, message: string, hint?: string): BuildFailure {
  return { type: 'build-failure', code, message, ...(hint ? { hint } : {}) };
}

function writeQuietly(path: string): void {
  try {
    writeFileSync(path, '');
  } catch {
    // The folder went away; the lock goes with the process all the same.
  }
}
