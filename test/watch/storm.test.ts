// Many changes at once, and files that are written in steps: one right state, and no job twice for one content. Rows 37
// and 38 of the nasty edges.
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { copies, watched, type Watched } from './rig.ts';

/** A copy without a process of its own, so that thousands of them are quick. */
const quick = copies
  .replace(
    'job copy {{ key }}; cp {{ from }} {{ to }}',
    'read -r line < {{ from }} || :; echo "$line" > {{ to }}',
  )
  .replace('job all; ', '');

const files = (count: number, text: (index: number) => string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`in/${index}.txt`, text(index)]));

/** What `all` would hold if it were built from nothing. */
function expected({ desk }: Watched): string {
  const texts = desk.tree('in');
  return Object.keys(texts)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((path) => texts[path])
    .join('');
}

function runsOf(events: readonly { type: string }[], task: string): number {
  return events.filter(
    (event) => event.type === 'job-start' && 'job' in event && (event.job as { task: string }).task === task,
  ).length;
}

/** Counts where each copy says what size it saw. */
const sized = copies.replace('job copy {{ key }}', 'job copy {{ key }} $(wc -c < {{ from }})');

/** A copy of each of so many keys, and more than one only where it saw something else, or was told to have moved meanwhile. */
function expectOnce({ watch }: Watched, ran: readonly string[], keys: number): void {
  const copied = ran.filter((line) => line.startsWith('copy '));
  expect(new Set(copied.map((line) => line.split(' ')[1])).size).toBe(keys);
  const unsure = watch.events.filter((event) => event.type === 'job-end' && event.outcome === 'retry');
  expect(copied.length - new Set(copied).size).toBeLessThanOrEqual(unsure.length);
}

/** For how many ms each of some steps took, with what lies between them. */
function paces(steps: number, step: (index: number) => void): number[] {
  let last = performance.now();
  return Array.from({ length: steps }, (_, index) => {
    step(index);
    const now = performance.now();
    const pace = now - last;
    last = now;
    return pace;
  });
}

