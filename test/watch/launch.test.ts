// `pipe launch` beside a watch: the watch runs the job, by its own rules, or says why it cannot.
import { describe, expect, test } from 'vitest';
import type { LaunchReport } from '../../engine/index.ts';
import { say } from '../session/call.ts';
import { between } from './between.ts';
import { watched } from './rig.ts';

const press = `
params: { mood: "" }
repositories:
  banned: { type: file, path: "banned/{key}.txt" }
tasks:
  draft:
    inputs: { book: "books/{key}.txt" }
    outputs: { draft: "build/draft/{key}.txt" }
    run: job draft {{ key }}; if grep -q stand {{ book }}; then cat ../gate; fi; grep -v bad {{ book }} > {{ draft }}
  print:
    inputs: { draft: "build/draft/{key}.txt" }
    outputs: { print: "build/print/{key}.txt" }
    links: { banned: { repository: banned, key: "{key}", inhibits_start: true } }
    run: job print {{ key }}; cp {{ draft }} {{ print }}
`;
const files = { 'pipeline.yaml': press, 'books/emma.txt': 'call me\n', 'books/walden.txt': 'pond\n' };

describe('pipe launch beside a watch', () => {
  test('runs the job there: when it is forced, else only if it is out of date', async () => {
    const { desk, watch } = await watched(files);
    desk.ran();
    expect(await say(desk, 'launch --sync draft emma')).toEqual({
      code: 0,
      out: 'draft/emma is up to date (--force runs it)\n',
      error: '',
    });
    expect(desk.ran()).toEqual([]);
    const forced = await say(desk, 'launch --sync --force draft emma');
    expect(forced).toMatchObject({ code: 0, error: '' });
    expect(forced.out).toMatch(/^draft\/emma .*\ndone in .*: 1 ran\n$/);
    expect(desk.ran()).toEqual(['draft emma']);
    const { status, out, ran } = await desk.pipe('launch', '--force', '--json', 'print/walden');
    expect({ status, told: JSON.parse(out) as unknown }).toEqual({
      status: 0,
      told: { outcome: 'launched', pid: watch.pid },
    });
    expect([...ran, ...(await desk.build()).ran]).toEqual(['print walden']);
    expect((await desk.pipe('launch', '--force', 'draft', 'emma')).out).toBe(
      `launched draft/emma in the watch (process ${watch.pid}); its log: pipe logs draft/emma\n`,
    );
  });

  test('waits for a job that runs already; Ctrl-C ends the waiting and not the job', async () => {
    const { desk, built } = await watched(files);
    const gate = desk.gate('gate');
    desk.put('books/emma.txt', 'stand\n');
    await gate.reached();
    const stands = await between(desk);
    const launch = async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      stands.says = (answer) => {
        if (answer.type === 'event' && answer.event.type === 'build-start') resolve();
        return answer;
      };
      const call = desk.start(['launch', '--sync', '--json', 'draft', 'emma']);
      await promise;
      return call;
    };
    const left = await launch();
    left.kill('SIGINT');
    expect(await left.done).toMatchObject({ status: 130 });
    const waits = await launch();
    gate.open();
    const { status, out } = await waits.done;
    expect({ status, outcome: (JSON.parse(out) as LaunchReport).outcome }).toEqual({
      status: 0,
      outcome: 'done',
    });
    await built();
    expect(desk.read('build/print/emma.txt')).toBe('stand\n');
  });

  test('fails with the job, which is tried anew, and starts nothing behind it', async () => {
    const { desk, built } = await watched(files);
    desk.put('books/emma.txt', 'bad\n');
    await built();
    desk.ran();
    const { code, out } = await say(desk, 'launch --sync --json draft emma');
    expect({ code, outcome: (JSON.parse(out) as LaunchReport).outcome }).toEqual({
      code: 1,
      outcome: 'failed',
    });
    expect(desk.ran()).toEqual(['draft emma']);
    expect(await say(desk, 'launch --sync print emma')).toEqual({
      code: 1,
      out: '',
      error:
        'warning: print/emma was not launched: it is not ready: draft/emma failed, and a watch runs nothing after that\n',
    });
    expect(desk.ran()).toEqual([]);
  });

  test('says why a job is not launched', async () => {
    const { desk } = await watched(files);
    expect(await desk.pipe('launch', 'draft', 'nobody')).toMatchObject({
      status: 1,
      error: 'warning: draft/nobody was not launched: there is no such job\n',
    });
    await say(desk, 'pause draft');
    expect(await desk.pipe('launch', '--force', 'draft', 'emma')).toMatchObject({
      status: 1,
      error: 'warning: draft/emma was not launched: it is not ready: it is paused (`pipe play` lets go)\n',
    });
  });

  test.each([
    ['--no-record', 'what it does not remember it would run again at once (--no-record)'],
    ['--sync --no-record', 'what it does not remember it would run again at once (--no-record)'],
    ['--param mood=glad', 'it has other parameters'],
    ['--sync --param mood=glad', 'it has other parameters'],
  ])('is refused with %s', async (flags, why) => {
    const { desk } = await watched(files);
    desk.ran();
    const { status, ran, out, error } = await desk.pipe('launch', ...flags.split(' '), 'draft', 'emma');
    expect({ status, ran }).toEqual({ status: 2, ran: [] });
    expect(out + error).toContain(why);
  });

  test('is refused where --force would pass a gate, and where the watch does not see to the task', async () => {
    const { desk } = await watched({ ...files, 'banned/emma.txt': '' });
    expect(await desk.pipe('launch', '--force', 'print', 'emma')).toMatchObject({
      status: 2,
      error: expect.stringContaining('it starts no job past a link that holds it back (--force)') as string,
    });
    const { desk: other } = await watched(files, ['draft']);
    expect(await other.pipe('launch', 'print', 'emma')).toMatchObject({
      status: 2,
      error: expect.stringContaining('it does not see to print') as string,
    });
  });

  test('is done by itself where the watch was killed with -9', async () => {
    const { desk, watch } = await watched(files);
    desk.ran();
    watch.kill('SIGKILL');
    await watch.done;
    expect(await say(desk, 'launch --sync --force draft emma')).toMatchObject({ code: 0 });
    expect(desk.ran()).toEqual(['draft emma']);
  });
});
