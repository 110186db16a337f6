// Opens state.db, migrates it, and sets a damaged one aside whole. Knows no table's meaning.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { BuildFailure } from '../model/failure.ts';
import { MIGRATIONS, STATE_VERSION } from './schema.ts';
import { StateGone } from './state-guard.ts';

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** Set when a damaged database was set aside: where it lies now and what was wrong. */
  readonly setAside?: { readonly path: string; readonly why: string };
}

/**
 * Opens `folder/state.db`, making the folder and its .gitignore. A version from a newer pipe is refused. With `damaged` it
 * is known to be, and why: it is set aside first.
 */
export function openDatabase(folder: string, damaged?: string): Result<OpenedDatabase, BuildFailure> {
  try {
    makeStateFolder(folder);
  } catch (error) {
    return err(cannotOpen(folder, error));
  }
  const path = join(folder, 'state.db');
  let setAside: OpenedDatabase['setAside'];
  if (damaged !== undefined) {
    try {
      setAside = { path: moveAside(path), why: damaged };
    } catch (error) {
      return err(cannotOpen(path, error));
    }
  } else if (!existsSync(path) && (existsSync(`${path}-wal`) || existsSync(`${path}-shm`))) {
    setAside = { path: moveAside(path), why: 'its write-ahead log was left without it' };
  }
  for (let attempt = 0; ; attempt++) {
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(path, { timeout: 10_000 });
      const version = readVersion(database);
      if (version > STATE_VERSION) {
        database.close();
        return err({
          type: 'build-failure',
          code: 'newer-state',
          message: `${path} was written by a newer pipe (state version ${version}, this one knows ${STATE_VERSION})`,
          hint: 'use that pipe, or remove the file: everything is then built again',
        });
      }
      prepare(database, version);
      return ok(setAside ? { database, setAside } : { database });
    } catch (error) {
      closeQuietly(database);
      if (!isDamage(error) || attempt > 0) return err(cannotOpen(path, error));
      try {
        setAside = { path: moveAside(path), why: (error as Error).message };
      } catch (moveError) {
        return err(cannotOpen(path, moveError));
      }
    }
  }
}

/**
 * Whether an SQLite error says that the file itself is damaged: CORRUPT (11), NOTADB (26), a page that is not there although
 * the file's head counts it (IOERR_SHORT_READ, 522), or that a statement of ours does not fit the schema it finds (ERROR, 1).
 */
export function isDamage(error: unknown): boolean {
  const code = (error as { errcode?: number }).errcode;
  if (code === undefined) return false;
  const primary = code & 0xff;
  return (
    primary === 11 ||
    primary === 26 ||
    code === SHORT_READ ||
    (primary === 1 && !/transaction/.test(String(error)))
  );
}

const SHORT_READ = 522;

/** 16 MB. Each time that the log is copied into the file, all wait for the disk three times; SQLite's own 1000 is 100 jobs. */
const LOG_PAGES = 4000;

/** Whether the state cannot be read or written, for want of space, of rights or of a sound file, or is gone. */
export function isStateError(error: unknown): error is Error {
  if (error instanceof StateGone) return true;
  return error instanceof Error && (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR';
}

/** The state failed in the middle of work. */
export function stateFailure(folder: string, error: Error): BuildFailure {
  if (error instanceof StateGone)
    return {
      type: 'build-failure',
      code: 'state-gone',
      message: error.message,
      hint: 'nothing more was started; build again, and what it had made is made anew',
    };
  return {
    type: 'build-failure',
    code: 'state-unusable',
    message: `cannot use the state in ${join(folder, 'state.db')}: ${error.message}`,
    hint: 'the folder must be writable and have free space; what had been committed is kept',
  };
}

function makeStateFolder(folder: string): void {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const ignore = join(folder, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
}

function readVersion(database: DatabaseSync): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

function prepare(database: DatabaseSync, version: number): void {
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${LOG_PAGES};
     PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;`,
  );
  if (version < STATE_VERSION) {
    database.exec('BEGIN IMMEDIATE');
    for (const migration of MIGRATIONS().slice(readVersion(database))) database.exec(migration);
    database.exec(`PRAGMA user_version = ${STATE_VERSION}; COMMIT`);
  }
  // Touches every table, so that a file that lost one is found here and not in the middle of a build.
  database.exec(
    'SELECT 1 FROM stats LIMIT 1; SELECT 1 FROM stat_blocks LIMIT 1; SELECT 1 FROM records LIMIT 1; SELECT 1 FROM texts LIMIT 1; SELECT 1 FROM runs LIMIT 1; SELECT 1 FROM facts LIMIT 1; SELECT 1 FROM moves LIMIT 1; SELECT 1 FROM processes LIMIT 1; SELECT 1 FROM checkpoints LIMIT 1',
  );
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
}

function moveAside(path: string): string {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const aside = `${path}.damaged-${stamp}`;
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  return aside;
}

function closeQuietly(database: DatabaseSync | undefined): void {
  try {
    database?.close();
  } catch {
    // It never opened wholly; there is nothing left to close.
  }
}

function cannotOpen(path: string, error: unknown): BuildFailure {
  return {
    type: 'build-failure',
    code: 'state-unusable',
    message: `cannot open the state in ${path}: ${(error as Error).message}`,
    hint:
      (error as NodeJS.ErrnoException).code === 'ENOTDIR'
        ? 'it has to be a folder: move away the file that lies there'
        : 'the folder must be writable and have free space',
  };
}
