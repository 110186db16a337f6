// Edges 30, 33 and 35: full and read-only disks, argument lists too long, folders and chains too large for the careless.
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { project, type Done, type Project } from '../rig.ts';
import { smallDisk } from './small-disk.ts';

const isRoot = process.getuid?.() === 0;
/** Who may not write where it is not allowed; root may. */
const other = isRoot ? { uid: 65_534 } : {};

/** Where many files are made fast. */
const roomy = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const copy = `
tasks:
  copy:
    inputs: { from: "in/{key}" }
    outputs: { to: "build/{key}" }
    run: job copy {{ key }}; cat {{ from }} > {{ to }}
`;
const inputs = { 'in/a': 'a\n', 'in/b': 'b\n' };
const outputs = { 'build/a': 'a\n', 'build/b': 'b\n' };

/** It said what was wrong, in a sentence. */
function expectClear({ error, status }: Done, code: number): void {
  expect(status).toBe(code);
  expect(error).not.toMatch(/bug in pipe|^\s+at /m);
}

describe('edge 30: a full disk', () => {
  test('under the outputs, which are on another device than the state', async (context) => {
    const desk = project({ 'pipeline.yaml': copy, ...inputs, 'in/c': 'c'.repeat(200_000) });
    const disk = smallDisk(desk.path('build'), 300_000, context);
    disk.fill(100_000);
    const failed = await desk.build('-k', '-j1');
    expectClear(failed, 1);
    expect(failed.summary?.failures.map(({ job }) => job.key)).toEqual(['c']);
    expect(desk.tree()).toEqual(outputs);
    expect(readdirSync(desk.path('build')).toSorted()).toEqual(['.pipe-filler', 'a', 'b']);
    disk.clear();
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy c'] });
    expect(statSync(desk.path('build/c')).size).toBe(200_000);
  });

  test('under the log', async (context) => {
    const desk = project({
      'pipeline.yaml': copy.replace('cat {{', 'head -c 400000 /dev/zero; cat {{'),
      ...inputs,
    });
    const disk = smallDisk(desk.path('.pipe/logs'), 500_000, context);
    disk.fill(100_000);
    const failed = await desk.build('-j1');
    expectClear(failed, 1);
    expect(failed.summary?.failures).toMatchObject([{ failure: { type: 'exit' } }]);
    expect(desk.tree()).toEqual({});
    disk.clear();
    desk.put('pipeline.yaml', copy);
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual(outputs);
  });

  test('under the log of a job that knows a secret, which pipe writes itself', async (context) => {
    const secret = 'params: { token: { secret: true, env: API_TOKEN } }\n';
    const knowing = secret + copy.replace('cat {{', 'echo {{ token }}; cat {{');
    const desk = project({
      'pipeline.yaml': knowing.replace('echo {{', 'head -c 400000 /dev/zero; echo {{'),
      ...inputs,
    });
    const call = { env: { API_TOKEN: 'silver-teapot' } };
    const disk = smallDisk(desk.path('.pipe/logs'), 500_000, context);
    disk.fill(100_000);
    const failed = await desk.start(['build', '-j1'], call).done;
    expectClear(failed, 1);
    const message = expect.stringContaining('what it prints could not be kept: ENOSPC') as string;
    expect(failed.summary?.failures).toMatchObject([{ failure: { type: 'exception', message } }]);
    expect(desk.tree()).toEqual({});
    disk.clear();
    desk.put('pipeline.yaml', knowing);
    expect(await desk.start(['build'], call).done).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual(outputs);
  });

  test.for([0, 5000, 20_000, 60_000])('under the state, with %i bytes left', async (free, context) => {
    const desk = project({ 'pipeline.yaml': copy, ...inputs });
    const disk = smallDisk(desk.path('.pipe'), 1_000_000, context);
    disk.fill(free);
    const { status, error, out } = await desk.build();
    expect([0, 1, 2]).toContain(status);
    expect(error).not.toMatch(/bug in pipe/);
    if (status !== 0) expect(out).toMatch(/full|no space|free space/i);
    for (const [path, content] of Object.entries(desk.tree()))
      expect((outputs as Record<string, string>)[path]).toBe(content);
    disk.clear();
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual(outputs);
    expect((await desk.build()).ran).toEqual([]);
  });

  test('that fills up in the middle of a build, under the state', async (context) => {
    const desk = project({ ...inputs, 'in/c': 'c\n' });
    const disk = smallDisk(desk.path('.pipe'), 1_000_000, context);
    // The second job takes what is left.
    desk.put(
      'pipeline.yaml',
      copy.replace('cat {{', '[ {{ key }} != b ] || cat /dev/zero > .pipe/.pipe-filler || true; cat {{'),
    );
    const failed = await desk.build('-j1', '-k');
    expect([1, 2]).toContain(failed.status);
    expect(failed.error).not.toMatch(/bug in pipe/);
    expect(failed.out).toMatch(/full|no space/i);
    disk.clear();
    desk.put('pipeline.yaml', copy);
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual({ ...outputs, 'build/c': 'c\n' });
    expect((await desk.build()).ran).toEqual([]);
  });
});

