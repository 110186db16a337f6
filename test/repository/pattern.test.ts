// Path patterns: what they match, which key they give, and whether two overlap. Knows no file system.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, patternsOverlap } from '../../engine/repository/pattern.ts';
import type { PathPattern } from '../../engine/repository/port.ts';

function pattern(text: string): PathPattern {
  const compiled = compilePattern(text);
  if (!compiled.ok) throw new Error(`${text}: ${compiled.error.message}`);
  return compiled.value;
}

describe('a path gives a key', () => {
  test.each<[string, string, string | undefined]>([
    ['books/{key}.txt', 'books/emma.txt', 'emma'],
    ['books/{key}.txt', 'books/part/emma.txt', undefined],
    ['books/{key}.txt', 'books/.emma.txt', undefined],
    ['books/{key}.txt', 'books/.txt', undefined],
    ['books/{key}.txt', 'books/emma.md', undefined],
    ['books/{key}.txt', 'books/a.txt.txt', 'a.txt'],
    ['books/.{key}', 'books/.emma', 'emma'],
    ['books/.{key}', 'books/.git', undefined],
    ['books/.{key}', 'books/.gitignore', 'gitignore'],
    ['books/.{key}', 'books/.pipe-stage', undefined],
    ['books/x{key}', 'books/x.emma', '.emma'],
    ['books/{key**}.txt', 'books/emma.txt', 'emma'],
    ['books/{key**}.txt', 'books/austen/emma.txt', 'austen/emma'],
    ['books/{key**}.txt', 'books/austen/.emma.txt', undefined],
    ['books/{key**}.txt', 'books/.git/emma.txt', undefined],
    ['pages/{book}/{page}.txt', 'pages/emma/12.txt', 'emma/12'],
    ['{a}-{b}.txt', 'x-y-z.txt', 'x/y-z'],
    ['{a}{b}.txt', 'xyz.txt', 'x/yz'],
    ['{a}{b}.txt', '📖y.txt', '📖/y'],
    ['build/*.txt', 'build/emma.txt', 'emma'],
    ['build/*/*.txt', 'build/emma/1.txt', 'emma/1'],
    ['src/**/*.c', 'src/main.c', 'main'],
    ['src/**/*.c', 'src/util/io/read.c', 'util/io/read'],
    ['src/**/*.c', 'src/.cache/read.c', undefined],
    ['src/**/{name}.c', 'src/util/read.c', 'util/read'],
    ['src/**', 'src/a/b', 'a/b'],
    ['src/**', 'src/a', 'a'],
    ['src/**', 'src', undefined],
    ['src/**.c', 'src/a/b.c', 'a/b'],
    ['src/**/Makefile', 'src/Makefile', 'Makefile'],
    ['src/**/Makefile', 'src/a/b/Makefile', 'a/b/Makefile'],
    ['**/test/**/*.js', 'lib/test/deep/er/x.js', 'lib/test/deep/er/x.js'],
    ['**/test/**/*.js', 'test/x.js', 'test/x.js'],
    ['{a**}/x/{b**}.txt', 'p/x/q/r.txt', 'p/q/r'],
    ['{a**}/x/{b**}.txt', 'p/q/x/r.txt', undefined],
    ['{a**}/{b**}.txt', 'p/q/r.txt', 'p/q/r'],
    ['../shared/{key}.txt', '../shared/a.txt', 'a'],
    ['/srv/data/{key}.txt', '/srv/data/a.txt', 'a'],
    ['build/total.txt', 'build/total.txt', ''],
    ['build/total.txt', 'build/total.tx', undefined],
    ['a+b(c)[d]/{key}$', 'a+b(c)[d]/x$', 'x'],
    ['books/{key}.txt', 'books/new\nline.txt', undefined],
    ['books/{key}.txt', 'books/bad\ufffd.txt', undefined],
    ['books/{key}.txt', `books/${'x'.repeat(256)}.txt`, undefined],
    ["odd names/{key} it's.txt", "odd names/-rf $(x) it's.txt", '-rf $(x)'],
  ])('%s of %s is %s', (text, path, key) => {
    const compiled = pattern(text);
    expect(compiled.match(path)).toBe(key);
    if (key !== undefined) expect(compiled.format(key)).toBe(path);
  });
});

