// Each kind of repository that is more than files, through the engine: built, built again, edited, a key removed, and the
// file at rest edited by hand.
import { chmodSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildHere } from '../right/in-process.ts';
import { project, type Project } from '../rig.ts';

const BOOKS = { 'books/emma.txt': 'emma woodhouse\n', 'books/persuasion.txt': 'anne elliot\n' };

async function build(desk: Project): Promise<readonly string[]> {
  const { summary, ran } = await buildHere(desk);
  expect(summary.failures.map(({ failure }) => failure)).toEqual([]);
  expect(summary.outcome).toBe('done');
  return ran;
}

describe.each([
  ['gz', (content: Buffer) => gunzipSync(content)],
  ['zst', (content: Buffer) => zstdDecompressSync(content)],
] as const)('compressed as .%s', (end, expand) => {
  const pipeline = `
repositories:
  pages: { type: compressed, path: "build/pages/{key}.txt.${end}" }
tasks:
  page:
    inputs: { book: "books/{key}.txt" }
    outputs: { page: pages }
    run: job page/{{ key }}; tr a-z A-Z < {{ book }} > {{ page }}
  total:
    inputs: { pages: { from: pages, keys: "*" } }
    outputs: { total: build/total.txt }
    run: job total; cat {{ pages }} > {{ total }}; echo {{ pages }} >> {{ total }}
`;

  test('jobs write and read plain files, and only the content counts', async () => {
    const desk = project({ ...BOOKS, 'pipeline.yaml': pipeline });
    const emma = desk.path(`build/pages/emma.txt.${end}`);
    expect(await build(desk)).toEqual(['page/emma', 'page/persuasion', 'total']);
    expect(expand(readFileSync(emma)).toString()).toBe('EMMA WOODHOUSE\n');
    expect(desk.read('build/total.txt').split('\n')).toEqual([
      'EMMA WOODHOUSE',
      'ANNE ELLIOT',
      '.pipe/stage/in/build/pages/emma.txt .pipe/stage/in/build/pages/persuasion.txt',
      '',
    ]);
    expect(await build(desk)).toEqual([]);

    desk.put('books/emma.txt', 'mr knightley\n');
    expect(await build(desk)).toEqual(['page/emma', 'total']);
    expect(desk.read('build/total.txt')).toMatch(/^MR KNIGHTLEY\nANNE ELLIOT\n/);

    // Compressed anew by hand it is the same; with another content it is what no job made.
    writeFileSync(emma, gzipSync('MR KNIGHTLEY\n', { level: 1 }));
    expect(await build(desk)).toEqual([]);
    writeFileSync(emma, gzipSync('SCRIBBLED\n'));
    expect(await build(desk)).toEqual(['page/emma']);
    expect(expand(readFileSync(emma)).toString()).toBe('MR KNIGHTLEY\n');
    writeFileSync(emma, 'damaged');
    expect(await build(desk)).toEqual(['page/emma']);

    desk.remove('books/emma.txt');
    expect(await build(desk)).toEqual(['total']);
    expect(readdirSync(desk.path('build/pages'))).toEqual([`persuasion.txt.${end}`]);
    expect(readdirSync(desk.path('.pipe'))).not.toContain('stage');
  });
});

test('compressed sources are read as plain files, also by a filter, a function and stdin', async () => {
  const desk = project({
    'pipeline.yaml': `
repositories:
  books: { type: compressed, path: "books/{key}.txt.gz" }
  long: { type: filter, of: books, where: "size > 1000" }
tasks:
  count:
    inputs: { book: long }
    outputs: { count: "build/{key}.count" }
    run: job count/{{ key }}; wc -c < {{ book }} > {{ count }}
  copy:
    inputs: { book: books }
    outputs: { copy: "build/{key}.copy" }
    stdin: book
    run: cat > {{ copy }}
  shout:
    inputs: { book: books }
    outputs: { loud: { to: "build/{key}.loud.gz", type: compressed } }
    function: ./shout.mjs#shout
`,
    'shout.mjs': `
import { readFileSync } from 'node:fs';
export function shout({ book, loud }) { loud.write(readFileSync(book.path, 'utf8').toUpperCase()); }
`,
  });
  desk.put('books/emma.txt.gz', gzipSync('emma '.repeat(500)));
  desk.put('books/note.txt.gz', gzipSync('a note'));
  expect(await build(desk)).toEqual(['count/emma']);
  expect(desk.read('build/emma.count').trim()).toBe('2500');
  expect(desk.read('build/note.copy')).toBe('a note');
  expect(gunzipSync(readFileSync(desk.path('build/note.loud.gz'))).toString()).toBe('A NOTE');
  desk.put('books/note.txt.gz', gzipSync('a longer note '.repeat(100)));
  expect(await build(desk)).toEqual(['count/note']);
});

