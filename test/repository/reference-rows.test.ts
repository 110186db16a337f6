// Part 3 of the reference on pydatatask, rows 1 to 18: what its repositories do, by the number of the row, with what is
// wrong there put right. Rows 8 and 9 (S3), 10 (MongoDB) and 11 (image registries) wait for those kinds; of row 10 the
// fallback is here.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPipeline } from '../../engine/index.ts';
import { keyFault } from '../../engine/model/key.ts';
import { openRepository } from '../../engine/repository/open.ts';
import { PlainCache } from '../../engine/repository/plain-cache.ts';
import { isPacked, type PathRepository } from '../../engine/repository/port.ts';
import { StatTable } from '../../engine/repository/stat-table.ts';
import { buildHere } from '../right/in-process.ts';
import { project, type Project } from '../rig.ts';
import { pipe } from '../session/call.ts';
import { memoryPlan, pathPlan } from './plans.ts';
import { put, tempRoot } from './temp-root.ts';

function open(root: string, ...plan: Parameters<typeof pathPlan>): PathRepository {
  return openRepository(pathPlan(...plan), { stats: new StatTable(root) });
}

function keysOf(repository: PathRepository): readonly string[] {
  const listed = repository.list();
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value.keys.toSorted();
}

/** What a command prints, line by line. */
async function lines(desk: Project, ...words: readonly string[]): Promise<readonly string[]> {
  const { code, out, error } = await pipe(desk, words);
  expect([code, error]).toEqual([0, '']);
  return out.split('\n').filter((line) => line !== '');
}

describe('files', () => {
  test('row 1: a name that is no valid key is skipped and told, a valid key is found or not', () => {
    const root = tempRoot({ 'in/emma.txt': '', 'in/a\nb.txt': '' });
    const files = open(root, 'file', 'in/{key}.txt');
    expect(files.list()).toMatchObject({
      ok: true,
      value: { keys: ['emma'], skipped: [{ name: 'in/a\nb.txt' }] },
    });
    expect(files.has('emma')).toBe(true);
    expect(files.has('persuasion')).toBe(false);
    // There `contains` found what the listing skipped.
    expect(files.has('a\nb')).toBe(false);
  });

  test('row 2: a key has 1 to 1024 bytes; there it had 63 characters without any `-`, `_` or `.`', () => {
    for (const key of ['a-b_c.d', 'x'.repeat(64), 'x'.repeat(255), 'Ünï'])
      expect(keyFault(key), key).toBeUndefined();
    for (const key of ['', '.', '..', 'a//b', 'a\0', 'x'.repeat(256), 'x/'.repeat(512) + 'x'])
      expect(keyFault(key), key).toBeTypeOf('string');
  });

  test('row 3: a file by its key and nothing beside; a path for an absent key too; deleting twice', () => {
    const root = tempRoot({ 'in/foo.yaml': '' });
    const files = open(root, 'file', 'in/{key}.txt');
    expect(files.write('foo', Buffer.from('x')).ok).toBe(true);
    expect(existsSync(join(root, 'in/foo.txt'))).toBe(true);
    expect(keysOf(files)).toEqual(['foo']);
    expect(files.value('bar')).toEqual({ ok: true, value: { type: 'path', path: 'in/bar.txt' } });
    expect(files.remove('bar').ok).toBe(true);
    expect(files.remove('foo').ok).toBe(true);
    expect(keysOf(files)).toEqual([]);
  });

  test('row 4: the other spelling of an extension is a fallback; there it was an option of files', async () => {
    const desk = project({
      'in/foo.txt': 'foo',
      'in/bar.TXT': 'bar',
      'in/baz.txt': 'the one that counts',
      'in/baz.TXT': 'the other',
      'pipeline.yaml': `
repositories:
  texts: { type: fallback, of: "in/{key}.txt", fallback: "in/{key}.TXT" }
tasks:
  copy:
    inputs: { text: texts }
    outputs: { copy: "build/{key}" }
    run: cp {{ text }} {{ copy }}
`,
    });
    expect((await buildHere(desk)).summary.outcome).toBe('done');
    expect(desk.tree()).toEqual({
      'build/bar': 'bar',
      'build/baz': 'the one that counts',
      'build/foo': 'foo',
    });
  });

  test('row 5: folders; an empty one is a member unless it is discarded; deleting takes all of it', () => {
    const root = tempRoot();
    const all = open(root, 'directory', 'in/{key}');
    const full = open(root, 'directory', 'in/{key}', { discardEmpty: true });
    for (let time = 0; time < 2; time++) mkdirSync(join(root, 'in/foo'), { recursive: true });
    expect([keysOf(all), keysOf(full)]).toEqual([['foo'], []]);
    put(root, 'in/foo/inner', '');
    expect(keysOf(full)).toEqual(['foo']);
    expect(full.remove('foo').ok).toBe(true);
    expect(readdirSync(join(root, 'in'))).toEqual([]);
  });

  test('row 5: a job that leaves an empty folder where those are discarded has made nothing', async () => {
    const desk = project({
      'in/a.txt': 'something',
      'in/b.txt': '',
      'pipeline.yaml': `
repositories:
  kits: { type: directory, path: "build/kits/{key}", discard_empty: true }
tasks:
  kit:
    inputs: { list: "in/{key}.txt" }
    outputs: { kit: kits }
    run: mkdir {{ kit }}; for name in $(cat {{ list }}); do touch {{ kit }}/$name; done
`,
    });
    const done = await desk.build('-k');
    const failures = done.summary?.failures.map(({ job, failure }) => [job.key, failure.type]);
    expect(failures).toEqual([['b', 'missing-output']]);
    expect(readdirSync(desk.path('build/kits'))).toEqual(['a']);
  });

  test('row 6: a YAML record is what was written; row 7: an absent one is none, not `{}`', () => {
    const root = tempRoot();
    const records = open(root, 'yaml', 'in/{key}.yaml');
    expect(records.write('foo', Buffer.from('weh: 1\n')).ok).toBe(true);
    expect(records.value('foo')).toMatchObject({ ok: true, value: { value: { weh: 1 } } });
    expect(records.value('bar')).toEqual({ ok: true, value: undefined });
    expect(records.read('bar')).toMatchObject({ ok: false, error: { code: 'absent' } });
  });
});

