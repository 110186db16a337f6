// Repositories made of others, through the engine: which keys they have, what they show, and which jobs a change concerns.
import { describe, expect, test } from 'vitest';
import { openPipeline } from '../../engine/index.ts';
import { RelatedIndex } from '../../engine/schedule/keys/related-index.ts';
import { buildHere } from '../right/in-process.ts';
import { project, type Project } from '../rig.ts';
import { pipe } from '../session/call.ts';

async function build(desk: Project): Promise<readonly string[]> {
  const { summary, ran } = await buildHere(desk);
  expect(summary.failures.map(({ failure }) => failure)).toEqual([]);
  expect(summary.outcome).toBe('done');
  return ran;
}

/** The messages of the faults that a pipeline is refused with. */
async function faults(desk: Project): Promise<readonly string[]> {
  const opened = await openPipeline({ cwd: desk.folder, env: {} });
  return opened.ok ? [] : opened.error.map(({ message }) => message);
}

describe('related', () => {
  const pipeline = (translator: string): string => `
repositories:
  books: { type: file, path: "books/{key}.txt" }
  authors: { type: yaml, path: "authors/{key}.yaml" }
  author_of: ${translator}
  by_book: { type: related, of: authors, translator: author_of }
tasks:
  title:
    inputs: { book: books, author: by_book }
    outputs: { title: "build/{key}.title" }
    run: job title/{{ key }}; echo "$(cat {{ book }}) by {{ author.name }}" > {{ title }}
`;
  const files = {
    'books/emma.txt': 'Emma',
    'books/persuasion.txt': 'Persuasion',
    'books/shirley.txt': 'Shirley',
    'authors/austen.yaml': 'name: Jane Austen\n',
    'authors/bronte.yaml': 'name: Charlotte\n',
  };

  test('a change of a translation or of a base member moves the jobs concerned, and no other', async () => {
    const desk = project({
      ...files,
      'of/emma.yaml': 'austen',
      'of/persuasion.yaml': 'austen',
      'of/shirley.yaml': 'bronte',
      'pipeline.yaml': pipeline('{ type: yaml, path: "of/{key}.yaml" }'),
    });
    expect(await build(desk)).toEqual(['title/emma', 'title/persuasion', 'title/shirley']);
    expect(await build(desk)).toEqual([]);
    desk.put('authors/bronte.yaml', 'name: Charlotte Brontë\n');
    expect(await build(desk)).toEqual(['title/shirley']);
    desk.put('of/emma.yaml', 'bronte');
    expect(await build(desk)).toEqual(['title/emma']);
    expect(desk.read('build/emma.title')).toBe('Emma by Charlotte Brontë\n');
    desk.put('authors/austen.yaml', 'name: J. Austen\n');
    expect(await build(desk)).toEqual(['title/persuasion']);
    // A translation to nobody takes the key away, and the output with it.
    desk.put('of/persuasion.yaml', 'nobody');
    expect(await build(desk)).toEqual([]);
    expect(Object.keys(desk.tree())).toEqual(['build/emma.title', 'build/shirley.title']);
    desk.put('authors/nobody.yaml', 'name: Nobody\n');
    expect(await build(desk)).toEqual(['title/persuasion']);
    desk.remove('authors/bronte.yaml');
    expect(await build(desk)).toEqual([]);
    expect(Object.keys(desk.tree())).toEqual(['build/persuasion.title']);
  });

  test('the translation may be a record of one field, or the text of a file', async () => {
    const desk = project({
      ...files,
      'of/emma.yaml': 'author: austen',
      'pipeline.yaml': pipeline('{ type: yaml, path: "of/{key}.yaml" }'),
    });
    expect(await build(desk)).toEqual(['title/emma']);
    desk.put('of/shirley.txt', 'bronte\n');
    desk.put('pipeline.yaml', pipeline('{ type: file, path: "of/{key}.txt" }'));
    expect(await build(desk)).toEqual(['title/shirley']);
    desk.put('of/shirley.txt', 'austen\n');
    expect(await build(desk)).toEqual(['title/shirley']);
    expect(desk.read('build/shirley.title')).toBe('Shirley by Jane Austen\n');
  });

  test('a translation that another task makes is waited for, and followed when it is another', async () => {
    const desk = project({
      ...files,
      'lists/emma.txt': 'austen',
      'lists/shirley.txt': 'bronte',
      'pipeline.yaml': `${pipeline('{ type: yaml, path: "build/of/{key}.yaml" }')}
  find:
    inputs: { list: "lists/{key}.txt" }
    outputs: { found: author_of }
    run: job find/{{ key }}; cat {{ list }} > {{ found }}
`,
    });
    expect(await build(desk)).toEqual(['find/emma', 'find/shirley', 'title/emma', 'title/shirley']);
    desk.put('lists/emma.txt', 'bronte');
    expect(await build(desk)).toEqual(['find/emma', 'title/emma']);
    expect(desk.read('build/emma.title')).toBe('Emma by Charlotte\n');
    desk.put('lists/emma.txt', '  bronte  ');
    expect(await build(desk)).toEqual(['find/emma']);
  });
});

