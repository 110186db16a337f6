// A failure leaves unknown what the failed job would have made, and nothing else.
import { expect, test } from 'vitest';
import { project } from '../rig.ts';

test('a failed job holds back no group that it cannot write to, though another of its outputs has keys of its own', async () => {
  const desk = project({
    'pipeline.yaml': `tasks:
  split:
    inputs: { book: "books/{key}.txt" }
    outputs:
      pages: { to: "pages/{book}/{page}.txt", keys: "{key}/*" }
      note: "parts/notes/{key}.txt"
    run: job split {{ key }}; test {{ key }} != bad; cp {{ book }} {{ note }}; cp {{ book }} {{ pages.dir }}/1.txt
  title:
    inputs: { book: "books/{key}.txt" }
    outputs: { title: "parts/titles/{key}.txt" }
    run: job title {{ key }}; cp {{ book }} {{ title }}
  collect:
    inputs: { parts: { from: "parts/{kind}/{name}.txt", keys: "{key}/*" } }
    outputs: { all: "all/{key}.txt" }
    run: job collect {{ key }}; cat {{ parts }} > {{ all }}
`,
    'books/good.txt': 'good\n',
    'books/bad.txt': 'bad\n',
  });
  const built = await desk.build('-k');
  expect(built.status).toBe(1);
  expect(built.ran).toEqual(['collect titles', 'split bad', 'split good', 'title bad', 'title good']);
  expect(desk.read('all/titles.txt')).toBe('bad\ngood\n');
});
