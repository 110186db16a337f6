// Inputs that move while a job runs never get into its record: the job runs again in the same build, at most twice, and
// what is recorded is what was made of what is there.
import { rmSync, symlinkSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';
import { watchOver } from '../watch/rig.ts';

/** A job whose first attempt reads its input and then stands at a gate; `make` writes the output before it. */
function paused(
  input = '"in/{key}.txt"',
  make = 'cat {{ from }} > {{ to }}',
  files: Record<string, string> = { 'in/a.txt': 'one\n' },
) {
  const desk = project(files);
  const gate = desk.gate('gate');
  desk.put(
    'pipeline.yaml',
    `
tasks:
  copy:
    inputs: { from: ${input} }
    outputs: { to: "build/{key}.txt" }
    run: |
      job copy {{ key }}
      ${make}
      if mkdir ${desk.outside}/once; then cat ${gate.path}; fi
`,
  );
  return { desk, gate };
}

describe('edge 23: an input that moves while its job runs', () => {
  test('edited: the job runs again, in the same build', async () => {
    const { desk, gate } = paused();
    const build = desk.start(['build']);
    await gate.reached();
    desk.put('in/a.txt', 'two\n');
    gate.open();
    const { status, ran, events } = await build.done;
    expect({ status, ran }).toEqual({ status: 0, ran: ['copy a', 'copy a'] });
    expect(events.filter(({ type }) => type === 'job-end')).toMatchObject([
      { outcome: 'retry', failure: { type: 'unsure', path: 'in/a.txt' } },
      { outcome: 'succeeded' },
    ]);
    expect(desk.tree()).toEqual({ 'build/a.txt': 'two\n' });
    expect((await desk.build()).ran).toEqual([]);
  });

  test('edited before the job read it, and back before it ended: nothing of the time between is kept', async () => {
    const desk = project({ 'in/a.txt': 'one\n' });
    const early = desk.gate('early');
    const late = desk.gate('late');
    desk.put(
      'pipeline.yaml',
      `
tasks:
  copy:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/{key}.txt" }
    run: |
      job copy {{ key }}
      once() { mkdir ${desk.outside}/once; }
      if once; then cat ${early.path}; cp {{ from }} {{ to }}; cat ${late.path}; else cp {{ from }} {{ to }}; fi
`,
    );
    const build = desk.start(['build']);
    await early.reached();
    desk.put('in/a.txt', 'two\n');
    early.open();
    await late.reached();
    expect(desk.read('.pipe/stage/0/build/a.txt')).toBe('two\n');
    desk.put('in/a.txt', 'one\n');
    late.open();
    expect(await build.done).toMatchObject({ status: 0, ran: ['copy a', 'copy a'] });
    expect(desk.tree()).toEqual({ 'build/a.txt': 'one\n' });
    expect((await desk.build()).ran).toEqual([]);
  });

  test('the same, where another job that reads it ends in between and has it looked at anew', async () => {
    const desk = project({ 'in/a.txt': 'one\n' });
    const [early, late, other] = [desk.gate('early'), desk.gate('late'), desk.gate('other')];
    const first = (text: string): string => `if mkdir ${desk.outside}/$PIPE_TASK; then ${text}; fi`;
    desk.put(
      'pipeline.yaml',
      `
tasks:
  slow:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/slow/{key}.txt" }
    run: |
      job slow
      ${first(`cat ${early.path}`)}
      cp {{ from }} {{ to }}
      [ -e ${desk.outside}/waited ] || { mkdir ${desk.outside}/waited; cat ${late.path}; }
  quick:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/quick/{key}.txt" }
    run: job quick; cp {{ from }} {{ to }}; ${first(`cat ${other.path}`)}
`,
    );
    const build = desk.start(['build', '-j2']);
    await Promise.all([early.reached(), other.reached()]);
    desk.put('in/a.txt', 'two\n');
    early.open();
    await late.reached();
    desk.put('in/a.txt', 'one\n');
    other.open();
    await build.until('job-end', ({ job, outcome }) => job.task === 'quick' && outcome === 'succeeded');
    late.open();
    expect(await build.done).toMatchObject({ status: 0, ran: ['quick', 'quick', 'slow', 'slow'] });
    expect(desk.tree()).toEqual({ 'build/quick/a.txt': 'one\n', 'build/slow/a.txt': 'one\n' });
  });

  test('several at once, more than there are tries: all are looked at before the next', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const files = (text: string) => Object.fromEntries(names.map((name) => [`in/${name}.txt`, `${text}\n`]));
    const { desk, gate } = paused('"in/*.txt"', 'cat {{ from }} > {{ to }}', files('old'));
    desk.put(
      'pipeline.yaml',
      desk
        .read('pipeline.yaml')
        .replace('build/{key}.txt', 'build/all.txt')
        .replace('job copy {{ key }}', 'job copy'),
    );
    const build = desk.start(['build']);
    await gate.reached();
    for (const [path, text] of Object.entries(files('new'))) desk.put(path, text);
    gate.open();
    expect(await build.done).toMatchObject({ status: 0, ran: ['copy', 'copy'] });
    expect(desk.read('build/all.txt')).toBe('new\n'.repeat(names.length));
  });

  test('deleted: its job goes, and so does what it made before', async () => {
    const { desk, gate } = paused();
    desk.put('build/a.txt', 'stray\n');
    const build = desk.start(['build']);
    await gate.reached();
    rmSync(desk.path('in/a.txt'));
    gate.open();
    const { status, ran } = await build.done;
    expect({ status, ran }).toEqual({ status: 0, ran: ['copy a'] });
    expect(desk.tree()).toEqual({ 'build/a.txt': 'stray\n' });
  });

  test('added to a fan-in: the next build takes it in', async () => {
    const { desk, gate } = paused('"in/*.txt"', 'cat {{ from }} > {{ to }}');
    desk.put(
      'pipeline.yaml',
      desk
        .read('pipeline.yaml')
        .replace('build/{key}.txt', 'build/all.txt')
        .replace('job copy {{ key }}', 'job copy'),
    );
    const build = desk.start(['build']);
    await gate.reached();
    desk.put('in/b.txt', 'late\n');
    gate.open();
    expect(await build.done).toMatchObject({ status: 0, ran: ['copy'] });
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy'] });
    expect(desk.tree()).toEqual({ 'build/all.txt': 'one\nlate\n' });
  });

  test('inside a folder: the same', async () => {
    const { desk, gate } = paused('{ from: trees }', 'cat {{ from }}/deep/leaf > {{ to }}', {
      'in/a/deep/leaf': 'one\n',
    });
    desk.put(
      'pipeline.yaml',
      `repositories: { trees: { type: directory, path: "in/{key}" } }\n${desk.read('pipeline.yaml')}`,
    );
    const build = desk.start(['build']);
    await gate.reached();
    desk.put('in/a/deep/leaf', 'two\n');
    gate.open();
    expect(await build.done).toMatchObject({ status: 0, ran: ['copy a', 'copy a'] });
    expect(desk.tree()).toEqual({ 'build/a.txt': 'two\n' });
  });

  test('a source of the task’s definition, after the build began: the next build sees it', async () => {
    const { desk, gate } = paused();
    desk.put('extra.txt', 'x\n');
    desk.put('pipeline.yaml', `${desk.read('pipeline.yaml')}    sources: [extra.txt]\n`);
    const build = desk.start(['build']);
    await gate.reached();
    desk.put('extra.txt', 'y\n');
    gate.open();
    expect(await build.done).toMatchObject({ status: 0, ran: ['copy a'] });
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a'] });
  });

  test('a failed job whose input moved is judged by its next attempt', async () => {
    const { desk, gate } = paused(undefined, 'cat {{ from }} > {{ to }}');
    desk.put('pipeline.yaml', `${desk.read('pipeline.yaml').trimEnd()}\n      grep -q two {{ to }}\n`);
    const build = desk.start(['build']);
    await gate.reached();
    desk.put('in/a.txt', 'two\n');
    gate.open();
    expect(await build.done).toMatchObject({ status: 0, ran: ['copy a', 'copy a'] });
  });
});

