// `status`, `why` and `trace` beside a watch: it answers, in the words in which the command answers by itself, and of what
// is there when it is asked. A call with a parameter that no task reads differs from the watch, so it looks by itself.
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import type { StatusReport, WhyReport } from '../../engine/index.ts';
import { project } from '../rig.ts';
import type { Project } from '../rig.ts';
import { pipe, say } from '../session/call.ts';
import type { Transcript } from '../session/call.ts';
import { library, libraryPipeline } from '../session/library.ts';
import { between } from './between.ts';
import { watched, watchOver } from './rig.ts';

const copies = `
params: { mood: "" }
tasks:
  copy:
    inputs: { from: "in/{key**}.txt" }
    outputs: { to: "mid/{key**}.txt" }
    run: job copy {{ key }}; if grep -q stand {{ from }}; then cat GATE; fi; if grep -q bad {{ from }}; then exit 1; fi; cp {{ from }} {{ to }}
  all:
    inputs: { from: "mid/**.txt" }
    outputs: { to: out/all.txt }
    run: job all; cat {{ from }} > {{ to }}
  aside:
    default: false
    inputs: { from: "mid/{key**}.txt" }
    outputs: { to: "aside/{key**}.txt" }
    run: cp {{ from }} {{ to }}
`;
const two = { 'pipeline.yaml': copies, 'in/a.txt': 'a\n', 'in/b.txt': 'b\n' };

/** Both ways to an answer say the same. */
async function same(desk: Project, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const asked = await say(desk, line);
    const own = await say(desk, `${line} --param mood=other`);
    expect(timeless(asked), line).toEqual(timeless(own));
  }
}

/** How long a plan took to make is no part of it. */
function timeless(told: Transcript): Transcript {
  return { ...told, out: told.out.replace(/"durationMs": \d+,\n *"tasks"/, '"tasks"') };
}

const everyLook = [
  'status',
  'status --all --json',
  'why copy/a --json',
  'why copy --json',
  'why all --json',
  'why out/all.txt --json',
  'trace a',
  'trace --all --json a b',
  'plan',
  'plan --json --force copy',
  'plan --all -t all',
];

async function status(desk: Project): Promise<Record<string, StatusReport['tasks'][number]>> {
  const { tasks } = JSON.parse((await pipe(desk, ['status', '--json'])).out) as StatusReport;
  return Object.fromEntries(tasks.map((counts) => [counts.task, counts]));
}

async function why(desk: Project, job: string): Promise<WhyReport> {
  const [report] = JSON.parse((await pipe(desk, ['why', '--json', job])).out) as WhyReport[];
  return report!;
}

/** A watch that stands in the job of the first member with the word in it, until the gate is opened. */
async function standing(args: readonly string[] = []) {
  const { desk, ...more } = await watched(
    { ...two, 'pipeline.yaml': copies.replace('GATE', '../gate') },
    args,
  );
  return { desk, gate: desk.gate('gate'), ...more };
}

