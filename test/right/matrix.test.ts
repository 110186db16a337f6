// The adversarial matrix (peers measured with the same rows in docs/correctness.md): after each change exactly these jobs
// run and exactly these bytes lie there. The real command; the count does not come from pipe.
import { existsSync, renameSync, statSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project, type Project } from '../rig.ts';

const pipeline = (fin = 'cat {{ mid }} > {{ fin }}', inside = ''): string => `
tasks:
  A:
    inputs: { files: "in/*" }
    outputs: { mid: build/mid }
    run: job A; ${inside}cat {{ files }} | sort -u > {{ mid }}
  B:
    inputs: { mid: build/mid }
    outputs: { fin: build/fin }
    run: job B; ${fin}
`;

const letters = { 'in/1': 'a\nb\n', 'in/2': 'b\nc\n' };
const abc = { 'build/fin': 'a\nb\nc\n', 'build/mid': 'a\nb\nc\n' };

/** `pipe build` as people call it: unlike with the reporter `json`, one with nothing to do need not load the engine. */
const plain = ['build', '--reporter', 'plain'] as const;

async function built(): Promise<Project> {
  const desk = project({ 'pipeline.yaml': pipeline(), ...letters });
  const first = await desk.pipe(...plain);
  expect(first).toMatchObject({ status: 0, ran: ['A', 'B'] });
  expect(desk.tree()).toEqual(abc);
  // Leaves what the quick answer compares with, which must not overlook the change to come.
  expect(await desk.pipe(...plain)).toMatchObject({ status: 0, ran: [] });
  expect(existsSync(desk.path('.pipe/idle'))).toBe(true);
  return desk;
}

/** Builds; exactly these jobs run; a build after it has nothing to do. */
async function expectBuild(
  desk: Project,
  jobs: readonly string[],
  tree: Record<string, string>,
): Promise<void> {
  const { status, ran } = await desk.pipe(...plain);
  expect({ status, ran }).toEqual({ status: 0, ran: jobs });
  expect(desk.tree()).toEqual(tree);
  expect(await desk.pipe(...plain)).toMatchObject({ status: 0, ran: [] });
}

describe('the matrix', () => {
  test('T1: a touched input runs nothing', async () => {
    const desk = await built();
    utimesSync(desk.path('in/1'), new Date(), new Date());
    await expectBuild(desk, [], abc);
  });

  test('T2: a deleted final output comes back by its own job', async () => {
    const desk = await built();
    desk.remove('build/fin');
    await expectBuild(desk, ['B'], abc);
  });

  test('T3: a deleted intermediate output comes back, and its equal content runs nothing else', async () => {
    const desk = await built();
    desk.remove('build/mid');
    await expectBuild(desk, ['A'], abc);
  });

  test('T4: a final output edited by hand is restored', async () => {
    const desk = await built();
    desk.put('build/fin', 'by hand\n');
    await expectBuild(desk, ['B'], abc);
  });

  test('T5: an intermediate output edited by hand is restored, and its reader does not run', async () => {
    const desk = await built();
    desk.put('build/mid', 'by hand\n');
    await expectBuild(desk, ['A'], abc);
  });

  test('T6: changed content under an older mtime counts', async () => {
    const desk = await built();
    desk.put('in/1', 'a\nx\n');
    utimesSync(desk.path('in/1'), 1_000_000, 1_000_000);
    await expectBuild(desk, ['A', 'B'], { 'build/fin': 'a\nb\nc\nx\n', 'build/mid': 'a\nb\nc\nx\n' });
  });

  test('T7: changed content of the same size under the same mtime counts', async () => {
    const desk = await built();
    const { atimeMs, mtimeMs } = statSync(desk.path('in/1'));
    desk.put('in/1', 'a\nd\n');
    utimesSync(desk.path('in/1'), atimeMs / 1000, mtimeMs / 1000);
    await expectBuild(desk, ['A', 'B'], { 'build/fin': 'a\nb\nc\nd\n', 'build/mid': 'a\nb\nc\nd\n' });
  });

  test('T7: so does another file renamed over it', async () => {
    const desk = await built();
    const { atimeMs, mtimeMs } = statSync(desk.path('in/1'));
    desk.put('other', 'a\nd\n');
    utimesSync(desk.path('other'), atimeMs / 1000, mtimeMs / 1000);
    renameSync(desk.path('other'), desk.path('in/1'));
    await expectBuild(desk, ['A', 'B'], { 'build/fin': 'a\nb\nc\nd\n', 'build/mid': 'a\nb\nc\nd\n' });
  });

  test('T8: a changed input that changes the intermediate output runs both', async () => {
    const desk = await built();
    desk.put('in/2', 'c\nz\n');
    await expectBuild(desk, ['A', 'B'], { 'build/fin': 'a\nb\nc\nz\n', 'build/mid': 'a\nb\nc\nz\n' });
  });

  test('T8b: a changed input that leaves the intermediate output equal runs only the first job', async () => {
    const desk = await built();
    desk.put('in/2', 'c\nb\na\n');
    await expectBuild(desk, ['A'], abc);
  });

  test('T9: a deleted member of a glob counts', async () => {
    const desk = await built();
    desk.remove('in/2');
    await expectBuild(desk, ['A', 'B'], { 'build/fin': 'a\nb\n', 'build/mid': 'a\nb\n' });
  });

  test('T10: changed command text runs only its own job', async () => {
    const desk = await built();
    desk.put('pipeline.yaml', pipeline('tr a-z A-Z < {{ mid }} > {{ fin }}'));
    await expectBuild(desk, ['B'], { ...abc, 'build/fin': 'A\nB\nC\n' });
  });

  test('T11: an added member with an old mtime counts', async () => {
    const desk = await built();
    desk.put('in/0', 'old\n');
    utimesSync(desk.path('in/0'), 1_000_000, 1_000_000);
    await expectBuild(desk, ['A', 'B'], { 'build/fin': 'a\nb\nc\nold\n', 'build/mid': 'a\nb\nc\nold\n' });
  });

  test('T12: an input edited while its job runs: the job runs again in the same build', async () => {
    const desk = project(letters);
    const gate = desk.gate('gate');
    // Only the first attempt stops, when it has read its inputs and written its output.
    const old = `sort -u {{ files }} > {{ mid }}; cat ${gate.path}; exit 0`;
    desk.put('pipeline.yaml', pipeline(undefined, `if mkdir ${desk.outside}/once; then ${old}; fi; `));
    const build = desk.start(['build']);
    await gate.reached();
    desk.put('in/2', 'b\nnew\n');
    gate.open();
    const { status, ran } = await build.done;
    expect({ status, ran }).toEqual({ status: 0, ran: ['A', 'A', 'B'] });
    await expectBuild(desk, [], { 'build/fin': 'a\nb\nnew\n', 'build/mid': 'a\nb\nnew\n' });
  });

  test('T13: killed with -9 in the middle of a job: no partial output, and the next build is right', async () => {
    const desk = project(letters);
    const gate = desk.gate('gate');
    const once = `echo partial > {{ mid }}; if mkdir ${desk.outside}/once; then cat ${gate.path}; fi; `;
    desk.put('pipeline.yaml', pipeline(undefined, once));
    const build = desk.start(['build']);
    await gate.reached();
    build.kill('SIGKILL');
    expect(await build.done).toMatchObject({ status: null, ran: ['A'] });
    expect(existsSync(desk.path('build/mid'))).toBe(false);
    await expectBuild(desk, ['A', 'B'], abc);
  });
});