describe('a key gives a path', () => {
  test.each<[string, string, string | undefined]>([
    ['books/{key}.txt', 'a/b', undefined],
    ['books/{key}.txt', '', undefined],
    ['books/{key}.txt', '..', undefined],
    ['books/{key}.txt', '.hidden', undefined],
    ['books/x{key}.txt', '.hidden', 'books/x.hidden.txt'],
    ['{key**}', '../escape', undefined],
    ['{key**}', '/etc/passwd', undefined],
    ['{key**}', '.git/config', undefined],
    ['{a}-{b}.txt', 'x-y/z', undefined],
    ['{a}-{b}.txt', 'x/y-z', 'x-y-z.txt'],
    ['pages/{book}/{page}.txt', 'emma', undefined],
    ['pages/{book}/{page}.txt', 'emma/1/2', undefined],
    ['src/**/Makefile', 'a/Makefile', 'src/a/Makefile'],
    ['src/**/Makefile', 'a', undefined],
    ['src/**/*.c', 'a', 'src/a.c'],
    ['build/total.txt', '', 'build/total.txt'],
    ['build/total.txt', 'x', undefined],
  ])('%s of %s is %s', (text, key, path) => {
    expect(pattern(text).format(key)).toBe(path);
  });
});

test.each<[string, string, string, readonly string[]]>([
  ['./books/./{key}.txt', 'books/{key}.txt', 'books', ['key']],
  ['pages/{book}/', 'pages/{book}', 'pages', ['book']],
  ['{key}', '{key}', '', ['key']],
  ['../../a/{key}', '../../a/{key}', '../../a', ['key']],
  ['../{key}', '../{key}', '..', ['key']],
  ['/{key}', '/{key}', '/', ['key']],
  ['/a/x{key}/b', '/a/x{key}/b', '/a', ['key']],
  ['build/total.txt', 'build/total.txt', 'build', []],
  ['./total.txt', 'total.txt', '', []],
  ['src/**/*.c', 'src/**/*.c', 'src', ['', '']],
])('%s is %s in the folder "%s"', (text, normal, fixed, fields) => {
  const { text: found, fixed: folder, fields: names } = pattern(text);
  expect({ found, folder, names }).toEqual({ found: normal, folder: fixed, names: fields });
});

test.each<[string, number, string]>([
  ['', 0, 'empty'],
  ['..', 0, 'no member'],
  ['./', 0, 'no member'],
  ['a//b', 2, '//'],
  ['//b', 1, '//'],
  ['a/../b', 2, '..'],
  ['/../b', 1, '..'],
  ['a/{}', 2, 'needs a name'],
  ['a/{**}', 2, 'needs a name'],
  ['a/{key', 2, 'without its'],
  ['a/{ke/y}', 2, 'without its'],
  ['a/key}', 5, 'without its'],
  ['a/{{key}}', 2, 'a field'],
  ['a/{key}/{key}', 8, 'twice'],
  ['a/{two words}', 2, 'a field'],
  ['a/***', 2, '***'],
  ['a\\b', 1, 'backslash'],
  ['a\u0000b', 1, 'character'],
  ['.git/{x}', 0, 'never members'],
  ['a/.pipe-stage/x', 2, 'never members'],
])('%j is a fault at %i: %s', (text, offset, message) => {
  const compiled = compilePattern(text);
  expect(compiled).toMatchObject({ ok: false, error: { offset } });
  if (!compiled.ok) expect(compiled.error.message).toContain(message);
});

test('a path of the right shape that is no member says why', () => {
  expect(pattern('a/{k}.txt').refusal('a/x\ny.txt')).toBe('has a control character');
  expect(pattern('a/{k}.txt').refusal('a/x.md')).toBeUndefined();
  expect(pattern('a/{k}.txt').refusal('a/x.txt')).toBeUndefined();
  expect(pattern('{a**}/x/{b**}').refusal('p/q/x/r')).toBe('has the same key, p/q/r, as p/x/q/r');
});

test('the values of a key', () => {
  expect(pattern('{author**}/{book}-{page}.txt').values('jane/austen/emma/3')).toEqual([
    'jane/austen',
    'emma',
    '3',
  ]);
  expect(pattern('src/**/*.c').values('main')).toEqual(['', 'main']);
  expect(pattern('src/**/*.c').values('a/b/main')).toEqual(['a/b', 'main']);
  expect(pattern('books/{key}').values('a/b')).toBeUndefined();
});

