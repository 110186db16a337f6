// Edges 1 to 6: clocks and file times tell lies. Content decides; times only say where to look.
import { chmodSync, lutimesSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clock } from '../clock.ts';
import { project, type Project } from '../rig.ts';
import { buildHere } from './in-process.ts';

const copy = `
tasks:
  copy:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/{key}.txt" }
    run: job copy {{ key }}; cp {{ from }} {{ to }}
`;

async function built(content = 'one\n'): Promise<Project> {
  const desk = project({ 'pipeline.yaml': copy, 'in/a.txt': content });
  expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a'] });
  return desk;
}

/** Sets both times of a file, in seconds since 1970. */
function date(desk: Project, path: string, seconds: number): void {
  utimesSync(desk.path(path), seconds, seconds);
}

async function expectRuns(desk: Project, content: string): Promise<void> {
  expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a'] });
  expect(desk.read('build/a.txt')).toBe(content);
  expect((await buildHere(desk)).ran).toEqual([]);
}

describe('file times', () => {
  test('edge 1: an edit of the same size under the same mtime', async () => {
    const desk = await built();
    const { mtimeMs } = statSync(desk.path('in/a.txt'));
    desk.put('in/a.txt', 'two\n');
    date(desk, 'in/a.txt', mtimeMs / 1000);
    await expectRuns(desk, 'two\n');
  });

  test('edge 2: two edits within one tick, one just before the job looks and one just after', async () => {
    const desk = project({ 'pipeline.yaml': copy, 'in/a.txt': 'none\n' });
    for (let round = 0; round < 10; round++) {
      // The file keeps its inode and size. Where both writes fall in one tick of the kernel's clock, its times too.
      const { summary } = await buildHere(desk, (event) => {
        if (event.type === 'build-start') desk.put('in/a.txt', `one${round}\n`);
        if (event.type === 'job-start' && event.attempt === 1) desk.put('in/a.txt', `two${round}\n`);
      });
      expect({ outcome: summary.outcome, made: desk.read('build/a.txt') }).toEqual({
        outcome: 'done',
        made: `two${round}\n`,
      });
      // Back to what the job was started with: its record must not say that this is what the output was made of.
      desk.put('in/a.txt', `one${round}\n`);
      await buildHere(desk);
      expect(desk.read('build/a.txt')).toBe(`one${round}\n`);
    }
  });

  test('edge 2: an edit right after a build', async () => {
    const desk = project({ 'pipeline.yaml': copy, 'in/a.txt': 'none\n' });
    for (let round = 0; round < 10; round++) {
      desk.put('in/a.txt', `one${round}\n`);
      await buildHere(desk, (event) => {
        if (event.type === 'build-end') desk.put('in/a.txt', `two${round}\n`);
      });
      await buildHere(desk);
      expect(desk.read('build/a.txt')).toBe(`two${round}\n`);
    }
  });

  test('edge 3: new content under an older mtime, as by cp -p and tar', async () => {
    const desk = await built();
    desk.put('in/a.txt', 'two\n');
    date(desk, 'in/a.txt', 1);
    await expectRuns(desk, 'two\n');
  });

  test.each([0, 4_102_444_800])('edge 4: an input dated %i', async (when) => {
    const desk = project({ 'pipeline.yaml': copy, 'in/a.txt': 'one\n' });
    date(desk, 'in/a.txt', when);
    await expectRuns(desk, 'one\n');
    desk.put('in/a.txt', 'two\n');
    date(desk, 'in/a.txt', when);
    await expectRuns(desk, 'two\n');
  });

  test('edge 4: an output dated in the future, and one in the past', async () => {
    const desk = await built();
    for (const when of [1, 4_102_444_800]) {
      date(desk, 'build/a.txt', when);
      expect((await desk.build()).ran).toEqual([]);
      desk.put('build/a.txt', 'bad\n');
      date(desk, 'build/a.txt', when);
      await expectRuns(desk, 'one\n');
    }
  });

  test('edge 5: times of whole and even seconds', async () => {
    const desk = await built();
    const second = Math.floor(Date.now() / 2000) * 2;
    for (const content of ['two\n', 'six\n', 'ten\n']) {
      desk.put('in/a.txt', content);
      date(desk, 'in/a.txt', second);
      await expectRuns(desk, content);
    }
  });

  test('edge 6: touched, and content that changed and came back', async () => {
    const desk = await built();
    date(desk, 'in/a.txt', 1);
    expect((await desk.build()).ran).toEqual([]);
    desk.put('in/a.txt', 'two\n');
    desk.put('in/a.txt', 'one\n');
    expect((await desk.build()).ran).toEqual([]);
  });

  test('edge 6: an idle build writes nothing', async () => {
    const desk = await built();
    // Entries that were racy are looked at once more.
    await desk.build();
    const was = statSync(desk.path('.pipe/state.db'));
    await desk.build();
    const now = statSync(desk.path('.pipe/state.db'));
    expect([now.mtimeMs, now.size]).toEqual([was.mtimeMs, was.size]);
  });

  test('edge 6: the times of a link and the other mode bits do not count', async () => {
    const desk = project({ 'pipeline.yaml': copy, 'far.txt': 'one\n', 'in/b.txt': 'b\n' });
    symlinkSync('../far.txt', desk.path('in/a.txt'));
    expect(await desk.build()).toMatchObject({ ran: ['copy a', 'copy b'] });
    lutimesSync(desk.path('in/a.txt'), 1, 1);
    chmodSync(desk.path('far.txt'), 0o600);
    expect((await desk.build()).ran).toEqual([]);
    chmodSync(desk.path('far.txt'), 0o700);
    expect((await desk.build()).ran).toEqual(['copy a']);
  });
});

