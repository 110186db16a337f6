// The state folder is cut short, has bits flipped, is mixed up or belongs to a newer pipe: that may cost time, and never
// gives a wrong result. Where pipe cannot go on it says so and touches nothing.
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lookAgain } from '../../engine/idle/look-again.ts';
import { unpackSnapshot } from '../../engine/idle/snapshot.ts';
import { project, type Project } from '../rig.ts';
import { booksPipeline, expectedOf, putBooks, type Books } from './books.ts';
import { buildHere } from './in-process.ts';

const books: Books = { emma: ['call', 'me', 'emma'], walden: ['pond'] };
const edited: Books = { emma: ['call', 'me', 'she'], walden: ['pond'] };
const all = ['split emma', 'split walden', 'total'];

/** A project that is built, with a copy of it; `crashAt` leaves a write-ahead log behind. */
async function built(crashAt?: string, inside?: string): Promise<{ desk: Project; restore: () => void }> {
  const desk = project({ 'pipeline.yaml': booksPipeline(inside) });
  putBooks(desk, books);
  if (crashAt === undefined) expect((await buildHere(desk)).summary.outcome).toBe('done');
  else expect((await desk.start(['build'], { env: { PIPE_TEST_CRASH_AT: crashAt } }).done).status).toBe(null);
  const copy = join(desk.outside, 'copy');
  cpSync(desk.folder, copy, { recursive: true, preserveTimestamps: true });
  return {
    desk,
    restore: () => {
      rmSync(desk.folder, { recursive: true });
      cpSync(copy, desk.folder, { recursive: true, preserveTimestamps: true });
    },
  };
}

/** Builds with the damaged state: the files are right, whether the inputs changed meanwhile or not. */
async function expectRight(desk: Project, change: boolean, what: string): Promise<void> {
  if (change) putBooks(desk, edited);
  const { summary, ran } = await buildHere(desk);
  expect({ what, outcome: summary.outcome, tree: desk.tree() }).toEqual({
    what,
    outcome: 'done',
    tree: expectedOf(change ? edited : books),
  });
  // Damage that shows in the middle of a build sets the state aside, and the build begins once more.
  for (const job of new Set(ran)) expect(ran.filter((each) => each === job).length).toBeLessThanOrEqual(2);
  if (change) expect(ran).toEqual(expect.arrayContaining(['split emma', 'total']));
}