describe('combinators', () => {
  const sources = `
repositories:
  left: { type: yaml, path: "left/{key}.yaml" }
  right: { type: yaml, path: "right/{key}.yaml" }
`;
  const members = {
    'left/a.yaml': 'n: 1',
    'left/b.yaml': 'n: 2',
    'right/b.yaml': 'n: 3',
    'right/c.yaml': 'n: 4',
  };
  const nothing = '\ntasks: { none: { run: "true" } }\n';
  const over = (repository: string): Project =>
    project({ ...members, 'pipeline.yaml': `${sources}  it: ${repository}\n${nothing}` });

  test('row 10: a fallback has the keys of both, reads the first, writes what it refuses to the other', async () => {
    const desk = over('{ type: fallback, of: left, fallback: right }');
    expect(await lines(desk, 'ls', 'it')).toEqual(['a', 'b', 'c']);
    expect(await lines(desk, 'cat', 'it', 'b')).toEqual(['n: 2']);
    expect(await lines(desk, 'cat', 'it', 'c')).toEqual(['n: 4']);
    await lines(desk, 'rm', 'it', 'b');
    expect(await lines(desk, 'ls', 'it')).toEqual(['a', 'c']);
    expect(existsSync(desk.path('right/b.yaml'))).toBe(false);
  });

  test('row 12: map shows other values, `where` leaves out; deletes pass where they may', async () => {
    const desk = over('{ type: map, of: left, value: "{{ n }}!", where: "n > 1" }');
    expect(await lines(desk, 'ls', 'it')).toEqual(['b']);
    expect(await lines(desk, 'cat', 'it', 'b')).toEqual(['2!']);
    // There `info` showed the value of a key that the filter leaves out.
    expect((await pipe(desk, ['cat', 'it', 'a'])).code).not.toBe(0);
    const refused = await pipe(desk, ['rm', 'it', 'b']);
    expect(refused.code).not.toBe(0);
    expect(refused.error).toContain('allow_deletes');
    expect(existsSync(desk.path('left/b.yaml'))).toBe(true);

    const allowing = over('{ type: map, of: left, value: "{{ n }}!", where: "n > 1", allow_deletes: true }');
    await lines(allowing, 'rm', 'it', 'b');
    expect(readdirSync(allowing.path('left'))).toEqual(['a.yaml']);
  });

  const related = (options: string): Project =>
    project({
      ...members,
      'of/x.yaml': 'a',
      'of/y.yaml': 'zzz',
      'pipeline.yaml': `${sources}
  of: { type: yaml, path: "of/{key}.yaml" }
  it: { type: related, of: left, translator: of${options} }
${nothing}`,
    });

  test('row 13: related shows members under the translator’s keys; deletes pass where they may', async () => {
    const desk = related('');
    expect(await lines(desk, 'ls', 'it')).toEqual(['x']);
    expect(await lines(desk, 'cat', 'it', 'x')).toEqual(['n: 1']);
    for (const key of ['y', 'unknown']) expect((await pipe(desk, ['cat', 'it', key])).code, key).not.toBe(0);
    expect((await pipe(desk, ['rm', 'it', 'x'])).error).toContain('allow_deletes');
    expect(existsSync(desk.path('left/a.yaml'))).toBe(true);

    const allowing = related(', allow_deletes: true');
    await lines(allowing, 'rm', 'it', 'x');
    expect(readdirSync(allowing.path('left'))).toEqual(['b.yaml']);
    expect(readdirSync(allowing.path('of'))).toEqual(['x.yaml', 'y.yaml']);
  });

  test('row 14: related sees a translation that comes later; there it did not', async () => {
    const desk = related('');
    expect(await lines(desk, 'ls', 'it')).toEqual(['x']);
    desk.put('of/z.yaml', 'b');
    desk.put('of/x.yaml', 'b');
    expect(await lines(desk, 'ls', 'it')).toEqual(['x', 'z']);
    expect(await lines(desk, 'cat', 'it', 'x')).toEqual(['n: 2']);
  });

  test('row 15: and, or, unless are sets; values by name; one made of nothing is an error', async () => {
    const and = over('{ type: and, of: { l: left, r: right } }');
    expect(await lines(and, 'ls', 'it')).toEqual(['b']);
    expect(JSON.parse((await lines(and, 'cat', 'it', 'b')).join(''))).toEqual({ l: { n: 2 }, r: { n: 3 } });
    const or = over('{ type: or, of: { l: left, r: right } }');
    expect(await lines(or, 'ls', 'it')).toEqual(['a', 'b', 'c']);
    expect(JSON.parse((await lines(or, 'cat', 'it', 'a')).join(''))).toEqual({ l: { n: 1 }, r: null });
    const unless = over('{ type: unless, of: left, unless: right }');
    expect(await lines(unless, 'ls', 'it')).toEqual(['a']);
    for (const type of ['and', 'or']) {
      const opened = await openPipeline({ cwd: over(`{ type: ${type}, of: {} }`).folder, env: {} });
      const [fault] = opened.ok ? [] : opened.error;
      expect(fault?.location).toMatchObject({ line: 5 });
      expect(`${fault?.message} ${fault?.expected}`).toMatch(/entry|least|empty/);
    }
  });

  test('row 17: or and and delete from all their parts, unless and filter from their source', async () => {
    for (const type of ['and', 'or']) {
      const desk = over(`{ type: ${type}, of: { l: left, r: right } }`);
      await lines(desk, 'rm', 'it', 'b');
      expect([desk.tree('left'), desk.tree('right')]).toEqual([
        { 'left/a.yaml': 'n: 1' },
        { 'right/c.yaml': 'n: 4' },
      ]);
    }
    for (const repository of [
      '{ type: unless, of: left, unless: right }',
      '{ type: filter, of: left, where: "n < 2" }',
    ]) {
      const desk = over(repository);
      await lines(desk, 'rm', 'it', 'a');
      expect(Object.keys(desk.tree('left'))).toEqual(['left/b.yaml']);
      expect(Object.keys(desk.tree('right'))).toEqual(['right/b.yaml', 'right/c.yaml']);
    }
  });
});

