// The benchmark in a reduced run: that it makes its projects, that pipe and the peers that are installed do the work that
// it says, and that what comes out can be printed. Looks at counts only; whatever takes its time may take it.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { Results } from '../../bench/results.ts';
import { checkout } from '../rig.ts';

const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(checkout, 'bench/main.ts'), ...args], { cwd: checkout });

test('counts the same jobs for every tool that is there, and writes results, table and chart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-bench-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const own = ['--pipe', join(checkout, 'cli/bin.mjs'), '--results', folder];
  await bench('edit', 'comment', '--reduced', ...own);
  const read = (name: string) =>
    JSON.parse(readFileSync(join(folder, `speed-${name}.json`), 'utf8')) as Results;
  expect(read('edit').rows.map(({ jobs }) => jobs)).toEqual([2]);
  expect(read('comment').rows.map(({ jobs }) => jobs)).toEqual([1]);
  expect(read('edit').rows[0]!.pipe.values).toHaveLength(1);
  expect(read('edit')).toMatchObject({ reduced: true, installed: false });

  const page = join(folder, 'page.md');
  const marks = ['<!-- results: npm run bench -- --report -->', '<!-- end of results -->'];
  writeFileSync(page, `before\n${marks.join('\n')}\nafter\n`);
  await bench('--report', '--page', page, ...own);
  const text = readFileSync(page, 'utf8');
  expect(text).toMatch(/^before\n[^]*\| one byte changed in one of 500, with joins of 100 \|[^]*\nafter\n$/);
  expect(text).toContain('exactly one job');
  expect(readFileSync(join(folder, 'speed.svg'), 'utf8')).toContain('</svg>');
}, 600_000);

test('has tools watch, edits under them, and ends them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-bench-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const own = ['--pipe', join(checkout, 'cli/bin.mjs'), '--results', folder];
  await bench('watch-edit', 'watch-storm', 'watch-start', 'watch-build', '--reduced', ...own);
  const rowsOf = (name: string) =>
    (JSON.parse(readFileSync(join(folder, `speed-watch-${name}.json`), 'utf8')) as Results).rows;
  expect(rowsOf('edit').map(({ jobs }) => jobs)).toEqual([2]);
  expect(rowsOf('build').map(({ jobs }) => jobs)).toEqual([0]);
  // How many builds there are depends on how long the machine lets the writer stand.
  expect(rowsOf('storm').map(({ pipe }) => pipe.values.length)).toEqual([1, 1]);
  expect(rowsOf('start').map(({ peers }) => peers.map(({ tool }) => tool))).toEqual(
    Array.from({ length: 5 }, () => ['chokidar']),
  );
}, 600_000);

test('names the workloads that there are when one is unknown', async () => {
  await expect(bench('sorting')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^no workload sorting\n[^]*nothing-10000/),
  });
});
