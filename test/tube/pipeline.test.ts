// Tubes and assets in pipelines, built by the real command: what fills inputs and outputs, what counts, what lives how
// long, and how it ends.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project, type Project } from '../rig.ts';
import { until } from '../gate.ts';

const NODES = `
export const lines = async (book) => (await book.text()).trim().split('\\n');
export const exclaim = (text, times = 1) => text + '!'.repeat(times);
export const joined = (all) => all.join('\\n') + '\\n';
export const info = (key, all, counter) => ({ key, lines: all.length, job: counter.n++ });
export const member = (word, text) => ({ [word]: text });
export class Counter { n = 1; }
`;
const WORDS = `
input:
  shout: { type: number, default: 2 }
  book: { type: file, scope: process }
  key: { type: text, scope: process }
assets:
  counter: { type: ./nodes.js#Counter, scope: runner }
nodes:
  lines: { type: ./nodes.js#lines, depends: [{ book: input.book }] }
  line: { type: map, depends: lines.value }
  loud: { type: ./nodes.js#exclaim, depends: [{ text: line.value }, { times: input.shout }] }
  all: { type: gather, depends: [{ value: loud.value }, { n: line.n }] }
  text: { type: ./nodes.js#joined, depends: all.value }
  info: { type: ./nodes.js#info, depends: [{ key: input.key }, { all: all.value }, { counter: assets.counter }] }
  member: { type: ./nodes.js#member, depends: [{ word: line.value }, { text: loud.value }] }
  out: { type: return, depends: [{ loud: text.value }, { info: info.value }, { each: member.value }] }
`;
const PIPELINE = `
tasks:
  words:
    tube: ./words.tube.yaml
    inputs: { book: "books/{name}.txt" }
    outputs:
      loud: "build/loud/{name}.txt"
      info: { to: "build/info/{name}.yaml", type: yaml }
      each: { to: "build/each/{name}/{word}.txt", keys: "{key}/*" }
    params: { shout: 3 }
`;
const FILES = {
  'pipeline.yaml': PIPELINE,
  'words.tube.yaml': WORDS,
  'nodes.js': NODES,
  'books/a.txt': 'plum\nfig\n',
  'books/b.txt': 'date\n',
};