describe('edge 30: read-only', () => {
  const open = (desk: Project, path: string): void => {
    mkdirSync(desk.path(path), { recursive: true });
    if (isRoot) execFileSync('chown', ['-R', '65534', desk.path(path)]);
  };

  test('where the state should be', async () => {
    const desk = project({ 'pipeline.yaml': copy, ...inputs });
    if (!isRoot) chmodSync(desk.folder, 0o555);
    for (const args of [['build'], ['status'], ['why', 'copy/a']]) {
      const done = await desk.start(args, other).done;
      expectClear(done, 2);
      expect(done.out + done.error).toMatch(/cannot open the state.*\.pipe/s);
    }
    chmodSync(desk.folder, 0o755);
  });

  test('the state itself', async () => {
    const desk = project({ 'pipeline.yaml': copy, ...inputs });
    expect(await desk.build()).toMatchObject({ status: 0 });
    desk.put('in/a', 'changed\n');
    if (!isRoot) execFileSync('chmod', ['-R', 'a-w', desk.path('.pipe')]);
    const done = await desk.start(['build'], other).done;
    expectClear(done, 2);
    expect(desk.tree()).toEqual(outputs);
    execFileSync('chmod', ['-R', 'u+w', desk.path('.pipe')]);
  });

  test('the outputs', async () => {
    const desk = project({ 'pipeline.yaml': copy, ...inputs });
    open(desk, '.pipe');
    mkdirSync(desk.path('build'));
    chmodSync(desk.path('build'), 0o555);
    const done = await desk.start(['build', '-k'], other).done;
    expectClear(done, 1);
    for (const { job, failure } of done.summary?.failures ?? [])
      expect(failure).toMatchObject({ type: 'system', code: 'EACCES', path: `build/${job.key}` });
    expect(done.summary?.failures).toHaveLength(2);
    chmodSync(desk.path('build'), 0o755);
    open(desk, 'build');
    expect(await desk.start(['build'], other).done).toMatchObject({ status: 0, ran: ['copy a', 'copy b'] });
    expect(desk.tree()).toEqual(outputs);
  });
});

describe('outputs on another device', () => {
  test('are staged over there, and what a killed pipe left there is nobody’s', async (context) => {
    const desk = project({ 'pipeline.yaml': copy, ...inputs });
    smallDisk(desk.path('build'), 1_000_000, context);
    const crashed = await desk.start(['build', '-j1'], { env: { PIPE_TEST_CRASH_AT: 'job-ended:2' } }).done;
    expect(crashed.status).toBe(null);
    expect(existsSync(desk.path('build/.pipe-stage'))).toBe(true);
    // The job makes nothing now: what lies in the stage must not pass for its output.
    desk.put('pipeline.yaml', copy.replace('cat {{ from }} > {{ to }}', 'true'));
    const { status, summary } = await desk.build('-j1', '-k');
    expect({ status, failures: summary?.failures.map(({ failure }) => failure.type) }).toEqual({
      status: 1,
      failures: ['missing-output', 'missing-output'],
    });
    expect(readdirSync(desk.path('build'))).toEqual(['a']);
    desk.put('pipeline.yaml', copy);
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual(outputs);
  });
});

describe('much of it', () => {
  test('edge 33: more paths than an argument list takes: the failure says so, and list_file is the way', async () => {
    const desk = project({}, roomy);
    mkdirSync(desk.path('in'));
    const long = 'n'.repeat(200);
    for (let index = 0; index < 12_000; index++) writeFileSync(desk.path(`in/${long}${index}.txt`), '');
    const count = (run: string): string =>
      `tasks: { count: { inputs: { files: "in/*.txt" }, outputs: { to: build/count }, run: "${run}" } }\n`;
    desk.put('pipeline.yaml', count('ls {{ files }} > {{ to }}'));
    const failed = await desk.build();
    expectClear(failed, 1);
    expect(desk.read(failed.summary?.failures[0]?.log ?? '')).toMatch(/too long/i);
    desk.put('pipeline.yaml', count('grep -c . {{ files | list_file }} > {{ to }}'));
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.read('build/count')).toBe('12000\n');
  });

  test('edge 35: 100 000 files in one folder', async () => {
    const desk = project(
      {
        'pipeline.yaml':
          'tasks: { count: { inputs: { files: "in/*" }, outputs: { to: build/count }, run: "job count; grep -c . {{ files | list_file }} > {{ to }}" } }\n',
      },
      roomy,
    );
    mkdirSync(desk.path('in'));
    for (let index = 0; index < 100_000; index++) writeFileSync(desk.path(`in/${index}`), '');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['count'] });
    expect(desk.read('build/count')).toBe('100000\n');
    expect((await desk.build()).ran).toEqual([]);
    desk.put('in/50000', 'x');
    expect((await desk.build()).ran).toEqual(['count']);
  });

  test('edge 35: a chain of 10 000 tasks, without recursion', async () => {
    const desk = project({ in: 'x\n' });
    const links = Array.from({ length: 10_000 }, (_, index) => {
      const from = index === 0 ? './in' : `build/${index - 1}`;
      return `  t${index}: { inputs: { from: ${from} }, outputs: { to: build/${index} }, run: "cat {{ from }} > {{ to }}" }\n`;
    });
    desk.put('pipeline.yaml', `tasks:\n${links.join('')}`);
    const { status, summary, events } = await desk.build('--dry-run', 't9999');
    expect({ status, outcome: summary?.outcome }).toEqual({ status: 0, outcome: 'done' });
    expect(events.filter(({ type }) => type === 'job-planned')).toHaveLength(10_000);
    expect(await desk.build('t300')).toMatchObject({ status: 0 });
    expect(desk.read('build/300')).toBe('x\n');
  });
});