describe('a look beside a watch', () => {
  test('is answered by the watch, and as by the command itself, when all is up to date', async () => {
    const { desk } = await watched(two);
    const stands = await between(desk);
    for (const line of everyLook) await say(desk, line);
    expect(stands.answered()).toEqual([
      { status: true },
      { status: true },
      { links: true },
      { why: true },
      { why: true },
      { why: true },
      { why: true },
      { trace: true },
      { trace: true },
      { plan: true },
      { plan: true },
      { plan: true },
    ]);
    await same(
      desk,
      ...everyLook,
      'why nobody',
      'why copy/nobody',
      'trace nobody',
      'trace --all nobody',
      'plan nobody',
    );
    expect(await why(desk, 'out/all.txt')).toMatchObject({
      job: { task: 'all' },
      last: { outcome: 'succeeded' },
    });
  });

  test('of a job that failed, and of those behind it', async () => {
    const { desk, built } = await watched(two);
    desk.put('in/b.txt', 'bad\n');
    expect((await built()).status).toBe(1);
    await same(desk, ...everyLook, 'why copy/b --json', 'trace --json b');
    expect(await status(desk)).toMatchObject({
      copy: { upToDate: 1, outdated: 1, failed: 1, lastFailed: [{ job: { key: 'b' } }] },
      all: { outdated: 1 },
    });
    desk.put('in/b.txt', 'good\n');
    await built();
    await same(desk, ...everyLook);
    expect(await status(desk)).toMatchObject({ copy: { upToDate: 2 }, all: { upToDate: 1 } });
  });

  test('of a job that runs, of one that waits for room, and of an edit made just before', async () => {
    const { desk, gate, built } = await standing(['-j1']);
    desk.put('in/a.txt', 'stand\n');
    await gate.reached();
    desk.put('in/b.txt', 'B\n');
    expect(await why(desk, 'copy/b')).toMatchObject({
      today: { type: 'run' },
      reasons: [{ type: 'input-changed' }],
    });
    await same(desk, ...everyLook, 'why copy/b --json');
    expect(await status(desk)).toMatchObject({
      copy: { upToDate: 0, outdated: 2, running: 1, waiting: 1 },
      all: { outdated: 1, waiting: 1 },
    });
    expect((await say(desk, 'status')).out).toMatch(/not ready {2}running {2}waiting\n/);
    expect((await say(desk, 'why copy/a')).out).toContain('it runs now, for ');
    expect((await say(desk, 'trace a')).out).toMatch(/^ {2}copy +runs now: /m);
    desk.put('in/c.txt', 'c\n');
    desk.remove('mid/b.txt');
    desk.put('mid/x/stray.txt', 'stray\n');
    await same(desk, ...everyLook, 'why copy/c --json', 'trace c');
    expect((await status(desk))['copy']).toMatchObject({ total: 3, outdated: 3 });
    gate.open();
    await built();
    await same(desk, ...everyLook);
    expect((await say(desk, 'status')).out).toContain('1 stray, not made by pipe:\n  mid/x/stray.txt\n');
  });

  test('of edits of every kind while nothing may start', async () => {
    const desk = library(`params: { mood: "" }\n${libraryPipeline}`);
    const { built } = await watchOver(desk);
    expect((await pipe(desk, ['pause', '--all'])).code).toBe(0);
    const edits: (() => void)[] = [
      () => desk.put('books/emma.txt', 'call me emma woodhouse\n'),
      () => desk.put('books/persuasion.txt', 'half agony\n'),
      () => desk.put('authors/walden.yaml', 'name: Henry\n'),
      () => desk.remove('build/counts/walden.txt'),
      () => desk.put('build/counts/emma.txt', 'by hand\n'),
      () => desk.put('build/pages/walden/9.txt', 'stray\n'),
      () => desk.put('notes/mine.txt', 'a note\n'),
      () => desk.remove('books/walden.txt'),
      () => desk.put('authors/emma.yaml', 'name: 3\n'),
      () => desk.put('books/emma.txt', 'call me emma\n'),
    ];
    for (const edit of edits) {
      edit();
      await same(
        desk,
        'status --all --json',
        'why lint --json',
        'why total --json',
        'trace --all --json emma walden',
        'plan --json',
      );
    }
    expect((await pipe(desk, ['play', '--all'])).code).toBe(0);
    await built();
    await same(desk, 'status --all --json', 'trace --all --json emma walden');
  }, 300_000);

  test('of tasks that the watch does not see to', async () => {
    const { desk } = await watched(two, ['copy/a']);
    await same(desk, ...everyLook);
    expect(await status(desk)).toMatchObject({ copy: { upToDate: 1, outdated: 1 }, aside: { outdated: 2 } });
  });

  test('of a pipeline that was edited just before', async () => {
    const { desk, built } = await watched(two);
    desk.put('pipeline.yaml', `${copies}  more:\n    inputs: { from: out/all.txt }\n    run: job more\n`);
    expect((await status(desk))['more']?.total).toBe(1);
    await built();
    expect((await status(desk))['more']).toMatchObject({ upToDate: 1 });
    desk.put('pipeline.yaml', `${copies}  oops: { inputs: 3 }\n`);
    const { code, error } = await say(desk, 'status');
    expect({ code, error }).toMatchObject({ code: 2, error: expect.stringContaining('oops') as string });
    await same(desk, 'why copy/a');
  });
});

