// The contract on every kind, and what each kind does beyond it.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PathRepositoryPlan } from '../../engine/model/plan.ts';
import { openRepository } from '../../engine/repository/open.ts';
import type { PathRepository, Repository } from '../../engine/repository/port.ts';
import { StatTable } from '../../engine/repository/stat-table.ts';
import { repositoryContract, type Subject } from './contract.ts';
import { memoryPlan as memory, pathPlan as plan } from './plans.ts';
import { put, tempRoot } from './temp-root.ts';

function open(root: string, of: PathRepositoryPlan): PathRepository {
  return openRepository(of, { stats: new StatTable(root) });
}

const text = { first: Buffer.from('"first"\n'), second: Buffer.from('"second"\n') };

function written(repository: Repository, impossible?: string): Subject {
  return {
    repository,
    isBytes: true,
    bytes: text,
    ...(impossible !== undefined && { impossible }),
    make: async (key, value) => {
      const done = await repository.write(key, text[value]);
      if (!done.ok) throw new Error(done.error.message);
    },
  };
}

describe('file', () => {
  repositoryContract(() => written(open(tempRoot(), plan('file', 'in/{key}.txt')), 'a/b'));
});
describe('file across folders', () => {
  repositoryContract(() => written(open(tempRoot(), plan('file', 'in/{key**}.txt')), '.hidden'));
});
describe('yaml', () => {
  repositoryContract(() => written(open(tempRoot(), plan('yaml', 'in/{key}.yaml')), 'a/b'));
});
describe('json', () => {
  repositoryContract(() => written(open(tempRoot(), plan('json', '{key}.json')), 'a/b'));
});
describe('memory', () => {
  repositoryContract(() => written(openRepository(memory(), { stats: new StatTable('/nowhere') })));
});
describe.each([false, true])('directory, discardEmpty %s', (discardEmpty) => {
  repositoryContract(() => {
    const root = tempRoot();
    return {
      repository: open(root, plan('directory', 'in/{key}', { discardEmpty })),
      isBytes: false,
      bytes: text,
      impossible: 'a/b',
      make: async (key, value) => {
        put(root, `in/${key}/inner/file`, value);
      },
    };
  });
});

