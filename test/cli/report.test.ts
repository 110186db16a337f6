import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuildOptions, BuildSummary, EngineEvent, JobFailure } from '../../engine/index.ts';
import { resolveReporter } from '../../cli/report/reporter.ts';
import { drive } from './drive.ts';
import { booksPlan, counts, summary } from './fake-session.ts';

let shelf: string;
beforeAll(() => {
  shelf = mkdtempSync(join(tmpdir(), 'pipe-report-'));
  mkdirSync(join(shelf, '.pipe/logs'), { recursive: true });
  const pages = Array.from({ length: 30 }, (_, page) => `page ${page + 1}`);
  writeFileSync(join(shelf, '.pipe/logs/long.log'), `${pages.join('\n')}\n`);
  writeFileSync(join(shelf, '.pipe/logs/short.log'), '10%\r50%\r100%\n\u001b[31mno such chapter\u001b[0m\n');
});
afterAll(() => rmSync(shelf, { recursive: true, force: true }));

const time = 1_700_000_000_000;
const emma = { task: 'count', key: 'emma' };
const persuasion = { task: 'count', key: 'persuasion' };
const total = { task: 'total', key: '' };
const exit3: JobFailure = { type: 'exit', status: 3, name: 'NO_TEXT', message: 'the book has no text' };

function play(events: readonly EngineEvent[], end: BuildSummary = summary()) {
  return {
    plan: { ...booksPlan(), root: shelf },
    build: ({ onEvent }: BuildOptions) => {
      for (const event of events) onEvent(event);
      return end;
    },
  };
}

const succeeded: readonly EngineEvent[] = [
  { type: 'build-start', time, pipeline: 'books', targets: [], dryRun: false, slots: 2 },
  { type: 'job-start', time, job: emma, attempt: 1, reason: { type: 'never-built' } },
  { type: 'job-end', time, job: emma, attempt: 1, outcome: 'succeeded', durationMs: 85, changed: true },
  {
    type: 'job-start',
    time,
    job: persuasion,
    attempt: 1,
    reason: {
      type: 'input-changed',
      link: 'book',
      key: 'persuasion',
      path: 'books/persuasion.txt',
      before: 'a',
      after: 'b',
    },
  },
  {
    type: 'job-end',
    time,
    job: persuasion,
    attempt: 1,
    outcome: 'succeeded',
    durationMs: 1200,
    changed: false,
  },
  { type: 'job-start', time, job: total, attempt: 1, reason: { type: 'forced' } },
  { type: 'job-end', time, job: total, attempt: 1, outcome: 'succeeded', durationMs: 65_000, changed: true },
];