describe('a look is the command’s own', () => {
  test.each([
    ['is another version', 'hello', (hello: object) => ({ ...hello, version: '0.0.1' })],
    ['has gone when it is asked', 'answer', () => undefined],
    ['says nothing at all', 'hello', () => null],
    [
      'refuses',
      'answer',
      () => ({ type: 'refused', refusal: { type: 'build-failure', code: 'unsure', message: 'unsure' } }),
    ],
  ] as const)('where the watch %s', async (_what, type, says) => {
    const { desk } = await watched(two);
    const before = await say(desk, 'status');
    const stands = await between(desk);
    stands.says = (answer) =>
      answer.type === type ? (says(answer) as typeof answer | null | undefined) : answer;
    expect(await say(desk, 'status')).toEqual(before);
    expect(stands.answered().every(({ status: isOfUse }) => !isOfUse)).toBe(true);
  });

  test('where the watch is stopped: no look and no `ps` waits for it', async () => {
    const { desk, watch } = await watched(two);
    const before = await say(desk, 'status');
    process.kill(watch.pid, 'SIGSTOP');
    expect(await say(desk, 'status')).toEqual(before);
    expect(await say(desk, 'ps')).toMatchObject({ code: 0 });
  });

  test('where the watch was killed with -9', async () => {
    const { desk, watch } = await watched(two);
    const before = await say(desk, 'status');
    watch.kill('SIGKILL');
    await watch.done;
    expect(await say(desk, 'status')).toEqual(before);
  });

  test('where there are too many jobs to decide about', async () => {
    const files = Array.from({ length: 20_001 }, (_, index) => [`in/${index}.txt`, ''] as const);
    const desk = project({ ...Object.fromEntries(files), 'pipeline.yaml': copies });
    await say(desk, 'pause copy');
    await watchOver(desk);
    const stands = await between(desk);
    expect((await status(desk))['copy']).toMatchObject({ total: 20_001, outdated: 20_001 });
    await say(desk, 'trace 1');
    expect(stands.answered()).toEqual([{ status: false }, { trace: false }]);
    expect((await why(desk, 'copy/1')).today.type).toBe('run');
    expect(stands.answered()).toEqual([{ why: true }]);
  }, 300_000);

  test('beside a build, which says what it does', async () => {
    const desk = project({
      ...two,
      'pipeline.yaml': copies.replace('GATE', '../gate'),
    });
    const gate = desk.gate('gate');
    desk.put('in/a.txt', 'stand\n');
    const build = desk.start(['build', '-j1']);
    await gate.reached();
    expect(await status(desk)).toMatchObject({ copy: { outdated: 2, running: 1, waiting: 1 } });
    expect((await why(desk, 'copy/a')).runningSince).toBeGreaterThan(0);
    gate.open();
    expect((await build.done).status).toBe(0);
  });
});

test('status --watch goes on with a look of its own when the watch ends', async () => {
  const { desk, watch } = await watched(two);
  const shown: number[] = [];
  const { code } = await say(desk, 'status --watch --json', {
    onOutput: (text, send) => {
      const { tasks } = JSON.parse(text) as StatusReport;
      shown.push(tasks[0]!.outdated);
      if (shown.length > 1) return send('SIGINT');
      watch.kill('SIGKILL');
      void watch.done.then(() => desk.put('in/a.txt', 'A\n'));
    },
  });
  expect({ code, shown }).toEqual({ code: 130, shown: [0, 1] });
});