describe('a task with a tube', () => {
  test('links fill the inputs, the return fills outputs of each kind, and assets of the tube live for the build', async () => {
    const books = project(FILES);
    const { status, summary } = await books.build('-j2');
    expect({ status, ran: summary?.tasks[0]?.succeeded }).toEqual({ status: 0, ran: 2 });
    expect(books.tree()).toEqual({
      'build/each/a/fig.txt': 'fig!!!',
      'build/each/a/plum.txt': 'plum!!!',
      'build/each/b/date.txt': 'date!!!',
      'build/info/a.yaml': 'key: a\nlines: 2\njob: 1\n',
      'build/info/b.yaml': 'key: b\nlines: 1\njob: 2\n',
      'build/loud/a.txt': 'plum!!!\nfig!!!\n',
      'build/loud/b.txt': 'date!!!\n',
    });
  });

  test.each([
    ['a book', 'books/a.txt', 'fig', 'lime', ['words/a']],
    ['the tube', 'words.tube.yaml', 'times: input.shout', 'times: input.shout ', []],
    [
      'the tube’s graph',
      'words.tube.yaml',
      'depends: all.value }\n  info',
      'depends: [all.value] }\n  info',
      ['words/a', 'words/b'],
    ],
    ['what the tube names', 'nodes.js', "'!'", "'?'", ['words/a', 'words/b']],
    ['a parameter', 'pipeline.yaml', 'shout: 3', 'shout: 4', ['words/a', 'words/b']],
    ['a file that it does not name', 'books/notes.md', '', 'x', []],
  ])('after a change of %s exactly what depends on it runs', async (_what, file, from, to, runs) => {
    const books = project({ ...FILES, 'books/notes.md': '' });
    await books.build();
    books.put(file, books.read(file).replace(from, to));
    const { events } = await books.build();
    const started = events.flatMap((event) =>
      event.type === 'job-start' ? [`${event.job.task}/${event.job.key}`] : [],
    );
    // Text counts, also where it means the same.
    expect(started.toSorted()).toEqual(file === 'words.tube.yaml' ? ['words/a', 'words/b'] : runs);
    expect((await books.build()).events.some((event) => event.type === 'job-start')).toBe(false);
  });

  test('what a tube extends and nests counts too', async () => {
    const books = project({
      'pipeline.yaml': `
tasks:
  words:
    tube: ./top.tube.yaml
    inputs: { book: "books/{name}.txt" }
    outputs: { out: "build/{name}.txt" }
`,
      'top.tube.yaml': `
extends: [./base.tube.yaml]
nodes:
  inner: { type: tube, params: { tube: ./inner.tube.yaml }, depends: [{ text: text.value }] }
  out: { type: return, depends: inner.value }
`,
      'base.tube.yaml': `
input: { book: { type: file, scope: process } }
nodes: { text: { type: ./nodes.js#text, depends: [{ book: input.book }] } }
`,
      'inner.tube.yaml': `
input: { text: { type: text, scope: process } }
nodes:
  loud: { type: ./loud.js#loud, depends: [{ text: input.text }] }
  out: { type: return, depends: loud.value }
`,
      'nodes.js': 'export const text = (book) => book.text();',
      'loud.js': "import { mark } from './mark.js'; export const loud = (text) => text.trim() + mark;",
      'mark.js': "export const mark = '!';",
      'books/a.txt': 'plum\n',
    });
    expect((await books.build()).status).toBe(0);
    expect(books.tree()).toEqual({ 'build/a.txt': 'plum!' });
    for (const [file, from, to] of [
      ['mark.js', '!', '?'],
      ['base.tube.yaml', '{ book: input.book }', '{ book:  input.book }'],
      ['inner.tube.yaml', 'loud.value', ' loud.value'],
    ] as const) {
      books.put(file, books.read(file).replace(from, to));
      const { summary } = await books.build();
      expect([file, summary?.tasks[0]?.succeeded]).toEqual([file, 1]);
    }
    expect(books.tree()).toEqual({ 'build/a.txt': 'plum?' });
  });

  test('a node that fails fails its job by name, and no other', async () => {
    const books = project({
      ...FILES,
      'nodes.js': NODES.replace("text + '!'", "(text === 'fig' ? missing : text) + '!'"),
    });
    const { status, summary, events } = await books.build('-k');
    expect(status).toBe(1);
    expect(summary?.failures.map(({ job }) => job.key)).toEqual(['a']);
    expect(JSON.stringify(events)).toMatch(/node loud failed in epoch \d\/line\.1: missing is not defined/);
    expect(books.read('build/loud/b.txt')).toBe('date!!!\n');
  });

  test.each([
    [
      'text: { type: ./nodes.js#info, ',
      /the output loud is a file, so it takes text or bytes and not an object/,
    ],
    ['text: { type: ./nodes.js#nothing, ', /loud/],
  ])('a result that does not fit fails the job: %s', async (node, message) => {
    const books = project({
      ...FILES,
      'nodes.js': `${NODES}\nexport const nothing = (_all) => undefined;`.replace(
        'info = (key, all, counter)',
        'info = (key, all = [], counter = {})',
      ),
      'words.tube.yaml': WORDS.replace('text: { type: ./nodes.js#joined, ', node),
    });
    const { status, events } = await books.build();
    expect(status).toBe(1);
    expect(JSON.stringify(events)).toMatch(message);
  });
});