describe('edge 22: a job that always moves its own input', () => {
  const formatter = `
tasks:
  format:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/{key}.txt" }
    run: |
      job format {{ key }}
      cat {{ from }} > {{ to }}
      echo more >> {{ from }}
`;

  test('fails after two more tries, says which file, and leaves what was there', async () => {
    const desk = project({
      'pipeline.yaml': formatter.replace('echo more', ': echo more'),
      'in/a.txt': 'one\n',
    });
    expect(await desk.build()).toMatchObject({ status: 0 });
    desk.put('pipeline.yaml', formatter);
    const { status, ran, summary } = await desk.build();
    expect({ status, ran }).toEqual({ status: 1, ran: ['format a', 'format a', 'format a'] });
    expect(summary?.failures).toMatchObject([{ failure: { type: 'unsure', path: 'in/a.txt' } }]);
    expect(desk.tree()).toEqual({ 'build/a.txt': 'one\n' });
  });

  test('fails with -k too, and its readers are blocked', async () => {
    const reader =
      '  read: { inputs: { from: "build/{key}.txt" }, outputs: { to: "read/{key}.txt" }, run: "cp {{ from }} {{ to }}" }\n';
    const desk = project({ 'pipeline.yaml': `${formatter}${reader}`, 'in/a.txt': 'one\n' });
    const { status, ran, summary } = await desk.build('-k');
    expect({ status, ran }).toEqual({ status: 1, ran: ['format a', 'format a', 'format a'] });
    expect(summary?.tasks).toMatchObject([{ failed: 1 }, { blocked: 1 }]);
  });

  test('that writes the same content each time moves it too', async () => {
    const desk = project({ 'in/a.txt': 'one\n' });
    const same = `until : > ${desk.outside}/tick && [ ${desk.outside}/tick -nt {{ from }} ]; do :; done; echo one > {{ from }}`;
    desk.put('pipeline.yaml', formatter.replace('echo more >> {{ from }}', same));
    expect(await desk.build()).toMatchObject({ status: 1 });
  });
});

