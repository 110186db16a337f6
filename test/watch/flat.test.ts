// A watch of days holds no more than one of minutes: what a pipeline that was replaced, a file that is gone, a job that ended
// leaves in memory is counted, not weighed. Knows no time.
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { queryObjects } from 'node:v8';
import { expect, onTestFinished, test } from 'vitest';
import { openPipeline } from '../../engine/index.ts';
import type { EngineEvent } from '../../engine/index.ts';
import { Stage } from '../../engine/schedule/attempt/stage.ts';
import { Workspace } from '../../engine/session/workspace.ts';
import { WatchLife } from '../../engine/session/watching/watch-life.ts';
import { LinkTargets } from '../../engine/watch/link-targets.ts';
import { project } from '../rig.ts';
import type { Project } from '../rig.ts';
import { copies } from './rig.ts';

/** A watch in this process; `idle` resolves when it next has nothing to do. */
async function watchHere(desk: Project): Promise<{ idle(): Promise<void> }> {
  const opened = await openPipeline({
    cwd: desk.folder,
    env: { PATH: `${desk.outside}/bin:${process.env['PATH']}` },
  });
  if (!opened.ok) throw new Error(opened.error[0]?.message);
  const stop = new AbortController();
  const idles = { seen: 0, taken: 0 };
  let wake = (): void => {};
  const onEvent = (event: EngineEvent): void => {
    if (event.type !== 'watch' || event.what !== 'idle') return;
    idles.seen++;
    wake();
  };
  const options = { targets: [], slots: 2, force: false, acceptEmpty: false, poll: false, once: false };
  const { signal } = stop;
  const ended = opened.value.watch({ ...options, onEvent, stop: signal, kill: signal });
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
  return {
    idle: async () => {
      while (idles.seen === idles.taken)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      idles.taken++;
    },
  };
}

test('of the pipelines that were edited away nothing is left', async () => {
  const desk = project({ 'pipeline.yaml': copies, 'in/a.txt': 'a\n' });
  const watch = await watchHere(desk);
  await watch.idle();
  for (let edit = 0; edit < 3; edit++) {
    desk.put('pipeline.yaml', copies.replace('job all;', `job all ${edit};`));
    await watch.idle();
    // Counting collects garbage first.
    expect(queryObjects(WatchLife, { format: 'count' })).toBe(1);
  }
  expect(queryObjects(Workspace, { format: 'count' })).toBe(1);
  expect(desk.ran()).toHaveLength(5);
});

test('where links led is forgotten with them', () => {
  const desk = project({ 'in/a.txt': 'a\n' });
  const links = new LinkTargets();
  const followed = (...names: string[]): number => links.follow(names.map((name) => desk.path(name))).length;
  symlinkSync('a.txt', desk.path('in/one'));
  expect(followed('in/one')).toBe(1);
  expect(followed('in/one')).toBe(0);
  expect([...links.to(desk.path('in/a.txt'))]).toEqual([desk.path('in/one')]);
  expect(followed()).toBe(0);
  expect([...links.to(desk.path('in/a.txt'))]).toEqual([]);
  expect(followed('in/one')).toBe(1);
});

test('the folders in which jobs staged their outputs go when there are many, and come again when they are needed', async () => {
  const { folder } = project({});
  const stage = new Stage(folder, '.pipe');
  mkdirSync(`${folder}/.pipe/stage/in`, { recursive: true });
  const folders = (): string[] => readdirSync(`${folder}/.pipe/stage`).toSorted();
  stage.pathFor(0, 'out/few/x');
  await stage.settle();
  expect(folders()).toEqual(['0', 'in']);
  for (let key = 0; key < 2000; key++) stage.pathFor(1, `out/${key}/x`);
  await stage.settle();
  expect(folders()).toEqual(['in']);
  stage.pathFor(1, 'out/7/x');
  expect(readdirSync(`${folder}/.pipe/stage/1/out`)).toEqual(['7']);
});
