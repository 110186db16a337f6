import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { BuildOptions, EngineEvent } from '../../engine/index.ts';
import { drive } from './drive.ts';
import { counts, summary } from './fake-session.ts';

const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';
const time = 0;
const emma = { task: 'count', key: 'emma' };
const started: EngineEvent = { type: 'job-start', time, job: emma, attempt: 1, reason: { type: 'forced' } };
const terminal = { terminal: true, env: { NO_COLOR: '1', TERM: 'xterm' } };

/** Emits a job's start and ends when the rows were looked at so often. */
function buildSeen(looks: number, end = summary(), more: readonly EngineEvent[] = []) {
  const seen = Promise.withResolvers<void>();
  let left = looks;
  return {
    progress: () => {
      if (--left <= 0) seen.resolve();
      return {
        tasks: [counts('count', { total: 3, succeeded: 1, running: 1, waiting: 1 })],
        running: [{ job: emma, since: 0 }],
      };
    },
    build: async ({ onEvent }: BuildOptions) => {
      for (const event of [started, ...more]) onEvent(event);
      await seen.promise;
      return end;
    },
  };
}

test('rows are drawn while it runs and give way to the summary', async () => {
  const { code, stdout } = await drive('build', buildSeen(3), terminal);
  expect(code).toBe(0);
  expect(stripVTControlCharacters(stdout)).toContain('count  ━━━━━━──────────────  1/3  emma');
  // The cursor is hidden and shown again, and what follows the last erasure is the summary alone.
  expect(stdout.indexOf(hideCursor)).toBeLessThan(stdout.indexOf(showCursor));
  expect(stripVTControlCharacters(stdout).trimEnd().split('\n').at(-1)).toMatch(
    /done in 1.2s: 3 ran, 1 up to date$/,
  );
});

test('a build with nothing to do draws no row', async () => {
  const idle = summary({ durationMs: 4, tasks: [counts('count', { total: 1, upToDate: 1 })] });
  const { stdout } = await drive('build', { build: () => idle }, terminal);
  expect(stdout).toBe('nothing to do in 4ms: 1 up to date\n');
});

test('failures and warnings come with the summary', async () => {
  const failure = { type: 'missing-output', link: 'count', path: 'build/counts/emma.txt' } as const;
  const events: readonly EngineEvent[] = [
    { type: 'warning', time, code: 'odd', message: 'books/odd\u2026 is no key' },
    {
      type: 'job-end',
      time,
      job: emma,
      attempt: 1,
      outcome: 'failed',
      durationMs: 1,
      changed: false,
      failure,
    },
  ];
  const end = summary({ outcome: 'failed', failures: [{ job: emma, failure, blocks: 0 }] });
  const { code, stdout } = await drive('build', buildSeen(3, end, events), terminal);
  expect(code).toBe(1);
  const text = stripVTControlCharacters(stdout);
  expect(text).toContain('last failure: count/emma did not make its output count: build/counts/em');
  expect(text).toMatch(
    /warning: .*\nFAILED count\/emma did not make .*\nfailed after 1.2s: 3 ran, 1 up to date\n$/,
  );
});

test('a bug while drawing gives the terminal back and is told', async () => {
  const broken = buildSeen(1);
  const progress = () => {
    broken.progress();
    throw new TypeError('no such row');
  };
  const { code, stdout, stderr } = await drive('build', { ...broken, progress }, terminal);
  expect(code).toBe(3);
  expect(stderr).toContain('this is a bug in pipe: no such row');
  expect(stdout).toContain(showCursor);
});
