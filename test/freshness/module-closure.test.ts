// The closure of modules in real folders: which files belong to it, and what changes its digest.
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moduleClosure } from '../../engine/freshness/module-closure.ts';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'pipe-closure-')));
});

afterEach(() => rmSync(root, { recursive: true }));

describe('the files', () => {
  test('are the module and all that it imports by path, through cycles', () => {
    write({
      'tasks/press.ts': `import { ink } from './ink.ts'; import type { Paper } from './paper.ts';`,
      'tasks/ink.ts': `export * from '../lib/colour.js'; import './press.ts';`,
      'lib/colour.js': `import names from './names.json' with { type: 'json' }; const more = await import('./more.mjs');`,
      'lib/names.json': `{ "import": "./no.ts" }`,
      'lib/more.mjs': `import 'node:fs'; import 'fs';`,
      'tasks/paper.ts': '',
    });
    expect(filesOf('tasks/press.ts')).toEqual([
      'lib/colour.js',
      'lib/more.mjs',
      'lib/names.json',
      'tasks/ink.ts',
      'tasks/press.ts',
    ]);
  });

  test('are found without their extension, as a folder, by a URL and with a query', () => {
    write({
      'press.cjs': `require('./ink'); require('./lib'); require('./a%20b.js?raw'); require('file://${root}/far.js')`,
      'ink.js': '',
      'lib/index.js': `require('..')`,
      'index.json': '{}',
      'a b.js': '',
      'far.js': '',
    });
    expect(filesOf('press.cjs')).toEqual([
      'a b.js',
      'far.js',
      'index.json',
      'ink.js',
      'lib/index.js',
      'press.cjs',
    ]);
  });

  test('are those that links lead to', () => {
    write({ 'real/press.ts': `import './ink.ts'`, 'real/ink.ts': '' });
    symlinkSync('real/press.ts', join(root, 'press.ts'));
    expect(filesOf('press.ts')).toEqual(['real/ink.ts', 'real/press.ts']);
  });

  test('include the package.json of packages and of #names', () => {
    write({
      'package.json': `{ "imports": { "#ink": "./lib/ink.js" } }`,
      'press.js': `import '#ink'; import 'paper/thick'; import '@mill/rag';`,
      'lib/ink.js': '',
      'node_modules/paper/package.json': `{ "version": "1.0.0" }`,
      'node_modules/@mill/rag/package.json': `{ "version": "2.0.0" }`,
    });
    expect(filesOf('press.js')).toEqual([
      'lib/ink.js',
      'node_modules/@mill/rag/package.json',
      'node_modules/paper/package.json',
      'package.json',
      'press.js',
    ]);
  });

  test('that were looked for in vain are named', () => {
    write({ 'press.ts': `try { await import('./ink') } catch {}` });
    expect(closureOf('press.ts').absent.map((path) => relative(root, path))).toContain('ink.ts');
  });
});

describe('the digest', () => {
  const press = {
    'press.ts': `import './ink.ts'; import 'paper'; import type { A } from './types.ts'; import('./maybe.ts');`,
    'ink.ts': 'export const ink = 1;',
    'types.ts': 'export type A = 1;',
    'node_modules/paper/package.json': `{ "version": "1.0.0" }`,
  };

  test.each([
    ['the module', { 'press.ts': `${press['press.ts']} // more` }],
    ['an import', { 'ink.ts': 'export const ink = 2;' }],
    ["a package's version", { 'node_modules/paper/package.json': `{ "version": "1.0.1" }` }],
    ['an import that was missing', { 'maybe.ts': '' }],
  ])('changes with %s', (_, change) => {
    write(press);
    const before = closureOf('press.ts').digest;
    write(change);
    expect(closureOf('press.ts').digest).not.toBe(before);
  });

  test.each([
    ['a type import', { 'types.ts': 'export type A = 2;' }],
    [
      'the rest of a package.json',
      { 'node_modules/paper/package.json': `{ "version": "1.0.0", "main": "x" }` },
    ],
    ['a file beside', { 'pulp.ts': '' }],
  ])('does not change with %s', (_, change) => {
    write(press);
    const before = closureOf('press.ts').digest;
    write(change);
    expect(closureOf('press.ts').digest).toBe(before);
  });

  test('stays when all is moved', () => {
    write(Object.fromEntries(Object.entries(press).map(([path, text]) => [`here/${path}`, text])));
    const before = closureOf('here/press.ts').digest;
    renameSync(join(root, 'here'), join(root, 'there'));
    expect(closureOf('there/press.ts').digest).toBe(before);
  });
});

test.each([
  ['is not there', 'gone.ts'],
  ['is a folder', 'folder'],
])('a module that %s is a failure', (_, name) => {
  mkdirSync(join(root, 'folder'));
  const path = join(root, name);
  expect(moduleClosure(path)).toEqual({
    ok: false,
    error: { type: 'module', code: 'missing-module', message: `there is no module ${path}`, path },
  });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

function closureOf(name: string) {
  const closure = moduleClosure(join(root, name));
  if (!closure.ok) throw new Error(closure.error.message);
  return closure.value;
}

function filesOf(name: string): readonly string[] {
  return closureOf(name).files.map((path) => relative(root, path));
}