test('row 16: three files with two contents are two blobs; links and modes come back', async () => {
  const root = tempRoot({
    'tree/letters/A': 'letter',
    'tree/letters/C': 'secret',
    'tree/secrets/1': 'secret',
  });
  symlinkSync('../secrets/1', join(root, 'tree/letters/B'));
  chmodSync(join(root, 'tree/letters/A'), 0o123);
  const trees = open(root, 'tree', 'in/{key}.tree', { blobs: 'blobs' });
  if (!isPacked(trees)) throw new Error('trees are packed');
  mkdirSync(join(root, 'in'));
  if (process.getuid?.() !== 0) chmodSync(join(root, 'tree/letters/A'), 0o523);
  const mode = statSync(join(root, 'tree/letters/A')).mode & 0o777;
  expect(await trees.pack(join(root, 'tree'), join(root, 'in/emma.tree'), 'emma')).toMatchObject({
    ok: true,
  });
  const blobs = readdirSync(join(root, 'blobs'), { recursive: true, withFileTypes: true });
  expect(blobs.filter((entry) => entry.isFile())).toHaveLength(2);
  trees.fingerprint('emma');
  expect(await trees.unpack('emma', new PlainCache(root).hold())).toMatchObject({ ok: true });
  const plain = join(root, trees.plainPathOf('emma'));
  expect(lstatSync(join(plain, 'letters/B')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(plain, 'letters/B'), 'utf8')).toBe('secret');
  expect(statSync(join(plain, 'letters/A')).mode & 0o777).toBe(mode);
});

test('row 18: a shorter text in memory replaces all of a longer one; there it did not', () => {
  const notes = openRepository(memoryPlan(), { stats: new StatTable('/nowhere') });
  void notes.write('x', Buffer.from('hello world'));
  void notes.write('x', Buffer.from('HEY'));
  expect(notes.value('x')).toMatchObject({ ok: true, value: { value: 'HEY' } });
  const root = tempRoot();
  for (const [type, pattern] of [
    ['file', 'in/{key}'],
    ['compressed', 'in/{key}.gz'],
  ] as const) {
    const files = open(root, type, pattern);
    files.write('x', Buffer.from('hello world'));
    files.write('x', Buffer.from('HEY'));
    const read = files.read('x');
    expect(read.ok && Buffer.from(read.value).toString()).toBe('HEY');
  }
  writeFileSync(join(root, 'in/x'), '');
});
