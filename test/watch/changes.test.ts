// What a watch does about a change: of an input, an output, a definition, the pipeline itself. Rows 39 and 40 of the nasty
// edges.
import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';
import { nextTick } from '../tick.ts';
import { copies, watched, watchOver } from './rig.ts';

const two = { 'pipeline.yaml': copies, 'in/a.txt': 'a\n', 'in/b.txt': 'b\n' };

describe('a change', () => {
  test('of an input runs what depends on it, and nothing else', async () => {
    const { desk, built } = await watched(two);
    expect(desk.ran()).toEqual(['all', 'copy a', 'copy b']);
    desk.put('in/a.txt', 'A\n');
    const { ran, status } = await built();
    expect({ status, ran }).toEqual({ status: 0, ran: ['all', 'copy a'] });
    expect(desk.read('out/all.txt')).toBe('A\nb\n');
  });

  test('of nothing but a stamp runs nothing; one of content that comes to the same output stops there', async () => {
    const { desk, built } = await watched({
      ...two,
      'pipeline.yaml': copies.replace('cp {{ from }} {{ to }}', 'head -c1 {{ from }} > {{ to }}'),
    });
    desk.ran();
    utimesSync(desk.path('in/a.txt'), 1, 1);
    desk.put('in/b.txt', 'b\n');
    expect((await built()).ran).toEqual([]);
    desk.put('in/a.txt', 'a longer text\n');
    expect((await built()).ran).toEqual(['copy a']);
  });

  test('of a key: added, removed, renamed; what was made for it goes with it', async () => {
    const { desk, built } = await watched(two);
    desk.ran();
    desk.put('in/deep/c.txt', 'c\n');
    expect((await built()).ran).toEqual(['all', 'copy deep/c']);
    desk.remove('in/b.txt');
    expect((await built()).ran).toEqual(['all']);
    expect(desk.tree('mid')).toEqual({ 'mid/a.txt': 'a\n', 'mid/deep/c.txt': 'c\n' });
    renameSync(desk.path('in/deep'), desk.path('in/flat'));
    expect((await built()).ran).toEqual(['all', 'copy flat/c']);
    expect(desk.tree('mid')).toEqual({ 'mid/a.txt': 'a\n', 'mid/flat/c.txt': 'c\n' });
  });

  test('of an output by hand is undone, also of one that was deleted', async () => {
    const { desk, built } = await watched(two);
    desk.ran();
    desk.put('mid/a.txt', 'by hand\n');
    expect((await built()).ran).toEqual(['copy a']);
    desk.remove('out');
    expect((await built()).ran).toEqual(['all']);
    expect(desk.read('out/all.txt')).toBe('a\nb\n');
  });

  test('of a tool, of a source of the definition, and of a source that is new', async () => {
    const desk = project({
      'pipeline.yaml': `
tasks:
  greet:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "mid/{key}.txt" }
    sources: ["style/*.css"]
    tools: [greeter]
    run: job greet {{ key }}; greeter {{ from }} > {{ to }}
`,
      'in/a.txt': 'a\n',
      'style/plain.css': '1',
    });
    desk.tool('greeter', 'echo hello; cat "$1"');
    const { built } = await watchOver(desk);
    desk.ran();
    desk.tool('greeter', 'echo good day; cat "$1"');
    expect((await built()).ran).toEqual(['greet a']);
    expect(desk.read('mid/a.txt')).toBe('good day\na\n');
    desk.put('style/plain.css', '2');
    expect((await built()).ran).toEqual(['greet a']);
    desk.put('style/new.css', '3');
    expect((await built()).ran).toEqual(['greet a']);
  });

  test('of a file that a job found out runs that job', async () => {
    const { desk, built } = await watched({
      'pipeline.yaml': `
tasks:
  object:
    inputs: { source: "src/{key}.c" }
    outputs: { object: "build/{key}.o" }
    depfile: make
    run: |
      job object {{ key }}; cat {{ source }} lib/$(cat {{ source }}).h > {{ object }}
      echo "x: lib/$(cat {{ source }}).h" > {{ depfile }}
`,
      'src/one.c': 'common',
      'src/two.c': 'rare',
      'lib/common.h': '1',
      'lib/rare.h': '1',
    });
    desk.ran();
    desk.put('lib/rare.h', '2');
    expect((await built()).ran).toEqual(['object two']);
    desk.remove('lib/common.h');
    expect(await built()).toMatchObject({ status: 1, ran: ['object one'] });
    desk.put('lib/common.h', '3');
    const { status, ran } = await built();
    // Twice where the clock of the file system has not moved on between the edit and the start of the job.
    expect({ status, ran: [...new Set(ran)] }).toEqual({ status: 0, ran: ['object one'] });
    expect(desk.read('build/one.o')).toBe('common3');
  });
});

