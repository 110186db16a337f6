// A program in steps that is killed with -9 again and again, and goes on from its files: what its steps did is counted.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('programs/proofreading.ts', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'pipe-kill-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Run {
  readonly signal: string | null;
  readonly output: string;
}
function run(directory: string, ...args: readonly string[]): Run {
  const { signal, stdout, stderr, status } = spawnSync(process.execPath, [program, directory, ...args], {
    encoding: 'utf8',
  });
  if (signal === null && status !== 0) throw new Error(stderr);
  return { signal, output: stdout };
}
const effects = (directory: string): readonly string[] =>
  readFileSync(join(directory, 'effects.log'), 'utf8').trim().split('\n');
const once = ['open', ...[0, 1, 2].flatMap((n) => [`read ${n}`, `page ${n}`, `turn ${n}`]), 'sum'];

test('killed after every single write, every step and every child is done exactly once', () => {
  const directory = mkdtempSync(join(root, 'after-'));
  let killed = 0;
  let last = run(directory, 'after', '1');
  while (last.signal === 'SIGKILL' && killed < 100) {
    killed++;
    last = run(directory, 'after', '1');
  }
  expect(last).toEqual({ signal: null, output: '{"words":30}' });
  // A step that launches a child is still running when the child is first written: only such a step runs again, and it
  // finds the child that it had launched.
  const done = effects(directory);
  expect(done.filter((each, index) => !each.startsWith('read') || done.indexOf(each) === index)).toEqual(
    once,
  );
  expect(killed).toBeGreaterThan(20);
});

test('killed before a write, only the step that it belongs to is done again', () => {
  const directory = mkdtempSync(join(root, 'before-'));
  let killed = 0;
  let last = run(directory, 'before', '3');
  while (last.signal === 'SIGKILL' && killed < 100) {
    killed++;
    last = run(directory, 'before', '3');
  }
  expect(last.output).toBe('{"words":30}');
  const done = effects(directory);
  expect([...new Set(done)]).toEqual(once);
  expect(done.length - once.length).toBeLessThanOrEqual(killed);
  expect(killed).toBeGreaterThan(5);
});
