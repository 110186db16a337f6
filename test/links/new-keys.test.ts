// Outputs under keys that are only known when they are there: `keys: digest`, siblings with `cokeyed`, `values` for records.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildHere } from '../right/in-process.ts';
import { project, type Project } from '../rig.ts';
import { pipe } from '../session/call.ts';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

async function build(desk: Project): Promise<readonly string[]> {
  const { summary, ran } = await buildHere(desk);
  expect(summary.failures.map(({ failure }) => failure)).toEqual([]);
  expect(summary.outcome).toBe('done');
  return ran;
}

const words = `
repositories:
  books: { type: file, path: "books/{key}.txt" }
  words: { type: file, path: "build/words/{digest}.txt" }
tasks:
  split:
    inputs: { book: books }
    outputs: { word: { to: words, keys: digest } }
    run: |
      job split/{{ key }}
      for word in $(cat {{ book }}); do printf '%s' "$word" > {{ word }}/"$word"; done
  shout:
    inputs: { word: words }
    outputs: { loud: "build/loud/{digest}.txt" }
    run: job shout/$(cat {{ word }}); tr a-z A-Z < {{ word }} > {{ loud }}
  total:
    inputs: { words: { from: words, keys: "*" } }
    outputs: { total: build/total.txt }
    run: job total; cat {{ words }} | wc -c > {{ total }}
`;

test('a member’s key is the digest of its content; equal contents of several jobs are one member', async () => {
  const desk = project({ 'books/a.txt': 'the cat', 'books/b.txt': 'the dog', 'pipeline.yaml': words });
  expect(await build(desk)).toEqual(['shout/cat', 'shout/dog', 'shout/the', 'split/a', 'split/b', 'total']);
  expect(readdirSync(desk.path('build/words')).toSorted()).toEqual(
    ['the', 'cat', 'dog'].map((word) => `${sha(word)}.txt`).toSorted(),
  );
  expect(desk.read(`build/words/${sha('the')}.txt`)).toBe('the');
  expect(await build(desk)).toEqual([]);

  // The word that both have stays as long as one of them has it.
  desk.put('books/a.txt', 'a cat');
  expect(await build(desk)).toEqual(['shout/a', 'split/a', 'total']);
  expect(readdirSync(desk.path('build/words'))).toHaveLength(4);
  desk.remove('books/b.txt');
  expect(await build(desk)).toEqual(['total']);
  expect(readdirSync(desk.path('build/loud')).toSorted()).toEqual(
    ['a', 'cat'].map((word) => `${sha(word)}.txt`).toSorted(),
  );
  expect(await build(desk)).toEqual([]);

  // An edit by hand is mended: the member is what its key says.
  desk.put(`build/words/${sha('cat')}.txt`, 'dog');
  expect(await build(desk)).toEqual(['split/a']);
  expect(desk.read(`build/words/${sha('cat')}.txt`)).toBe('cat');
});

test('content keys over compressed files and records, from a function too', async () => {
  const desk = project({
    'books/a.txt': 'the cat',
    'split.ts': `
export async function split({ book, word, record }) {
  for (const each of (await book.text()).split(' ')) {
    await word.write(each, each);
    await record.write(each, { word: each, length: each.length });
  }
}
`,
    'pipeline.yaml': `
repositories:
  words: { type: compressed, path: "build/words/{digest}.txt.gz" }
  records: { type: json, path: "build/records/{digest}.json" }
tasks:
  split:
    inputs: { book: "books/{key}.txt" }
    outputs: { word: { to: words, keys: digest }, record: { to: records, keys: digest } }
    function: ./split.ts#split
`,
  });
  await build(desk);
  const packed = readFileSync(desk.path(`build/words/${sha('cat')}.txt.gz`));
  expect(gunzipSync(packed).toString()).toBe('cat');
  const records = Object.values(desk.tree('build/records')).map((text) => JSON.parse(text) as unknown);
  expect(records).toContainEqual({ word: 'cat', length: 3 });
  expect(records).toHaveLength(2);
});

const crashes = `
repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  crashes: { type: file, path: "build/crashes/{digest}.bin" }
  notes: { type: yaml, path: "build/notes/{digest}.yaml" }
  traces: { type: file, path: "build/traces/{digest}.txt" }
tasks:
  fuzz:
    inputs: { book: books }
    outputs:
      crash: { to: crashes, keys: digest }
      note:
        to: notes
        cokeyed: crash
        values: { found_by: "{{ task }}/{{ key }}", complex: { thing: true, year: "{{ book.year }}" }, tags: [new] }
      trace: { to: traces, cokeyed: crash, required_for_success: false }
    run: |
      job fuzz/{{ key }}
      printf one > {{ crash }}/x; printf two > {{ crash }}/y
      printf 'complex: { mine: 1 }\\ntags: [own]\\nfound_by: me\\n' > {{ note }}/y
      echo trace > {{ trace }}/x
  read:
    inputs: { crash: crashes, note: notes }
    outputs: { report: "build/reports/{digest}.txt" }
    run: echo {{ note.found_by }} > {{ report }}
`;

