// Repositories that are listed at their own intervals: what no event tells is seen all the same. Changes are made where no
// event of a watched folder tells of them: through another name of the same file, and behind a link to a link.
import { linkSync, renameSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';
import type { Project } from '../rig.ts';
import { watchOver } from './rig.ts';

const pipeline = (poll: string, more = ''): string => `
repositories:
  texts: { type: file, path: "in/{key}.txt", poll: ${poll}${more} }
tasks:
  copy:
    inputs: { from: texts }
    outputs: { to: "out/{key}.txt" }
    run: job copy {{ key }}; cp {{ from }} {{ to }}
`;

/** `in` leads to `outside/now`, which leads to a folder. */
function linked(poll: string): Project {
  const desk = project({
    'pipeline.yaml': pipeline(poll),
    '../first/a.txt': 'a\n',
    '../second/a.txt': 'a\n',
    '../second/b.txt': 'b\n',
  });
  symlinkSync(`${desk.outside}/first`, `${desk.outside}/now`);
  symlinkSync(`${desk.outside}/now`, desk.path('in'));
  return desk;
}

function turn(desk: Project): void {
  symlinkSync(`${desk.outside}/second`, `${desk.outside}/next`);
  renameSync(`${desk.outside}/next`, `${desk.outside}/now`);
}

describe('a repository with `poll`', () => {
  test('is listed at its interval: a file that is written under another name', async () => {
    const desk = project({ 'pipeline.yaml': pipeline('20ms'), 'in/a.txt': 'a\n', '../other/x': '' });
    linkSync(desk.path('in/a.txt'), `${desk.outside}/other/a`);
    const { watch } = await watchOver(desk);
    desk.ran();
    desk.put('../other/a', 'another\n');
    await watch.until(
      'job-end',
      ({ outcome, job }) => outcome === 'succeeded' && desk.read(`out/${job.key}.txt`) === 'another\n',
    );
    expect(desk.ran()).toEqual(['copy a']);
  });

  test('is listed at its interval: a folder behind links', async () => {
    const desk = linked('20ms');
    const { watch } = await watchOver(desk);
    desk.ran();
    turn(desk);
    await watch.until('job-end', ({ job }) => job.key === 'b');
    expect(desk.tree('out')).toEqual({ 'out/a.txt': 'a\n', 'out/b.txt': 'b\n' });
    expect(desk.ran()).toEqual(['copy b']);
  });

  test('is listed when a build asks, however long its interval is', async () => {
    const desk = linked('1d');
    const { built } = await watchOver(desk);
    desk.ran();
    turn(desk);
    expect(await built()).toMatchObject({ status: 0, ran: ['copy b'] });
  });

  test('whose folder goes is not taken for empty, and goes on when that is back', async () => {
    const desk = linked('20ms');
    const { watch, built } = await watchOver(desk);
    renameSync(`${desk.outside}/now`, `${desk.outside}/gone`);
    await watch.until('build-end', ({ summary }) => summary.refusal?.code === 'root-vanished');
    expect(desk.tree('out')).toEqual({ 'out/a.txt': 'a\n' });
    desk.ran();
    turn(desk);
    await watch.until('job-end', ({ job }) => job.key === 'b');
    expect(await built()).toMatchObject({ status: 0 });
    expect(desk.ran()).toEqual([]);
  });

  test('is the same to what it makes: the interval is no part of the definition', async () => {
    const desk = project({ 'pipeline.yaml': pipeline('20ms'), 'in/a.txt': 'a\n' });
    expect((await desk.build()).ran).toEqual(['copy a']);
    desk.put('pipeline.yaml', pipeline('1h'));
    expect((await desk.build()).ran).toEqual([]);
  });
});
