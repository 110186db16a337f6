// The lister on real folders with everything odd in them. Knows no repository.
import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listPaths } from '../../engine/repository/lister.ts';
import { compilePattern } from '../../engine/repository/pattern.ts';
import type { Listing } from '../../engine/repository/port.ts';
import { makeFifo, put, tempRoot, withoutPrivilege } from './temp-root.ts';

function list(root: string, text: string, kind: 'file' | 'directory' = 'file'): Listing {
  const pattern = compilePattern(text);
  if (!pattern.ok) throw new Error(pattern.error.message);
  const listed = listPaths(root, pattern.value, kind);
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value;
}

function keys(root: string, text: string, kind: 'file' | 'directory' = 'file'): readonly string[] {
  return list(root, text, kind).keys.toSorted();
}

describe('members', () => {
  const library = {
    'books/emma.txt': '',
    'books/persuasion.txt': '',
    'books/emma.md': '',
    'books/.draft.txt': '',
    'books/old/sanditon.txt': '',
    'books/.git/x.txt': '',
    'books/.pipe-stage/x.txt': '',
    'pages/emma/1.txt': '',
    'pages/emma/2.txt': '',
    'pages/emma/scan/1.txt': '',
    'pages/persuasion/1.txt': '',
    'total.txt': '',
  };

  test.each<[string, readonly string[]]>([
    ['books/{key}.txt', ['emma', 'persuasion']],
    ['books/{key**}.txt', ['emma', 'old/sanditon', 'persuasion']],
    ['books/.{key}.txt', ['draft']],
    ['pages/{book}/{page}.txt', ['emma/1', 'emma/2', 'persuasion/1']],
    ['pages/{book}/scan/{page}.txt', ['emma/1']],
    ['pages/*/1.txt', ['emma', 'persuasion']],
    ['**/1.txt', ['pages/emma/1.txt', 'pages/emma/scan/1.txt', 'pages/persuasion/1.txt']],
    ['{key}.txt', ['total']],
    ['total.txt', ['']],
    ['books/none.txt', []],
    ['books', []],
  ])('files of %s', (pattern, expected) => {
    expect(keys(tempRoot(library), pattern)).toEqual(expected);
  });

  test.each<[string, readonly string[]]>([
    ['{key}', ['books', 'pages']],
    ['pages/{book}', ['emma', 'persuasion']],
    ['pages/{book**}', ['emma', 'emma/scan', 'persuasion']],
    ['books/{key}/', ['old']],
    ['pages', ['']],
    ['total.txt', []],
  ])('folders of %s', (pattern, expected) => {
    expect(keys(tempRoot(library), pattern, 'directory')).toEqual(expected);
  });

  test('lie above the root or anywhere', () => {
    const root = tempRoot({ 'shared/a.txt': '', 'project/x': '' });
    expect(keys(join(root, 'project'), '../shared/{key}.txt')).toEqual(['a']);
    expect(keys('/nowhere', `${root}/shared/{key}.txt`)).toEqual(['a']);
  });
});

describe('a root', () => {
  test('that does not exist is missing, an empty one is not', () => {
    const root = tempRoot();
    expect(list(root, 'books/{key}.txt')).toEqual({ keys: [], skipped: [], missingRoot: true });
    expect(list(root, 'books/total.txt')).toEqual({ keys: [], skipped: [], missingRoot: true });
    mkdirSync(join(root, 'books'));
    expect(list(root, 'books/{key}.txt')).toEqual({ keys: [], skipped: [] });
    expect(list(root, 'books/total.txt')).toEqual({ keys: [], skipped: [] });
  });

  test('that is a file fails the listing', () => {
    const root = tempRoot({ books: 'not a folder' });
    const pattern = compilePattern('books/{key}.txt');
    expect(pattern.ok && listPaths(root, pattern.value, 'file')).toMatchObject({
      ok: false,
      error: { code: 'ENOTDIR', path: join(root, 'books') },
    });
  });

  test('or a folder in it without permission fails the listing', () => {
    const root = tempRoot({ 'pages/emma/1.txt': '', 'pages/persuasion/1.txt': '' });
    chmodSync(join(root, 'pages/emma'), 0);
    const pattern = compilePattern('pages/{book}/{page}.txt');
    const listed = withoutPrivilege(root, () => pattern.ok && listPaths(root, pattern.value, 'file'));
    chmodSync(join(root, 'pages/emma'), 0o755);
    expect(listed).toMatchObject({
      ok: false,
      error: { code: 'EACCES', message: `cannot list ${root}/pages/emma: permission denied (EACCES)` },
    });
  });
});