describe('row 40: a failure', () => {
  const strict = copies.replace('cp {{ from', 'grep -v bad {{ from }} > /dev/null; cp {{ from');

  test('stays as it is while nothing changes, and is green again by a revert, without a run', async () => {
    const { desk, built, watch } = await watched({ ...two, 'pipeline.yaml': strict });
    desk.ran();
    desk.put('in/a.txt', 'bad\n');
    expect(await built()).toMatchObject({ status: 1, ran: ['copy a'] });
    utimesSync(desk.path('in/a.txt'), 1, 1);
    desk.put('in/b.txt', 'B\n');
    expect(await built()).toMatchObject({ status: 1, ran: ['copy b'] });
    desk.put('in/b.txt', 'b\n');
    desk.put('in/a.txt', 'a\n');
    expect(await built()).toMatchObject({ status: 0, ran: ['copy b'] });
    const { summary } = await watch.until(
      'build-end',
      (event) => event.summary.outcome === 'done' && event.summary.durationMs >= 0,
    );
    expect(summary.failures).toEqual([]);
    expect(desk.read('out/all.txt')).toBe('a\nb\n');
  });

  test('of one target is no failure of another', async () => {
    const { desk, built } = await watched({ ...two, 'pipeline.yaml': strict });
    desk.put('in/a.txt', 'bad\n');
    expect((await built('copy/b')).status).toBe(0);
    expect((await built('copy')).status).toBe(1);
  });
});

describe('row 40: a change while a job runs', () => {
  async function standing(onChange = 'queue') {
    const desk = project({ 'in/a.txt': 'one\n', 'in/b.txt': 'b\n' });
    const gate = desk.gate('gate');
    desk.put(
      'pipeline.yaml',
      `
tasks:
  copy:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "mid/{key}.txt" }
    on_change: ${onChange}
    run: |
      job copy {{ key }} $(cat {{ from }}); cp {{ from }} {{ to }}
      if test -e ${desk.outside}/stand && test {{ key }} = a; then cat ${gate.path}; fi
`,
    );
    const running = await watchOver(desk);
    desk.ran();
    mark(desk.outside);
    return { ...running, gate };
  }
  const mark = (outside: string): void => writeFileSync(`${outside}/stand`, '');
  const unmark = (outside: string): void => rmSync(`${outside}/stand`);

  test('lets it end, drops what it made, and runs it once more; other jobs are not disturbed', async () => {
    const { desk, gate, built } = await standing();
    desk.put('in/a.txt', 'two\n');
    await gate.reached();
    desk.put('in/b.txt', 'B\n');
    desk.put('in/a.txt', 'three\n');
    unmark(desk.outside);
    gate.open();
    expect((await built()).ran).toEqual(['copy a three', 'copy a two', 'copy b B']);
    expect(desk.tree('mid')).toEqual({ 'mid/a.txt': 'three\n', 'mid/b.txt': 'B\n' });
  });

  test('back to what it was before nothing of the time between is kept', async () => {
    const { desk, gate, built, watch } = await standing();
    desk.put('in/a.txt', 'two\n');
    await gate.reached();
    desk.put('in/a.txt', 'three\n');
    nextTick(desk.outside);
    desk.put('in/a.txt', 'two\n');
    unmark(desk.outside);
    gate.open();
    await built();
    expect(desk.read('mid/a.txt')).toBe('two\n');
    await watch.until('job-end', ({ outcome }) => outcome === 'retry');
  });

  test('with `restart` ends it at once', async () => {
    const { desk, gate, built } = await standing('restart');
    desk.put('in/a.txt', 'two\n');
    await gate.reached();
    unmark(desk.outside);
    desk.put('in/a.txt', 'three\n');
    // Nobody opens the gate.
    expect((await built()).ran).toEqual(['copy a three', 'copy a two']);
    expect(desk.read('mid/a.txt')).toBe('three\n');
  });

  test('that takes its key away takes what it made away, too', async () => {
    const { desk, gate, built } = await standing();
    desk.put('in/a.txt', 'two\n');
    await gate.reached();
    desk.remove('in/a.txt');
    const asked = built();
    gate.open();
    expect((await asked).status).toBe(0);
    expect(desk.tree('mid')).toEqual({ 'mid/b.txt': 'b\n' });
  });
});

