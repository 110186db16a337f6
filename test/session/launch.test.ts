// launch, and how far a build goes: --once, --launch-only, --timeout.
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';
import { built, library } from './library.ts';
import { say } from './call.ts';

const chain = `
tasks:
  draft:
    inputs: { book: "books/{key}.txt" }
    outputs: { draft: "build/draft/{key}.txt" }
    run: job draft {{ key }}; cp {{ book }} {{ draft }}
  print:
    inputs: { draft: "build/draft/{key}.txt" }
    outputs: { print: "build/print/{key}.txt" }
    run: job print {{ key }}; cp {{ draft }} {{ print }}
`;

function press(pipeline = chain) {
  return project({ 'pipeline.yaml': pipeline, 'books/emma.txt': 'call me\n', 'books/walden.txt': 'pond\n' });
}

describe('launch', () => {
  test('runs just this job', async () => {
    const desk = press();
    expect(await say(desk, 'launch --sync draft emma')).toMatchObject({ code: 0 });
    expect(desk.ran()).toEqual(['draft emma']);
    expect(await say(desk, 'launch --sync print/emma')).toMatchObject({ code: 0 });
    expect(desk.ran()).toEqual(['print emma']);
    expect((await desk.build()).ran).toEqual(['draft walden', 'print walden']);
  });

  test('row 64: an unready job is not launched, with a warning', async () => {
    const desk = press();
    expect(await say(desk, 'launch --sync print emma')).toEqual({
      code: 1,
      out: '',
      error: 'warning: print/emma was not launched: there is no such job\n',
    });
    expect(desk.ran()).toEqual([]);
  });

  test('row 64: --force runs what is up to date, and what a gate holds back', async () => {
    const gated = `
repositories:
  banned: { type: file, path: "banned/{key}.txt" }
tasks:
  draft:
    inputs: { book: "books/{key}.txt" }
    outputs: { draft: "build/draft/{key}.txt" }
    links: { banned: { repository: banned, key: "{key}", inhibits_start: true } }
    run: job draft {{ key }}; cp {{ book }} {{ draft }}
`;
    const desk = press(gated);
    desk.put('banned/emma.txt', '');
    const held = await say(desk, 'launch --sync draft emma');
    expect(held).toMatchObject({ code: 1, error: expect.stringContaining('was not launched') });
    expect(await say(desk, 'launch --sync --force draft emma')).toMatchObject({ code: 0 });
    expect(desk.ran()).toEqual(['draft emma']);
    await say(desk, 'launch --sync draft walden');
    desk.ran();
    expect((await say(desk, 'launch --sync draft walden')).out).toBe(
      'draft/walden is up to date (--force runs it)\n',
    );
    expect(desk.ran()).toEqual([]);
    expect(await say(desk, 'launch --sync --force draft walden')).toMatchObject({ code: 0 });
    expect(desk.ran()).toEqual(['draft walden']);
  });

  test('row 64: --no-record leaves no record and no done, and the next build runs it again', async () => {
    const desk = library();
    expect(await say(desk, 'launch --sync --no-record count-words emma')).toMatchObject({ code: 0 });
    expect(desk.ran()).toEqual(['count-words emma']);
    expect(desk.tree()).toEqual({ 'build/counts/emma.txt': '3\n' });
    expect((JSON.parse((await say(desk, 'status --json')).out) as { strays: unknown }).strays).toEqual([]);
    expect((await desk.build('count-words')).ran).toEqual(['count-words emma', 'count-words walden']);
  });

  test('what others made stands as it is, however old', async () => {
    const desk = press();
    await desk.build();
    desk.put('books/emma.txt', 'call me again\n');
    expect((await say(desk, 'launch --sync print emma')).out).toContain('up to date');
    expect((await desk.build()).ran).toEqual(['draft emma', 'print emma']);
  });

  test('its failure is the exit code; --json', async () => {
    const desk = press(chain.replace('job draft {{ key }};', 'exit 3;'));
    expect(await say(desk, 'launch --sync draft emma')).toMatchObject({ code: 1 });
    const { code, out } = await say(desk, 'launch --sync --json draft emma');
    expect([code, (JSON.parse(out) as { outcome: string }).outcome]).toEqual([1, 'failed']);
    expect(await say(desk, 'launch draf emma')).toMatchObject({
      code: 2,
      error: expect.stringContaining('did you mean draft?'),
    });
  });

  test('a vanished key takes nothing along', async () => {
    const desk = press();
    await desk.build();
    desk.remove('books/emma.txt');
    expect(await say(desk, 'launch --sync draft emma')).toMatchObject({ code: 1 });
    expect(desk.read('build/draft/emma.txt')).toBe('call me\n');
  });

  test('without --sync it runs in the background', async () => {
    const desk = press(chain.replace('cp {{ book }}', 'cat "$GATE" > /dev/null; cp {{ book }}'));
    const gate = desk.gate('gate');
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('"$GATE"', gate.path));
    const done = await desk.pipe('launch', 'draft', 'emma');
    expect(done).toMatchObject({ status: 0, error: '' });
    expect(done.out).toMatch(/^launched draft\/emma in the background \(process \d+\)/);
    await gate.reached();
    gate.open();
    // The build waits for the lock that the background holds.
    expect((await desk.build('draft/emma')).ran).toEqual(['draft emma']);
    expect(await desk.pipe('launch', 'print', 'nobody')).toMatchObject({ status: 1, out: '' });
  });
});

