// What else runs beside a watch: builds that ask it, looks, a second watch; and how it ends. Row 39: polling.
import { existsSync, statSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';
import { copies, watched, watchOver } from './rig.ts';

const two = { 'pipeline.yaml': copies, 'in/a.txt': 'a\n', 'in/b.txt': 'b\n' };

describe('a build beside a watch', () => {
  test('is answered by it, event by event, and ends with its exit code', async () => {
    const desk = project(two);
    const gate = desk.gate('gate');
    desk.put(
      'pipeline.yaml',
      copies.replace('job all;', `job all; if test -e ${desk.outside}/stand; then cat ${gate.path}; fi;`),
    );
    const { watch } = await watchOver(desk);
    desk.ran();
    desk.put('../stand', '');
    desk.put('in/a.txt', 'A\n');
    await gate.reached();
    const build = desk.start(['build']);
    desk.put('in/b.txt', 'B\n');
    desk.remove('../stand');
    gate.open();
    const { status, summary, events } = await build.done;
    expect(status).toBe(0);
    expect(summary).toMatchObject({ outcome: 'done', failures: [] });
    expect(events.some(({ type }) => type === 'waiting-for-lock')).toBe(false);
    expect(desk.read('out/all.txt')).toBe('A\nB\n');
    expect(watch.pid).toBeGreaterThan(0);
  });

  test('ends with 1 where a job of its targets failed', async () => {
    const { built } = await watched({
      ...two,
      'pipeline.yaml': copies.replace('cp {{', 'test {{ key }} = a; cp {{'),
    });
    const { status, summary } = await built();
    expect(status).toBe(1);
    expect(summary?.failures.map(({ job }) => job)).toEqual([{ task: 'copy', key: 'b' }]);
    expect((await built('copy/a')).status).toBe(0);
  });

  test('says in one line that there is nothing to do, and more where there is more to say', async () => {
    const { desk } = await watched({
      ...two,
      'pipeline.yaml': copies.replace('cp {{', 'test {{ key }} != bad; cp {{'),
    });
    const plain = ['build', '--reporter', 'plain'];
    expect((await desk.pipe(...plain)).out).toMatch(/^nothing to do in \d+ms: 3 up to date\n$/);
    expect((await desk.pipe(...plain, '-C', '.')).out).toMatch(/^nothing to do in \d+ms: 3 up to date\n$/);
    desk.put('in/bad.txt', 'x\n');
    const { status, out } = await desk.pipe(...plain);
    expect(status).toBe(1);
    expect(out).toContain('FAILED copy/bad');
    expect(out).toMatch(/failed after .*1 failed/);
  });

  test.each([
    ['other parameters', ['--param', 'loud=yes'], {}, 'other parameters'],
    ['another environment', [], { LOUD: 'yes' }, 'LOUD'],
    ['more than a watch does', ['--force'], {}, '--force'],
  ])('is refused with %s, and told why', async (_what, args, env, why) => {
    const pipeline = `params: { loud: "no" }\nenv: [LOUD]\n${copies}`;
    const { desk } = await watched({ ...two, 'pipeline.yaml': pipeline });
    const { status, summary } = await desk.start(['build', ...args], { env }).done;
    expect({ status, code: summary?.refusal?.code }).toEqual({ status: 2, code: 'watch-differs' });
    expect(summary?.refusal?.message).toContain(why);
  });

  test('is refused by the short way as by the long one', async () => {
    const { desk } = await watched({ ...two, 'pipeline.yaml': `env: [LOUD]\n${copies}` });
    const build = desk.start(['build', '--reporter', 'plain'], { env: { LOUD: 'yes' } });
    const { status, out } = await build.done;
    expect(status).toBe(2);
    expect(out).toContain('variables that count have other values for it: among LOUD');
  });

  test('says for whom it waits while the watch is stopped, and is answered when that goes on', async () => {
    const { desk, watch } = await watched(two);
    process.kill(watch.pid, 'SIGSTOP');
    const build = desk.start(['build']);
    await build.says(`waiting for pipe watch (process ${watch.pid}) to answer`);
    process.kill(watch.pid, 'SIGCONT');
    expect(await build.done).toMatchObject({ status: 0, summary: { outcome: 'done' } });
  });

  test('may be interrupted, and the watch goes on', async () => {
    const desk = project(two);
    const gate = desk.gate('gate');
    desk.put(
      'pipeline.yaml',
      copies.replace('job all;', `job all; if test -e ${desk.outside}/stand; then cat ${gate.path}; fi;`),
    );
    const { built } = await watchOver(desk);
    desk.put('../stand', '');
    desk.put('in/a.txt', 'A\n');
    await gate.reached();
    const build = desk.start(['build']);
    await build.until('build-start');
    build.kill('SIGINT');
    expect((await build.done).status).toBe(130);
    desk.remove('../stand');
    gate.open();
    expect((await built()).status).toBe(0);
  });
});

test('looks do not wait for a watch', async () => {
  const { desk } = await watched(two);
  expect((await desk.pipe('status')).status).toBe(0);
  expect((await desk.pipe('why', 'copy/a')).status).toBe(0);
  expect((await desk.pipe('plan')).out).toContain('nothing to do');
});

test('a second watch waits for the first, and takes over when that is killed with -9', async () => {
  const { desk, watch } = await watched(two);
  const second = desk.start(['watch', '--reporter', 'json']);
  expect((await second.until('waiting-for-lock')).holder).toBe(`pipe watch (process ${watch.pid})`);
  watch.kill('SIGKILL');
  await second.until('watch', ({ what }) => what === 'idle');
  desk.ran();
  desk.put('in/a.txt', 'A\n');
  expect((await desk.build()).ran).toEqual(['all', 'copy a']);
  second.kill('SIGINT');
  expect((await second.done).status).toBe(130);
});

describe('the end of a watch', () => {
  test('by Ctrl-C: what runs is killed, the socket goes, and a build later is right', async () => {
    const desk = project(two);
    const gate = desk.gate('gate');
    desk.put(
      'pipeline.yaml',
      copies.replace('job all;', `job all; if test -e ${desk.outside}/stand; then cat ${gate.path}; fi;`),
    );
    const { end } = await watchOver(desk);
    expect(statSync(desk.path('.pipe/socket')).mode & 0o777).toBe(0o600);
    desk.put('../stand', '');
    desk.put('in/a.txt', 'A\n');
    await gate.reached();
    expect((await end()).status).toBe(130);
    expect(existsSync(desk.path('.pipe/socket'))).toBe(false);
    desk.remove('../stand');
    desk.ran();
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['all'] });
    expect(desk.read('out/all.txt')).toBe('A\nb\n');
  });

  test('with --once: after the first build that follows a change, with its exit code', async () => {
    const desk = project({
      ...two,
      'pipeline.yaml': copies.replace('cp {{', 'test {{ key }} != bad; cp {{'),
    });
    for (const [path, status] of [
      ['in/good.txt', 0],
      ['in/bad.txt', 1],
    ] as const) {
      const { watch } = await watchOver(desk, ['--once']);
      desk.put(path, 'more\n');
      expect((await watch.done).status).toBe(status);
    }
  });
});

