// What is loaded together becomes one file, in which each module is there once, also for the chunks around it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkout } from '../rig.ts';

const folder = mkdtempSync(join(tmpdir(), 'pipe-together-'));
const out = join(folder, 'out');

/** A program with a part that is asked for late and often, one that is asked for seldom, and a worker. */
const SOURCES: Readonly<Record<string, string>> = {
  main: `import { Fault } from './fault.ts';
import { count } from './count.ts';
export async function main(isSeldom: boolean) {
  count('main');
  const { often } = await import('./often.ts');
  try { often(); } catch (error) { console.log(error instanceof Fault, count('caught')); }
  if (isSeldom) (await import('./seldom.ts')).default();
}`,
  often: `import { Fault } from './fault.ts';
import { count } from './count.ts';
import { join } from 'node:path';
export function often() { count('often'); throw new Fault(join('a', 'b')); }`,
  seldom: `import { Fault } from './fault.ts';
import { count as counted } from './count.ts';
import { often } from './often.ts';
export default () => { try { often(); } catch (error) { console.log(error instanceof Fault, error.message, counted('seldom')); } };`,
  worker: `import { count } from './count.ts';
console.log('worker', count('worker'));`,
  index: `export { often } from './often.ts';
export { Fault } from './fault.ts';`,
  fault: 'export class Fault extends Error {}',
  count: 'const seen: string[] = [];\nexport const count = (name: string) => seen.push(name);',
};

beforeAll(() => {
  mkdirSync(join(folder, 'src'));
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, `src/${name}.ts`), text);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const made = bundle(out, ['main', 'worker', 'index'], ['src/main.ts', './src/often.ts']);
  expect(made).toMatchObject({ status: 0, stderr: '' });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function bundle(to: string, entries: readonly string[], together: readonly string[]) {
  const named = entries.map((name) => `${name}=src/${name.replace('/', '')}.ts`);
  const words = [to, join(folder, 'read.d'), 'node24', 'bundled', 'calls', ...named, '--', '--', '--'];
  const script = join(checkout, 'recipes/bundle/bundle.mjs');
  return spawnSync(process.execPath, [script, ...words, ...together], { cwd: folder, encoding: 'utf8' });
}

function run(program: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: out,
    encoding: 'utf8',
  });
}

const textOf = (name: string): string => readFileSync(join(out, name), 'utf8');

test('one file has what is loaded together, and another what other entries load of it', () => {
  expect(readdirSync(out).filter((name) => !/^seldom-\w+\.mjs$/.test(name))).toEqual([
    'index.mjs',
    'main.mjs',
    'together-shared.mjs',
    'together.mjs',
    'worker.mjs',
  ]);
  expect(textOf('together.mjs')).toMatch(/class\s+extends Error|class Fault /);
  expect(textOf('together-shared.mjs')).toContain('seen');
  expect(textOf('worker.mjs')).not.toContain('"./together.mjs"');
});

test('classes are the same and states are kept once, in the file and in chunks around it', () => {
  expect(run("import { main } from './main.mjs'; await main(false)")).toBe('true 3\n');
  expect(run("import { main } from './main.mjs'; await main(true)")).toBe('true 3\ntrue a/b 5\n');
  expect(run("import './worker.mjs'")).toBe('worker 1\n');
});

test('an entry that imports it hands on what it exports', () => {
  const program =
    "import { often, Fault } from './index.mjs'; try { often(); } catch (error) { console.log(error instanceof Fault); }";
  expect(run(program)).toBe('true\n');
});

test('what has no file of its own cannot be put together, nor can what lies in folders below', () => {
  const absent = bundle(join(folder, 'absent'), ['main'], ['src/fault.ts']);
  expect(absent.status).toBe(1);
  expect(absent.stderr).toContain('src/fault.ts cannot be put together with others');
  const below = bundle(join(folder, 'below'), ['main', '/worker'], ['src/main.ts']);
  expect(below.status).toBe(1);
  expect(below.stderr).toContain('no name may have a /');
});