describe('check', () => {
  const checked = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const { status, error } = await project({ ...FILES, ...files }).pipe('check');
    expect(status).toBe(2);
    return error
      .split('\n')
      .filter((line) => line.includes('error:') || line.startsWith('  hint'))
      .join('\n');
  };

  test('tells the faults of the tube at their places', async () => {
    expect(await checked({ 'words.tube.yaml': WORDS.replace('line.n', 'line.m') })).toBe(
      'words.tube.yaml:12:62: error: line has no signal "m"\n  hint: did you mean "n"?',
    );
  });

  test('tells that the tube or its module is missing', async () => {
    expect(await checked({ 'pipeline.yaml': PIPELINE.replace('words.tube', 'word.tube') })).toBe(
      'pipeline.yaml:4:11: error: the tube word.tube.yaml does not exist\n  hint: did you mean "words.tube.yaml"?',
    );
    expect(await checked({ 'nodes.js': 'process.exit(7)' })).toMatch(
      /pipeline\.yaml:4:11: error: a module of .*words\.tube\.yaml ended the process with status 7 while it was loaded/,
    );
  });

  test('compares links with the tube both ways', async () => {
    const pipeline = `
tasks:
  words:
    tube: ./words.tube.yaml
    inputs: { boook: "books/{name}.txt" }
    outputs: { quiet: "build/loud/{name}.txt" }
    params: { shot: 3 }
`;
    expect(await checked({ 'pipeline.yaml': pipeline })).toBe(
      [
        'pipeline.yaml:4:11: error: the input "book" of the tube words.tube.yaml is not linked',
        'pipeline.yaml:4:11: error: the tube words.tube.yaml returns "loud", which goes nowhere',
        'pipeline.yaml:4:11: error: the tube words.tube.yaml returns "info", which goes nowhere',
        'pipeline.yaml:4:11: error: the tube words.tube.yaml returns "each", which goes nowhere',
        'pipeline.yaml:5:15: error: the tube words.tube.yaml has no input "boook" of the scope process',
        '  hint: did you mean "book"?',
        'pipeline.yaml:6:16: error: the tube words.tube.yaml returns no "quiet"',
        'pipeline.yaml:7:15: error: the tube words.tube.yaml has no input "shot" of the scope tube',
        '  hint: did you mean "shout"?',
      ].join('\n'),
    );
  });

  test('tells the faults of assets', async () => {
    const pipeline = `
assets:
  one: { type: ./nodes.js#NODES }
  two: { type: ./nodes.js#Counter, params: { start: 3 } }
  three: { type: ./nodes.js#info }
tasks:
  shell: { run: "true", assets: [two] }
  call: { function: ./nodes.js#info, assets: [four, key] }
`;
    const files = { 'nodes.js': `${NODES}\nexport const NODES = 3;`, 'pipeline.yaml': pipeline };
    expect(await checked(files)).toBe(
      [
        'pipeline.yaml:3:16: error: ./nodes.js#NODES is of type number, not a function or class',
        'pipeline.yaml:4:46: error: ./nodes.js#Counter takes no parameter "start"',
        'pipeline.yaml:7:25: error: `assets` goes with `function` or `tube`',
        'pipeline.yaml:8:47: error: there is no asset "four"',
        'pipeline.yaml:8:53: error: an asset cannot be handed as "key": every job is told something by that name',
      ].join('\n'),
    );
  });
});

