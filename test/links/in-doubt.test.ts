// Members of which nobody can tell whether they are there, since a condition or what leads to them cannot be read: they
// keep their keys, fail who needs them, and nothing is removed for them.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildHere } from '../right/in-process.ts';
import { project } from '../rig.ts';
import { pipe } from '../session/call.ts';
import { watchOver } from '../watch/rig.ts';

const long = `
repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  long: { type: filter, of: books, where: "pages > 100" }
tasks:
  print: { inputs: { book: long }, outputs: { print: "build/print/{key}" }, run: "job print {{ key }}; echo {{ book.title }} > {{ print }}" }
  bind:  { inputs: { print: "build/print/{key}" }, outputs: { bound: "build/bound/{key}" }, run: "job bind {{ key }}; cp {{ print }} {{ bound }}" }
`;
const emma = 'title: Emma\npages: 400\n';
const broken = 'title: [Emma\npages: 400\n';
const books = { 'books/emma.yaml': emma, 'books/note.yaml': 'title: Note\npages: 2\n' };
const made = { 'build/bound/emma': 'Emma\n', 'build/print/emma': 'Emma\n' };
const message =
  'it is not known whether long has emma: its condition `pages > 100` cannot be tested: books/emma.yaml:';

test('a broken record under `where` fails the job of its key, blocks what follows, and removes nothing', async () => {
  const desk = project({ ...books, 'pipeline.yaml': long });
  expect((await desk.build()).ran).toEqual(['bind emma', 'print emma']);
  expect((await desk.build()).ran).toEqual([]);

  desk.put('books/emma.yaml', broken);
  // Twice, since the first leaves no snapshot by which the second would have nothing to do.
  for (const _ of [1, 2]) {
    const { status, ran, summary } = await desk.build('-k');
    expect({ status, ran, pruned: summary?.pruned }).toEqual({ status: 1, ran: [], pruned: 0 });
    expect(summary?.failures).toMatchObject([
      {
        job: { task: 'print', key: 'emma' },
        failure: {
          type: 'system',
          code: 'unknown-member',
          message: expect.stringContaining(message) as string,
        },
        blocks: 1,
      },
    ]);
    expect(desk.tree()).toEqual(made);
  }

  expect((await pipe(desk, ['ls', 'long'])).out).toBe('emma\n');
  expect((await pipe(desk, ['why', 'print/emma'])).out).toContain(`print/emma would fail: ${message}`);
  expect((await pipe(desk, ['trace', 'emma'])).out).toContain(`would fail: ${message}`);
  const removal = await pipe(desk, ['rm', 'long', 'emma']);
  expect(removal.code).not.toBe(0);
  expect(removal.error).toContain(message);
  expect(existsSync(desk.path('books/emma.yaml'))).toBe(true);

  desk.put('books/emma.yaml', emma);
  expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
  desk.put('books/emma.yaml', 'title: Emma\npages: 4\n');
  expect(await desk.build()).toMatchObject({ status: 0, summary: { pruned: 2 } });
  expect(desk.tree()).toEqual({});
});

test('in a watch it fails while it is broken, and is as before when it is mended', async () => {
  const desk = project({ ...books, 'pipeline.yaml': long });
  const { built } = await watchOver(desk);
  desk.ran();
  desk.put('books/emma.yaml', broken);
  expect(await built()).toMatchObject({ status: 1, ran: [] });
  desk.put('books/emma.yaml', `${broken}more: [\n`);
  expect(await built()).toMatchObject({ status: 1, ran: [] });
  expect(desk.tree()).toEqual(made);
  desk.put('books/emma.yaml', emma);
  expect(await built()).toMatchObject({ status: 0, ran: [] });
  desk.put('books/emma.yaml', 'title: Emma!\npages: 400\n');
  expect(await built()).toMatchObject({ status: 0, ran: ['bind emma', 'print emma'] });
});

const use = (repository: string): string => `
repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  names: { type: file, path: "names/{key}" }
  extra: { type: file, path: "extra/{key}" }
  long: { type: filter, of: books, where: "pages > 100" }
  it: ${repository}
tasks:
  print: { inputs: { it: it }, outputs: { print: "build/{key}" }, run: "job {{ key }}; echo x > {{ print }}" }
`;

test.each([
  ['a filter of a filter', '{ type: filter, of: long, where: "pages > 200" }', 'long has emma'],
  [
    'a map with a condition',
    '{ type: map, of: books, value: "{{ title }}", where: "pages > 1" }',
    'it has emma',
  ],
  ['both', '{ type: and, of: { a: names, b: long } }', 'long has emma'],
  ['either', '{ type: or, of: { a: names, b: long } }', 'long has emma'],
  ['less what is in doubt', '{ type: unless, of: names, unless: short }', 'short has emma'],
  ['what a broken record leads to', '{ type: related, of: names, translator: leads }', 'it has emma'],
  ['the value of a broken record', '{ type: and, of: { a: names, b: books } }', undefined],
])('%s: its key stays', async (_, repository, doubt) => {
  const pipeline = use(repository).replace(
    '  it:',
    '  short: { type: filter, of: books, where: "pages < 10" }\n  leads: { type: map, of: books, value: "{{ title }}" }\n  it:',
  );
  const desk = project({
    'books/emma.yaml': 'title: emma\npages: 400\n',
    'names/emma': 'x',
    'pipeline.yaml': pipeline,
  });
  expect((await buildHere(desk)).ran).toEqual(['emma']);
  desk.put('books/emma.yaml', broken);
  const { ran, summary } = await buildHere(desk);
  expect([summary.outcome, ran, summary.pruned]).toEqual(['failed', [], 0]);
  const said = doubt === undefined ? 'books/emma.yaml:' : `it is not known whether ${doubt}: `;
  expect(JSON.stringify(summary.failures)).toContain(said);
  expect(desk.tree()).toEqual({ 'build/emma': 'x\n' });
});

test('a property that is absent is nil, and the member is none; a filter that fails is no answer', async () => {
  const desk = project({ ...books, 'books/bare.yaml': 'title: Bare\n', 'pipeline.yaml': long });
  expect((await buildHere(desk)).ran).toEqual(['bind emma', 'print emma']);
  desk.put('pipeline.yaml', long.replace('pages > 100', 'title | default: name'));
  desk.put('books/emma.yaml', 'pages: 400\n');
  const { summary } = await buildHere(desk);
  expect([summary.outcome, summary.pruned]).toEqual(['failed', 0]);
  expect(JSON.stringify(summary.failures)).toMatch(
    /cannot be tested: pipeline\.yaml:\d+:\d+: there is no \\"name\\" here/,
  );
});

test('a fan-in over a member in doubt fails', async () => {
  const desk = project({
    ...books,
    'pipeline.yaml': `
repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  long: { type: filter, of: books, where: "pages > 100" }
tasks:
  list: { inputs: { books: { from: long, keys: "*" } }, outputs: { list: build/list }, run: "job list; echo {{ books | map: 'title' }} > {{ list }}" }
`,
  });
  expect((await buildHere(desk)).ran).toEqual(['list']);
  desk.put('books/note.yaml', '}');
  const { ran, summary } = await buildHere(desk);
  expect([summary.outcome, ran, summary.pruned]).toEqual(['failed', [], 0]);
  expect(JSON.stringify(summary.failures)).toContain('it is not known whether long has note');
  expect(desk.read('build/list')).toBe('Emma\n');
});