describe('edge 4: pipe’s clock', () => {
  const DAY = 86_400_000;

  test.each([
    ['back', -DAY],
    ['forward', DAY],
  ])('that steps %s in the middle of a build: its jobs are recorded as they were', async (_where, step) => {
    const desk = project({ 'in/a.txt': 'one\n', 'in/b.txt': 'two\n' });
    const gate = desk.gate('gate');
    const once = `if mkdir ${desk.outside}/once 2>/dev/null; then cat ${gate.path}; fi`;
    desk.put('pipeline.yaml', copy.replace('cp {{', `${once}; cp {{`));
    const { env, set } = clock(desk);
    const build = desk.start(['build', '-j1'], { env });
    await gate.reached();
    set(step);
    gate.open();
    expect(await build.done).toMatchObject({ status: 0, ran: ['copy a', 'copy b'] });
    const { out } = await desk.start(['logs', '--json'], { env }).done;
    for (const { durationMs } of JSON.parse(out) as { durationMs: number }[])
      expect(durationMs).toBeGreaterThanOrEqual(0);
    expect((await desk.start(['build'], { env }).done).ran).toEqual([]);
    set(0);
    expect((await desk.start(['build'], { env }).done).ran).toEqual([]);
    desk.put('in/a.txt', 'six\n');
    expect((await desk.start(['build'], { env }).done).ran).toEqual(['copy a']);
    expect(desk.read('build/a.txt')).toBe('six\n');
  });

  test('that is a day behind the files: an edit of the same size in the same tick is seen', async () => {
    const desk = project({ 'pipeline.yaml': copy, 'in/a.txt': 'one\n' });
    const { env, set } = clock(desk);
    set(-DAY);
    const second = Math.floor(Date.now() / 1000);
    date(desk, 'in/a.txt', second);
    expect((await desk.start(['build'], { env }).done).ran).toEqual(['copy a']);
    for (const content of ['two\n', 'six\n']) {
      desk.put('in/a.txt', content);
      date(desk, 'in/a.txt', second);
      expect((await desk.start(['build'], { env }).done).ran).toEqual(['copy a']);
      expect(desk.read('build/a.txt')).toBe(content);
      expect((await desk.start(['build'], { env }).done).ran).toEqual([]);
    }
  });
});
