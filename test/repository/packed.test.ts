// Repositories whose members lie packed: the contract on each, what comes back of what goes in, archives of other programs,
// and archives that mean harm.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { PathKind } from '../../engine/model/plan.ts';
import type { FolderEntry } from '../../engine/repository/folder-entries.ts';
import { openRepository, type RepositoryContext } from '../../engine/repository/open.ts';
import { PlainCache } from '../../engine/repository/plain-cache.ts';
import { isPacked, type PackedRepository } from '../../engine/repository/port.ts';
import { StatTable } from '../../engine/repository/stat-table.ts';
import { archiveOf } from '../../engine/repository/tar-archive.ts';
import { repositoryContract, type Subject } from './contract.ts';
import { pathPlan, type PlanOptions } from './plans.ts';
import { makeFifo, put, tempRoot } from './temp-root.ts';

function open(
  root: string,
  type: PathKind,
  pattern: string,
  options: PlanOptions = {},
  context: Partial<RepositoryContext> = {},
): PackedRepository {
  const opened = openRepository(pathPlan(type, pattern, options), { stats: new StatTable(root), ...context });
  if (!isPacked(opened)) throw new Error(`${type} is not packed`);
  return opened;
}

/** An archive with one file. */
function letter(text: string): Uint8Array {
  const content = Buffer.from(text);
  const entries: FolderEntry[] = [
    { type: 'directory', path: 'letters', mode: 0o755 },
    { type: 'file', path: 'letters/a', mode: 0o644, size: content.length },
  ];
  return Buffer.concat([...archiveOf(entries, () => [content])]);
}

function subject(repository: PackedRepository, bytes: Subject['bytes']): Subject {
  return {
    repository,
    isBytes: true,
    bytes,
    impossible: 'a/b',
    make: async (key, value) => {
      const done = repository.write(key, bytes[value]);
      if (!done.ok) throw new Error(done.error.message);
    },
  };
}

const words = { first: Buffer.from('first\n'), second: Buffer.from('second\n') };
const archives = { first: letter('first\n'), second: letter('second\n') };

describe('compressed with gzip', () => {
  repositoryContract(() => subject(open(tempRoot(), 'compressed', 'in/{key}.txt.gz'), words));
});
describe('compressed with Zstandard', () => {
  repositoryContract(() => subject(open(tempRoot(), 'compressed', 'in/{key}.z', { codec: 'zstd' }), words));
});
describe.each(['in/{key}.tar', 'in/{key}.tar.gz', 'in/{key}.tar.zst'])('tar as %s', (pattern) => {
  const codec = pattern.endsWith('gz') ? 'gzip' : 'zstd';
  const options: PlanOptions = pattern.endsWith('tar') ? {} : { codec };
  repositoryContract(() => subject(open(tempRoot(), 'tar', pattern, options), archives));
});
describe('tree', () => {
  repositoryContract(() => subject(open(tempRoot(), 'tree', 'in/{key}.tree.json'), archives));
});

/** Packs a folder or file as a job's output is, and puts it to a key's place. */
async function store(root: string, repository: PackedRepository, plain: string, key: string): Promise<void> {
  const place = join(root, repository.pathOf(key));
  mkdirSync(join(place, '..'), { recursive: true });
  const packed = await repository.pack(join(root, plain), place, key);
  if (!packed.ok) throw new Error(packed.error.message);
}

/** The absolute path of a member's plain form. */
async function plainOf(root: string, repository: PackedRepository, key: string): Promise<string> {
  repository.fingerprint(key);
  const hold = new PlainCache(root).hold();
  const made = await repository.unpack(key, hold);
  if (!made.ok) throw new Error(made.error.message);
  return join(root, repository.plainPathOf(key));
}

