import { describe, expect, test } from 'vitest';
import type { BuildOptions, EngineEvent, Reason, Verdict } from '../../engine/index.ts';
import { drive } from './drive.ts';
import { counts, summary } from './fake-session.ts';

const emma = { task: 'count', key: 'emma' };
const changed: Reason = {
  type: 'input-changed',
  link: 'book',
  key: 'emma',
  path: 'books/emma.txt',
  before: 'Nq1',
  after: 'zX8',
};

describe('plan', () => {
  const planned = (task: string, key: string, certain: boolean, reason: Reason): EngineEvent => ({
    type: 'job-planned',
    time: 0,
    job: { task, key },
    reasons: [reason],
    certain,
  });
  const upstream: Reason = { type: 'upstream', link: 'counts', key: 'emma', job: 'count/emma' };
  const script = (events: readonly EngineEvent[], asked: unknown[] = []) => ({
    asked,
    build: ({ onEvent }: BuildOptions) => {
      for (const event of events) onEvent(event);
      return summary({ tasks: [counts('count', { total: 5, upToDate: 3 })] });
    },
  });
  const events = [
    planned('count', 'emma', true, changed),
    planned('count', 'persuasion', true, { type: 'never-built' }),
    planned('total', '', false, upstream),
  ];

  test.each(['plan', 'build --dry-run', 'build -n'])('%s', async (line) => {
    const asked: unknown[] = [];
    const { code, stdout } = await drive(line, script(events, asked));
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'count  2 jobs would run',
        '    count/emma        input book changed: books/emma.txt',
        '    count/persuasion  never built',
        'total  1 job may run (?)',
        ' ?  total  count/emma runs before it and may change input counts',
        '2 jobs would run, 1 may run (?), 3 up to date',
        '',
      ].join('\n'),
    );
    expect(asked[1]).toMatchObject({ build: { dryRun: true, force: false, targets: [] } });
  });

  test('a long plan is cut, and --all is not', async () => {
    const many = Array.from({ length: 50 }, (_, index) => planned('count', `novel-${index}`, true, changed));
    const cut = await drive('plan', script(many));
    expect(cut.stdout.split('\n')).toHaveLength(24);
    expect(cut.stdout).toContain('   and 30 more (pipe plan --all shows them)\n');
    expect((await drive('plan --all', script(many))).stdout.split('\n')).toHaveLength(53);
  });

  test('nothing to do', async () => {
    expect((await drive('plan', script([]))).stdout).toBe('nothing to do: 3 up to date\n');
  });

  test('jobs by key, each with the reason that makes it certain; what would go; what lacks an input', async () => {
    const notReady = {
      job: { task: 'shelf', key: 'emma' },
      link: 'author',
      detail: 'authors austen is not there',
    };
    const { stdout } = await drive('plan', {
      build: ({ onEvent }: BuildOptions) => {
        onEvent({ ...planned('total', 'z', true, upstream), reasons: [upstream, changed] } as EngineEvent);
        onEvent(planned('total', 'a', true, { type: 'never-built' }));
        const paths = Array.from({ length: 12 }, (_, index) => `build/counts/novel-${index}.txt`);
        onEvent({ type: 'pruned', time: 0, job: { task: 'count', key: 'novel' }, paths });
        return summary({ tasks: [counts('shelf', { total: 1, notReady: 1 })], notReady: [notReady] });
      },
    });
    expect(stdout.replaceAll(/would remove build.*\n/g, '-')).toBe(
      [
        'total  2 jobs would run',
        '    total/a  never built',
        '    total/z  input book changed: books/emma.txt',
        '----------and 2 more (pipe plan --all shows them)',
        'not ready shelf/emma: link author: authors austen is not there',
        '2 jobs would run, 1 not ready, 12 files to remove',
        '',
      ].join('\n'),
    );
  });

  test('only files to remove', async () => {
    const { stdout } = await drive('plan', {
      build: ({ onEvent }: BuildOptions) => {
        onEvent({ type: 'pruned', time: 0, job: emma, paths: ['build/counts/emma.txt'] });
        return summary({ tasks: [] });
      },
    });
    expect(stdout).toBe('would remove build/counts/emma.txt\nno job would run: 1 file to remove\n');
  });

  test('--json', async () => {
    const { stdout } = await drive('plan --json', script(events));
    expect(JSON.parse(stdout)).toMatchObject({
      jobs: [
        { task: 'count', key: 'emma', certain: true, reasons: [changed] },
        { task: 'count', key: 'persuasion', certain: true },
        { task: 'total', key: '', certain: false, reasons: [upstream] },
      ],
      removed: [],
      summary: { outcome: 'done' },
    });
  });
});

describe('why', () => {
  const recipe: Reason = {
    type: 'definition-changed',
    part: 'command',
    before: 'wc -l\nsort',
    after: 'wc -w',
  };

  test('today with before and after, and the last run', async () => {
    const report = {
      job: emma,
      today: { type: 'run', reasons: [changed, recipe] },
      reasons: [changed, recipe],
      last: {
        outcome: 'succeeded',
        startedAt: Date.now() - 7_300_000,
        durationMs: 1200,
        reason: { type: 'never-built' },
        log: '.pipe/logs/emma.log',
      },
    } as const;
    const { code, stdout } = await drive('why count/emma', { why: { ok: true, value: [report] } });
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'count/emma would run',
        '  input book changed: books/emma.txt',
        '    before Nq1',
        '    after  zX8',
        '  definition changed: command',
        '    before wc -l',
        '           sort',
        '    after  wc -w',
        '  last run: succeeded (2 hours ago, 1.2s), because: never built',
        '  its log: .pipe/logs/emma.log',
        '',
      ].join('\n'),
    );
    const json = await drive('why count/emma --json', { why: { ok: true, value: [report] } });
    expect(JSON.parse(json.stdout)).toEqual([report]);
  });

  const verdicts: readonly (readonly [Verdict, string])[] = [
    [{ type: 'up-to-date' }, 'count/emma is up to date'],
    [{ type: 'run', reasons: [{ type: 'upstream', link: 'a', key: '', job: 'b' }] }, 'count/emma may run'],
    [
      { type: 'run', reasons: [{ type: 'upstream', link: 'a', key: '', job: 'b' }, changed] },
      'count/emma would run',
    ],
    [
      { type: 'not-ready', link: 'author', detail: 'no member austen' },
      'count/emma is not ready: link author: no member austen',
    ],
    [{ type: 'fail', detail: 'books/emma.yaml: no' }, 'count/emma would fail: books/emma.yaml: no'],
    [
      { type: 'blocked', link: 'book', by: 'fetch/emma' },
      'count/emma is blocked: link book waits for fetch/emma',
    ],
    [{ type: 'blocked-by-failure', by: 'fetch/emma' }, 'count/emma is blocked, because fetch/emma failed'],
  ];
  test.each(verdicts)('%j', async (today, first) => {
    const { stdout } = await drive('why count/emma', {
      why: { ok: true, value: [{ job: emma, today, reasons: [] }] },
    });
    expect(stdout).toBe(`${first}\n  no run is remembered\n`);
  });

  test('an unknown job', async () => {
    const error = {
      code: 'unknown-target',
      severity: 'error',
      message: 'there is no job count/ema',
    } as const;
    expect(await drive('why count/ema', { why: { ok: false, error } })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: there is no job count/ema\n',
    });
  });
});