test('an executable stays one through compression, and that counts', async () => {
  const desk = project({
    'books/hello.sh': 'echo hello\n',
    'pipeline.yaml': `
repositories:
  tools: { type: compressed, path: "build/tools/{key}.gz" }
tasks:
  tool:
    inputs: { book: "books/{key}.sh", mode: mode.txt }
    outputs: { tool: tools }
    run: job tool; cp {{ book }} {{ tool }}; chmod "$(cat {{ mode }})" {{ tool }}
  use:
    inputs: { tool: tools }
    outputs: { said: "build/said/{key}" }
    run: job use; if test -x {{ tool }}; then {{ tool }}; else echo no tool; fi > {{ said }}
`,
    'mode.txt': '755',
  });
  expect(await build(desk)).toEqual(['tool', 'use']);
  expect(desk.read('build/said/hello')).toBe('hello\n');
  desk.put('mode.txt', '644');
  expect(await build(desk)).toEqual(['tool', 'use']);
  expect(desk.read('build/said/hello')).toBe('no tool\n');
});

describe.each([
  ['tar', 'sites/{key}.tar'],
  ['tar', 'sites/{key}.tar.gz'],
  ['tar', 'sites/{key}.tar.zst'],
  ['tree', 'sites/{key}.tree.json'],
] as const)('folders as %s at %s', (type, path) => {
  const pipeline = `
repositories:
  sites: { type: ${type}, path: "build/${path}" }
tasks:
  site:
    inputs: { book: "books/{key}.txt" }
    outputs: { site: sites }
    run: |
      job site/{{ key }}
      mkdir -p {{ site }}/pages
      tr a-z A-Z < {{ book }} > {{ site }}/pages/one
      ln -s pages/one {{ site }}/index
  count:
    inputs: { site: sites }
    outputs: { count: "build/counts/{key}" }
    run: job count/{{ key }}; cat {{ site }}/index > {{ count }}; ls {{ site }} >> {{ count }}
`;

  test('jobs see a folder; its content counts', async () => {
    const desk = project({ ...BOOKS, 'pipeline.yaml': pipeline });
    const emma = desk.path(`build/${path.replace('{key}', 'emma')}`);
    expect(await build(desk)).toEqual(['count/emma', 'count/persuasion', 'site/emma', 'site/persuasion']);
    expect(desk.read('build/counts/emma')).toBe('EMMA WOODHOUSE\nindex\npages\n');
    expect(statSync(emma).isFile()).toBe(true);
    expect(await build(desk)).toEqual([]);

    desk.put('books/emma.txt', 'mr knightley\n');
    expect(await build(desk)).toEqual(['count/emma', 'site/emma']);
    expect(desk.read('build/counts/emma')).toMatch(/^MR KNIGHTLEY\n/);

    const before = readFileSync(emma);
    writeFileSync(emma, readFileSync(desk.path(`build/${path.replace('{key}', 'persuasion')}`)));
    expect(await build(desk)).toEqual(['site/emma']);
    expect(readFileSync(emma).equals(before)).toBe(true);
    writeFileSync(emma, before.subarray(0, 20));
    expect(await build(desk)).toEqual(['site/emma']);

    desk.remove('books/emma.txt');
    expect(await build(desk)).toEqual([]);
    expect(Object.keys(desk.tree('build/sites')).filter((name) => name.includes('emma'))).toEqual([]);
    expect(await build(desk)).toEqual([]);
  });
});

describe('a tree', () => {
  const pipeline = `
repositories:
  trees: { type: tree, path: "build/trees/{key}.tree.json", blobs: build/contents }
tasks:
  tree:
    inputs: { book: "books/{key}.txt" }
    outputs: { tree: trees }
    run: job tree/{{ key }}; mkdir {{ tree }}; cp {{ book }} {{ tree }}/own; echo shared > {{ tree }}/shared
`;
  const contents = (desk: Project): string[] =>
    Object.keys(desk.tree('build/contents'))
      .map((path) => desk.read(path).trim())
      .toSorted();

  test('keeps each content once, makes one that was damaged again, and drops what no tree needs', async () => {
    const desk = project({ ...BOOKS, 'pipeline.yaml': pipeline });
    await build(desk);
    expect(contents(desk)).toEqual(['anne elliot', 'emma woodhouse', 'shared']);
    expect(await build(desk)).toEqual([]);

    const blob = Object.keys(desk.tree('build/contents')).find(
      (path) => desk.read(path) === 'emma woodhouse\n',
    )!;
    chmodSync(desk.path(blob), 0o644);
    desk.put(blob, 'forged');
    expect(await build(desk)).toEqual(['tree/emma']);
    expect(contents(desk)).toEqual(['anne elliot', 'emma woodhouse', 'shared']);
    desk.remove(blob);
    expect(await build(desk)).toEqual(['tree/emma']);
    expect(contents(desk)).toEqual(['anne elliot', 'emma woodhouse', 'shared']);

    desk.put('books/emma.txt', 'revised\n');
    expect(await build(desk)).toEqual(['tree/emma']);
    expect(contents(desk)).toEqual(['anne elliot', 'revised', 'shared']);
    desk.remove('books/emma.txt');
    expect(await build(desk)).toEqual([]);
    expect(contents(desk)).toEqual(['anne elliot', 'shared']);
    expect((await desk.pipe('clean')).status).toBe(0);
    expect(desk.tree('build')).toEqual({});
  });

  test('that no task writes keeps all contents of its folder', async () => {
    const desk = project({ ...BOOKS, 'pipeline.yaml': pipeline });
    await build(desk);
    desk.put(
      'pipeline.yaml',
      `
repositories:
  trees: { type: tree, path: "build/trees/{key}.tree.json", blobs: build/contents }
tasks:
  read:
    inputs: { tree: trees }
    outputs: { copy: "build/copies/{key}" }
    run: job read/{{ key }}; cat {{ tree }}/own > {{ copy }}
`,
    );
    desk.remove('build/trees/emma.tree.json');
    expect(await build(desk)).toEqual(['read/persuasion']);
    expect(contents(desk)).toEqual(['anne elliot', 'emma woodhouse', 'shared']);
  });
});

