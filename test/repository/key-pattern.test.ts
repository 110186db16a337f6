// Key templates and groups. Knows no file system.
import { describe, expect, test } from 'vitest';
import { compileKeyPattern, fieldsOf, type KeyPattern } from '../../engine/repository/key-pattern.ts';
import { compilePattern } from '../../engine/repository/pattern.ts';
import type { PathPattern } from '../../engine/repository/port.ts';

function path(text: string): PathPattern {
  const compiled = compilePattern(text);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value;
}

function keys(text: string, of: string): KeyPattern {
  const { fields, spans } = path(of);
  const compiled = compileKeyPattern(text, fields, spans);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value;
}

test.each<[string, string, string, string]>([
  ['{book}', 'pages/{book}/{page}.txt', 'emma/12', 'emma'],
  ['{page}/{book}', 'pages/{book}/{page}.txt', 'emma/12', '12/emma'],
  ['{book}-{page}', 'pages/{book}/{page}.txt', 'emma/12', 'emma-12'],
  ['{key}', 'pages/{book}/{page}.txt', 'emma/12', 'emma/12'],
  ['all/{author}', '{author**}/{book}.txt', 'jane/austen/emma', 'all/jane/austen'],
  ['fixed', 'books/{key}.txt', 'emma', 'fixed'],
])('the template %s, jobs of %s: %s gives %s', (text, of, job, key) => {
  const template = keys(text, of);
  expect(template.isTemplate).toBe(true);
  expect(template.keyFor(fieldsOf(path(of), job))).toBe(key);
});

describe('a group', () => {
  test.each<[string, string, string, readonly string[], readonly string[]]>([
    [
      '{key}/*',
      'books/{key}.txt',
      'emma',
      ['emma/1', 'emma/x.y'],
      ['emma', 'emma/1/2', 'emmas/1', 'x/emma/1'],
    ],
    ['{key}/**', 'books/{key}.txt', 'emma', ['emma/1', 'emma/1/2'], ['emma', 'emmas/1']],
    ['{key}/**/*', 'books/{key}.txt', 'emma', ['emma/1', 'emma/1/2'], ['emma']],
    ['{key}/*', 'b/{series}/{book}', 'a/b', ['a/b/1'], ['a/b', 'a/1', 'a/b/1/2']],
    ['{book}/*', 'pages/{book}/{page}.txt', 'emma/12', ['emma/12', 'emma/13'], ['persuasion/12', 'emma']],
    ['*/{key}', 'books/{key}.txt', 'emma', ['x/emma'], ['x/y/emma', 'emma']],
    ['x-{key}/*.1', 'books/{key}.txt', 'emma', ['x-emma/a.1'], ['emma/a.1', 'x-emma/a.2']],
    [
      '{author}/*',
      '{author**}/{book}.txt',
      'jane/austen/emma',
      ['jane/austen/x'],
      ['jane/x', 'jane/austen/x/y'],
    ],
    ['{key}/{key}/*', 'books/{key}.txt', 'emma', ['emma/emma/1'], ['emma/persuasion/1']],
    ['*', 'books/{key}.txt', 'emma', ['1'], ['1/2']],
  ])('%s, jobs of %s: %s has %j and not %j', (text, of, job, members, others) => {
    const group = keys(text, of);
    const values = fieldsOf(path(of), job);
    expect(group.isTemplate).toBe(false);
    for (const member of members) {
      expect(group.groupOf(member), member).toBe(group.groupFor(values));
      expect(member.startsWith(group.prefixFor(values)), member).toBe(true);
    }
    for (const other of others) expect(group.groupOf(other), other).not.toBe(group.groupFor(values));
  });

  test('of {key} is named by the job itself', () => {
    const group = keys('{key}/*', 'b/{series}/{book}');
    expect(group.groupFor(fieldsOf(path('b/{series}/{book}'), 'a/b'))).toBe('a/b');
    expect(group.groupOf('a/b/1')).toBe('a/b');
  });
});

test.each<[string, string, string, string]>([
  ['{key}/*', 'build/pages/{book}/{page}.txt', 'emma', 'build/pages/emma'],
  ['{key}/*', 'build/{book}-{page}.txt', 'emma', 'build'],
  ['{key}/*', '{book}/x/{page}.txt', 'emma', 'emma/x'],
  ['{key}/*', '{book}-{page}', 'emma', ''],
  ['{key}/**', 'build/{book}/{page**}.txt', 'emma', 'build/emma'],
  ['{key}/**', 'build/{book**}/{page}.txt', 'emma', 'build/emma'],
  ['{key}/*', '/srv/{book}/{page}', 'emma', '/srv/emma'],
  ['*/{key}', 'build/{page}/{book}.txt', 'emma', 'build'],
  ['*', '{page}.txt', 'emma', ''],
  ['{key}/*', 'build/{one}.txt', 'emma', 'build'],
])('members %s in %s of %s lie in the folder "%s"', (text, of, job, folder) => {
  expect(keys(text, 'books/{key}').folderFor({ key: job }, path(of))).toBe(folder);
});

test.each<[string, number, string]>([
  ['', 0, 'empty'],
  ['/{key}', 0, 'empty segment'],
  ['{key}/', 5, 'empty segment'],
  ['{key}//*', 5, 'empty segment'],
  ['{bok}/*', 0, 'no field `bok`; it has key, book, page'],
  ['{key}/***', 6, '***'],
  ['{key}*', 0, 'more than one way'],
  ['{key}/{book', 6, 'has no place'],
  ['{book}-{page}/*', 0, 'more than one way'],
  ['**/{key}/**', 0, 'any number of segments'],
])('%j is a fault at %i: %s', (text, offset, message) => {
  const compiled = compileKeyPattern(text, ['book', 'page']);
  expect(compiled).toMatchObject({ ok: false, error: { offset } });
  if (!compiled.ok) expect(compiled.error.message).toContain(message);
});