describe('a file repository', () => {
  test('writes beside and renames, so that a reader never sees half, and leaves nothing over', () => {
    const root = tempRoot({ 'in/emma.txt': 'before' });
    const files = open(root, plan('file', 'in/{key}.txt'));
    files.write('emma', Buffer.from('after'));
    expect(readFileSync(join(root, 'in/emma.txt'), 'utf8')).toBe('after');
    expect(readdirSync(join(root, 'in'))).toEqual(['emma.txt']);
    mkdirSync(join(root, 'in/folder.txt'));
    expect(files.write('folder', Buffer.from('x'))).toMatchObject({ ok: false, error: { code: 'EISDIR' } });
    expect(readdirSync(join(root, 'in')).toSorted()).toEqual(['emma.txt', 'folder.txt']);
    expect(files.remove('folder').ok).toBe(true);
    expect(existsSync(join(root, 'in/folder.txt'))).toBe(true);
  });

  test('neither writes nor deletes through a link that leads out of it', () => {
    const root = tempRoot({ 'outside/x.txt': 'precious', 'in/real/x.txt': 'own' });
    symlinkSync('../outside', join(root, 'in/out'));
    symlinkSync('real', join(root, 'in/inner'));
    const files = open(root, plan('file', 'in/{key**}.txt'));
    expect(files.write('out/x', Buffer.from('bad'))).toMatchObject({ ok: false, error: { code: 'outside' } });
    expect(files.write('out/new/x', Buffer.from('bad'))).toMatchObject({
      ok: false,
      error: { code: 'outside' },
    });
    expect(files.remove('out/x')).toMatchObject({ ok: false, error: { code: 'outside' } });
    expect(readdirSync(join(root, 'outside'))).toEqual(['x.txt']);
    expect(readFileSync(join(root, 'outside/x.txt'), 'utf8')).toBe('precious');
    expect(files.write('inner/x', Buffer.from('good')).ok).toBe(true);
    expect(readFileSync(join(root, 'in/real/x.txt'), 'utf8')).toBe('good');
  });

  test('may have a link as its own folder, and removes a member that is a link, not its target', () => {
    const root = tempRoot({ 'disk/x.txt': 'x', 'target.txt': 'kept' });
    symlinkSync('disk', join(root, 'in'));
    symlinkSync('../target.txt', join(root, 'disk/link.txt'));
    const files = open(root, plan('file', 'in/{key}.txt'));
    expect(files.write('y', Buffer.from('y')).ok).toBe(true);
    expect(files.remove('link').ok).toBe(true);
    expect(readdirSync(join(root, 'disk')).toSorted()).toEqual(['x.txt', 'y.txt']);
    expect(existsSync(join(root, 'target.txt'))).toBe(true);
  });

  test('of one path has the unit key', () => {
    const root = tempRoot();
    const files = open(root, plan('file', 'build/total.txt'));
    expect(files.write('', Buffer.from('1')).ok).toBe(true);
    expect(files.list()).toEqual({ ok: true, value: { keys: [''], skipped: [] } });
    expect(files.value('')).toEqual({ ok: true, value: { type: 'path', path: 'build/total.txt' } });
    expect(files.write('x', Buffer.from('1'))).toMatchObject({ ok: false, error: { code: 'key' } });
    expect(() => files.pathOf('x')).toThrow('no key');
  });

  test('takes a staged file for what it would be in place', () => {
    const root = tempRoot({ 'in/emma.txt': 'Emma', 'stage/emma.txt': 'Emma' });
    const files = open(root, plan('file', 'in/{key}.txt'));
    expect(files.fingerprintAt(join(root, 'stage/emma.txt'))).toEqual(files.fingerprint('emma'));
    chmodSync(join(root, 'stage/emma.txt'), 0o755);
    expect(files.fingerprintAt(join(root, 'stage/emma.txt'))).not.toEqual(files.fingerprint('emma'));
    expect(files.fingerprintAt(join(root, 'stage'))).toEqual({ ok: true, value: undefined });
  });
});

describe('a directory repository', () => {
  test('that discards empty folders has only the others', () => {
    const root = tempRoot({ 'in/full/x': '' });
    mkdirSync(join(root, 'in/empty'));
    const all = open(root, plan('directory', 'in/{key}'));
    const some = open(root, plan('directory', 'in/{key}', { discardEmpty: true }));
    const listed = all.list();
    expect(listed.ok && listed.value.keys.toSorted()).toEqual(['empty', 'full']);
    expect(all.has('empty')).toBe(true);
    expect(all.fingerprint('empty')).toMatchObject({ ok: true, value: expect.stringMatching(/^d:/) });
    expect(some.list()).toEqual({ ok: true, value: { keys: ['full'], skipped: [] } });
    expect(some.has('empty')).toBe(false);
    expect(some.fingerprint('empty')).toEqual({ ok: true, value: undefined });
    expect(some.fingerprintAt(join(root, 'in/empty'))).toEqual({ ok: true, value: undefined });
  });

  test('removes a tree, of a link only the link, and nothing that is a file', () => {
    const root = tempRoot({ 'in/tree/a/b': '', 'in/file': '', 'other/x': '' });
    symlinkSync('../other', join(root, 'in/link'));
    const folders = open(root, plan('directory', 'in/{key}'));
    for (const key of ['tree', 'link', 'file']) expect(folders.remove(key).ok, key).toBe(true);
    expect(readdirSync(join(root, 'in'))).toEqual(['file']);
    expect(readdirSync(join(root, 'other'))).toEqual(['x']);
  });
});