test('a fan-out of packed members: each file or folder is packed, what fits nothing is named', async () => {
  const desk = project({
    'books/emma.txt': 'one two three\n',
    'pipeline.yaml': `
repositories:
  pages: { type: compressed, path: "build/pages/{book}/{page}.txt.gz" }
  sites: { type: tar, path: "build/sites/{book}/{page}.tar" }
tasks:
  split:
    inputs: { book: "books/{key}.txt" }
    outputs: { pages: { to: pages, keys: "{key}/*" }, sites: { to: sites, keys: "{key}/*" } }
    run: |
      job split/{{ key }}
      for word in $(cat {{ book }}); do
        echo $word > {{ pages }}/$word.txt
        mkdir {{ sites }}/$word; echo $word > {{ sites }}/$word/index
      done
  read:
    inputs: { page: pages, site: sites }
    outputs: { copy: "build/copies/{book}/{page}" }
    run: job read/{{ key }}; cat {{ page }} {{ site }}/index > {{ copy }}
`,
  });
  expect(await build(desk)).toEqual(['read/emma/one', 'read/emma/three', 'read/emma/two', 'split/emma']);
  expect(readdirSync(desk.path('build/pages/emma'))).toEqual(['one.txt.gz', 'three.txt.gz', 'two.txt.gz']);
  expect(desk.read('build/copies/emma/two')).toBe('two\ntwo\n');
  expect(await build(desk)).toEqual([]);
  desk.put('books/emma.txt', 'one four\n');
  expect(await build(desk)).toEqual(['read/emma/four', 'split/emma']);
  expect(readdirSync(desk.path('build/sites/emma'))).toEqual(['four.tar', 'one.tar']);
  desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('$word.txt\n', '$word.text\n'));
  const { summary } = await buildHere(desk);
  expect(summary.failures[0]?.failure).toMatchObject({ type: 'unexpected-output', link: 'pages' });
});

test('a job that makes no folder where one is packed fails and names it', async () => {
  const desk = project({
    ...BOOKS,
    'pipeline.yaml': `
repositories:
  sites: { type: tar, path: "build/sites/{key}.tar" }
  pages: { type: compressed, path: "build/pages/{key}.gz" }
tasks:
  site: { inputs: { book: "books/{key}.txt" }, outputs: { site: sites }, run: "cp {{ book }} {{ site }}" }
  page: { inputs: { book: "books/{key}.txt" }, outputs: { page: pages }, run: "true" }
`,
  });
  const done = await desk.build('-k');
  expect(done.status).toBe(1);
  const failures = done.summary?.failures.map(({ job, failure }) => [
    job.task,
    failure.type,
    'path' in failure && failure.path,
  ]);
  expect(failures?.toSorted()).toEqual([
    ['page', 'missing-output', 'build/pages/emma.gz'],
    ['page', 'missing-output', 'build/pages/persuasion.gz'],
    ['site', 'invalid-output', 'build/sites/emma.tar'],
    ['site', 'invalid-output', 'build/sites/persuasion.tar'],
  ]);
  expect(desk.tree('build')).toEqual({});
});

test.each([
  [
    'a path that does not say how it is compressed',
    'outputs: { page: { to: "build/{key}.html", type: compressed } }',
    'does not say how its files are compressed',
  ],
  [
    'a packed file written in place',
    'outputs: { page: { to: "build/{key}.gz", type: compressed, in_place: true } }',
    'lie packed, and `in_place` is for a job that writes the file itself',
  ],
  [
    'a log that is packed',
    'logs: { to: "build/{key}.log.gz", type: compressed }',
    'lie packed, and this link is written while the job runs',
  ],
])('%s is refused', async (_name, link, message) => {
  const desk = project({
    ...BOOKS,
    'pipeline.yaml': `tasks: { page: { inputs: { book: "books/{key}.txt" }, ${link}, run: "true" } }`,
  });
  const done = await desk.build();
  expect([done.status, done.ran]).toEqual([2, []]);
  expect(done.out + done.error).toContain(message);
});