test('cokeyed siblings share the new key; values fill in what the job has not written', async () => {
  const desk = project({ 'books/emma.yaml': 'year: 1815', 'pipeline.yaml': crashes });
  expect(await build(desk)).toEqual(['fuzz/emma']);
  const note = (text: string): unknown => parse(desk.read(`build/notes/${sha(text)}.yaml`));
  expect(note('one')).toEqual({ found_by: 'fuzz/emma', complex: { thing: true, year: 1815 }, tags: ['new'] });
  expect(note('two')).toEqual({
    complex: { mine: 1, thing: true, year: 1815 },
    tags: ['own', 'new'],
    found_by: 'me',
  });
  expect(desk.tree('build/traces')).toEqual({ [`build/traces/${sha('one')}.txt`]: 'trace\n' });
  expect(desk.tree('build/reports')).toEqual({
    [`build/reports/${sha('one')}.txt`]: 'fuzz/emma\n',
    [`build/reports/${sha('two')}.txt`]: 'me\n',
  });
  expect(await build(desk)).toEqual([]);

  // What another job finds as well keeps the siblings of the first.
  desk.put('books/persuasion.yaml', 'year: 1817');
  expect(await build(desk)).toEqual(['fuzz/persuasion']);
  expect(note('one')).toMatchObject({ found_by: 'fuzz/emma' });
  expect(await build(desk)).toEqual([]);

  // Other values are another definition.
  desk.put('pipeline.yaml', crashes.replace('[new]', '[newer]'));
  expect(await build(desk)).toEqual(['fuzz/emma', 'fuzz/persuasion']);
  expect(note('one')).toMatchObject({ tags: ['newer'] });
  expect(await build(desk)).toEqual([]);
});

test('a sibling that is missing, or belongs to nothing, fails the job and is named', async () => {
  const pipeline = (run: string): string => `
repositories:
  crashes: { type: file, path: "build/crashes/{digest}.bin" }
  traces: { type: file, path: "build/traces/{digest}.txt" }
tasks:
  fuzz:
    outputs: { crash: { to: crashes, keys: digest }, trace: { to: traces, cokeyed: crash } }
    run: ${run}
`;
  const desk = project({ 'pipeline.yaml': pipeline('echo > {{ crash }}/x; true {{ trace }}') });
  const failure = async () => (await buildHere(desk)).summary.failures[0]?.failure;
  expect(await failure()).toEqual({ type: 'missing-output', link: 'trace', path: 'x' });
  desk.put('pipeline.yaml', pipeline('echo > {{ crash }}/x; echo > {{ trace }}/x; echo > {{ trace }}/z'));
  expect(await failure()).toMatchObject({ type: 'unexpected-output', link: 'trace', path: 'z' });
  desk.put('pipeline.yaml', pipeline('ln -s /etc/hosts {{ crash }}/x; true {{ trace }}'));
  expect(await failure()).toMatchObject({ type: 'invalid-output', link: 'crash', path: 'x' });
  expect(desk.tree()).toEqual({});
});

test('a single record and a fan-out are completed as well; a record that cannot be read is told', async () => {
  const desk = project({
    'books/emma.txt': 'x',
    'pipeline.yaml': `
repositories:
  cards: { type: json, path: "build/cards/{key}.json" }
  pages: { type: yaml, path: "build/pages/{book}/{page}.yaml" }
tasks:
  card:
    inputs: { book: "books/{key}.txt" }
    outputs:
      card: { to: cards, values: { book: "{{ key }}", path: "{{ book }}" } }
      page: { to: pages, keys: "{key}/*", values: { book: "{{ key }}" } }
    run: |
      echo '{"title":"Emma"}' > {{ card }}
      echo 'n: 1' > {{ page }}/1.yaml; : > {{ page }}/2.yaml
`,
  });
  await build(desk);
  expect(JSON.parse(desk.read('build/cards/emma.json'))).toEqual({
    title: 'Emma',
    book: 'emma',
    path: 'books/emma.txt',
  });
  expect(parse(desk.read('build/pages/emma/1.yaml'))).toEqual({ n: 1, book: 'emma' });
  expect(parse(desk.read('build/pages/emma/2.yaml'))).toEqual({ book: 'emma' });
  desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace(`'{"title":"Emma"}'`, `'{"title"'`));
  const [failed] = (await buildHere(desk)).summary.failures;
  expect(failed?.failure).toMatchObject({ type: 'invalid-output', link: 'card' });
});

test.each([
  [
    '{ to: "build/x/{key}/{n}", keys: digest }',
    '`keys: digest` needs a repository of files whose path has one field',
  ],
  ['{ to: "build/x/{digest}", keys: digest, key: "{key}" }', 'a link has `key` or `keys`, not both'],
  ['{ to: "build/x/{digest}", cokeyed: none }', 'the task has no output "none" with `keys: digest`'],
  [
    '{ to: "build/x/{digest}", keys: digest, in_place: true }',
    '`keys: digest` and `in_place` exclude each other',
  ],
  ['{ to: "build/x/{key}", values: { a: 1 } }', '`values` is for outputs that are records'],
])('a fault at its place: %s', async (output, message) => {
  const desk = project({
    'pipeline.yaml': `tasks:\n  t:\n    inputs: { book: "books/{key}.txt" }\n    outputs: { x: ${output} }\n    run: echo {{ x }}\n`,
  });
  const { code, error } = await pipe(desk, ['check']);
  expect(code).toBe(2);
  expect(error).toContain(message);
  expect(error).toMatch(/^pipeline\.yaml:4:/);
});