test('commands after each build: one for success, one for failure', async () => {
  const desk = project({ ...two, 'pipeline.yaml': copies.replace('cp {{', 'test {{ key }} != bad; cp {{') });
  const good = desk.gate('good');
  const bad = desk.gate('bad');
  await watchOver(desk, ['--on-success', `cat ${good.path}`, '--on-failure', `cat ${bad.path}`]);
  await good.reached();
  good.open();
  desk.put('in/bad.txt', 'x\n');
  await bad.reached();
  bad.open();
});

test('row 39: polling, where it is asked for, comes to the same', async () => {
  const { desk, built, watch } = await watched(two, ['--poll']);
  expect((await watch.until('watch')).detail).toBe('all folders, by polling');
  desk.ran();
  desk.put('in/a.txt', 'A\n');
  expect((await built()).ran).toEqual(['all', 'copy a']);
  desk.put('in/new/c.txt', 'c\n');
  await watch.until('job-end', ({ job }) => job.key === 'new/c');
  desk.remove('in/b.txt');
  await built();
  expect(desk.read('out/all.txt')).toBe('A\nc\n');
});

test('without a terminal it speaks in plain lines', async () => {
  const desk = project(two);
  const watch = desk.start(['watch', '-j1']);
  await watch.says('watching: ');
  expect((await desk.build()).status).toBe(0);
  desk.put('pipeline.yaml', `${copies}  oops: { inputs: 3 }\n`);
  await watch.says('pipeline.yaml:11:');
  await watch.says('kept: the last good pipeline goes on');
  watch.kill('SIGINT');
  const { out } = await watch.done;
  expect(out).toMatch(/^copy\/a .*\ncopy\/b .*\nall .*\ndone in .*: 3 ran\n/);
});
