// Priorities: who starts first, where the number comes from, and what is said when there is none.
import { describe, expect, test } from 'vitest';
import { project, type Project } from '../rig.ts';
import { starts } from './overlap.ts';

const books = { 'books/a.txt': 'a', 'books/b.txt': 'bbbb', 'books/c.txt': 'cc' };

function shelf(priority: string, more = ''): Project {
  return project({
    ...books,
    'pipeline.yaml': `params: { weight: 2 }
tasks:
  read:
    inputs: { book: "books/{key}.txt" }
    outputs: { out: "build/{key}" }
    priority: ${priority}
    run: job read {{ key }}; cp {{ book }} {{ out }}
${more}`,
  });
}

async function order(desk: Project): Promise<string[]> {
  const done = await desk.build('-j1');
  expect(done.status).toBe(0);
  return starts(done.events);
}

describe('a priority', () => {
  test('row 25: of a higher number goes first across tasks; ties go by task, then key', async () => {
    const other = (name: string, priority: number): string =>
      `  ${name}: { inputs: { book: "books/{key}.txt" }, priority: ${priority}, run: job ${name} }\n`;
    expect(await order(shelf('1', other('late', -2.5) + other('first', 2) + other('tied', 1)))).toEqual(
      ['first', 'read', 'tied', 'late'].flatMap((task) => ['a', 'b', 'c'].map((key) => `${task}/${key}`)),
    );
  });

  test('may be a template over what the job reads', async () => {
    expect(await order(shelf('"{{ book.size }}"'))).toEqual(['read/b', 'read/c', 'read/a']);
    expect(await order(shelf('"{{ weight | times: book.size | times: -1 }}"'))).toEqual([
      'read/a',
      'read/c',
      'read/b',
    ]);
    expect(await order(shelf(`"{% if key == 'c' %}1{% else %}0{% endif %}"`))).toEqual([
      'read/c',
      'read/a',
      'read/b',
    ]);
  });

  test('may come from a record', async () => {
    const desk = project({
      'authors/a.yaml': 'rank: 1',
      'authors/b.yaml': 'rank: 3.5',
      'authors/c.yaml': '{}',
      'pipeline.yaml': `repositories:
  authors: { type: yaml, path: "authors/{key}.yaml" }
tasks:
  read: { inputs: { author: authors }, priority: "{{ author.rank | default: 2 }}", run: job read }
`,
    });
    expect(await order(desk)).toEqual(['read/b', 'read/c', 'read/a']);
  });

  test('may be a function of the same handles as a job has', async () => {
    const desk = shelf('{ function: ./rank.ts#byLength }');
    desk.put(
      'rank.ts',
      'export async function byLength({ key, book, params }) { return key === "a" ? 100 : (await book.text()).length; }\n',
    );
    expect(await order(desk)).toEqual(['read/a', 'read/b', 'read/c']);
    // It is asked anew, and makes nothing out of date.
    desk.put('rank.ts', 'export const byLength = ({ book }) => -book.path.length;\n');
    expect(await order(desk)).toEqual([]);
    desk.put('books/aa.txt', 'new');
    desk.put('books/b.txt', 'changed');
    expect(await order(desk)).toEqual(['read/b', 'read/aa']);
  });

  test('is no part of the definition, and neither is what its template names', async () => {
    const desk = shelf('"{{ weight }}"');
    expect(await order(desk)).toHaveLength(3);
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('weight: 2', 'weight: 3'));
    expect(await order(desk)).toEqual([]);
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('"{{ weight }}"', '7'));
    expect(await order(desk)).toEqual([]);
  });

  test('row 46: that cannot be worked out fails the job, with its place', async () => {
    const named = await shelf('"{{ book.stem }}"').build('-k');
    expect(named.status).toBe(1);
    expect(named.ran).toEqual([]);
    expect(named.summary?.failures[0]?.failure).toEqual({
      type: 'exception',
      message: 'its priority cannot be worked out (pipeline.yaml:6:15): "a" is no number',
    });
  });

  test.for([
    ['throw new Error("no idea")', 'no idea'],
    ['return "high"', '"high" is no number'],
    ['return undefined', 'nothing is no number'],
    ['process.exit(3)', 'the function ended its process with status 3'],
  ])('by a function that says: %s', async ([body, message]) => {
    const desk = shelf('{ function: ./rank.js }');
    desk.put('rank.js', `export default function rank() { ${body} }\n`);
    const done = await desk.build('-k');
    expect(done).toMatchObject({ status: 1, ran: [] });
    expect(done.summary?.failures).toHaveLength(3);
    expect(done.summary?.failures[0]?.failure).toMatchObject({
      message: `its priority cannot be worked out (pipeline.yaml:6:15): ${message}`,
    });
  });
});
