// Tasks with six joined links each, as in `bench/links.ts` but smaller: how many jobs each change moves.
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { until } from '../gate.ts';
import { buildHere } from '../right/in-process.ts';
import { project } from '../rig.ts';
import { generate, item } from '../../bench/links-pipeline.ts';

const SIZE = { tasks: 3, jobs: 12, links: 6 };

test('a change of a joined record, of an item, or a new item moves exactly the jobs concerned', async () => {
  const desk = project({});
  const { names, jobs } = generate(desk.folder, SIZE);
  const counted = async (): Promise<number> => {
    const { summary } = await buildHere(desk);
    expect(summary).toMatchObject({ outcome: 'done', notReady: [] });
    return summary.tasks.reduce((sum, { succeeded }) => sum + succeeded, 0);
  };
  expect(jobs).toBe(36);
  expect(await counted()).toBe(36);
  expect(await counted()).toBe(0);

  // Record 5 of the first table stands in item 5 alone; record 6 of the sixth in items 1, 3, 5, 7, 9 and 11.
  desk.put('table1/r5.yaml', 'name: other');
  expect(await counted()).toBe(3);
  desk.put('table6/r6.yaml', 'name: other');
  expect(await counted()).toBe(18);
  desk.put('table1/r5.yaml', '# said again\nname: other');
  expect(await counted()).toBe(0);
  desk.put('items/i7.yaml', item(names, 8, SIZE.jobs));
  expect(await counted()).toBe(3);
  desk.put('items/i99.yaml', item(names, 3, SIZE.jobs));
  expect(await counted()).toBe(3);
  desk.remove('items/i99.yaml');
  expect(await counted()).toBe(0);
});

test('a watch runs the jobs of an item that appears, and no other', async () => {
  const desk = project({});
  const { names } = generate(desk.folder, SIZE);
  const watch = desk.start(['watch', '--reporter', 'json']);
  await watch.until('build-end');
  writeFileSync(desk.path('items/i99.yaml'), item(names, 3, SIZE.jobs));
  const made = () => Object.keys(desk.tree('build')).filter((path) => path.endsWith('/i99.txt'));
  await until('its outputs are there', () => made().length === SIZE.tasks);
  const { summary } = await watch.until('build-end', (event) =>
    event.summary.tasks.every(({ total }) => total === SIZE.jobs + 1),
  );
  expect(summary.tasks.map(({ succeeded, upToDate }) => [succeeded, upToDate])).toEqual(
    Array.from({ length: SIZE.tasks }, () => [1, SIZE.jobs]),
  );
  watch.kill('SIGTERM');
  await watch.done;
});
