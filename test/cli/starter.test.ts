import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as engine from '../../engine/index.ts';
import { drive } from './drive.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipe-starter-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Times differ from run to run. */
async function pipe(line: string) {
  const env = { PATH: process.env['PATH']! };
  const { code, stdout, stderr } = await drive(line, {}, { cwd: folder, env, engine });
  return { code, stdout: stdout.replaceAll(/\b[\d.]+m?s\b/g, 'TIME'), stderr };
}

test('from nothing to a finished build, by the steps that init prints', async () => {
  expect(await pipe('init')).toMatchObject({ code: 0 });
  expect(await pipe('check')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^valid: .*: 2 tasks/),
  });
  expect(await pipe('build -j1')).toEqual({
    code: 0,
    stdout:
      'count/emma  TIME\ncount/middlemarch  TIME\ncount/moby-dick  TIME\ntotal  TIME\ndone in TIME: 4 ran\n',
    stderr: '',
  });
  expect(readFileSync(join(folder, 'build/total.txt'), 'utf8')).toBe('100\n');
  expect(await pipe('build')).toMatchObject({ code: 0, stdout: 'nothing to do in TIME: 4 up to date\n' });

  appendFileSync(join(folder, 'books/emma.txt'), 'A word.\n');
  expect((await pipe('why count/emma')).stdout).toMatch(
    /^count\/emma would run\n {2}input book changed: books\/emma.txt\n/,
  );
  expect((await pipe('plan')).stdout).toContain('1 job would run, 1 may run (?), 2 up to date\n');
  expect((await pipe('build -v')).stdout).toBe(
    [
      'count/emma  TIME because: input book changed: books/emma.txt',
      'total  TIME because: input counts changed: build/counts/emma.txt',
      'done in TIME: 2 ran, 2 up to date',
      '',
    ].join('\n'),
  );
  expect((await pipe('status')).stdout).toMatch(/^count +3 +3 +0 +0 +0 +0$/m);
  expect((await pipe('clean')).stdout).toMatch(/removed 4 files\n$/);
});

test('every line of --reporter json is what the schema says', async () => {
  await pipe('init');
  await pipe('build');
  const schema = JSON.parse((await pipe('schema event')).stdout) as object;
  const validate = new Ajv2020({ strict: false }).compile(schema);
  appendFileSync(join(folder, 'books/emma.txt'), 'Another word.\n');
  const lines = (await pipe('build --reporter json --dry-run')).stdout.trimEnd().split('\n');
  lines.push(...(await pipe('build --reporter json')).stdout.trimEnd().split('\n'));
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    validate(JSON.parse(line));
    expect([line, validate.errors]).toEqual([line, null]);
  }
});

test('a fault is shown with its place', async () => {
  await pipe('init');
  appendFileSync(join(folder, 'pipeline.yaml'), 'tsks: {}\n');
  const { code, stderr } = await pipe('check');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^pipeline\.yaml:\d+:1: error: /);
  expect(stderr).toContain('| tsks: {}\n');
});
