// The quickest question to a watch, asked from this process by a file: it is answered where nothing is to do, and never past
// a change that came before it.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { askAtRest } from '../../engine/idle/ask-at-rest.ts';
import { until } from '../gate.ts';
import { project } from '../rig.ts';
import { copies, watched, watchOver } from './rig.ts';

const two = { 'pipeline.yaml': copies, 'in/a.txt': 'a\n', 'in/b.txt': 'b\n' };
const { version } = manifest;

/** Asks until there is an answer: a watch may still be tidying up, and a machine that stalls takes longer than one asks. */
async function answered(ask: () => ReturnType<typeof askAtRest>): Promise<ReturnType<typeof askAtRest>> {
  for (;;) {
    const answer = ask();
    if (answer) return answer;
    await turn();
  }
}

test('nothing to do is told, and only to those who mean the same', async () => {
  const { desk, end } = await watched({ ...two, 'pipeline.yaml': `env: [LOUD]\n${copies}` });
  const request = { cwd: desk.folder, params: {}, env: {}, version };
  expect(await answered(() => askAtRest(request))).toEqual({ upToDate: 3 });
  expect(askAtRest({ ...request, env: { LOUD: 'yes' } })).toBeUndefined();
  expect(askAtRest({ ...request, params: { loud: 'yes' } })).toBeUndefined();
  expect(askAtRest({ ...request, version: '0' })).toBeUndefined();
  // An answer that nobody waits for any more goes, too.
  await until('only the greeting lies there', () => readdirSync(desk.path('.pipe/watch')).join() === 'hello');
  await end();
  expect(existsSync(desk.path('.pipe/watch/hello'))).toBe(false);
  expect(askAtRest(request)).toBeUndefined();
});

test('what was written before the question is never answered past', async () => {
  const { desk, built } = await watched(two);
  const request = { cwd: desk.folder, params: {}, env: {}, version };

  for (let edit = 0; edit < 100; edit++) {
    const text = `edit ${edit}\n`;
    writeFileSync(desk.path('in/a.txt'), text);
    for (let asked = 0; asked < 5; asked++) {
      if (!askAtRest(request)) continue;

      expect(desk.read('out/all.txt')).toBe(`${text}b\n`);
    }
  }
  await built();
  expect(await answered(() => askAtRest(request))).toEqual({ upToDate: 3 });
});

test('nobody is answered while a job runs, after a failure, with faults in the pipeline, or by a watch of less', async () => {
  const desk = project(two);
  const gate = desk.gate('gate');
  const waiting = `job all; if test -e ${desk.outside}/stand; then cat ${gate.path}; fi;`;
  desk.put(
    'pipeline.yaml',
    copies.replace('job all;', waiting).replace('cp {{', 'test {{ key }} != bad; cp {{'),
  );
  const { watch, built } = await watchOver(desk);
  const ask = () => askAtRest({ cwd: desk.folder, params: {}, env: {}, version });
  desk.put('../stand', '');
  desk.put('in/a.txt', 'A\n');
  await gate.reached();
  expect(ask()).toBeUndefined();
  desk.remove('../stand');
  gate.open();
  await built();
  expect(await answered(ask)).toEqual({ upToDate: 3 });
  desk.put('in/bad.txt', 'x\n');
  await built();
  expect(ask()).toBeUndefined();
  desk.remove('in/bad.txt');
  await built();
  expect(await answered(ask)).toEqual({ upToDate: 3 });
  desk.put('pipeline.yaml', `${copies}  oops: { inputs: 3 }\n`);
  await watch.until('watch', ({ what }) => what === 'kept');
  expect(ask()).toBeUndefined();
});

test.each([[['copy']], [['--poll']]])('not by a watch with %j', async (args) => {
  const { desk } = await watched(two, args);
  expect(askAtRest({ cwd: desk.folder, params: {}, env: {}, version })).toBeUndefined();
});

test('a watch that was killed is not waited for', async () => {
  const { desk, watch } = await watched(two);
  const started = watch.pid;
  watch.kill('SIGKILL');
  await watch.done;
  expect(existsSync(desk.path('.pipe/watch/hello'))).toBe(true);
  expect(() => process.kill(started, 0)).toThrow();
  expect(askAtRest({ cwd: desk.folder, params: {}, env: {}, version })).toBeUndefined();
  expect((await desk.build()).status).toBe(0);
});