describe('row 40: an edit of the pipeline', () => {
  test('is taken up at once, and runs only what it is about', async () => {
    const { desk, built, watch } = await watched(two);
    desk.ran();
    desk.put('pipeline.yaml', copies.replace('cat {{ from }}', 'tac {{ from }}'));
    expect(await built()).toMatchObject({ status: 0, ran: ['all'] });
    await watch.until('watch', ({ what }) => what === 'reloaded');
    desk.put('in/a.txt', 'A\n');
    expect((await built()).ran).toEqual(['all', 'copy a']);
  });

  test('that makes it invalid keeps the last good one and shows where, until it is mended', async () => {
    const { desk, built, watch } = await watched(two);
    desk.ran();
    desk.put('pipeline.yaml', `${copies}  oops: { inputs: 3 }\n`);
    const { diagnostic } = await watch.until('diagnostic');
    expect(diagnostic.location).toMatchObject({ file: desk.path('pipeline.yaml'), line: 11 });
    await watch.until('watch', ({ what }) => what === 'kept');
    desk.put('in/a.txt', 'A\n');
    await watch.until('job-end', ({ job }) => job.task === 'all');
    expect(await built()).toMatchObject({ status: 2, ran: ['all', 'copy a'] });
    desk.put('pipeline.yaml', copies);
    await watch.until('watch', ({ what }) => what === 'mended');
    expect(await built()).toMatchObject({ status: 0, ran: [] });
  });

  test('whose function is not there keeps the last good one, too, and takes up the edit once it is', async () => {
    const { desk, built, watch } = await watched(two);
    desk.ran();
    const more = `${copies}  more:
    inputs: { from: "in/{key**}.txt" }
    outputs: { to: "more/{key**}.txt" }
    function: ./more.ts#more
`;
    const write = (text: string): void =>
      desk.put('more.ts', `export const more = ({ to }) => to.write(${JSON.stringify(text)});\n`);
    desk.put('pipeline.yaml', more);
    const { diagnostic } = await watch.until('diagnostic');
    expect(diagnostic.message).toMatch(/more\.ts does not exist/);
    await watch.until('watch', ({ what }) => what === 'kept');
    desk.put('in/a.txt', 'A\n');
    await watch.until('job-end', ({ job }) => job.task === 'all');
    expect(await built()).toMatchObject({ status: 2, ran: ['all', 'copy a'] });
    write('one');
    await watch.until('watch', ({ what }) => what === 'reloaded');
    expect((await built()).status).toBe(0);
    expect(desk.read('more/b.txt')).toBe('one');
    // One that does not parse is a failure of its jobs alone.
    desk.put('more.ts', 'export const more = (');
    expect(await built()).toMatchObject({ status: 1, ran: [] });
    write('two');
    expect((await built()).status).toBe(0);
    // One that goes is no reason for the others to stop.
    desk.remove('more.ts');
    await watch.until('watch', ({ what }) => what === 'kept');
    desk.put('in/b.txt', 'B\n');
    await watch.until('job-end', ({ job }) => job.task === 'copy' && job.key === 'b');
    expect((await built()).status).toBe(2);
    write('three');
    await watch.until('watch', ({ what }) => what === 'mended');
    expect((await built()).status).toBe(0);
    expect(desk.read('more/b.txt')).toBe('three');
  });

  test('that names a file with faults takes it up once that is mended', async () => {
    const { desk, built, watch } = await watched(two);
    desk.ran();
    desk.put('parts/more.yaml', 'tasks: {');
    desk.put('pipeline.yaml', `include: [parts/more.yaml]${copies}`);
    await watch.until('watch', ({ what }) => what === 'kept');
    desk.put(
      'parts/more.yaml',
      'tasks:\n  more: { outputs: { to: out/more }, run: "job more; echo 1 > {{ to }}" }\n',
    );
    await watch.until('watch', ({ what }) => what === 'reloaded');
    expect(await built()).toMatchObject({ status: 0, ran: ['more'] });
  });

  test('also of a recipe and of what it includes', async () => {
    const { desk, built } = await watched({
      'pipeline.yaml':
        'include: [parts/more.yaml]\ntasks:\n  one: { use: ./recipes/one.yaml, outputs: { to: out/one } }\n',
      'recipes/one.yaml': 'outputs: { to: { kind: path } }\nrun: job one; echo 1 > {{ to }}\n',
      'parts/more.yaml':
        'tasks:\n  more: { outputs: { to: out/more }, run: "job more; echo 1 > {{ to }}" }\n',
    });
    expect(desk.ran()).toEqual(['more', 'one']);
    desk.put('recipes/one.yaml', 'outputs: { to: { kind: path } }\nrun: job one; echo 2 > {{ to }}\n');
    expect((await built()).ran).toEqual(['one']);
    desk.put(
      'parts/more.yaml',
      'tasks:\n  more: { outputs: { to: out/more }, run: "job more; echo 2 > {{ to }}" }\n',
    );
    expect((await built()).ran).toEqual(['more']);
  });
});

describe('row 39: a root that goes', () => {
  test('of the sources: nothing is removed, that is said, and the watch goes on when it is back', async () => {
    const { desk, built } = await watched(two);
    desk.ran();
    renameSync(desk.path('in'), desk.path('elsewhere'));
    const { status, summary } = await built();
    expect({ status, code: summary?.refusal?.code }).toEqual({ status: 2, code: 'root-vanished' });
    expect(desk.tree('mid')).toEqual({ 'mid/a.txt': 'a\n', 'mid/b.txt': 'b\n' });
    desk.put('elsewhere/a.txt', 'A\n');
    renameSync(desk.path('elsewhere'), desk.path('in'));
    expect(await built()).toMatchObject({ status: 0, ran: ['all', 'copy a'] });
  });

  test('of the pipeline: the watch ends and says so', async () => {
    const { desk, watch } = await watched(two);
    renameSync(desk.folder, `${desk.folder}-moved`);
    const { status, out, error } = await watch.done;
    expect(status).toBe(2);
    expect(`${out}${error}`).toContain('is not there any more');
  });
});