describe('a compressed file', () => {
  test.each([
    ['gz', 'gzip', 20],
    ['gz', 'gzip', 3 << 20],
    ['zst', 'zstd', 20],
    ['zst', 'zstd', 3 << 20],
  ] as const)('as .%s comes back as it was: %s, %i bytes, its mode too', async (end, codec, size) => {
    const root = tempRoot();
    const content = Buffer.alloc(size, 'Emma Woodhouse, handsome, clever, and rich, ');
    writeFileSync(join(root, 'emma.sh'), content, { mode: 0o755 });
    const books = open(root, 'compressed', `in/{key}.sh.${end}`, { codec });
    await store(root, books, 'emma.sh', 'emma');
    const expand = codec === 'gzip' ? gunzipSync : zstdDecompressSync;
    expect(expand(readFileSync(join(root, `in/emma.sh.${end}`))).equals(content)).toBe(true);
    const plain = await plainOf(root, books, 'emma');
    expect(plain.endsWith('/in/emma.sh')).toBe(true);
    expect(readFileSync(plain).equals(content)).toBe(true);
    expect(statSync(plain).mode & 0o777).toBe(0o755);
    expect(books.sizeOf('emma')).toBe(size);
    // The fingerprint is a plain file's.
    expect(books.fingerprint('emma')).toEqual(new StatTable(root).file('emma.sh'));
  });

  test('counts by its content alone: compressed better, or otherwise, it is the same', () => {
    const root = tempRoot();
    const books = open(root, 'compressed', 'in/{key}.gz', { codec: 'gzip' });
    const content = Buffer.from('It is a truth universally acknowledged, '.repeat(100));
    books.write('pride', content);
    const before = books.fingerprint('pride');
    const place = join(root, 'in/pride.gz');
    for (const packed of [gzipSync(content, { level: 9 }), zstdCompressSync(content)]) {
      writeFileSync(place, packed);
      expect(open(root, 'compressed', 'in/{key}.gz').fingerprint('pride')).toEqual(before);
    }
    writeFileSync(place, gzipSync('another'));
    expect(open(root, 'compressed', 'in/{key}.gz').fingerprint('pride')).not.toEqual(before);
  });

  test('of several members or frames is all of them', () => {
    const root = tempRoot();
    mkdirSync(join(root, 'in'));
    const gzip = Buffer.concat([gzipSync('Jane '), gzipSync('Austen')]);
    const zstd = Buffer.concat([zstdCompressSync('Jane '), zstdCompressSync('Austen')]);
    writeFileSync(join(root, 'in/a.gz'), gzip);
    writeFileSync(join(root, 'in/b.gz'), zstd);
    const books = open(root, 'compressed', 'in/{key}.gz');
    for (const key of ['a', 'b']) {
      const read = books.read(key);
      expect(read.ok && Buffer.from(read.value).toString(), key).toBe('Jane Austen');
    }
  });

  test.each([
    ['plain text', Buffer.from('no archive at all'), 'is neither gzip nor Zstandard'],
    ['nothing', Buffer.alloc(0), 'is neither gzip nor Zstandard'],
    ['half', gzipSync('Emma'.repeat(1000)).subarray(0, 30), 'is cut off, as gzip'],
    ['a flipped bit', flipped(gzipSync('Emma'.repeat(1000)), -6), 'is no whole gzip file'],
    ['a short frame', zstdCompressSync('Emma'.repeat(1000)).subarray(0, 15), 'is cut off, as zstd'],
  ])('that is %s is a failure that names it', (_name, content, message) => {
    const root = tempRoot();
    mkdirSync(join(root, 'in'));
    writeFileSync(join(root, 'in/emma.gz'), content);
    const found = open(root, 'compressed', 'in/{key}.gz').fingerprint('emma');
    expect(found).toMatchObject({ ok: false, error: { code: 'damaged', path: 'in/emma.gz' } });
    expect(!found.ok && found.error.message).toContain(`in/emma.gz ${message}`);
  });

  test('that pipe wrote tells a flipped bit, with Zstandard too', () => {
    const root = tempRoot();
    const books = open(root, 'compressed', 'in/{key}.zst', { codec: 'zstd' });
    books.write('emma', Buffer.from('Emma Woodhouse'));
    const place = join(root, 'in/emma.zst');
    writeFileSync(place, flipped(readFileSync(place), -6));
    expect(books.fingerprint('emma')).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  test('is remembered: a look at an unchanged one expands nothing', () => {
    const root = tempRoot();
    const stats = new StatTable(root);
    open(root, 'compressed', 'in/{key}.gz', {}, { stats }).write('emma', Buffer.from('Emma'));
    utimesSync(join(root, 'in/emma.gz'), 1, 1);
    const first = open(root, 'compressed', 'in/{key}.gz', {}, { stats });
    expect(first.fingerprint('emma').ok).toBe(true);
    const next = new StatTable(root);
    const { put, row } = stats.takeChanged();
    next.load(put.map((path) => ({ ...row(path)!, variant: 'compressed 7:remembered' })));
    const again = open(root, 'compressed', 'in/{key}.gz', {}, { stats: next });
    expect(again.fingerprint('emma')).toEqual({ ok: true, value: 'remembered' });
    expect(again.sizeOf('emma')).toBe(7);
  });
});

const KINDS = [
  ['tar', 'in/{key}.tar', {}],
  ['tar', 'in/{key}.tgz', { codec: 'gzip' }],
  ['tar', 'in/{key}.tar.zst', { codec: 'zstd' }],
  ['tree', 'in/{key}.tree.json', {}],
] as const;

describe.each(KINDS)('a folder as %s at %s', (type, pattern, options) => {
  test('comes back as it was: names, contents, modes, links, and empty folders', async () => {
    const root = tempRoot();
    furnish(root, 'house');
    const houses = open(root, type, pattern, options);
    await store(root, houses, 'house', 'randalls');
    const plain = await plainOf(root, houses, 'randalls');
    expect(plain.endsWith('/in/randalls')).toBe(true);
    expect(look(plain)).toEqual(look(join(root, 'house')));
    expect(houses.fingerprint('randalls')).toEqual(new StatTable(root).directory('house'));
    expect(houses.sizeOf('randalls')).toBe(3_000_000 + 'secret'.length + 'long'.length);
  });

  test('is the same file for the same folder, whenever it was made', async () => {
    const root = tempRoot();
    furnish(root, 'house');
    furnish(root, 'twin');
    utimesSync(join(root, 'twin/attic/letter'), 1, 1);
    const houses = open(root, type, pattern, options);
    await store(root, houses, 'house', 'randalls');
    await store(root, houses, 'twin', 'hartfield');
    const [a, b] = ['randalls', 'hartfield'].map((key) => readFileSync(join(root, houses.pathOf(key))));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
  });

  test('refuses what it cannot keep, and what is no folder', async () => {
    const root = tempRoot({ 'house/letter': '', letter: '' });
    makeFifo(join(root, 'house/bell'));
    const houses = open(root, type, pattern, options);
    mkdirSync(join(root, 'in'));
    const packed = await houses.pack(join(root, 'house'), join(root, 'in/x'), 'house');
    expect(packed).toMatchObject({ ok: false, error: { code: 'special' } });
    expect(await houses.pack(join(root, 'letter'), join(root, 'in/y'), 'letter')).toMatchObject({
      ok: false,
    });
    expect(await houses.pack(join(root, 'gone'), join(root, 'in/z'), 'gone')).toMatchObject({ ok: true });
    expect(readdirSync(join(root, 'in'))).toEqual([]);
  });
});

describe('a tar archive', () => {
  test('that pipe wrote is one for tar: long, foreign and deep names, links, no owner and no times', async () => {
    const root = tempRoot();
    furnish(root, 'house');
    const houses = open(root, 'tar', 'in/{key}.tar');
    await store(root, houses, 'house', 'randalls');
    mkdirSync(join(root, 'out'));
    execFileSync('tar', ['-xpf', join(root, 'in/randalls.tar'), '-C', join(root, 'out')]);
    expect(look(join(root, 'out'))).toEqual(look(join(root, 'house')));
    const listed = execFileSync('tar', ['--utc', '-tvf', join(root, 'in/randalls.tar')]).toString();
    expect(listed.split('\n').filter((line) => line !== '' && !/ 0\/0 .* 1970-01-01 /.test(line))).toEqual(
      [],
    );
  });

  test.each(['gnu', 'pax', 'ustar', 'v7'])(
    'of tar in the format %s is read, hard links too',
    async (format) => {
      const root = tempRoot();
      put(root, 'house/attic/letter', 'Dear Emma');
      chmodSync(join(root, 'house/attic/letter'), 0o750);
      symlinkSync('attic/letter', join(root, 'house/link'));
      execFileSync('ln', [join(root, 'house/attic/letter'), join(root, 'house/second')]);
      if (format === 'gnu' || format === 'pax')
        put(root, `house/${'x'.repeat(90)}/${'y'.repeat(90)}`, 'long');
      mkdirSync(join(root, 'in'));
      const place = join(root, 'in/randalls.tar');
      execFileSync('tar', ['-c', `--format=${format}`, '-f', place, '-C', join(root, 'house'), '.']);
      const houses = open(root, 'tar', 'in/{key}.tar');
      expect(look(await plainOf(root, houses, 'randalls'))).toEqual(look(join(root, 'house')));
      expect(houses.fingerprint('randalls')).toEqual(new StatTable(root).directory('house'));
    },
  );

  test.each([
    ['a name that leads out', archive({ type: 'file', path: '../escape', mode: 0o644, size: 0 }), '`..`'],
    ['an absolute name', archive({ type: 'file', path: '/escape', mode: 0o644, size: 0 }), 'absolute'],
    [
      'a file below a link that leads out',
      archive(
        { type: 'link', path: 'door', target: '../../..' },
        { type: 'file', path: 'door/escape', mode: 0o644, size: 0 },
      ),
      'which is no folder',
    ],
    [
      'a name twice',
      archive(
        { type: 'file', path: 'a', mode: 0o644, size: 0 },
        { type: 'link', path: 'a', target: '/etc/passwd' },
      ),
      'is there twice',
    ],
    ['half of it', letter('Dear Emma').subarray(0, 1200), 'is cut off'],
    ['no end', letter('Dear Emma').subarray(0, 1536), 'is cut off'],
    ['a wrong checksum', flipped(letter('Dear Emma'), 3), 'a checksum is wrong'],
    ['text', Buffer.alloc(2000, 'no archive '), 'a checksum is wrong'],
  ])('with %s is not unpacked', async (_name, content, message) => {
    const root = tempRoot();
    mkdirSync(join(root, 'in'));
    writeFileSync(join(root, 'in/trap.tar'), content);
    const houses = open(root, 'tar', 'in/{key}.tar');
    await expect(plainOf(root, houses, 'trap')).rejects.toThrow(message);
    const made = houses.unpack('trap', new PlainCache(root).hold());
    expect((await made).ok).toBe(false);
    expect(existsSync(join(root, houses.plainPathOf('trap')))).toBe(false);
    expect(existsSync(join(root, '.pipe/stage/escape'))).toBe(false);
    expect(existsSync('/escape')).toBe(false);
  });
});

describe('plain forms', () => {
  test('are made once, and again when a job has changed one', async () => {
    const root = tempRoot();
    const books = open(root, 'compressed', 'in/{key}.txt.gz');
    books.write('emma', Buffer.from('Emma'));
    const plain = await plainOf(root, books, 'emma');
    const { ino } = statSync(plain);
    expect(statSync(await plainOf(root, books, 'emma')).ino).toBe(ino);
    writeFileSync(plain, 'scribbled over');
    expect(readFileSync(await plainOf(root, books, 'emma'), 'utf8')).toBe('Emma');
    books.write('emma', Buffer.from('Emma, revised'));
    expect(readFileSync(await plainOf(root, books, 'emma'), 'utf8')).toBe('Emma, revised');
  });

  test('that nobody uses go when there is no room, the oldest first; those in use stay', async () => {
    const root = tempRoot();
    const plain = new PlainCache(root, '.pipe/stage/in', 10);
    const books = open(root, 'compressed', 'in/{key}.gz', {}, { plain });
    for (const key of ['a', 'b', 'c']) books.write(key, Buffer.from(`${key}1234`));
    const there = (): string[] => readdirSync(join(root, '.pipe/stage/in/in')).toSorted();
    const first = plain.hold();
    const second = plain.hold();
    for (const key of ['a', 'b', 'c']) {
      books.fingerprint(key);
      expect((await books.unpack(key, key === 'b' ? second : first)).ok).toBe(true);
    }
    expect(there()).toEqual(['a', 'b', 'c']);
    second.release();
    expect(there()).toEqual(['a', 'c']);
    first.release();
    expect(there()).toEqual(['a', 'c']);
  });

  test('two jobs that need one at once share it', async () => {
    const root = tempRoot();
    const plain = new PlainCache(root);
    const books = open(root, 'compressed', 'in/{key}.gz', {}, { plain });
    books.write('emma', Buffer.alloc(4 << 20, 'Emma'));
    books.fingerprint('emma');
    const made = await Promise.all([0, 1, 2].map(() => books.unpack('emma', plain.hold())));
    expect(made.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(statSync(join(root, books.plainPathOf('emma'))).size).toBe(4 << 20);
  });

  test('of a member that was edited since it was looked at are not made', async () => {
    const root = tempRoot();
    const books = open(root, 'compressed', 'in/{key}.gz');
    books.write('emma', Buffer.from('Emma'));
    books.fingerprint('emma');
    writeFileSync(join(root, 'in/emma.gz'), gzipSync('Persuasion'));
    const made = await books.unpack('emma', new PlainCache(root).hold());
    expect(made).toMatchObject({ ok: false, error: { code: 'changing', path: 'in/emma.gz' } });
  });
});

describe('a tree', () => {
  test('whose content is gone or changed has another fingerprint, and is not unpacked', async () => {
    const root = tempRoot();
    furnish(root, 'house');
    const houses = open(root, 'tree', 'in/{key}.json');
    await store(root, houses, 'house', 'randalls');
    const before = houses.fingerprint('randalls');
    const [blob = ''] = blobs(root).filter((path) => statSync(path).size === 'secret'.length);
    chmodSync(blob, 0o644);
    writeFileSync(blob, 'public');
    expect(houses.fingerprint('randalls')).not.toEqual(before);
    await store(root, houses, 'house', 'hartfield');
    expect(readFileSync(blob, 'utf8')).toBe('secret');
    expect(houses.fingerprint('randalls')).toEqual(before);
  });

  test.each([
    ['{', ':1:'],
    ['{}', 'is not the record of a tree'],
    [record({ name: '../x', type: 'link', target: 'y' }), '`..`'],
    [record({ name: 'x', type: 'file', mode: '0644', size: 1, sha256: '../../etc/passwd' }), 'entry 0'],
    [record({ name: 'x', type: 'device', mode: '0644' }), 'entry 0'],
  ])('that is %j is a failure', (text, message) => {
    const root = tempRoot({ 'in/bad.json': text });
    const found = open(root, 'tree', 'in/{key}.json').fingerprint('bad');
    expect(!found.ok && found.error.message).toContain(message);
  });
});

function furnish(root: string, folder: string): void {
  put(root, `${folder}/attic/letter`, 'secret');
  put(root, `${folder}/${'long-'.repeat(30)}/ünïcode-📖`, 'long');
  mkdirSync(join(root, folder, 'empty'));
  writeFileSync(join(root, folder, 'big'), Buffer.alloc(3_000_000, 'big '));
  chmodSync(join(root, folder, 'big'), 0o755);
  chmodSync(join(root, folder, 'attic/letter'), 0o640);
  chmodSync(join(root, folder, 'attic'), 0o750);
  symlinkSync('attic/letter', join(root, folder, 'link'));
  symlinkSync(`../${'up/'.repeat(60)}nowhere`, join(root, folder, 'far'));
}

/** Every entry of a folder: kind, mode, and content, target or nothing. */
function look(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name);
    const stats = lstatSync(path);
    const mode = (stats.mode & 0o777).toString(8);
    found[name] = stats.isSymbolicLink()
      ? `link ${readlinkSync(path)}`
      : stats.isDirectory()
        ? `folder ${mode}`
        : `file ${mode} ${readFileSync(path, 'utf8')}`;
  }
  return found;
}

function blobs(root: string): string[] {
  return (readdirSync(join(root, 'in/.blobs'), { recursive: true }) as string[])
    .map((name) => join(root, 'in/.blobs', name))
    .filter((path) => statSync(path).isFile());
}

function archive(...entries: readonly FolderEntry[]): Uint8Array {
  return Buffer.concat([...archiveOf(entries, () => [])]);
}

function record(entry: object): string {
  return JSON.stringify({ format: 'pipe-tree-1', entries: [entry] });
}

function flipped(content: Uint8Array, at: number): Uint8Array {
  const copy = Buffer.from(content);
  const index = at < 0 ? copy.length + at : at;
  copy[index] = (copy[index] ?? 0) ^ 4;
  return copy;
}