describe('a record', () => {
  const schema = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, born: { type: 'integer' } },
    additionalProperties: false,
  };

  function fingerprints(type: 'yaml' | 'json', contents: readonly string[]): (string | undefined)[] {
    const root = tempRoot();
    const records = open(root, plan(type, 'in/{key}'));
    return contents.map((content, index) => {
      put(root, `in/${index}`, content);
      const found = records.fingerprint(String(index));
      if (!found.ok) throw new Error(found.error.message);
      return found.value;
    });
  }

  test('counts by its value: comments, order of keys and layout do not', () => {
    const [a, b, c, d] = fingerprints('yaml', [
      'name: Jane\nborn: 1775\n',
      '# the author\nborn:   1775\nname: "Jane"\n',
      '{"born": 1775, "name": "Jane"}',
      'name: Jane\nborn: "1775"\n',
    ]);
    expect(a).toMatch(/^r:/);
    expect([b, c]).toEqual([a, a]);
    expect(d).not.toBe(a);
  });

  test('counts by its text too where a value cannot say all of it', () => {
    const [a, b] = fingerprints('json', ['{"id": 12345678901234567890}', '{"id": 12345678901234567891}']);
    expect(a).not.toBe(b);
    const [c, d] = fingerprints('yaml', ['a: !Ref x', 'a: x']);
    expect(c).not.toBe(d);
  });

  test('is read again only when its content changed', () => {
    const root = tempRoot({ 'a.yaml': 'name: Jane\n' });
    const stats = new StatTable(root, () => Date.now() + 60_000);
    const first = openRepository(plan('yaml', '{key}.yaml'), { stats }).fingerprint('a');
    const { put: paths, row: rowAt } = stats.takeChanged();
    const rows = paths.map((path) => rowAt(path)!);
    expect(rows[0]?.variant).toBe(`yaml ${first.ok ? first.value : ''}`);
    const next = new StatTable(root);
    next.load(rows.map((row) => ({ ...row, variant: 'yaml r:remembered' })));
    const again = openRepository(plan('yaml', '{key}.yaml'), { stats: next });
    expect(again.fingerprint('a')).toEqual({ ok: true, value: 'r:remembered' });
    const other = openRepository(plan('yaml', '{key}.yaml', { schema }), { stats: next });
    expect(other.fingerprint('a')).toEqual(first);
    put(root, 'a.yaml', 'name: Austen\n');
    expect(again.value('a')).toEqual({
      ok: true,
      value: { type: 'record', path: 'a.yaml', value: { name: 'Austen' } },
    });
    expect(again.fingerprint('a')).not.toEqual(first);
  });

  test.each<['yaml' | 'json', string, string]>([
    ['yaml', 'name: Jane\n  born: 1\n', 'in/x:1:7: '],
    ['yaml', 'a: 1\nb: 2\na: 3\n', 'in/x:3:1: Map keys must be unique'],
    ['yaml', 'a: [1\n', 'in/x:2:1: '],
    ['yaml', 'a: .nan\n', 'in/x:1:1: NaN is no JSON number'],
    ['yaml', `a: &a [x]\n${bomb()}`, 'Excessive alias count'],
    ['json', '', 'in/x:1:1: Unexpected end'],
    ['json', '{\n  "a": 1,\n  oops\n}', 'in/x:3:3: '],
    ['json', '{"a": 1', 'in/x:1:8: '],
    ['json', '{"a": 1}}', 'in/x:1:9: '],
  ])('of %s that does not parse fails with its place: %j', (type, content, message) => {
    const root = tempRoot({ 'in/x': content });
    const records = open(root, plan(type, 'in/{key}'));
    const found = records.fingerprint('x');
    expect(found).toMatchObject({ ok: false, error: { code: 'parse', path: 'in/x' } });
    if (!found.ok) expect(found.error.message).toContain(message);
    expect(records.value('x')).toEqual(found);
    expect(records.write('y', Buffer.from(content)).ok).toBe(false);
  });

  test('that is not UTF-8 fails, one with a byte order mark does not', () => {
    const root = tempRoot();
    mkdirSync(join(root, 'in'));
    writeFileSync(join(root, 'in/latin'), Buffer.from([0x61, 0x3a, 0x20, 0xe9]));
    writeFileSync(join(root, 'in/mark'), '\ufeff{"a": 1}');
    const records = open(root, plan('json', 'in/{key}'));
    expect(records.fingerprint('latin')).toMatchObject({
      ok: false,
      error: { message: 'in/latin: is not valid UTF-8' },
    });
    expect(records.value('mark')).toMatchObject({ ok: true, value: { value: { a: 1 } } });
  });

  test.each(['yaml', 'json'] as const)('of %s must satisfy the schema, read or written', (type) => {
    const root = tempRoot({ 'in/bad': '{\n  "name": 1,\n  "extra": true\n}', 'in/good': '{"name": "Jane"}' });
    const records = open(root, plan(type, 'in/{key}', { schema }));
    expect(records.fingerprint('good').ok).toBe(true);
    const found = records.fingerprint('bad');
    expect(found).toMatchObject({ ok: false, error: { code: 'schema', path: 'in/bad' } });
    expect(!found.ok && found.error.message.split('\n')).toEqual([
      'in/bad:1:1: / must NOT have additional properties: "extra"',
      'in/bad:2:11: /name must be string',
    ]);
    expect(records.write('new', Buffer.from('{"born": 1}'))).toMatchObject({ ok: false });
    expect(existsSync(join(root, 'in/new'))).toBe(false);
    expect(records.fingerprintAt(join(root, 'in/bad'))).toMatchObject({ ok: false });
    expect(records.fingerprintAt(join(root, 'in/good'))).toEqual(records.fingerprint('good'));
  });

  test('deeper than any program nests them is a failure, not a crash', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const root = tempRoot({ 'in/x': deep });
    for (const type of ['yaml', 'json'] as const) {
      const found = open(root, plan(type, 'in/{key}')).fingerprint('x');
      expect(found).toMatchObject({ ok: false, error: { message: 'in/x:1:1: is nested too deep' } });
    }
  });

  test('whose schema is none fails and says so', () => {
    const root = tempRoot({ 'in/x': '{}' });
    const records = open(root, plan('json', 'in/{key}', { schema: { type: 'objekt' } }));
    const found = records.fingerprint('x');
    expect(!found.ok && found.error.message).toContain('the schema for in/x cannot be used');
  });
});

