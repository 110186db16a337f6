// `map` with a function: other values for the members of a repository, made by code.
import { expect, test } from 'vitest';
import { buildHere } from '../right/in-process.ts';
import { project } from '../rig.ts';
import { pipe } from '../session/call.ts';

const pipeline = `
repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  titles: { type: map, of: books, function: ./title.ts#title, where: "year > 1800" }
  texts: { type: file, path: "texts/{key}.txt" }
  sizes: { type: map, of: texts, function: ./size.ts }
tasks:
  print:
    inputs: { title: titles }
    outputs: { print: "build/{key}.txt" }
    run: job print/{{ key }}; echo "{{ title.short }} {{ title.words }}" > {{ print }}
  count:
    inputs: { size: sizes }
    outputs: { count: "build/{key}.count" }
    run: job count/{{ key }}; echo {{ size }} > {{ count }}
`;

test('the value is what the function returns; only what it changes runs again', async () => {
  const desk = project({
    'books/emma.yaml': 'title: Emma Woodhouse\nyear: 1815',
    'books/candide.yaml': 'title: Candide\nyear: 1759',
    'texts/a.txt': 'abc',
    'words.ts': 'export const words = (text: string): number => text.split(" ").length;\n',
    'title.ts': `
import { words } from './words.ts';
export async function title({ key, value }: { key: string; value: { title: string } }) {
  return { short: value.title.slice(0, 4), words: words(value.title) };
}
`,
    'size.ts': `
import { readFileSync } from 'node:fs';
export default ({ path }: { path: string }) => readFileSync(path, 'utf8').length;
`,
    'pipeline.yaml': pipeline,
  });
  expect((await buildHere(desk)).ran).toEqual(['count/a', 'print/emma']);
  expect([desk.read('build/emma.txt'), desk.read('build/a.count')]).toEqual(['Emma 2\n', '3\n']);
  expect((await desk.build()).ran).toEqual([]);
  expect((await desk.build()).ran).toEqual([]);
  expect(JSON.parse((await pipe(desk, ['cat', 'titles', 'emma', '--json'])).out)).toMatchObject({
    value: { short: 'Emma', words: 2 },
  });

  // Another record with the same value runs nothing; another value does, and so does another function.
  desk.put('books/emma.yaml', 'title: Emma Knightley\nyear: 1816');
  expect((await desk.build()).ran).toEqual([]);
  desk.put('texts/a.txt', 'xyz');
  expect((await desk.build()).ran).toEqual([]);
  desk.put('texts/a.txt', 'wxyz');
  expect((await desk.build()).ran).toEqual(['count/a']);
  desk.put('words.ts', 'export const words = (text: string): number => text.length;\n');
  expect((await desk.build()).ran).toEqual(['print/emma']);
  expect(desk.read('build/emma.txt')).toBe('Emma 14\n');
});

test('a function that throws fails the jobs that need its value, with its words', async () => {
  const desk = project({
    'texts/a.txt': 'x',
    'size.ts': "export default () => { throw new Error('no ruler'); };\n",
    'title.ts': 'export const title = 1;\n',
    'pipeline.yaml': pipeline,
  });
  const { status, summary } = await desk.build();
  expect(status).toBe(1);
  expect(summary?.failures.map(({ job, failure }) => [job.key, failure])).toEqual([
    ['a', { type: 'system', code: 'no-value', message: 'the function of sizes failed for a: no ruler' }],
  ]);
});

test('a value that cannot be made takes nothing away: what was made of the earlier one stays', async () => {
  const desk = project({
    'books/emma.yaml': 'title: Emma',
    'pipeline.yaml': `
repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  titles: { type: map, of: books, value: "{{ title }}!" }
tasks:
  print: { inputs: { title: titles }, outputs: { print: "build/{key}" }, run: "echo {{ title }} > {{ print }}" }
`,
  });
  await buildHere(desk);
  desk.put('books/emma.yaml', 'name: Emma');
  const { summary } = await buildHere(desk);
  expect([summary.outcome, summary.pruned]).toEqual(['failed', 0]);
  expect(desk.read('build/emma')).toBe('Emma!\n');
});

test.each([
  ['{ type: map, of: "a/{key}" }', '3:3'],
  ['{ type: map, of: "a/{key}", value: x, function: ./x.ts }', '3:45'],
  ['{ type: map, of: "a/{key}", function: ./none.ts }', '3:45'],
])('a fault at its place: %s', async (repository, place) => {
  const desk = project({
    'pipeline.yaml': `# maps\nrepositories:\n  it: ${repository}\ntasks: { a: { run: "true" } }\n`,
  });
  const { code, error } = await pipe(desk, ['check']);
  expect(code).toBe(2);
  expect(error).toMatch(new RegExp(`^pipeline.yaml:${place}: error`));
});