describe('how far a build goes', () => {
  test('row 65: --launch-only starts what is ready, and not what becomes ready later', async () => {
    const desk = press();
    expect(await desk.build('--launch-only')).toMatchObject({
      status: 0,
      ran: ['draft emma', 'draft walden'],
    });
    expect(await desk.build('--launch-only')).toMatchObject({
      status: 0,
      ran: ['print emma', 'print walden'],
    });
    expect((await desk.build()).ran).toEqual([]);
  });

  test('--launch-only finds what is ready behind what is up to date', async () => {
    const desk = press();
    await desk.build();
    desk.remove('build/print/emma.txt');
    expect((await desk.build('--launch-only')).ran).toEqual(['print emma']);
  });

  test('--once tries a job once, whatever its retry says', async () => {
    const flaky = chain.replace(
      'run: job draft {{ key }};',
      'retry: { attempts: 3, backoff: 1ms }\n    run: job draft {{ key }}; exit 3;',
    );
    const desk = press(flaky);
    expect(await desk.build('--once', '-j1', 'draft/emma')).toMatchObject({ status: 1, ran: ['draft emma'] });
    expect((await desk.build('-j1', 'draft/emma')).ran).toHaveLength(3);
  });

  test('row 66: --timeout kills what still runs, and exits with 1', async () => {
    const slow = chain.replace('job draft {{ key }};', 'job draft {{ key }}; sleep 60;');
    const desk = press(slow);
    const { status, error, summary } = await desk.build('-j2', '--timeout', '300ms');
    expect({ status, outcome: summary?.outcome }).toEqual({ status: 1, outcome: 'interrupted' });
    expect(error).toContain('the build took longer than 300ms');
    expect(desk.tree()).toEqual({});
    expect(await desk.pipe('build', '--timeout', 'soon')).toMatchObject({ status: 2 });
  });
});

test('launch of the only job of a task needs no key', async () => {
  const desk = await built();
  expect(await say(desk, 'launch --sync --force total')).toMatchObject({ code: 0 });
  expect(desk.ran()).toEqual(['total']);
});

test('row 66: --forever never ends on idle, takes what is injected beside it, and ends when it is told to', async () => {
  const desk = press();
  const run = desk.start(['build', '--forever']);
  await run.until('build-end');
  expect(desk.ran()).toHaveLength(4);
  expect(await say(desk, 'inject draft.book evelina', { stdin: 'a young lady\n' })).toMatchObject({
    code: 0,
    error: '',
  });
  await run.until('job-end', ({ job }) => job.task === 'print' && job.key === 'evelina');
  expect(await say(desk, 'rm draft.book walden')).toMatchObject({ code: 0, error: '' });
  await run.until('pruned', ({ job }) => job.task === 'print' && job.key === 'walden');
  expect((await say(desk, 'ls print.print')).out).toBe('emma\nevelina\n');
  run.kill('SIGTERM');
  expect((await run.done).status).toBe(130);
  expect(await say(desk, 'build --forever --once')).toMatchObject({ code: 2 });
});
