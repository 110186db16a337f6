// The stat table on real files: it must see every edit, and read no content that it need not. Knows no repository.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StatTable } from '../../engine/repository/stat-table.ts';
import type { StatRow } from '../../engine/repository/stat-row.ts';
import { StatRows } from '../../engine/repository/stat-rows.ts';
import { nextTick } from '../tick.ts';
import { makeFifo, put, tempRoot, withoutPrivilege } from './temp-root.ts';

interface Rig {
  readonly root: string;
  readonly table: StatTable;
  /** Moves the table's clock away from the files' times. */
  later(ms: number): void;
  look(path: string): string | undefined;
  folder(path: string): string | undefined;
}

function rig(files: Readonly<Record<string, string>>): Rig {
  const root = tempRoot(files);
  let ahead = 0;
  const table = new StatTable(root, () => Date.now() + ahead);
  const value = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  return {
    root,
    table,
    later: (ms) => {
      ahead += ms;
    },
    look: (path) => value(table.file(path)),
    folder: (path) => value(table.directory(path)),
  };
}

/** The paths that were entered since the last call: those whose content was read. */
function read(table: StatTable): string[] {
  return table.takeChanged().put.toSorted();
}

/** The rows that the store would be given. */
function rowsOf(table: StatTable): StatRow[] {
  const { put: paths, row } = table.takeChanged();
  return paths.map((path) => row(path)!);
}