test('the index of related keys goes both ways and forgets', () => {
  const index = new RelatedIndex();
  index.set('emma', 'austen');
  index.set('persuasion', 'austen');
  index.set('shirley', 'bronte');
  expect([...index.keysOf('austen')]).toEqual(['emma', 'persuasion']);
  index.set('emma', 'bronte');
  index.set('persuasion', undefined);
  expect([index.target('emma'), index.target('persuasion')]).toEqual(['bronte', undefined]);
  expect([[...index.keysOf('austen')], [...index.keysOf('bronte')]]).toEqual([[], ['shirley', 'emma']]);
});

describe('fallback', () => {
  const pipeline = `
repositories:
  edited: { type: file, path: "edited/{key}.txt" }
  scanned: { type: file, path: "scanned/{key}.txt" }
  texts: { type: fallback, of: edited, fallback: scanned }
tasks:
  copy:
    inputs: { text: texts }
    outputs: { copy: "build/{key}.txt" }
    run: job copy/{{ key }}; cat {{ text }} > {{ copy }}
`;

  test('has the keys of both, and the value of the first that has the key', async () => {
    const desk = project({
      'edited/emma.txt': 'edited',
      'scanned/emma.txt': 'scanned',
      'scanned/shirley.txt': 'scanned too',
      'pipeline.yaml': pipeline,
    });
    expect(await build(desk)).toEqual(['copy/emma', 'copy/shirley']);
    expect(desk.tree()).toEqual({ 'build/emma.txt': 'edited', 'build/shirley.txt': 'scanned too' });
    expect(await build(desk)).toEqual([]);
    // What the first hides does not count.
    desk.put('scanned/emma.txt', 'scanned again');
    expect(await build(desk)).toEqual([]);
    desk.remove('edited/emma.txt');
    expect(await build(desk)).toEqual(['copy/emma']);
    expect(desk.read('build/emma.txt')).toBe('scanned again');
    desk.put('edited/shirley.txt', 'scanned too');
    expect(await build(desk)).toEqual([]);
    desk.put('edited/shirley.txt', 'edited at last');
    expect(await build(desk)).toEqual(['copy/shirley']);
    desk.remove('scanned/shirley.txt');
    expect(await build(desk)).toEqual([]);
    desk.remove('edited/shirley.txt');
    expect(await build(desk)).toEqual([]);
    expect(Object.keys(desk.tree())).toEqual(['build/emma.txt']);
  });

  test('waits for the tasks that make either', async () => {
    const desk = project({
      'raw/emma.txt': 'emma',
      'raw/shirley.txt': 'shirley',
      'good/emma.txt': '',
      'pipeline.yaml': `${pipeline.replace('edited/{key}', 'build/edited/{key}').replace('scanned/{key}', 'build/scanned/{key}')}
  scan:
    inputs: { raw: "raw/{key}.txt" }
    outputs: { scanned: scanned }
    run: job scan/{{ key }}; cat {{ raw }} > {{ scanned }}
  edit:
    inputs: { raw: "raw/{key}.txt", good: "good/{key}.txt" }
    outputs: { edited: edited }
    run: job edit/{{ key }}; tr a-z A-Z < {{ raw }} > {{ edited }}
`,
    });
    expect(await build(desk)).toEqual([
      'copy/emma',
      'copy/shirley',
      'edit/emma',
      'scan/emma',
      'scan/shirley',
    ]);
    expect(desk.read('build/emma.txt')).toBe('EMMA');
    desk.remove('good/emma.txt');
    expect(await build(desk)).toEqual(['copy/emma']);
    expect(desk.read('build/emma.txt')).toBe('emma');
  });

  const written = `
repositories:
  records: { type: json, path: "build/records/{key}.json", schema: ./book.schema.json }
  raw: { type: file, path: "build/raw/{key}.txt" }
  found: { type: fallback, of: records, fallback: raw }
tasks:
  read:
    inputs: { page: "pages/{key}.txt" }
    outputs: { found: found }
    run: job read/{{ key }}; cat {{ page }} > {{ found }}
  good:
    inputs: { record: records }
    outputs: { out: "build/good/{key}" }
    run: job good/{{ key }}; echo {{ record.title }} > {{ out }}
  all:
    inputs: { found: { from: found, keys: "*" } }
    outputs: { all: build/all.txt }
    run: job all; cat {{ found }} > {{ all }}
`;
  const schema = JSON.stringify({
    type: 'object',
    required: ['title'],
    properties: { title: { type: 'string' } },
  });

  test('written by a task: what the first refuses goes to the other, and leaves the first', async () => {
    const desk = project({
      'book.schema.json': schema,
      'pages/emma.txt': '{"title": "Emma"}',
      'pages/shirley.txt': 'no record\n',
      'pipeline.yaml': written,
    });
    expect(await build(desk)).toEqual(['all', 'good/emma', 'read/emma', 'read/shirley']);
    expect(Object.keys(desk.tree())).toEqual([
      'build/all.txt',
      'build/good/emma',
      'build/raw/shirley.txt',
      'build/records/emma.json',
    ]);
    expect(await build(desk)).toEqual([]);
    desk.put('pages/emma.txt', '{"author": "Austen"}\n');
    desk.put('pages/shirley.txt', '{"title": "Shirley"}');
    expect(await build(desk)).toEqual(['all', 'good/shirley', 'read/emma', 'read/shirley']);
    expect(Object.keys(desk.tree())).toEqual([
      'build/all.txt',
      'build/good/shirley',
      'build/raw/emma.txt',
      'build/records/shirley.json',
    ]);
    expect(await build(desk)).toEqual([]);
    desk.put('build/raw/emma.txt', 'scribbled');
    expect(await build(desk)).toEqual(['read/emma']);
    desk.remove('pages/emma.txt');
    expect(await build(desk)).toEqual(['all']);
    expect(Object.keys(desk.tree())).toEqual([
      'build/all.txt',
      'build/good/shirley',
      'build/records/shirley.json',
    ]);
    // With the writer left out of the build, what it made stands.
    desk.put('pages/emma.txt', 'no record either');
    expect(await build(desk)).toEqual(['all', 'read/emma']);
    desk.put('pipeline.yaml', written.replace('job all;', 'job all; true;'));
    const done = await desk.build('-T', 'read', '-T', 'good');
    expect([done.status, done.ran]).toEqual([0, ['all']]);
    expect(desk.read('build/all.txt')).toContain('no record either');
  });

  test('inject writes to the first, or what it refuses to the other', async () => {
    const desk = project({
      'book.schema.json': schema,
      'pipeline.yaml': written.replaceAll('build/r', 'in/r').replace(/ {2}read:[^]*?(?= {2}good:)/, ''),
    });
    const inject = async (text: string, ...args: readonly string[]): Promise<void> => {
      const { code, error } = await pipe(desk, ['inject', 'found', 'emma', ...args], { stdin: text });
      expect([code, error]).toEqual([0, '']);
    };
    await inject('{"title": "Emma"}');
    expect(Object.keys(desk.tree('in'))).toEqual(['in/records/emma.json']);
    await inject('no record', '--force');
    expect(Object.keys(desk.tree('in'))).toEqual(['in/raw/emma.txt']);
  });

  test('is written by no status link, no fan-out over packed parts, and not in place', async () => {
    const refusal = 'found is made of other repositories and cannot be written';
    const files = { 'book.schema.json': schema, 'pages/emma.txt': '' };
    const status = written.replace('outputs: { found: found }', 'logs: found').replace(' > {{ found }}', '');
    expect(await faults(project({ ...files, 'pipeline.yaml': status }))).toContain(refusal);
    const inPlace = written.replace('found: found', 'found: { to: found, in_place: true }');
    expect(await faults(project({ ...files, 'pipeline.yaml': inPlace }))).toContain(refusal);
    const packed = written
      .replace('type: file, path: "build/raw/{key}.txt"', 'type: tar, path: "b/{key}.tar"')
      .replace('found: found', 'found: { to: found, keys: "{key}/*" }');
    expect(await faults(project({ ...files, 'pipeline.yaml': packed }))).toContain(refusal);
  });
});

