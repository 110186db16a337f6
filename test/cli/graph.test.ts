import { expect, test } from 'vitest';
import type { Plan } from '../../engine/index.ts';
import { pipelineGraph } from '../../cli/graph/graph.ts';
import { drive } from './drive.ts';
import { booksPlan } from './fake-session.ts';

test('mermaid: tasks are boxes, repositories cylinders, edges are links', async () => {
  const { code, stdout } = await drive('graph');
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      'flowchart LR',
      '  r0[("books/{key}.txt")]',
      '  r1[("build/counts/{key}.txt")]',
      '  r2[("build/counts/*.txt")]',
      '  r3[("build/total.txt")]',
      '  t0["count"]',
      '  t1["total"]',
      '  r1 -.-> r2',
      '  r0 -->|"book"| t0',
      '  t0 -->|"count"| r1',
      '  r2 -->|"counts (all)"| t1',
      '  t1 -->|"total"| r3',
      '',
    ].join('\n'),
  );
});

test('dot', async () => {
  const { stdout } = await drive('graph --format dot');
  expect(stdout).toBe(
    [
      'digraph "books" {',
      '  rankdir=LR;',
      '  node [fontname="sans-serif"];',
      '  r0 [shape=cylinder, label="books/{key}.txt"];',
      '  r1 [shape=cylinder, label="build/counts/{key}.txt"];',
      '  r2 [shape=cylinder, label="build/counts/*.txt"];',
      '  r3 [shape=cylinder, label="build/total.txt"];',
      '  t0 [shape=box, label="count"];',
      '  t1 [shape=box, label="total"];',
      '  r1 -> r2 [label="", style=dashed];',
      '  r0 -> t0 [label="book", style=solid];',
      '  t0 -> r1 [label="count", style=solid];',
      '  r2 -> t1 [label="counts (all)", style=solid];',
      '  t1 -> r3 [label="total", style=solid];',
      '}',
      '',
    ].join('\n'),
  );
});

test('json', async () => {
  const { stdout } = await drive('graph --format json');
  expect(JSON.parse(stdout)).toEqual(pipelineGraph(booksPlan()));
});

test('names that mean something to a format are spelled so that they do not', async () => {
  const plan: Plan = {
    ...booksPlan(),
    name: 'a "b" \\ c',
    tasks: booksPlan().tasks.map((task) => ({ ...task, description: 'says "hi" <b>|#\\' })),
  };
  expect((await drive('graph', { plan })).stdout).toContain(
    't0["count<br>says #34;hi#34; #60;b#62;#124;#35;\\"]',
  );
  const { stdout } = await drive('graph --format dot', { plan });
  expect(stdout).toContain(String.raw`digraph "a \"b\" \\ c" {`);
  expect(stdout).toContain(String.raw`label="count\nsays \"hi\" <b>|#\\"];`);
});

test('combinators, gates, status links and selectors', () => {
  const plan = booksPlan();
  const count = plan.tasks[0]!;
  const [book] = count.links;
  const at = plan.repositories[0]!.at;
  const graph = pipelineGraph({
    ...plan,
    repositories: [
      ...plan.repositories,
      {
        id: 4,
        name: 'long',
        type: 'filter',
        at,
        fields: [],
        writers: [],
        allowDeletes: false,
        where: 'size > 9',
        children: [{ name: 'of', repository: 0 }],
      },
      { id: 5, name: 'notes', type: 'memory', at, fields: [], writers: [], acceptStrays: false },
    ],
    tasks: [
      {
        ...count,
        links: [
          { ...book!, name: 'stop', isInput: false, requiredForStart: false, inhibitsStart: true },
          { ...book!, name: 'author', select: { type: 'join', link: 'book', path: ['author', 'id'] } },
          { ...book!, name: 'pages', select: { type: 'keys', pattern: '{key}/*' } },
          { ...book!, name: 'first', select: { type: 'key', template: '{key}/1' } },
          { ...book!, name: 'log', repository: 5, isInput: false, requiredForStart: false, isStatus: true },
        ],
      },
    ],
  });
  expect(graph.edges).toEqual([
    { from: 'r1', to: 'r2', label: '', kind: 'same' },
    { from: 'r0', to: 'r4', label: 'of', kind: 'child' },
    { from: 'r0', to: 't0', label: 'stop', kind: 'gate' },
    { from: 'r0', to: 't0', label: 'author (book.author.id)', kind: 'data' },
    { from: 'r0', to: 't0', label: 'pages ({key}/*)', kind: 'data' },
    { from: 'r0', to: 't0', label: 'first ({key}/1)', kind: 'data' },
    { from: 't0', to: 'r5', label: 'log', kind: 'status' },
  ]);
});