describe('a file', () => {
  test('is read once, then trusted by its tuple', () => {
    const { table, look, later } = rig({ 'emma.txt': 'Emma Woodhouse' });
    later(60_000);
    const first = look('emma.txt');
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(read(table)).toEqual(['emma.txt']);
    expect(look('emma.txt')).toBe(first);
    expect(read(table)).toEqual([]);
    expect(table.unmoved('emma.txt')).toBe(true);
  });

  test('that is absent, a folder, a fifo, or below a file, has no fingerprint', () => {
    const { root, table, look } = rig({ 'folder/x': '' });
    makeFifo(join(root, 'fifo'));
    for (const path of ['none', 'folder', 'fifo', 'folder/x/y']) expect(look(path), path).toBeUndefined();
    expect(table.takeChanged()).toMatchObject({ put: [], removed: [] });
    expect(table.unmoved('none')).toBe(true);
    put(root, 'none', '');
    expect(table.unmoved('none')).toBe(false);
  });

  test('larger than the buffer has the digest of all of it', () => {
    const { root, look } = rig({});
    const content = Buffer.alloc(3_500_000, 'Pride and Prejudice');
    writeFileSync(join(root, 'big'), content);
    expect(look('big')).toBe(createHash('sha256').update(content).digest('base64url'));
  });

  test('that changes all the time while it is read is a failure, not a digest of two states', async () => {
    const { root, table } = rig({ log: '' });
    // Sparse, and long to read: so the writer gets its turn during each attempt.
    truncateSync(join(root, 'log'), 100_000_000);
    const script = 'echo started; while :; do echo more; done >> "$0"';
    const writer = spawn('/bin/sh', ['-c', script, join(root, 'log')], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(writer.stdout, 'data');
    let found = table.file('log');
    // On a busy machine the writer may miss a turn: that look was of one state, then.
    while (found.ok) found = table.file('log');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(found).toMatchObject({ ok: false, error: { code: 'changing', path: join(root, 'log') } });
    const digest = createHash('sha256')
      .update(readFileSync(join(root, 'log')))
      .digest('base64url');
    expect(table.file('log')).toEqual({ ok: true, value: digest });
  });

  test('that may not be read is a failure', () => {
    const { root, table } = rig({ secret: 'x', 'closed/x': 'x' });
    chmodSync(join(root, 'secret'), 0);
    chmodSync(join(root, 'closed'), 0);
    const found = withoutPrivilege(root, () => [
      table.file('secret'),
      table.file('closed/x'),
      table.directory('closed'),
      table.directory('closed/x'),
    ]);
    chmodSync(join(root, 'closed'), 0o755);
    for (const each of found) expect(each).toMatchObject({ ok: false, error: { code: 'EACCES' } });
  });

  test.each<[string, (path: string) => void]>([
    ['other size', (path) => writeFileSync(path, 'longer')],
    ['same size', (path) => writeFileSync(path, 'two')],
    [
      'same size and mtime (the ctime tells)',
      (path) => {
        const { atime, mtime } = statSync(path);
        writeFileSync(path, 'two');
        utimesSync(path, atime, mtime);
      },
    ],
    [
      'an older mtime, as after cp -p',
      (path) => {
        writeFileSync(path, 'two');
        utimesSync(path, 1, 1);
      },
    ],
    [
      'renamed over',
      (path) => {
        writeFileSync(`${path}.new`, 'two');
        renameSync(`${path}.new`, path);
      },
    ],
    [
      'a link to another',
      (path) => {
        writeFileSync(`${path}.new`, 'two');
        unlinkSync(path);
        symlinkSync(`${path}.new`, path);
      },
    ],
  ])('edited to %s is seen', (_, edit) => {
    const { root, table, look, later } = rig({ 'a/file': 'one' });
    later(60_000);
    const before = look('a/file');
    nextTick(root);
    edit(join(root, 'a/file'));
    expect(table.unmoved('a/file')).toBe(false);
    expect(look('a/file')).not.toBe(before);
  });

  test('touched, or chmodded but for its executable bit, is the same', () => {
    const { root, look, later } = rig({ file: 'one' });
    later(60_000);
    const before = look('file');
    utimesSync(join(root, 'file'), 1, 1);
    expect(look('file')).toBe(before);
    chmodSync(join(root, 'file'), 0o600);
    expect(look('file')).toBe(before);
    chmodSync(join(root, 'file'), 0o700);
    expect(look('file')).toBe(`${before}+x`);
  });

  test('removed and made again', () => {
    const { root, table, look } = rig({ file: 'one' });
    const before = look('file');
    unlinkSync(join(root, 'file'));
    expect(look('file')).toBeUndefined();
    expect(table.takeChanged()).toMatchObject({ put: [], removed: ['file'] });
    mkdirSync(join(root, 'file'));
    expect(look('file')).toBeUndefined();
    rmSync(join(root, 'file'), { recursive: true });
    put(root, 'file', 'one');
    expect(look('file')).toBe(before);
  });
});

describe('a racy file', () => {
  test('is read once more at a later look, then settled', () => {
    const { table, look, later } = rig({ file: 'one' });
    look('file');
    read(table);
    later(1000);
    look('file');
    expect(read(table)).toEqual(['file']);
    look('file');
    expect(read(table)).toEqual([]);
  });

  test('edited within one tick of the clock is seen, though its tuple is the same', () => {
    const { root, look, later } = rig({ file: 'one' });
    const table = new StatTable(root);
    table.file('file');
    const [row] = rowsOf(table);
    // What a write in the same tick leaves: other content under the tuple that was entered.
    const tricked = new StatTable(root);
    tricked.load([{ ...(row as StatRow), fingerprint: 'of the content before' }]);
    expect(tricked.file('file')).toEqual({ ok: true, value: look('file') });
    later(1000);
    const settled = new StatTable(root);
    settled.load([{ ...(row as StatRow), fingerprint: 'trusted', observedAt: Date.now() + 1000 }]);
    expect(settled.file('file')).toEqual({ ok: true, value: 'trusted' });
  });

  test.each<[string, Partial<StatRow>, number, boolean]>([
    ['mtime 10 ms before', { mtimeMs: 5000.5, ctimeMs: 1000.5 }, 5010.5, true],
    ['ctime 10 ms before', { mtimeMs: 1000.5, ctimeMs: 5000.5 }, 5010.5, true],
    ['both 25 ms before', { mtimeMs: 5000.5, ctimeMs: 5000.5 }, 5025.5, false],
    ['whole seconds, 1.5 s before', { mtimeMs: 5000, ctimeMs: 5000 }, 6500, true],
    ['whole seconds, 2.5 s before', { mtimeMs: 5000, ctimeMs: 5000 }, 7500, false],
    ['only the mtime whole, 1.5 s before', { mtimeMs: 5000, ctimeMs: 4000.5 }, 6500, false],
    ['in the future', { mtimeMs: 9000.5, ctimeMs: 5000.5 }, 7500, true],
    [
      'a link made 10 ms before',
      { mtimeMs: 10.5, ctimeMs: 10.5, link: [1, 10.5, 5000.5, 1, 1] },
      5010.5,
      true,
    ],
  ])('is one whose times are %s its observation', (_, times, observedAt, racy) => {
    const rows = new StatRows();
    const tuple = { size: 3, mtimeMs: 0, ctimeMs: 0, ino: 1, mode: 0o100644, ...times };
    expect(rows.isRacy(rows.put('file', tuple, 'x', observedAt, times.link))).toBe(racy);
  });

  test('dated in the future stays so', () => {
    const { root, table, look, later } = rig({ file: 'one' });
    const future = Date.now() / 1000 + 3600;
    utimesSync(join(root, 'file'), future, future);
    for (let round = 0; round < 3; round++) {
      later(1000);
      look('file');
      expect(read(table)).toEqual(['file']);
    }
    later(3_700_000);
    look('file');
    read(table);
    look('file');
    expect(read(table)).toEqual([]);
  });
});

describe('a link', () => {
  test('has the fingerprint of what it leads to, and each part of a chain counts', () => {
    const { root, table, look, later } = rig({ one: 'one', two: 'two' });
    later(60_000);
    symlinkSync('one', join(root, 'middle'));
    symlinkSync('middle', join(root, 'link'));
    const [one, two] = [look('one'), look('two')];
    expect(look('link')).toBe(one);
    read(table);
    look('link');
    expect(read(table)).toEqual([]);

    unlinkSync(join(root, 'middle'));
    symlinkSync('two', join(root, 'middle'));
    expect(table.unmoved('link')).toBe(false);
    expect(look('link')).toBe(two);

    put(root, 'two', 'more');
    expect(look('link')).toBe(look('two'));

    unlinkSync(join(root, 'link'));
    symlinkSync('one', join(root, 'link'));
    expect(look('link')).toBe(one);
  });

  test('that leads nowhere, round, or to a folder is absent', () => {
    const { root, look, folder } = rig({ 'folder/x': 'x' });
    symlinkSync('nowhere', join(root, 'dangling'));
    symlinkSync('round', join(root, 'round'));
    symlinkSync('folder', join(root, 'to-folder'));
    for (const path of ['dangling', 'round', 'to-folder']) expect(look(path), path).toBeUndefined();
    expect(folder('to-folder')).toBe(folder('folder'));
  });

  test('keeps its own tuple in the store', () => {
    const { root, table, look, later } = rig({ one: 'one' });
    symlinkSync('one', join(root, 'link'));
    later(60_000);
    look('link');
    const rows = rowsOf(table);
    expect(rows[0]?.link).toHaveLength(5);
    const next = new StatTable(root);
    next.load(rows);
    expect(next.file('link')).toEqual(table.file('link'));
    expect(next.takeChanged().put).toEqual([]);
    expect(next.isLink('link')).toBe(true);
  });
});

describe('a folder', () => {
  const book = { 'book/1.txt': 'one', 'book/part/2.txt': 'two' };

  test.each<[string, boolean, (root: string) => void]>([
    ['a file edited', true, (root) => put(root, 'book/1.txt', 'ONE')],
    ['a file added', true, (root) => put(root, 'book/3.txt', '')],
    ['a file removed', true, (root) => unlinkSync(join(root, 'book/1.txt'))],
    ['a file renamed', true, (root) => renameSync(join(root, 'book/1.txt'), join(root, 'book/9.txt'))],
    ['an empty folder added', true, (root) => mkdirSync(join(root, 'book/empty'))],
    ['a file made executable', true, (root) => chmodSync(join(root, 'book/1.txt'), 0o755)],
    [
      'a file replaced by a folder',
      true,
      (root) => {
        unlinkSync(join(root, 'book/1.txt'));
        mkdirSync(join(root, 'book/1.txt'));
      },
    ],
    [
      'a file replaced by a link to its content',
      true,
      (root) => {
        renameSync(join(root, 'book/1.txt'), join(root, 'moved'));
        symlinkSync('../moved', join(root, 'book/1.txt'));
      },
    ],
    ['a file touched', false, (root) => utimesSync(join(root, 'book/1.txt'), 1, 1)],
    ['the folder touched', false, (root) => utimesSync(join(root, 'book'), 1, 1)],
    ['git at work in it', false, (root) => put(root, 'book/.git/index', 'x')],
  ])('with %s: changed is %s', (_, changed, edit) => {
    const { root, folder, later } = rig(book);
    later(60_000);
    const before = folder('book');
    expect(before).toMatch(/^d:/);
    nextTick(root);
    edit(root);
    expect(folder('book') !== before).toBe(changed);
  });

  test('moved elsewhere has the same fingerprint', () => {
    const { root, folder } = rig(book);
    const before = folder('book');
    renameSync(join(root, 'book'), join(root, 'other'));
    expect(folder('book')).toBeUndefined();
    expect(folder('other')).toBe(before);
  });

  test('is unmoved while no tuple in it moved', () => {
    const { root, table, folder, later } = rig(book);
    later(60_000);
    folder('book');
    expect(table.unmoved('book')).toBe(true);
    put(root, 'book/part/2.txt', 'TWO');
    expect(table.unmoved('book')).toBe(false);
    folder('book');
    expect(table.unmoved('book')).toBe(true);
    put(root, 'book/3.txt', '');
    expect(table.unmoved('book')).toBe(false);
    rmSync(join(root, 'book'), { recursive: true });
    expect(table.unmoved('book')).toBe(false);
  });

  test('takes links in it by their text', () => {
    const { root, folder } = rig({ ...book, target: 'a' });
    symlinkSync('../target', join(root, 'book/link'));
    const before = folder('book');
    put(root, 'target', 'b');
    expect(folder('book')).toBe(before);
    unlinkSync(join(root, 'book/link'));
    symlinkSync('../elsewhere', join(root, 'book/link'));
    expect(folder('book')).not.toBe(before);
  });
});

describe('an output', () => {
  test('that was hashed in the stage keeps its fingerprint when it is moved', () => {
    const { root, table } = rig({ 'stage/out': 'made' });
    const observed = table.observe(join(root, 'stage/out'), 'file');
    if (!observed.ok || observed.value === undefined) throw new Error('it is there');
    renameSync(join(root, 'stage/out'), join(root, 'out'));
    expect(table.put('out', observed.value)).toBe(true);
    expect(table.unmoved('out')).toBe(true);
    expect(table.file('out')).toEqual({ ok: true, value: observed.value.fingerprint });
    expect(table.unmoved('stage/out')).toBe(true);
  });

  test('that was written between hashing and moving gets no entry', () => {
    const { root, table } = rig({ 'stage/out': 'made' });
    const observed = table.observe(join(root, 'stage/out'), 'file');
    if (!observed.ok || observed.value === undefined) throw new Error('it is there');
    writeFileSync(join(root, 'stage/out'), 'late');
    utimesSync(join(root, 'stage/out'), 1, 1);
    renameSync(join(root, 'stage/out'), join(root, 'out'));
    expect(table.put('out', observed.value)).toBe(false);
    expect(table.file('out')).not.toEqual({ ok: true, value: observed.value.fingerprint });
  });

  test('that was dropped, since an equal one lies there, keeps the entry of that one', () => {
    const { root, table, look } = rig({ 'stage/out': 'made', out: 'made' });
    look('out');
    const observed = table.observe(join(root, 'stage/out'), 'file');
    if (!observed.ok || observed.value === undefined) throw new Error('it is there');
    unlinkSync(join(root, 'stage/out'));
    expect(table.put('out', observed.value)).toBe(true);
  });

  test('may be a folder, whose files are entered too', () => {
    const { root, table, later } = rig({ 'stage/out/a': 'a', 'stage/out/b/c': 'c' });
    later(60_000);
    const observed = table.observe(join(root, 'stage/out'), 'directory');
    if (!observed.ok || observed.value === undefined) throw new Error('it is there');
    renameSync(join(root, 'stage/out'), join(root, 'out'));
    expect(table.put('out', observed.value)).toBe(true);
    expect(read(table)).toEqual(['out/a', 'out/b/c']);
    expect(table.unmoved('out')).toBe(true);
    expect(table.directory('out')).toEqual({ ok: true, value: observed.value.fingerprint });
    expect(read(table)).toEqual([]);
  });
});

test('what one process kept, the next trusts', () => {
  const { root, table, look, later } = rig({ a: 'a', b: 'b' });
  later(60_000);
  look('a');
  look('b');
  table.setVariant('a', 'yaml', 'r:record');
  const next = new StatTable(root);
  next.load(rowsOf(table));
  expect(next.file('a')).toEqual(table.file('a'));
  expect(next.variant('a', 'yaml')).toBe('r:record');
  expect(next.variant('a', 'json')).toBeUndefined();
  expect(next.size).toBe(2);
  expect(next.takeChanged()).toMatchObject({ put: [], removed: [] });
  put(root, 'a', 'changed');
  next.file('a');
  expect(next.variant('a', 'yaml')).toBeUndefined();
  next.forget('b');
  expect(next.takeChanged()).toMatchObject({ put: ['a'], removed: ['b'] });
});

test('a table that lives long forgets what is gone, when there may be as much of that as of the rest, and is held by nobody', () => {
  const { root, table, look } = rig({ a: 'a', b: 'b' });
  const settle = (...held: string[]): number => [...table.settle((path) => held.includes(path))].length;
  look('a');
  look('b');
  expect(settle()).toBe(0);
  for (let file = 0; file < 1002; file++) {
    put(root, `f${file}`, 'f');
    look(`f${file}`);
  }
  for (let file = 0; file < 1002; file++) unlinkSync(join(root, `f${file}`));
  unlinkSync(join(root, 'b'));
  expect(settle('b')).toBe(1004);
  expect(table.size).toBe(2);
  expect([table.knows('a'), table.knows('b'), table.knows('f7')]).toEqual([true, true, false]);
  // What is held by nobody any more goes the next time.
  expect(table.unmoved('b')).toBe(false);
  expect(settle()).toBe(0);
});

test('what moved is remembered until nothing runs that may ask', () => {
  const { root, table, look } = rig({ a: 'a' });
  look('a');
  const since = table.moves;
  put(root, 'a', 'another');
  look('a');
  expect(table.movedSince('a', since)).toBe(true);
  expect([...table.settle(() => false)]).toEqual([]);
  expect(table.movedSince('a', since)).toBe(false);
  expect(table.moves).toBe(since + 1);
});

test('looks are kept for those who ask for it before', () => {
  const { table, look, later } = rig({ a: 'a' });
  later(60_000);
  look('a');
  expect(table.looks()).toBeUndefined();
  table.keepLooks();
  look('a');
  look('nowhere');
  expect(table.looks()).toMatchObject({ paths: ['a'], absent: ['nowhere'] });
});

describe('a fork of a table', () => {
  test('knows what the table knows, and reads nothing again', () => {
    const { table, later, look } = rig({ 'emma.txt': 'emma\n' });
    later(1000);
    const fingerprint = look('emma.txt');
    table.setVariant('emma.txt', 'yaml', 'r:1');
    table.takeChanged();
    const fork = table.fork();
    expect(fork.file('emma.txt')).toEqual({ ok: true, value: fingerprint });
    expect(fork.variant('emma.txt', 'yaml')).toBe('r:1');
    expect(read(fork)).toEqual([]);
  });

  test('keeps what it learns to itself: to the table an edit is still one', () => {
    const { root, table, later, look } = rig({ 'emma.txt': 'emma\n', 'walden.txt': 'walden\n' });
    later(1000);
    look('emma.txt');
    look('walden.txt');
    const fork = table.fork();
    put(root, 'emma.txt', 'emma woodhouse\n');
    rmSync(join(root, 'walden.txt'));
    expect(fork.unmoved('emma.txt')).toBe(false);
    expect(fork.file('emma.txt')).not.toEqual({ ok: true, value: undefined });
    expect(fork.file('walden.txt')).toEqual({ ok: true, value: undefined });
    expect(fork.unmoved('emma.txt')).toBe(true);
    expect(fork.knows('walden.txt')).toBe(false);
    expect(table.unmoved('emma.txt')).toBe(false);
    expect(table.unmoved('walden.txt')).toBe(false);
    expect(table.knows('walden.txt')).toBe(true);
  });
});