describe('memory', () => {
  test('has JSON as its value, or text', () => {
    const notes = openRepository(memory(), { stats: new StatTable('/nowhere') });
    void notes.write('json', Buffer.from('{"a": 1}'));
    void notes.write('text', Buffer.from('plain words'));
    void notes.write('', Buffer.from('1'));
    expect(notes.value('json')).toMatchObject({ ok: true, value: { type: 'record', value: { a: 1 } } });
    expect(notes.value('text')).toMatchObject({ ok: true, value: { type: 'record', value: 'plain words' } });
    expect(notes.list()).toMatchObject({ ok: true, value: { keys: ['json', 'text', ''] } });
  });

  test('with a schema refuses what does not satisfy it', () => {
    const notes = openRepository(memory({ type: 'integer' }), { stats: new StatTable('/nowhere') });
    expect(notes.write('a', Buffer.from('1'))).toMatchObject({ ok: true });
    expect(notes.write('a', Buffer.from('"one"'))).toMatchObject({ ok: false, error: { code: 'schema' } });
    expect(notes.write('a', Buffer.from('{'))).toMatchObject({ ok: false, error: { code: 'parse' } });
    expect(notes.value('a')).toMatchObject({ ok: true, value: { value: 1 } });
  });
});

test('a member that went away between two looks is absent, whatever was in its place', () => {
  const root = tempRoot({ 'in/x.txt': 'x' });
  const files = open(root, plan('file', 'in/{key}.txt'));
  expect(files.has('x')).toBe(true);
  rmSync(dirname(join(root, 'in/x.txt')), { recursive: true });
  writeFileSync(join(root, 'in'), 'now a file');
  expect(files.has('x')).toBe(false);
  expect(files.fingerprint('x')).toEqual({ ok: true, value: undefined });
  expect(files.read('x')).toMatchObject({ ok: false, error: { code: 'absent' } });
  expect(files.remove('x').ok).toBe(true);
});

function bomb(): string {
  const lines = ['b0: &b0 [*a, *a, *a, *a, *a, *a, *a, *a, *a]'];
  for (let level = 1; level < 9; level++) {
    const before = `*b${level - 1}`;
    lines.push(`b${level}: &b${level} [${Array.from({ length: 9 }, () => before).join(', ')}]`);
  }
  return `${lines.join('\n')}\n`;
}