describe('overlap', () => {
  test.each<[string, string, boolean]>([
    ['build/{key}.o', 'build/{key}.d', false],
    ['build/{key}.o', 'build/{a}-{b}.o', true],
    ['build/{key}', 'build/{key}.o', true],
    ['build/{key}', 'build/{a}/{b}', false],
    ['build/**', 'build/{a}/{b}', true],
    ['build/**', 'build', false],
    ['build/{key}.txt', 'build/total.txt', true],
    ['build/{key}.txt', 'build/.txt', false],
    ['build/{key}', 'build/.hidden', false],
    ['build/x{key}', 'build/xx', true],
    ['build/xx{key}', 'build/xx', false],
    ['src/**/*.c', 'src/a/b/main.c', true],
    ['src/**/*.c', 'src/.a/main.c', false],
    ['{a}a', 'b{b}', true],
    ['a{a}b', 'b{b}a', false],
    ['ab{x}', 'abc', true],
    ['a{x}', 'a.', false],
    ['a{x}', 'a...', true],
    ['ab{x}bc', 'abc', false],
    ['{a}x{b}y', '{c}xy', true],
    ['../a/{k}', 'a/{k}', false],
    ['/a/{k}', 'a/{k}', false],
    ['a/b', 'a/b', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(patternsOverlap(pattern(a), pattern(b))).toBe(expected);
    expect(patternsOverlap(pattern(b), pattern(a))).toBe(expected);
  });
});

const piece = fc.constantFrom('a', 'b', '.', '{}', '*', '**', '{**}', '/', 'ab');
const anyPattern = fc
  .array(piece, { minLength: 1, maxLength: 7 })
  .map((pieces) => {
    let count = 0;
    return compilePattern(pieces.map((text) => text.replace('{', () => `{f${count++}`)).join(''));
  })
  .filter((compiled) => compiled.ok)
  .map((compiled) => compiled.value);
const anyPath = fc
  .array(fc.constantFrom('a', 'b', '.', 'ab', '/', '/', '-'), { minLength: 1, maxLength: 9 })
  .map((pieces) => pieces.join(''))
  .filter((path) =>
    path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..'),
  );

test('what matches, formats back; what formats, matches back', () => {
  fc.assert(
    fc.property(anyPattern, anyPath, (compiled, text) => {
      const key = compiled.match(text);
      if (key !== undefined) expect(compiled.format(key)).toBe(text);
      const path = compiled.format(text);
      if (path !== undefined) {
        expect(compiled.match(path)).toBe(text);
        expect(compiled.values(text)).toHaveLength(compiled.fields.length);
        expect(compiled.refusal(path)).toBeUndefined();
      }
    }),
    { numRuns: 3000 },
  );
});

test('overlap agrees with trying every short path', () => {
  // Every field needs one character, so two patterns of up to four pieces that overlap do so in a short path.
  const alphabet = ['a', 'b', '.', '/'];
  const paths: string[] = [];
  let layer = [''];
  for (let length = 1; length <= 7; length++) {
    layer = layer.flatMap((start) => alphabet.map((letter) => start + letter));
    paths.push(...layer);
  }
  const valid = paths.filter((path) => {
    const below = path.replace(/^(?:\/|(?:\.\.\/)+)/, '');
    return below.split('/').every((segment) => !['', '.', '..'].includes(segment));
  });
  const small = fc
    .array(fc.constantFrom('a', 'b', '.', '*', '**', '/'), { minLength: 1, maxLength: 4 })
    .map((pieces) => compilePattern(pieces.join('')))
    .filter((compiled) => compiled.ok)
    .map((compiled) => compiled.value);
  fc.assert(
    fc.property(small, small, (a, b) => {
      const both = valid.find((path) => a.match(path) !== undefined && b.match(path) !== undefined);
      expect({ a: a.text, b: b.text, overlap: patternsOverlap(a, b) }).toEqual({
        a: a.text,
        b: b.text,
        overlap: both !== undefined,
      });
    }),
    { numRuns: 300 },
  );
});
