// A task that writes a `fallback`: a fan-out, and repositories whose members lie packed. What the first refuses goes to the
// other, and moves back when it is good again.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildHere } from '../right/in-process.ts';
import { project, type Project } from '../rig.ts';
import { pipe } from '../session/call.ts';

const schema = JSON.stringify({ type: 'object', required: ['title'] });

async function build(desk: Project): Promise<readonly string[]> {
  const { summary, ran } = await buildHere(desk);
  expect(summary.failures.map(({ failure }) => failure)).toEqual([]);
  return ran;
}

test('a fan-out: each member by itself', async () => {
  const desk = project({
    'card.schema.json': schema,
    'in/box.txt': 'title: Emma\nno title here\n',
    'pipeline.yaml': `
repositories:
  good: { type: yaml, path: "build/good/{box}/{n}.yaml", schema: ./card.schema.json }
  rest: { type: file, path: "build/rest/{box}/{n}.txt" }
  cards: { type: fallback, of: good, fallback: rest }
tasks:
  cut:
    inputs: { box: "in/{box}.txt" }
    outputs: { card: { to: cards, keys: "{key}/*" } }
    run: job cut; n=0; while read -r line; do n=$((n+1)); echo "$line" > {{ card }}/$n.yaml; done < {{ box }}
  list:
    inputs: { rest: { from: rest, keys: "*", min: 0 } }
    outputs: { list: build/list }
    run: job list; for file in {{ rest }}; do cat $file; done > {{ list }}
`,
  });
  expect(await build(desk)).toEqual(['cut', 'list']);
  expect(desk.tree()).toEqual({
    'build/good/box/1.yaml': 'title: Emma\n',
    'build/list': 'no title here\n',
    'build/rest/box/2.txt': 'no title here\n',
  });
  expect((await pipe(desk, ['ls', 'cards'])).out).toBe('box/1\nbox/2\n');
  expect(await build(desk)).toEqual([]);
  desk.put('in/box.txt', 'title: Emma\ntitle: Persuasion\n');
  expect(await build(desk)).toEqual(['cut', 'list']);
  expect(Object.keys(desk.tree())).toEqual(['build/good/box/1.yaml', 'build/good/box/2.yaml', 'build/list']);
  expect(await build(desk)).toEqual([]);
});

test('what a record repository refuses is compressed', async () => {
  const desk = project({
    'card.schema.json': schema,
    'in/a': 'title: Emma\n',
    'in/b': 'no title here\n',
    'pipeline.yaml': `
repositories:
  good: { type: yaml, path: "build/good/{key}.yaml", schema: ./card.schema.json }
  rest: { type: compressed, path: "build/rest/{key}.txt.gz" }
  cards: { type: fallback, of: good, fallback: rest }
tasks:
  card: { inputs: { in: "in/{key}" }, outputs: { card: cards }, run: "job card/{{ key }}; cp {{ in }} {{ card }}" }
  show: { inputs: { rest: rest }, outputs: { show: "build/show/{key}" }, run: "cp {{ rest }} {{ show }}" }
`,
  });
  expect(await build(desk)).toEqual(['card/a', 'card/b']);
  expect(Object.keys(desk.tree())).toEqual(['build/good/a.yaml', 'build/rest/b.txt.gz', 'build/show/b']);
  expect(gunzipSync(readFileSync(desk.path('build/rest/b.txt.gz'))).toString()).toBe('no title here\n');
  expect(desk.read('build/show/b')).toBe('no title here\n');
  expect(await build(desk)).toEqual([]);
  desk.put('in/b', 'title: Persuasion\n');
  expect(await build(desk)).toEqual(['card/b']);
  expect(Object.keys(desk.tree())).toEqual(['build/good/a.yaml', 'build/good/b.yaml']);
});

test('what cannot be packed goes to the other as it is', async () => {
  const desk = project({
    'in/a': 'x',
    'pipeline.yaml': `
repositories:
  boxes: { type: tar, path: "build/boxes/{key}.tar" }
  rest: { type: file, path: "build/rest/{key}" }
  either: { type: fallback, of: boxes, fallback: rest }
tasks:
  put: { inputs: { in: "in/{key}" }, outputs: { out: either }, run: "cp {{ in }} {{ out }}" }
`,
  });
  await build(desk);
  expect(desk.tree()).toEqual({ 'build/rest/a': 'x' });
});
