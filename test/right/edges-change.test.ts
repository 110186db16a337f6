// Edges 6 to 12, 26, 37 and 40: what counts as a change, and that only what depends on it runs.
import { chmodSync, chownSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, type Project } from '../rig.ts';
import { buildHere } from './in-process.ts';

const chain = (make = 'tr a-z A-Z < {{ from }} > {{ to }}', extra = ''): string => `
tasks:
  upper:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/upper/{key}.txt" }
    ${extra}
    run: job upper {{ key }}; ${make}
  all:
    inputs: { parts: "build/upper/*.txt" }
    outputs: { to: build/all.txt }
    run: job all; cat {{ parts }} > {{ to }}
`;
const both = { 'in/a.txt': 'a\n', 'in/b.txt': 'b\n' };
const everything = ['all', 'upper a', 'upper b'];

async function built(pipeline = chain(), env: Record<string, string> = {}): Promise<Project> {
  const desk = project({ 'pipeline.yaml': pipeline, ...both });
  expect(await desk.start(['build'], { env }).done).toMatchObject({ status: 0, ran: everything });
  return desk;
}

async function expectRuns(
  desk: Project,
  ran: readonly string[],
  env: Record<string, string> = {},
): Promise<void> {
  expect(await desk.start(['build'], { env }).done).toMatchObject({ status: 0, ran });
  expect(desk.read('build/all.txt')).toBe('A\nB\n');
  const idle = 'MODE' in env || 'OTHER' in env ? desk.start(['build'], { env }).done : buildHere(desk);
  expect((await idle).ran).toEqual([]);
}

describe('what counts', () => {
  test('edge 7: content that the first job makes equal goes no further', async () => {
    const desk = await built();
    desk.put('in/a.txt', 'A\n');
    await expectRuns(desk, ['upper a']);
  });

  test('edge 8: a blank in the command counts as a change of it, and its equal result goes no further', async () => {
    const desk = await built();
    desk.put('pipeline.yaml', chain('tr  a-z A-Z < {{ from }} > {{ to }}'));
    await expectRuns(desk, ['upper a', 'upper b']);
  });

  test('edge 8: comments, descriptions, order and quoting of the file do not', async () => {
    const desk = await built();
    const [, upper, all] = /( {2}upper:[^]*)( {2}all:[^]*)/.exec(chain()) ?? [];
    const other = `# other\ntasks:\n${all}    description: All.\n${upper}    priority: 7\n    timeout: 1h\n    retry: { attempts: 2 }\n`;
    desk.put('pipeline.yaml', other.replace('"in/{key}.txt"', "'in/{key}.txt'"));
    await expectRuns(desk, []);
  });

  test('edge 9: a declared variable, its absence and its emptiness differ; others and their order do not', async () => {
    const desk = await built(
      chain(undefined, 'env: { X: "1", Y: "2" }').replace('tasks:', 'env: [MODE]\ntasks:'),
    );
    await expectRuns(desk, [], { OTHER: '1' });
    await expectRuns(desk, everything, { MODE: 'fast' });
    await expectRuns(desk, everything, { MODE: '' });
    await expectRuns(desk, everything);
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('{ X: "1", Y: "2" }', '{ Y: "2", X: "1" }'));
    await expectRuns(desk, []);
  });

  test('edge 10: a tool upgraded in place, or another that its link leads to', async () => {
    const desk = project({
      'pipeline.yaml': chain('shout < {{ from }} > {{ to }}', 'tools: [shout]'),
      ...both,
    });
    desk.tool('shout-1', 'exec tr a-z A-Z');
    desk.tool('shout-2', 'tr a-z A-Z');
    const link = join(desk.outside, 'bin/shout');
    symlinkSync('shout-1', link);
    await expectRuns(desk, everything);
    desk.tool('shout-1', 'exec tr "a-z" "A-Z"');
    await expectRuns(desk, ['upper a', 'upper b']);
    rmSync(link);
    symlinkSync('shout-2', link);
    await expectRuns(desk, ['upper a', 'upper b']);
    rmSync(link);
    const { status, summary } = await desk.build();
    expect({ status, refusal: summary?.refusal?.message }).toMatchObject({
      status: 2,
      refusal: expect.stringContaining('shout') as string,
    });
  });
});

describe('outputs', () => {
  test.each([
    ['the final one', 'build/all.txt', ['all']],
    ['one of several', 'build/upper/a.txt', ['upper a']],
    ['a folder of them', 'build/upper', ['upper a', 'upper b']],
    ['all', 'build', everything],
  ])('edge 11: deleted: %s', async (_which, path, ran) => {
    const desk = await built();
    desk.remove(path);
    await expectRuns(desk, ran);
  });

  test('edge 12: edited by hand, and edited and put back', async () => {
    const desk = await built();
    desk.put('build/upper/a.txt', 'X\n');
    desk.put('build/all.txt', 'X\n');
    await expectRuns(desk, ['all', 'upper a']);
    desk.put('build/all.txt', 'X\n');
    desk.put('build/all.txt', 'A\nB\n');
    await expectRuns(desk, []);
  });

  test('edge 13: the executable bit counts, other bits and the owner do not', async () => {
    const desk = await built();
    chmodSync(desk.path('build/all.txt'), 0o600);
    if (process.getuid?.() === 0) chownSync(desk.path('build/all.txt'), 65_534, 65_534);
    await expectRuns(desk, []);
    chmodSync(desk.path('build/all.txt'), 0o755);
    await expectRuns(desk, ['all']);
  });

  test('edge 26: content that differs with each run does not loop', async () => {
    const desk = project({ 'pipeline.yaml': chain('cat /proc/sys/kernel/random/uuid > {{ to }}'), ...both });
    expect(await desk.build()).toMatchObject({ status: 0, ran: everything });
    expect((await desk.build()).ran).toEqual([]);
    desk.put('in/a.txt', 'x\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['all', 'upper a'] });
  });
});

describe('inputs', () => {
  test('edge 37: saved as editors do, by a rename, with and without a backup', async () => {
    const desk = await built();
    desk.put('in/.a.txt.swp', 'A\n');
    renameSync(desk.path('in/.a.txt.swp'), desk.path('in/a.txt'));
    await expectRuns(desk, ['upper a']);
    renameSync(desk.path('in/a.txt'), desk.path('in/a.txt~'));
    desk.put('in/a.txt', 'a\n');
    await expectRuns(desk, ['upper a']);
  });

  test('edge 40: a failing job fixed by putting its input back is green without a run', async () => {
    const desk = await built(chain('grep -qv bad {{ from }}; tr a-z A-Z < {{ from }} > {{ to }}'));
    desk.put('in/a.txt', 'bad\n');
    const { status, ran, summary } = await desk.build('-k');
    expect({ status, ran }).toEqual({ status: 1, ran: ['upper a'] });
    expect(summary?.tasks).toMatchObject([{ failed: 1, upToDate: 1 }, { blocked: 1 }]);
    expect(desk.read('build/upper/a.txt')).toBe('A\n');
    desk.put('in/a.txt', 'a\n');
    await expectRuns(desk, []);
  });
});
