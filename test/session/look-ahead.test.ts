// Looks that a second thread takes ahead: each counts once, as a look taken then, and none once a file was changed by pipe.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lookAhead } from '../../engine/repository/ahead-work.ts';
import type { AheadWork } from '../../engine/repository/ahead-work.ts';
import { LookAhead } from '../../engine/repository/look-ahead.ts';
import { packStats } from '../../engine/repository/stat-block.ts';
import type { StatRow } from '../../engine/repository/stat-row.ts';
import { StatTable } from '../../engine/repository/stat-table.ts';
import { startLookingAhead } from '../../engine/session/look-ahead.ts';
import { StoredStats } from '../../engine/session/stored-stats.ts';
import { openDatabase } from '../../engine/store/database.ts';
import { Store } from '../../engine/store/store.ts';

const BLOCKS = 120;
const EACH = 3;

/** Files that are known, in many small blocks, and a table that has them looked at ahead. */
async function library(before: (root: string, paths: readonly string[]) => void = () => {}) {
  const root = mkdtempSync(join(tmpdir(), 'pipe-ahead-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'src'));
  const paths = Array.from({ length: BLOCKS * EACH }, (_, at) => `src/${String(at).padStart(4, '0')}`);
  for (const path of paths) writeFileSync(join(root, path), path);
  rmSync(join(root, paths[7]!));
  symlinkSync(paths[8]!.slice(4), join(root, paths[7]!));
  const rows = known(root, paths);
  const state = join(root, '.pipe');
  const opened = openDatabase(state);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = new Store(opened.value.database);
  for (let at = 0; at < rows.length; at += EACH)
    store.stats.putBlock(at === 0 ? '' : rows[at]!.path, packStats(rows.slice(at, at + EACH)));
  before(root, paths);
  const stored = new StoredStats(store);
  const table = new StatTable(root);
  stored.load(table);
  const works: AheadWork[] = [];
  table.ahead = new LookAhead(root, stored.starts, (work) => {
    works.push(work);
    return startLookingAhead(state, work);
  });
  table.ahead.expect(['other/', 'src/']);
  const work = works[0]!;
  await allSeen(work, 1);
  return { root, paths, rows, table, store, work };
}

/** As a build finds them that hashes them long after they were written. */
function known(root: string, paths: readonly string[]): StatRow[] {
  const table = new StatTable(root, () => Date.now() + 10_000);
  for (const path of paths) table.file(path);
  const { put, row } = table.takeChanged();
  return put.map((path) => row(path)!);
}

async function allSeen({ seen }: AheadWork, turn: number): Promise<void> {
  while (seen.some((_, block) => ![turn, -1].includes(Atomics.load(seen, block))))
    await new Promise((resolve) => setTimeout(resolve, 1));
}

test('a file that was looked at ahead is as it was then, once', async () => {
  const { root, paths, rows, table } = await library();
  const path = paths[100]!;
  appendFileSync(join(root, path), '!');
  expect(table.file(path)).toEqual({ ok: true, value: rows[100]!.fingerprint });
  expect(table.file(path)).not.toEqual({ ok: true, value: rows[100]!.fingerprint });
  table.dropTaken();
});

test('what differs is looked at by the table: a changed file, one that is gone, a link', async () => {
  const { root, paths, rows, table } = await library((folder, all) => {
    appendFileSync(join(folder, all[20]!), '!');
    rmSync(join(folder, all[21]!));
  });
  expect(table.file(paths[20]!)).not.toEqual({ ok: true, value: rows[20]!.fingerprint });
  expect(table.file(paths[21]!)).toEqual({ ok: true, value: undefined });
  appendFileSync(join(root, paths[8]!), '!');
  expect(table.file(paths[7]!)).not.toEqual({ ok: true, value: rows[7]!.fingerprint });
  table.dropTaken();
});

test('once pipe removes a file, all is looked at anew', async () => {
  const { root, paths, rows, table, work } = await library();
  // The block of the first is begun, that of the other is not.
  table.file(paths[30]!);
  for (const at of [31, 90]) appendFileSync(join(root, paths[at]!), '!');
  table.forget(paths[200]!);
  await allSeen(work, 2);
  for (const at of [31, 90])
    expect(table.file(paths[at]!)).not.toEqual({ ok: true, value: rows[at]!.fingerprint });
  appendFileSync(join(root, paths[120]!), '!');
  expect(table.file(paths[120]!)).toEqual({ ok: true, value: rows[120]!.fingerprint });
  table.dropTaken();
});

test('what is entered since counts, not what was seen ahead', async () => {
  const { root, paths, table } = await library();
  const path = paths[50]!;
  appendFileSync(join(root, path), '!');
  const observed = table.observe(join(root, path), 'file');
  if (!observed.ok || !observed.value) throw new Error('there is a file');
  expect(table.put(path, observed.value)).toBe(true);
  appendFileSync(join(root, path), '!');
  expect(table.file(path)).not.toEqual({ ok: true, value: observed.value.fingerprint });
  table.dropTaken();
});

test('when it is over every look is one, and nobody has the state open any more', async () => {
  const { root, paths, rows, table, store } = await library();
  table.file(paths[100]!);
  table.dropTaken();
  for (const at of [101, 200]) {
    appendFileSync(join(root, paths[at]!), '!');
    expect(table.file(paths[at]!)).not.toEqual({ ok: true, value: rows[at]!.fingerprint });
  }
  store.close();
  expect(existsSync(join(root, '.pipe/state.db-wal'))).toBe(false);
});

test('a block that the table reads otherwise than the other thread did is not gone by', async () => {
  const { root, paths, rows, table, store } = await library();
  const others = rows.slice(99, 102).map((row) => ({ ...row, fingerprint: 'another' }));
  store.stats.putBlock(rows[99]!.path, packStats(others));
  appendFileSync(join(root, paths[100]!), '!');
  const found = table.file(paths[100]!);
  expect(found.ok && found.value).not.toBe('another');
  table.dropTaken();
});

test('few files are not worth a second thread, and one that comes too late does nothing', () => {
  const started: AheadWork[] = [];
  const start = (work: AheadWork): boolean => started.push(work) > 0;
  const starts = Array.from({ length: 300 }, (_, at) => (at === 0 ? '' : `src/${at + 1000}`));
  new LookAhead('/nowhere', starts, start).expect(['other/', 'src/100']);
  expect(started).toEqual([]);
  const ahead = new LookAhead('/nowhere', starts, start);
  ahead.expect(['src/']);
  expect(started).toHaveLength(1);
  ahead.end();
  lookAhead(started[0]!, () => {
    throw new Error('it must not open anything');
  });
});
