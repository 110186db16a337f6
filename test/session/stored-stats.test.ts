// What is known of files between two processes: in blocks and beside them, merged, damaged, and in the form of earlier pipes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StatRow } from '../../engine/repository/stat-row.ts';
import { StatRows } from '../../engine/repository/stat-rows.ts';
import { packStats, unpackStats } from '../../engine/repository/stat-block.ts';
import { StoredStats } from '../../engine/session/stored-stats.ts';
import { openDatabase } from '../../engine/store/database.ts';
import { MIGRATIONS, STATE_VERSION } from '../../engine/store/schema.ts';
import { Store } from '../../engine/store/store.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipe-stats-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Opens the state, has `work` use what is kept there, and saves what it changed. */
function session<T>(work: (rows: StatRows) => T): T {
  return withStore((store) => {
    const rows = new StatRows();
    const stored = new StoredStats(store);
    stored.load(rows);
    const result = work(rows);
    stored.save(rows.takeChanged());
    return result;
  });
}

function withStore<T>(work: (store: Store) => T): T {
  const opened = openDatabase(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = new Store(opened.value.database);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function sql<T>(work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(folder, 'state.db'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function counts(): { loose: number; blocks: number } {
  const count = (table: string): number =>
    sql((database) => Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()!['count']));
  return { loose: count('stats'), blocks: count('stat_blocks') };
}

function put(rows: StatRows, path: string, mark: number): void {
  const tuple = { size: mark, mtimeMs: 1000.25 + mark, ctimeMs: 2000.5, ino: 7, mode: 0o100644 };
  rows.put(path, tuple, `f:${mark}`, 9000.75);
}

function name(index: number): string {
  return `src/${String(index).padStart(5, '0')}.txt`;
}

function putMany(count: number): void {
  session((rows) => {
    for (let index = count - 1; index >= 0; index--) put(rows, name(index), index);
  });
}

/** Of each path asked for the mark that it was put with. */
function marks(paths: readonly string[]): (number | undefined)[] {
  return session((rows) => paths.map((path) => rows.row(path)?.size));
}

describe('entries of the stat table', () => {
  test('few of them lie by themselves, many in blocks, and each is what it was', () => {
    putMany(3);
    expect(counts()).toEqual({ loose: 3, blocks: 0 });
    putMany(1000);
    expect(counts()).toEqual({ loose: 0, blocks: 3 });
    const paths = Array.from({ length: 1000 }, (_, index) => name(index));
    expect(marks(paths)).toEqual(paths.map((_, index) => index));
    expect(session((rows) => rows.row(name(17)))).toEqual({
      path: name(17),
      fingerprint: 'f:17',
      size: 17,
      mtimeMs: 1017.25,
      ctimeMs: 2000.5,
      ino: 7,
      mode: 0o100644,
      observedAt: 9000.75,
    });
    expect(marks(['', 'a', 'src/', 'src/00001', 'src/00001.txu', 'z'])).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
    expect(counts()).toEqual({ loose: 0, blocks: 3 });
  });

  test('a link and a second fingerprint outlive a block', () => {
    putMany(600);
    const link = [4, 5.5, 6.5, 7, 8];
    session((rows) => {
      rows.put(name(3), { size: 1, mtimeMs: 2, ctimeMs: 3, ino: 4, mode: 5 }, 'f:linked', 9000, link);
      rows.setVariant(name(4), 'yaml', 'r:4');
      for (let index = 0; index < 300; index++) put(rows, `out/${index}`, index);
    });
    expect(counts().loose).toBe(0);
    session((rows) => {
      expect([...rows.linked()]).toEqual([]);
      expect(rows.row(name(3))).toMatchObject({ fingerprint: 'f:linked', link });
      expect(rows.variant(rows.find(name(4))!, 'yaml')).toBe('r:4');
      // Of the block that was read.
      expect([...rows.linked()]).toEqual([name(3)]);
    });
  });

  test('what changed since counts before the block, what was removed is gone, and what comes back is there', () => {
    putMany(600);
    session((rows) => {
      put(rows, name(5), 9005);
      rows.remove(name(6));
      rows.remove(name(7));
    });
    expect(counts()).toEqual({ loose: 3, blocks: 2 });
    expect(marks([name(5), name(6), name(7), name(8)])).toEqual([9005, undefined, undefined, 8]);
    session((rows) => put(rows, name(7), 9007));
    expect(marks([name(5), name(6), name(7), name(8)])).toEqual([9005, undefined, 9007, 8]);
    session((rows) => {
      for (let index = 256; index < 600; index++) rows.remove(name(index));
    });
    expect(counts()).toEqual({ loose: 0, blocks: 1 });
    expect(marks([name(5), name(6), name(7), name(8), name(255), name(256)])).toEqual([
      9005,
      undefined,
      9007,
      8,
      255,
      undefined,
    ]);
    expect(session((rows) => [...rows.paths()].length)).toBe(255);
  });

  test('one that changed writes itself and no block', () => {
    putMany(2000);
    const bodies = (): unknown =>
      sql((database) => database.prepare('SELECT id, sum FROM stat_blocks').all());
    const before = bodies();
    session((rows) => put(rows, name(1234), 1));
    expect(bodies()).toEqual(before);
    expect(counts().loose).toBe(1);
    session(() => {});
    expect(counts().loose).toBe(1);
  });

  test('are what a plain map would hold, through many processes', () => {
    let seed = 20;
    const below = (limit: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * limit);
    };
    const folders = ['', 'é/', 'src/', 'src/a/', '\u{10000}/', '\uffee/', '/abs/'];
    const known = new Map<string, number>();
    for (let round = 0; round < 25; round++) {
      const changes = round % 4 === 0 ? 700 : below(200);
      session((rows) => {
        for (let change = 0; change < changes; change++) {
          const path = `${folders[below(folders.length)]}${below(400)}`;
          if (below(3) === 0) {
            rows.remove(path);
            known.delete(path);
          } else {
            put(rows, path, change);
            known.set(path, change);
          }
          const other = `${folders[below(folders.length)]}${below(400)}`;
          expect(rows.row(other)?.size).toBe(known.get(other));
        }
      });
      expect(new Set(session((rows) => [...rows.paths()]))).toEqual(new Set(known.keys()));
      const paths = [...known.keys()];
      expect(marks(paths)).toEqual([...known.values()]);
    }
    expect(counts().blocks).toBeGreaterThan(3);
  });
});

describe('a state of the version before blocks', () => {
  test('is read as it is, and put into blocks by the first build that keeps anything', () => {
    const database = new DatabaseSync(join(folder, 'state.db'));
    for (const migration of MIGRATIONS().slice(0, 3)) database.exec(migration);
    database.exec('PRAGMA user_version = 3');
    database.close();
    withStore((store) => {
      store.transaction(() => {
        for (let index = 0; index < 400; index++)
          store.stats.put(
            name(index),
            JSON.stringify({
              size: index,
              mtimeMs: 1,
              ctimeMs: 2,
              ino: 3,
              mode: 4,
              observedAt: 5,
              fingerprint: 'f',
            }),
          );
      });
    });
    expect(sql((it) => it.prepare('PRAGMA user_version').get())).toEqual({ user_version: STATE_VERSION });
    expect(counts()).toEqual({ loose: 400, blocks: 0 });
    expect(marks([name(0), name(399), name(400)])).toEqual([0, 399, undefined]);
    expect(counts()).toEqual({ loose: 0, blocks: 1 });
    expect(marks([name(0), name(399), name(400)])).toEqual([0, 399, undefined]);
  });
});

describe('damage', () => {
  const paths = Array.from({ length: 700 }, (_, index) => name(index));

  /** Each entry is what it was or not there, and those of sound blocks are there; saving mends what was damaged. */
  function expectRight(damaged: string): void {
    const found = marks(paths);
    for (const [index, mark] of found.entries()) expect([undefined, index], damaged).toContain(mark);
    expect(found.filter((mark) => mark !== undefined).length, damaged).toBeGreaterThanOrEqual(200);
    putMany(700);
    expect(marks(paths)).toEqual(paths.map((_, index) => index));
  }

  test('of any byte of a block takes that block and no other', () => {
    putMany(700);
    const length = sql((database) => {
      const row = database.prepare("SELECT length(body) AS length FROM stat_blocks WHERE start = ''").get();
      return Number(row!['length']);
    });
    for (let at = 0; at < length; at += 997) {
      sql((database) => {
        const select = database.prepare("SELECT body FROM stat_blocks WHERE start = ''");
        const body = select.get()!['body'] as Uint8Array;
        body[at]! ^= 1 << (at % 8);
        database.prepare("UPDATE stat_blocks SET body = ? WHERE start = ''").run(body);
      });
      expectRight(`byte ${at}`);
    }
  });

  test.each([
    ['cut short', "SET body = substr(body, 1, 100) WHERE start = ''"],
    ['empty', "SET body = x'' WHERE start = ''"],
    ['text', "SET body = 'text' WHERE start = ''"],
    ['of another start', "SET start = 'sra' WHERE start = ''"],
    ['of another sum', "SET sum = sum + 1 WHERE start = ''"],
    ['the body of another', "SET body = (SELECT body FROM stat_blocks WHERE start <> '') WHERE start = ''"],
  ])('a block that is %s', (what, change) => {
    putMany(700);
    sql((database) => database.exec(`UPDATE stat_blocks ${change}`));
    expectRight(what);
  });

  test('of what changed since hides what the block says of that path', () => {
    putMany(700);
    session((rows) => put(rows, name(5), 9005));
    sql((database) => database.exec('UPDATE stats SET sum = sum + 1'));
    expect(marks([name(4), name(5), name(6)])).toEqual([4, undefined, 6]);
  });

  test('a run of bytes that is cut at any length is no block, or the whole', () => {
    const rows: StatRow[] = ['a', 'b/ü', 'c'].map((path, index) => ({
      path,
      fingerprint: `f:${index}`,
      size: 1,
      mtimeMs: 2,
      ctimeMs: 3,
      ino: 4,
      mode: 5,
      observedAt: 6,
    }));
    const bytes = packStats(rows);
    expect(unpackStats(bytes)?.paths).toEqual(['a', 'b/ü', 'c']);
    for (let length = 0; length < bytes.length - 1; length++)
      expect(unpackStats(bytes.subarray(0, length))?.paths ?? 'none').toBe('none');
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(unpackStats(shifted.subarray(1))?.fingerprints).toEqual(['f:0', 'f:1', 'f:2']);
  });
});