describe('plain', () => {
  test('a line for every job that ended, and a summary', async () => {
    const { code, stdout, stderr } = await drive('build', play(succeeded));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        'count/emma  85ms',
        'count/persuasion  1.2s unchanged',
        'total  1m 05s',
        'done in 1.2s: 3 ran, 1 up to date',
        '',
      ].join('\n'),
    );
  });

  test('-v says why each ran', async () => {
    const { stdout } = await drive('build -v', play(succeeded));
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'count/emma  85ms because: never built',
      'count/persuasion  1.2s unchanged because: input book changed: books/persuasion.txt',
      'total  1m 05s because: forced by --force',
    ]);
  });

  test('nothing to do', async () => {
    const idle = summary({ durationMs: 40, tasks: [counts('count', { total: 3, upToDate: 3 })] });
    const { code, stdout } = await drive('build', play([], idle));
    expect([code, stdout]).toEqual([0, 'nothing to do in 40ms: 3 up to date\n']);
  });

  const failed = (log: string): EngineEvent => ({
    type: 'job-end',
    time,
    job: emma,
    attempt: 2,
    outcome: 'failed',
    durationMs: 10,
    changed: false,
    failure: exit3,
    log,
  });
  const failedSummary = summary({
    outcome: 'failed',
    tasks: [
      counts('count', { total: 2, failed: 1, succeeded: 1 }),
      counts('total', { total: 1, blocked: 1 }),
    ],
    failures: [{ job: emma, failure: exit3, log: '.pipe/logs/short.log', blocks: 1 }],
  });

  test('a failure shows its log without what moves the cursor', async () => {
    const retry = { ...failed('.pipe/logs/short.log'), attempt: 1, outcome: 'retry' } as EngineEvent;
    const { code, stdout } = await drive(
      'build',
      play([retry, failed('.pipe/logs/short.log')], failedSummary),
    );
    expect(code).toBe(1);
    expect(stdout).toBe(
      [
        'retry count/emma  10ms attempt 1 exited with NO_TEXT (3): the book has no text',
        'FAILED count/emma  10ms exited with NO_TEXT (3): the book has no text',
        '    100%',
        '    no such chapter',
        '    .pipe/logs/short.log: pipe logs count/emma',
        'failed after 1.2s: 1 ran, 1 failed, 1 blocked',
        '',
      ].join('\n'),
    );
  });

  test('a failure without an end of its own is told at the end, also when it is the only one', async () => {
    const failure = {
      type: 'system',
      code: 'invalid',
      message: 'books/emma.yaml:1:7: /title must be string',
    } as const;
    const broken = summary({
      outcome: 'failed',
      tasks: [counts('count', { total: 1, failed: 1 })],
      failures: [{ job: emma, failure, blocks: 0 }],
    });
    const { stdout } = await drive('build', play([], broken));
    expect(stdout).toBe(
      'FAILED count/emma books/emma.yaml:1:7: /title must be string\nfailed after 1.2s: 1 failed\n',
    );
    expect((await drive('plan', { build: () => broken })).stdout).toBe(stdout);
  });

  test('of a long log only the last twenty lines', async () => {
    const { stdout } = await drive('build', play([failed('.pipe/logs/long.log')], failedSummary));
    const lines = stdout.split('\n');
    expect(lines.slice(1, 3)).toEqual(['    …', '    page 11']);
    expect(lines[21]).toBe('    page 30');
  });

  test('a log that is gone is still named', async () => {
    const { stdout } = await drive('build', play([failed('.pipe/logs/gone.log')], failedSummary));
    expect(stdout).toContain('    .pipe/logs/gone.log: pipe logs count/emma\n');
  });

  test('many failures are not listed to the end', async () => {
    const failures = Array.from({ length: 25 }, (_, index) => ({
      job: { task: 'count', key: `novel-${index}` },
      failure: exit3,
      blocks: 0,
    }));
    const { stdout } = await drive('build', play([], summary({ outcome: 'failed', failures })));
    expect(stdout.match(/FAILED/g)).toHaveLength(10);
    expect(stdout).toContain('and 15 more: pipe logs --failed\n');
  });

  test('warnings, removals and jobs that are not ready', async () => {
    const events: readonly EngineEvent[] = [
      { type: 'waiting-for-lock', time, holder: 'process 41 on desk (pipe build)' },
      {
        type: 'warning',
        time,
        code: 'kept',
        message: 'build/counts/emma.txt was changed by hand',
        job: emma,
      },
      { type: 'pruned', time, job: persuasion, paths: ['build/counts/persuasion.txt'] },
    ];
    const end = summary({
      tasks: [counts('count', { total: 9, upToDate: 1, notReady: 8 })],
      pruned: 1,
      warnings: 1,
      notReady: [{ job: emma, link: 'author', detail: 'there is no member austen' }],
    });
    const { stdout } = await drive('build', play(events, end));
    expect(stdout).toBe(
      [
        'waiting for process 41 on desk (pipe build) to finish',
        'warning: build/counts/emma.txt was changed by hand (count/emma)',
        'removed build/counts/persuasion.txt',
        'not ready count/emma: link author: there is no member austen',
        'and 7 more that are not ready',
        'done in 1.2s: 1 up to date, 8 not ready, 1 removed with their inputs, 1 warning',
        '',
      ].join('\n'),
    );
  });

  test('a build that could not start says why, and what to do', async () => {
    const end = summary({
      outcome: 'refused',
      refusal: {
        type: 'build-failure',
        code: 'source-gone',
        message: 'books had 3 members and is gone',
        hint: 'pass --accept-empty',
      },
    });
    expect(await drive('build', play([], end))).toMatchObject({
      code: 2,
      stdout: 'error: books had 3 members and is gone\n  hint: pass --accept-empty\n',
    });
  });
});

test('json: every event as one line', async () => {
  const { code, stdout } = await drive('build --reporter json', play(succeeded));
  expect(code).toBe(0);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual(succeeded);
});

describe('which reporter', () => {
  const terminal = { isTTY: true, write: () => undefined };
  const pipe = { isTTY: false, write: () => undefined };
  test.each([
    ['auto', terminal, {}, 'listr'],
    ['auto', terminal, { CI: 'true' }, 'plain'],
    ['auto', terminal, { TERM: 'dumb' }, 'plain'],
    ['auto', terminal, { NO_COLOR: '1' }, 'listr'],
    ['auto', pipe, {}, 'plain'],
    ['listr', pipe, {}, 'plain'],
    ['listr', terminal, { CI: 'true' }, 'listr'],
    ['plain', terminal, {}, 'plain'],
    ['json', terminal, {}, 'json'],
  ] as const)('%s with %j, %j is %s', (name, out, env, kind) => {
    expect(resolveReporter(name, out, env)).toBe(kind);
  });
});
