import { describe, expect, test } from 'vitest';
import { drive } from './drive.ts';
import { counts } from './fake-session.ts';

const emma = { task: 'count', key: 'emma' };

describe('check', () => {
  test('a valid pipeline, with its warnings', async () => {
    const warnings = [
      { code: 'odd', severity: 'warning', message: 'nothing matches books/{key}.txt' },
    ] as const;
    expect(await drive('check', { warnings })).toEqual({
      code: 0,
      stdout: 'valid: books: 2 tasks, 4 repositories, 1 warning\n',
      stderr: 'warning: nothing matches books/{key}.txt\n',
    });
  });

  test('--json', async () => {
    const faults = [{ code: 'unknown-key', severity: 'error', message: 'unknown key "tsks"' }] as const;
    const { code, stdout } = await drive('check --json', { faults });
    expect([code, JSON.parse(stdout)]).toEqual([2, { valid: false, diagnostics: faults }]);
  });
});

test('status: aligned columns, failures and strays', async () => {
  const status = {
    pipeline: 'books',
    strays: ['build/counts/notes.txt'],
    tasks: [
      {
        ...counts('count', { total: 12, upToDate: 10, failed: 1 }),
        outdated: 2,
        lastFailed: [{ job: emma, message: 'exited with status 3', log: '.pipe/logs/emma.log' }],
      },
      { ...counts('total', { total: 1, blocked: 1 }), outdated: 0, lastFailed: [] },
    ],
  };
  expect((await drive('status', { status })).stdout).toBe(
    [
      'task   jobs  up to date  outdated  failed  blocked  not ready',
      'count    12          10         2       1        0          0',
      'total     1           0         0       0        1          0',
      '         13          10         2       1        1          0',
      'failed count/emma exited with status 3 (.pipe/logs/emma.log)',
      '1 stray, not made by pipe:',
      '  build/counts/notes.txt',
      '',
    ].join('\n'),
  );
  expect(JSON.parse((await drive('status --json', { status })).stdout)).toEqual(status);
});

describe('logs', () => {
  const log = (key: string, text: string) => ({
    job: { task: 'count', key },
    outcome: 'failed',
    startedAt: Date.now() - 60_000,
    durationMs: 85,
    path: `.pipe/logs/${key}.log`,
    text,
  });

  test('of one job as it is', async () => {
    const logs = { ok: true, value: [log('emma', 'no such chapter')] } as const;
    expect(await drive('logs count/emma', { logs })).toEqual({
      code: 0,
      stdout: 'no such chapter\n',
      stderr: '',
    });
  });

  test('of several with headings', async () => {
    const asked: unknown[] = [];
    const logs = { ok: true, value: [log('emma', 'first\n'), log('persuasion', 'second\n')] } as const;
    expect((await drive('logs --failed count', { logs, asked })).stdout).toBe(
      [
        '==> count/emma: failed 1 minute ago, 85ms .pipe/logs/emma.log',
        'first',
        '',
        '==> count/persuasion: failed 1 minute ago, 85ms .pipe/logs/persuasion.log',
        'second',
        '',
      ].join('\n'),
    );
    expect(asked[1]).toEqual({ logs: { targets: ['count'], failedOnly: true } });
  });

  test('jobs that wrote nothing are only counted', async () => {
    const value = [log('emma', ''), log('persuasion', 'second\n'), log('evelina', '')];
    expect(await drive('logs', { logs: { ok: true, value } })).toMatchObject({
      stdout: '==> count/persuasion: failed 1 minute ago, 85ms .pipe/logs/persuasion.log\nsecond\n',
      stderr: '\n2 jobs wrote nothing\n',
    });
    const one = await drive('logs count/emma', { logs: { ok: true, value: [log('emma', '')] } });
    expect(one).toMatchObject({ stdout: '', stderr: '1 job wrote nothing\n' });
  });

  test.each([
    ['logs', 'no run is remembered\n'],
    ['logs --failed', 'no job failed\n'],
  ])('%s when there is none', async (line, stderr) => {
    expect(await drive(line, { logs: { ok: true, value: [] } })).toEqual({ code: 0, stdout: '', stderr });
  });
});

describe('clean', () => {
  const removed = Array.from({ length: 25 }, (_, index) => `build/counts/novel-${index}.txt`);

  test('says what went, and what stayed and why', async () => {
    const asked: unknown[] = [];
    const clean = { ok: true, value: { removed, kept: ['build/total.txt'] } } as const;
    const { stdout } = await drive('clean --orphans', { clean, asked });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(23);
    expect(lines.slice(-3)).toEqual([
      'and 5 more',
      'kept build/total.txt, which was changed since pipe made it',
      'removed 25 files',
    ]);
    expect(asked[1]).toMatchObject({ clean: { targets: [], dryRun: false, orphans: true } });
  });

  test('--dry-run lists all', async () => {
    const { stdout } = await drive('clean -n', { clean: { ok: true, value: { removed, kept: [] } } });
    expect(stdout.trimEnd().split('\n')).toHaveLength(26);
    expect(stdout).toMatch(/would remove 25 files\n$/);
  });

  test('nothing to remove', async () => {
    const { stdout } = await drive('clean', { clean: { ok: true, value: { removed: [], kept: [] } } });
    expect(stdout).toBe('nothing to remove\n');
  });
});

test.each(['pipeline', 'recipe', ''])('schema %s prints a JSON Schema', async (name) => {
  const { code, stdout } = await drive(`schema ${name}`);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
});