describe('edge 22: a job that takes its input away', () => {
  const task = (run: string): string => `
repositories:
  books: { type: file, path: "in/{key}.txt" }
  long: { type: filter, of: books, where: "size > 2" }
  shelves: { type: directory, path: "shelves/{key}" }
tasks:
${run}
`;
  const one = (run: string) =>
    `  take: { inputs: { from: books }, outputs: { to: "build/{key}.txt" }, run: "${run}" }`;
  const taken = (path: string) => [{ failure: { type: 'input-taken', path } }];

  test.each([
    ['by mv', one('mv {{ from }} {{ to }}'), 'in/a.txt'],
    ['by mv, before it fails', one('mv {{ from }} {{ to }}; exit 3'), 'in/a.txt'],
    [
      'all of a combinator, into a folder',
      '  take: { inputs: { from: { from: long, keys: "*" } }, outputs: { to: { to: "build/{key}", keys: "*" } }, run: "mv {{ from }} {{ to }}" }',
      'in/a.txt',
    ],
    [
      'a folder',
      '  take: { inputs: { from: shelves }, outputs: { to: { to: "build/{key}", type: directory } }, run: "mv {{ from }} {{ to }}" }',
      'shelves/x',
    ],
  ])('%s: it is put back, and the job fails', async (_, text, path) => {
    const files = { 'in/a.txt': 'one\n', 'in/b.txt': 'two\n', 'shelves/x/leaf': 'leaf\n' };
    const desk = project({ ...files, 'pipeline.yaml': task(text) });
    for (const each of Object.keys(files)) utimesSync(desk.path(each), 1_000_000, 1_000_000);
    // A way round in circles that nobody should take.
    symlinkSync('..', desk.path('shelves/x/up'));
    utimesSync(desk.path('shelves/x'), 1_000_000, 1_000_000);
    const { status, summary } = await desk.build('-j1');
    expect(status).toBe(1);
    expect(summary?.failures).toMatchObject(taken(path));
    expect(desk.tree()).toEqual({});
    expect(Object.keys(files).map((each) => desk.read(each))).toEqual(Object.values(files));
  });

  test('in a watch, too, where it is not tried again before something is another', async () => {
    const desk = project({
      'in/a.txt': 'one\n',
      'pipeline.yaml': task(one('mv {{ from }} {{ to }}; job take')),
    });
    utimesSync(desk.path('in/a.txt'), 1_000_000, 1_000_000);
    const { built } = await watchOver(desk);
    expect(desk.read('in/a.txt')).toBe('one\n');
    expect(desk.ran()).toEqual(['take']);
    expect(await built()).toMatchObject({ status: 1, ran: [], summary: { failures: taken('in/a.txt') } });
    expect(desk.read('in/a.txt')).toBe('one\n');
  });

  test('a copy of an input that somebody else removes stays what it is: nothing comes back', async () => {
    const desk = project({ 'in/a.txt': 'one\n' });
    const gate = desk.gate('gate');
    desk.put('pipeline.yaml', task(one(`cp -p {{ from }} {{ to }}; cat ${gate.path}`)));
    const build = desk.start(['build']);
    await gate.reached();
    desk.remove('in/a.txt');
    gate.open();
    expect(await build.done).toMatchObject({ status: 0, summary: { failures: [] } });
    expect([desk.tree(), desk.tree('in')]).toEqual([{}, {}]);
  });

  test('by rm: the key is gone and nothing of the job counts, not its failure either', async () => {
    const desk = project({
      'in/a.txt': 'one\n',
      'pipeline.yaml': task(one('cp {{ from }} {{ to }}; rm {{ from }}')),
    });
    const { status, events, summary } = await desk.build();
    expect({ status, failures: summary?.failures }).toEqual({ status: 0, failures: [] });
    expect(events.filter(({ type }) => type === 'job-end')).toMatchObject([{ outcome: 'dropped' }]);
    expect(desk.tree()).toEqual({});
    desk.put('in/a.txt', 'one\n');
    const { out } = await desk.pipe('build', '--reporter', 'plain');
    expect(out).toMatch(
      /^dropped take\/a  \S+ its key went while it ran \(in\/a.txt changes while it runs\)$/m,
    );
  });
});