describe('links', () => {
  test('to files are files, dangling and circular ones are nothing', () => {
    const root = tempRoot({ 'elsewhere/emma': '', 'books/persuasion.txt': '' });
    symlinkSync('../elsewhere/emma', join(root, 'books/emma.txt'));
    symlinkSync('../nowhere', join(root, 'books/dangling.txt'));
    symlinkSync('circle.txt', join(root, 'books/circle.txt'));
    symlinkSync('../elsewhere', join(root, 'books/folder.txt'));
    expect(keys(root, 'books/{key}.txt')).toEqual(['emma', 'persuasion']);
    expect(keys(root, 'books/{key}.txt', 'directory')).toEqual(['folder']);
  });

  test('to folders are followed, and loops end', () => {
    const root = tempRoot({ 'a/x.txt': '', 'b/y.txt': '' });
    symlinkSync('../b', join(root, 'a/to-b'));
    symlinkSync('../a', join(root, 'b/to-a'));
    symlinkSync('.', join(root, 'a/self'));
    symlinkSync('..', join(root, 'a/up'));
    expect(keys(root, 'a/{key**}.txt')).toEqual(['to-b/y', 'x']);
    expect(keys(root, '*/*/*.txt')).toEqual(['a/self/x', 'a/to-b/y', 'b/to-a/x']);
  });

  test('inside a folder of folders are members but are not walked through', () => {
    const root = tempRoot({ 'a/inner/x': '' });
    symlinkSync('inner', join(root, 'a/link'));
    expect(keys(root, '{key**}', 'directory')).toEqual(['a', 'a/inner', 'a/link']);
  });
});

test('fifos, sockets and devices are no members', async () => {
  const root = tempRoot({ 'in/file': '' });
  makeFifo(join(root, 'in/fifo'));
  symlinkSync('/dev/null', join(root, 'in/device'));
  symlinkSync('fifo', join(root, 'in/link'));
  await using server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(join(root, 'in/socket'), resolve);
  });
  expect(keys(root, 'in/{key}')).toEqual(['file']);
});

test('names that can be no key are skipped, with the reason', () => {
  const root = tempRoot({ 'in/good.txt': '', 'in/new\nline.txt': '', 'in/emoji 📖 "$(x)" -rf.txt': '' });
  writeFileSync(Buffer.concat([Buffer.from(`${root}/in/bad`), Buffer.from([0xff]), Buffer.from('.txt')]), '');
  const folder = Buffer.concat([Buffer.from(`${root}/in/dir`), Buffer.from([0xfe])]);
  mkdirSync(folder);
  writeFileSync(Buffer.concat([folder, Buffer.from('/x.txt')]), '');
  const listing = list(root, 'in/{key}.txt');
  expect(listing.keys.toSorted()).toEqual(['emoji 📖 "$(x)" -rf', 'good']);
  expect(listing.skipped.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: 'in/bad\ufffd.txt', why: 'is not valid UTF-8' },
    { name: 'in/new\nline.txt', why: 'has a control character' },
  ]);
  expect(list(root, 'in/**/*.txt').skipped).toContainEqual({
    name: 'in/dir\ufffd/',
    why: 'is not valid UTF-8',
  });
});

test('10 000 files in one folder, and 500 folders deep down, are no trouble', () => {
  const root = tempRoot({ 'in/0.txt': '' });
  for (let index = 1; index < 10_000; index++)
    linkSync(join(root, 'in/0.txt'), join(root, `in/${index}.txt`));
  expect(list(root, 'in/{key}.txt').keys).toHaveLength(10_000);
  let deep = join(root, 'deep');
  for (let level = 0; level < 500; level++) deep += '/d';
  mkdirSync(deep, { recursive: true });
  put(root, `${deep.slice(root.length + 1)}/x`, '');
  expect(list(root, 'deep/**/x').keys).toHaveLength(1);
});