/** A small generator with a seed, so that each run flips the same bits. Source: mulberry32, Tommy Ettinger, 2017. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
}

describe('edge 29: the state', () => {
  test('a schema whose text has another name for a column is a damaged state', async () => {
    const { desk } = await built();
    const path = desk.path('.pipe/state.db');
    const bytes = readFileSync(path);
    const at = bytes.indexOf('body');
    expect(at).toBeGreaterThan(0);
    bytes[at]! ^= 1;
    writeFileSync(path, bytes);
    await expectRight(desk, true, 'a column that is called otherwise');
  });

  test('cut short at every place that matters', async () => {
    const { desk, restore } = await built();
    const path = desk.path('.pipe/state.db');
    const { size } = statSync(path);
    const lengths = [0, 1, 15, 16, 17, 99, 100, 101];
    for (let page = 512; page < size; page += 2048) lengths.push(page, page + 511, page + 512);
    for (const [index, length] of lengths.entries()) {
      restore();
      writeFileSync(path, readFileSync(path).subarray(0, length));
      await expectRight(desk, index % 2 === 1, `cut to ${length}`);
    }
  });

  test('with its write-ahead log cut short', async () => {
    const { desk, restore } = await built('build-ended');
    const path = desk.path('.pipe/state.db-wal');
    const { size } = statSync(path);
    expect(size).toBeGreaterThan(10_000);
    for (let length = 0; length < size; length += length < 64 ? 8 : Math.ceil(size / 24)) {
      restore();
      writeFileSync(path, readFileSync(path).subarray(0, length));
      await expectRight(desk, length % 3 === 0, `log cut to ${length}`);
    }
  });

  // A commit may be the first to meet a page that is gone: then it is not the job that failed.
  test.each(['definition', 'inputs'])('cut short under a write-ahead log, with other %s', async (what) => {
    // A text that takes many pages, which a crash of the next build leaves to the file itself.
    const { desk } = await built(undefined, `: ${'x'.repeat(12_000)}`);
    if (what === 'definition') desk.put('pipeline.yaml', booksPipeline('true'));
    else putBooks(desk, edited);
    const crash = { env: { PIPE_TEST_CRASH_AT: 'job-ended:1' } };
    expect((await desk.start(['build', '-j1'], crash).done).status).toBe(null);
    const state = desk.path('.pipe');
    const crashed = join(desk.outside, 'crashed');
    cpSync(state, crashed, { recursive: true, preserveTimestamps: true });
    for (let length = 0; length < statSync(join(crashed, 'state.db')).size; length += 2500) {
      rmSync(state, { recursive: true });
      cpSync(crashed, state, { recursive: true, preserveTimestamps: true });
      const path = desk.path('.pipe/state.db');
      writeFileSync(path, readFileSync(path).subarray(0, length));
      const { summary } = await buildHere(desk);
      expect({ length, outcome: summary.outcome, refusal: summary.refusal }).toMatchObject({
        outcome: 'done',
      });
      expect(desk.tree()).toEqual(expectedOf(what === 'inputs' ? edited : books));
    }
  });

  test.each([
    { file: 'state.db', crashAt: undefined, seed: 1, flips: 50 },
    { file: 'state.db-wal', crashAt: 'build-ended', seed: 2, flips: 25 },
  ])('with bits of $file flipped', async ({ file, crashAt, seed, flips }) => {
    const { desk, restore } = await built(crashAt);
    const path = desk.path(`.pipe/${file}`);
    const below = random(seed);
    for (let flip = 0; flip < flips; flip++) {
      restore();
      const bytes = readFileSync(path);
      // Most bytes of a small database are empty space; those are left out.
      let at = below(bytes.length);
      while (bytes[at] === 0) at = below(bytes.length);
      const bit = below(8);
      bytes[at]! ^= 1 << bit;
      writeFileSync(path, bytes);
      await expectRight(desk, flip % 2 === 1, `seed ${seed}: byte ${at}, bit ${bit}`);
    }
  });

  test('with what is known of many files in blocks, and bits of these flipped or their pages cut off', async () => {
    const desk = project({
      'pipeline.yaml': `tasks:
  join:
    inputs: { parts: "parts/*.txt" }
    outputs: { all: ./all.txt }
    run: cat {{ parts }} > {{ all }}
`,
    });
    const parts = Array.from({ length: 400 }, (_, part) => `parts/${1000 + part}.txt`);
    for (const part of parts) desk.put(part, `${part}\n`);
    const build = async (): Promise<string> => {
      const { summary } = await buildHere(desk);
      expect(summary.outcome).toBe('done');
      return desk.read('all.txt');
    };
    await build();
    const path = desk.path('.pipe/state.db');
    const sound = readFileSync(path);
    const block = sound.indexOf('parts/1200.txt');
    expect(block).toBeGreaterThan(0);
    const below = random(5);
    for (let round = 0; round < 12; round++) {
      const bytes = Buffer.from(sound);
      const at = block - 4000 + below(8000);
      bytes[at]! ^= 1 << below(8);
      writeFileSync(path, round % 4 === 3 ? bytes.subarray(0, at) : bytes);
      const edit = `round ${round}\n`;
      desk.put(parts[round * 30]!, edit);
      const now = parts.map((part) => desk.read(part)).join('');
      expect({ round, all: await build() }).toEqual({ round, all: now });
    }
  });

  test('whose rows all lost their checksum: everything runs, and is right', async () => {
    const { desk } = await built();
    const database = new DatabaseSync(desk.path('.pipe/state.db'));
    for (const table of ['stats', 'records', 'runs', 'facts'])
      database.exec(`UPDATE ${table} SET sum = sum + 1`);
    database.close();
    expect(await desk.build()).toMatchObject({ status: 0, ran: all });
    expect(desk.tree()).toEqual(expectedOf(books));
    expect((await desk.build()).ran).toEqual([]);
  });

  test('whose shared texts are damaged: why says what it can, and a build is right', async () => {
    const { desk } = await built();
    const database = new DatabaseSync(desk.path('.pipe/state.db'));
    database.exec(`UPDATE texts SET body = 'x' || body`);
    database.close();
    expect((await desk.build()).ran).toEqual([]);
    putBooks(desk, edited);
    desk.put('pipeline.yaml', booksPipeline('true'));
    expect(await desk.pipe('why', 'split/emma')).toMatchObject({ status: 0, error: '' });
    expect(await desk.build()).toMatchObject({ status: 0, ran: all });
    expect(desk.tree()).toEqual(expectedOf(edited));
  });

  test.each([
    ['zeros', Buffer.alloc(8192)],
    ['text', Buffer.from('hello\n')],
  ])('replaced by %s is set aside, and that is said', async (_what, bytes) => {
    const { desk } = await built();
    writeFileSync(desk.path('.pipe/state.db'), bytes);
    expect(await desk.build()).toMatchObject({ status: 0, warnings: ['state-set-aside'], ran: all });
    expect(await desk.build()).toMatchObject({ status: 0, warnings: [], ran: [] });
  });

  test('gone but for its write-ahead log: the log is set aside too', async () => {
    const { desk } = await built('build-ended');
    rmSync(desk.path('.pipe/state.db'));
    expect(await desk.build()).toMatchObject({ status: 0, warnings: ['state-set-aside'], ran: all });
  });

  test('of a newer pipe is refused, and left as it is', async () => {
    const { desk } = await built();
    const database = new DatabaseSync(desk.path('.pipe/state.db'));
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA user_version = 1000');
    database.close();
    const was = readFileSync(desk.path('.pipe/state.db'));
    const { status, summary, ran } = await desk.build();
    expect({ status, ran, code: summary?.refusal?.code }).toEqual({
      status: 2,
      ran: [],
      code: 'newer-state',
    });
    expect(await desk.pipe('status')).toMatchObject({
      status: 2,
      error: expect.stringContaining('newer pipe') as string,
    });
    expect(readFileSync(desk.path('.pipe/state.db'))).toEqual(was);
    expect(desk.tree()).toEqual(expectedOf(books));
  });

  test('that is no file', async () => {
    const { desk } = await built();
    rmSync(desk.path('.pipe/state.db'));
    desk.put('.pipe/state.db/oops', '');
    const { status, summary, error } = await desk.build();
    expect({ status, code: summary?.refusal?.code, error }).toEqual({
      status: 2,
      code: 'state-unusable',
      error: '',
    });
  });
});

describe('edge 29: the snapshot of an idle build', () => {
  test('cut short, with bits flipped, or of another time is as good as none', async () => {
    const { desk } = await built();
    const plain = ['build', '--reporter', 'plain'] as const;
    expect(await desk.pipe(...plain)).toMatchObject({ status: 0, ran: [] });
    const whole = readFileSync(desk.path('.pipe/idle'));
    putBooks(desk, edited);
    expect(await desk.pipe(...plain)).toMatchObject({ status: 0, ran: ['split emma', 'total'] });
    const below = random(3);
    for (let length = 0; length < whole.length; length++)
      expect(unpackSnapshot(whole.subarray(0, length))).toBe(undefined);
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 1 << below(8);
      const packed = unpackSnapshot(bytes);
      expect(packed && (lookAgain(packed, desk.folder)?.different.includes(1) ?? true)).not.toBe(false);
    }
    for (let round = 0; round < 6; round++) {
      const bytes = Buffer.from(whole);
      if (round % 3 > 0) bytes[below(bytes.length)]! ^= 1 << below(8);
      writeFileSync(
        desk.path('.pipe/idle'),
        round % 3 === 1 ? bytes.subarray(0, below(bytes.length)) : bytes,
      );
      const now = round % 2 === 0 ? books : edited;
      putBooks(desk, now);
      expect((await desk.pipe(...plain)).status).toBe(0);
      expect({ round, tree: desk.tree() }).toEqual({ round, tree: expectedOf(now) });
    }
  });
});

describe('edge 29: the other files of the state folder', () => {
  test('lock.json cut short at every length, or not ours at all', async () => {
    const { desk } = await built();
    const whole = JSON.stringify({ host: 'elsewhere', pid: 1, command: 'pipe build' });
    for (let length = 0; length < whole.length; length++) {
      desk.put('.pipe/lock.json', whole.slice(0, length));
      expect((await buildHere(desk)).summary.outcome).toBe('done');
    }
    for (const odd of ['null', '[]', '{}', '7', '{"host":1,"pid":"x","command":null}', '\0\0']) {
      desk.put('.pipe/lock.json', odd);
      expect((await buildHere(desk)).summary.outcome).toBe('done');
    }
  });

  test('a lock.db that is no lock is named', async () => {
    const { desk } = await built();
    desk.put('.pipe/lock.db', 'x'.repeat(5000));
    const { status, summary, error } = await desk.build();
    expect({ status, code: summary?.refusal?.code, error }).toEqual({
      status: 2,
      code: 'lock-unusable',
      error: '',
    });
    expect(summary?.refusal?.hint).toContain('lock.db');
  });

  test('all of it gone: everything is looked at anew, and strays of before are no members', async () => {
    const { desk } = await built();
    desk.remove('.pipe');
    desk.remove('in/walden.txt');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['split emma', 'total'] });
    expect(desk.read('build/total.txt')).toBe('call\nemma\nme\n');
    expect(existsSync(desk.path('build/upper/walden.txt'))).toBe(true);
    const { strays } = JSON.parse((await desk.pipe('status', '--json')).out) as { strays: string[] };
    expect(strays).toEqual(['build/pages/walden/1.txt', 'build/upper/walden.txt']);
  });
});

describe('the state folder that is removed while pipe uses it', () => {
  /** Only the first job stands at the gate. */
  function held() {
    const desk = project({ 'in/a.txt': 'one\n', 'in/b.txt': 'two\n' });
    const gate = desk.gate('gate');
    desk.put(
      'pipeline.yaml',
      `
tasks:
  copy:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/{key}.txt" }
    run: job copy {{ key }}; if mkdir ${desk.outside}/once 2>/dev/null; then cat ${gate.path}; fi; cp {{ from }} {{ to }}
`,
    );
    return { desk, gate };
  }
  const gone = { status: 2, summary: { refusal: { code: 'state-gone' } } };

  test('ends the build, says so, and the next one is right', async () => {
    const { desk, gate } = held();
    const build = desk.start(['build', '-j1']);
    await gate.reached();
    rmSync(desk.path('.pipe'), { recursive: true });
    gate.open();
    expect(await build.done).toMatchObject({ ...gone, ran: ['copy a'] });
    expect(desk.tree()).toEqual({});
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a', 'copy b'] });
    expect(desk.tree()).toEqual({ 'build/a.txt': 'one\n', 'build/b.txt': 'two\n' });
  });

  test('while another builder has begun in its place: the first commits nothing more', async () => {
    const { desk, gate } = held();
    const build = desk.start(['build', '-j1']);
    await gate.reached();
    rmSync(desk.path('.pipe'), { recursive: true });
    desk.put('in/a.txt', 'three\n');
    expect(await desk.build()).toMatchObject({ status: 0 });
    gate.open();
    expect(await build.done).toMatchObject(gone);
    expect(desk.tree()).toEqual({ 'build/a.txt': 'three\n', 'build/b.txt': 'two\n' });
    expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
  });

  test('ends a watch at its next job', async () => {
    const { desk, gate } = held();
    const watch = desk.start(['watch', '--reporter', 'json']);
    await gate.reached();
    gate.open();
    await watch.until('watch', ({ what }) => what === 'idle');
    rmSync(desk.path('.pipe'), { recursive: true, maxRetries: 9 });
    desk.put('in/a.txt', 'three\n');
    expect(await watch.done).toMatchObject(gone);
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a', 'copy b'] });
  });
});