describe('row 37: a file that is saved in steps', () => {
  const one = { 'pipeline.yaml': copies, 'in/a.txt': 'first\n' };

  test('written beside and renamed', async () => {
    const { desk, built } = await watched(one);
    desk.ran();
    writeFileSync(desk.path('in/.a.txt.tmp'), 'second\n');
    renameSync(desk.path('in/.a.txt.tmp'), desk.path('in/a.txt'));
    expect((await built()).ran).toEqual(['all', 'copy a']);
    expect(desk.read('out/all.txt')).toBe('second\n');
  });

  test('moved to a backup and written anew: its job is never taken for gone', async () => {
    const { desk, built, watch } = await watched(one);
    desk.ran();
    for (const text of ['second\n', 'third\n']) {
      const [pace] = paces(1, () => {
        renameSync(desk.path('in/a.txt'), desk.path('in/a.txt~'));
        writeFileSync(desk.path('in/a.txt'), text);
        rmSync(desk.path('in/a.txt~'));
      });
      const { ran } = await built();
      expect(desk.read('out/all.txt')).toBe(text);
      // A writer that stands still for longer than a watch waits has taken the file away.
      if (pace! > 40) continue;
      expect(ran).toEqual(['all', 'copy a']);
      expect(watch.events.filter(({ type }) => type === 'pruned')).toEqual([]);
    }
  });

  test('removed and made again with the same content: nothing runs', async () => {
    const { desk, built } = await watched(one);
    desk.ran();
    const [pace] = paces(1, () => {
      rmSync(desk.path('in/a.txt'));
      desk.put('in/a.txt', 'first\n');
    });
    const { ran } = await built();
    if (pace! < 40) expect(ran).toEqual([]);
  });

  test('in pieces, with a look of the watch in between: the last one wins', async () => {
    const { desk, built } = await watched(one);
    const fd = openSync(desk.path('in/a.txt'), 'w');
    for (let piece = 0; piece < 20; piece++) {
      writeSync(fd, `piece ${piece}\n`);
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    closeSync(fd);
    expect((await built()).status).toBe(0);
    expect(desk.read('out/all.txt')).toBe(desk.read('in/a.txt'));
  });

  test('appended to all the time while jobs run: the end is right', async () => {
    const { desk, built } = await watched(one);
    for (let line = 0; line < 200; line++) {
      appendFileSync(desk.path('in/a.txt'), `${line}\n`);
      if (line % 20 === 0) await built('copy');
    }
    expect((await built()).status).toBe(0);
    expect(desk.read('out/all.txt')).toBe(desk.read('in/a.txt'));
  });
});

describe('row 38: a storm', () => {
  test('of 2 000 writes to 200 files', async () => {
    const run = await watched({ 'pipeline.yaml': quick, ...files(200, (index) => `${index}\n`) });
    const pace = paces(2000, (index) => run.desk.put(`in/${index % 200}.txt`, `${index}\n`));
    const { status } = await run.built();
    expect(status).toBe(0);
    expect(run.desk.read('out/all.txt')).toBe(expected(run));
    const { events } = await run.end();
    // Where the machine lets the writer stand, or the storm lasts for seconds, there may be a round more.
    const more = pace.filter((ms) => ms > 4).length + pace.reduce((sum, ms) => sum + ms, 0) / 1000;
    // The first build, one for each file's last content, and few for contents in between.
    expect(runsOf(events, 'copy')).toBeLessThan(200 + 200 + 100 + 200 * more);
    expect(runsOf(events, 'all')).toBeLessThanOrEqual(4 + more);
  });

  test('of a checkout of 5 000 files and back: one state, and few runs on the way to it', async () => {
    const run = await watched({
      'pipeline.yaml': `
tasks:
  all:
    inputs: { from: "in/**.txt" }
    outputs: { to: out/all.txt }
    run: job all; xargs cat < {{ from | list_file }} > {{ to }}
`,
      'in/0.txt': 'main\n',
      '.gitignore': 'out\n.pipe\n',
    });
    const { desk } = run;
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@y', ...args], {
        cwd: desk.folder,
        // What the machine's own settings ask for, a signature say, is not asked for here.
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
        stdio: 'ignore',
      });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'main');
    git('checkout', '-qb', 'big');
    for (let index = 0; index < 5000; index++) desk.put(`in/${index % 50}/${index}.txt`, `${index}\n`);
    git('add', '.');
    git('commit', '-qm', 'big');
    expect((await run.built()).status).toBe(0);
    for (const branch of ['main', 'big', 'main']) {
      desk.ran();
      const [pace] = paces(1, () => git('checkout', '-q', branch));
      const { status, ran } = await run.built();
      expect(status).toBe(0);
      // One more only where nothing came for 100 ms.
      expect(ran.length).toBeLessThanOrEqual(3 + pace! / 100);
      expect(desk.read('out/all.txt')).toBe(expected(run));
    }
  });

  test('of a checkout of 500 files with a job each: each job once', async () => {
    const run = await watched({ 'pipeline.yaml': sized, 'in/0.txt': 'main\n' });
    const { desk } = run;
    for (let index = 0; index < 500; index++) desk.put(`other/${index % 50}/${index}.txt`, `${index}\n`);
    for (const round of ['first', 'second']) {
      desk.ran();
      execFileSync('cp', ['-r', 'other', `in/${round}`], { cwd: desk.folder });
      expectOnce(run, (await run.built()).ran, 500);
      desk.remove(`in/${round}`);
      expect((await run.built()).status).toBe(0);
      expect(desk.tree('mid')).toEqual({ 'mid/0.txt': 'main\n' });
    }
  });

  test('of a watched folder that is removed and made again, in one go and with a build in between', async () => {
    const run = await watched(
      { 'pipeline.yaml': sized, ...files(20, (index) => `${index}\n`), 'in/deep/er/x.txt': 'x\n' },
      ['--accept-empty'],
    );
    const { desk } = run;
    desk.ran();
    const remake = (text: string): void => {
      for (let index = 0; index < 20; index++) desk.put(`in/${index}.txt`, `${text}${index}\n`);
      desk.put('in/deep/er/x.txt', 'x\n');
    };
    const [pace] = paces(1, () => {
      desk.remove('in');
      remake('');
    });
    const { ran } = await run.built();
    if (pace! < 40) expect(ran).toEqual([]);
    desk.remove('in');
    expect((await run.built()).status).toBe(0);
    expect(desk.tree('mid')).toEqual({});
    remake('new ');
    expectOnce(run, (await run.built()).ran, 21);
    expect(desk.read('out/all.txt')).toBe(expected(run));
    desk.put('in/deep/er/x.txt', 'still watched\n');
    expect((await run.built()).ran).toEqual(['all', 'copy deep/er/x 14']);
  });

  test('of folders that are made with their files, one within the other', async () => {
    const run = await watched({ 'pipeline.yaml': sized, 'in/a.txt': 'a\n' });
    const { desk } = run;
    desk.ran();
    for (let index = 0; index < 30; index++) {
      mkdirSync(desk.path(`in/n${index}/m/o`), { recursive: true });
      copyFileSync(desk.path('in/a.txt'), desk.path(`in/n${index}/m/o/b.txt`));
    }
    expectOnce(run, (await run.built()).ran, 30);
    expect(desk.read('out/all.txt')).toBe(expected(run));
  });

  test('while the process stands still', async () => {
    const run = await watched({ 'pipeline.yaml': quick, ...files(50, (index) => `${index}\n`) });
    process.kill(run.watch.pid, 'SIGSTOP');
    for (let index = 0; index < 3000; index++) run.desk.put(`in/${index % 50}.txt`, `after ${index}\n`);
    // More events than the kernel keeps, so that the last edit's is lost.
    for (let index = 0; index < 20_000; index++)
      utimesSync(run.desk.path(`in/${index % 2}.txt`), index, index);
    run.desk.put('in/more/1.txt', 'more\n');
    process.kill(run.watch.pid, 'SIGCONT');
    expect((await run.built()).status).toBe(0);
    expect(run.desk.read('out/all.txt')).toBe(expected(run));
    expect(readFileSync(run.desk.path('mid/more/1.txt'), 'utf8')).toBe('more\n');
  });
});