test('standard input may come through a combinator', async () => {
  const desk = project({
    'edited/emma.txt': 'edited',
    'scanned/shirley.txt': 'scanned',
    'pipeline.yaml': `
repositories:
  texts: { type: fallback, of: "edited/{key}.txt", fallback: "scanned/{key}.txt" }
tasks:
  copy:
    inputs: { text: texts }
    outputs: { copy: "build/{key}" }
    stdin: text
    run: cat > {{ copy }}
`,
  });
  await build(desk);
  expect(desk.tree()).toEqual({ 'build/emma': 'edited', 'build/shirley': 'scanned' });
});

test('an input read through a combinator that moves while the job runs makes the run unsure', async () => {
  const desk = project({
    'books/emma.txt': 'Emma',
    'pipeline.yaml': `
repositories:
  books: { type: file, path: "books/{key}.txt" }
  all: { type: filter, of: books, where: "true" }
tasks:
  copy:
    inputs: { book: all }
    outputs: { copy: "build/{key}" }
    run: |
      job copy/{{ key }}
      cat {{ book }} > {{ copy }}
      test -e ../once || { : > ../once; echo revised > {{ book }}; }
`,
  });
  expect(await build(desk)).toEqual(['copy/emma', 'copy/emma']);
  expect(desk.read('build/emma')).toBe('revised\n');
});