const SESSIONS = {
  'pipeline.yaml': `
params: { dialect: plain }
assets:
  db: { type: ./db.js#openDb, params: { path: calls.log, dialect: "{{ dialect }}" } }
  idle: { type: ./db.js#openDb, params: { path: idle.log } }
  pool: { type: ./db.js#pool }
tasks:
  words:
    tube: ./words.tube.yaml
    inputs: { book: "books/{name}.txt" }
    outputs: { out: "build/words/{name}.txt" }
    assets: [db]
  tell:
    function: ./db.js#tell
    inputs: { word: "build/words/{name}.txt" }
    outputs: { told: "build/told/{name}.txt" }
    assets: [pool, db]
`,
  'words.tube.yaml': `
input:
  book: { type: file, scope: process }
  db: { type: object, scope: process }
nodes:
  text: { type: ./db.js#text, depends: [{ book: input.book }, { db: input.db }] }
  out: { type: return, depends: text.value }
`,
  'db.js': `
import { appendFileSync, existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
const say = (path, text) => appendFileSync(path, text + '\\n');
export async function* openDb(path, dialect = 'none') {
  say(path, 'open db ' + dialect);
  yield { say: (text) => say(path, text) };
  await pause(1);
  say(path, 'close db');
}
export function* pool() { say('calls.log', 'open pool'); yield {}; say('calls.log', 'close pool'); }
export async function text(book, db) { db.say('words ' + book.key); return book.text(); }
export async function tell({ word, told, db, pool, key }) {
  db.say('tell ' + word.key);
  if (existsSync('break-' + key)) throw new Error('broken');
  if (existsSync('wait-' + key)) { db.say('waits'); while (!existsSync('go')) await pause(5); }
  await told.text(typeof pool);
}
`,
  'books/a.txt': 'plum\n',
  'books/b.txt': 'fig\n',
};
const calls = (books: Project): string[] =>
  existsSync(books.path('calls.log')) ? books.read('calls.log').split('\n').slice(0, -1) : [];

describe('assets of a pipeline', () => {
  test('are opened at their first use, shared by functions and tubes, and closed in the reverse order', async () => {
    const books = project(SESSIONS);
    expect((await books.build('-j2')).status).toBe(0);
    // Which of two books comes first is nobody's to say.
    expect(calls(books).map((line) => line.replace(/ [ab]$/, ''))).toEqual([
      'open db plain',
      'words',
      'words',
      'open pool',
      'tell',
      'tell',
      'close pool',
      'close db',
    ]);
    expect(books.tree()).toMatchObject({ 'build/told/a.txt': 'object' });
    expect(() => books.read('idle.log')).toThrow();
    expect((await books.build()).events.some((event) => event.type === 'job-start')).toBe(false);
    expect(calls(books)).toHaveLength(8);
  });

  test('count: what they are made from is part of the definition of the tasks that use them', async () => {
    const books = project(SESSIONS);
    await books.build();
    const { summary } = await books.build('--param', 'dialect=fancy');
    expect(summary?.tasks.map(({ succeeded }) => succeeded)).toEqual([2, 2]);
    expect(calls(books)).toContain('open db fancy');
  });

  test('are closed after a failure', async () => {
    const books = project({ ...SESSIONS, 'break-a': '' });
    expect((await books.build()).status).toBe(1);
    expect(calls(books).slice(-2)).toEqual(['close pool', 'close db']);
  });

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('are closed after %s', async (name) => {
    const books = project({ ...SESSIONS, 'wait-a': '' });
    const building = books.start(['build', '-j1', 'tell']);
    await until('the job waits', () => calls(books).includes('waits'));
    building.kill(name);
    // The first Ctrl-C lets the job end.
    if (name === 'SIGINT') books.put('go', '');
    expect((await building.done).status).toBe(130);
    expect(calls(books).slice(-2)).toEqual(['close pool', 'close db']);
  });

  test('one that cannot be opened fails its jobs by name; one that cannot be closed is told, and the others are', async () => {
    const books = project({
      ...SESSIONS,
      'db.js': SESSIONS['db.js'].replace("say('calls.log', 'close pool');", "throw new Error('stuck');"),
    });
    const built = await books.build();
    expect(built.status).toBe(0);
    expect(built.warnings).toEqual(['asset-not-closed']);
    expect(calls(books).at(-1)).toBe('close db');

    books.put(
      'db.js',
      SESSIONS['db.js'].replace("say(path, 'open db ' + dialect);", "throw new Error('no route');"),
    );
    const failed = await books.build('-k');
    expect(failed.status).toBe(1);
    expect(JSON.stringify(failed.events)).toContain('the asset db cannot be opened: no route');
  });
});
