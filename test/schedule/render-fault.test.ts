// A value that does not fit a template fails its job, and the place of the expression is told: file, line and column.
import { expect, test } from 'vitest';
import { project } from '../rig.ts';
import { say } from '../session/call.ts';

const BOOK = 'title: Emma\npages: [1, 2]\n';

test.for([
  [
    'run: |',
    '      echo a\n      echo {{ book.author }} > {{ card }}',
    'pipeline.yaml:9:15',
    '"book.author"',
  ],
  ['run: "echo \\"{{ book.author.name }}\\" > {{ card }}"', '', 'pipeline.yaml:7:21', '"book.author"'],
  ['exec: [sh, -c, "x {{ book.author }}"]', '', 'pipeline.yaml:7:26', '"book.author"'],
  ['env: { BY: "{{ book.author }}" }', '    run: touch {{ card }}', 'pipeline.yaml:7:20', '"book.author"'],
  ['run: "echo {{ book.pages | join: book.by }} > {{ card }}"', '', 'pipeline.yaml:7:', 'book.by'],
  [
    'run: "{% for one in book.chapters %}x{% endfor %} > {{ card }}"',
    '',
    'pipeline.yaml:7:',
    'book.chapters',
  ],
] as const)('%s %s: %s', async ([first, rest, at, about]) => {
  const desk = project({
    'pipeline.yaml': `repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
tasks:
  card:
    inputs: { book: books }
    outputs: { card: "build/{key}.txt" }
    ${first}
${rest}
`,
    'books/emma.yaml': BOOK,
  });
  const failure = (await desk.build()).summary?.failures[0]?.failure;
  expect(failure).toMatchObject({ type: 'render', message: expect.stringContaining(about) });
  expect(failure?.type === 'render' && failure.at).toContain(at);
});

test('the place is that of the task that fails, where two have the same text; and of a recipe, the recipe file', async () => {
  const desk = project({
    'pipeline.yaml': `repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  films: { type: yaml, path: "films/{key}.yaml" }
tasks:
  one:
    inputs: { it: books }
    outputs: { card: "build/one/{key}.txt" }
    run: echo {{ it.author }} > {{ card }}
  two:
    inputs: { it: films }
    outputs: { card: "build/two/{key}.txt" }
    run: echo {{ it.author }} > {{ card }}
  three:
    use: ./card.recipe.yaml
    inputs: { it: films }
    outputs: { card: "build/three/{key}.txt" }
`,
    'card.recipe.yaml': `inputs: { it: { kind: record } }
outputs: { card: { kind: path } }
run: echo {{ it.author }} > {{ card }}
`,
    'books/emma.yaml': 'author: austen\n',
    'films/emma.yaml': 'by: nobody\n',
  });
  const said = (await say(desk, 'build -k')).out;
  expect(said).toContain('cannot be filled in: pipeline.yaml:12:18: ');
  expect(said).toContain('cannot be filled in: card.recipe.yaml:3:14: ');
  expect(said).not.toContain('pipeline.yaml:8:');
});

test('so it is for the condition of a filter and the value of a map', async () => {
  const desk = project({
    'pipeline.yaml': `repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  named: { type: map, of: books, value: "by {{ author.name }}" }
  known:
    type: filter
    of: books
    where: "pages | append: author"
tasks:
  one: { inputs: { it: named }, outputs: { card: "build/one/{key}" }, run: "echo {{ it }} > {{ card }}" }
  two: { inputs: { it: known }, outputs: { card: "build/two/{key}" }, run: "touch {{ card }}" }
`,
    'books/emma.yaml': 'title: Emma\npages: 400\n',
  });
  const said = (await say(desk, 'build -k')).out;
  expect(said).toContain('named has no value: pipeline.yaml:3:48: there is no "author" here');
  expect(said).toMatch(/cannot be tested: pipeline\.yaml:7:\d+: there is no "author" here/);
});
