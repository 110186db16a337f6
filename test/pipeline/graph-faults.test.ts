// Tasks that do not go together: keys, writers and cycles, each as the transcript that a person sees.
import { expect, test } from 'vitest';
import { faults } from './rig.ts';

test('two producers of one pattern', async () => {
  const text = `tasks:
  one: { inputs: { a: "a/{key}.txt" }, outputs: { out: "build/{key}.txt" }, run: "cp {{ a }} {{ out }}" }
  two: { inputs: { b: "b/{key}.txt" }, outputs: { out: "build/{key}.txt" }, run: "cp {{ b }} {{ out }}" }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:56: error: the tasks "one" and "two" both write build/{key}.txt
      3 |   two: { inputs: { b: "b/{key}.txt" }, outputs: { out: "build/{key}.txt" }, run: "cp {{ b }} {{ out }}" }
        |                                                        ^^^^^^^^^^^^^^^^^
      hint: let one task write each file: give one of them another path
      pipeline.yaml:2:56: written here by "one"
        2 |   one: { inputs: { a: "a/{key}.txt" }, outputs: { out: "build/{key}.txt" }, run: "cp {{ a }} {{ out }}" }
          |                                                        ^^^^^^^^^^^^^^^^^
    "
  `);
});

test('two producers whose patterns overlap', async () => {
  const text = `tasks:
  one: { inputs: { a: "a/{key}.txt" }, outputs: { out: "build/{key}.txt" }, run: "cp {{ a }} {{ out }}" }
  two: { outputs: { out: build/total.txt }, run: "echo > {{ out }}" }
  three: { outputs: { out: build/ }, run: "make {{ out }}" }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:26: error: the tasks "one" and "two" may write the same file: build/{key}.txt and build/total.txt overlap
      3 |   two: { outputs: { out: build/total.txt }, run: "echo > {{ out }}" }
        |                          ^^^^^^^^^^^^^^^
      hint: let one task write each file: give one of them another path
      pipeline.yaml:2:56: written here by "one"
        2 |   one: { inputs: { a: "a/{key}.txt" }, outputs: { out: "build/{key}.txt" }, run: "cp {{ a }} {{ out }}" }
          |                                                        ^^^^^^^^^^^^^^^^^

    pipeline.yaml:4:28: error: the tasks "one" and "three" may write the same file: build/{key}.txt and build overlap
      4 |   three: { outputs: { out: build/ }, run: "make {{ out }}" }
        |                            ^^^^^^
      hint: let one task write each file: give one of them another path
      pipeline.yaml:2:56: written here by "one"
        2 |   one: { inputs: { a: "a/{key}.txt" }, outputs: { out: "build/{key}.txt" }, run: "cp {{ a }} {{ out }}" }
          |                                                        ^^^^^^^^^^^^^^^^^

    pipeline.yaml:4:28: error: the tasks "two" and "three" may write the same file: build/total.txt and build overlap
      4 |   three: { outputs: { out: build/ }, run: "make {{ out }}" }
        |                            ^^^^^^
      hint: let one task write each file: give one of them another path
      pipeline.yaml:3:26: written here by "two"
        3 |   two: { outputs: { out: build/total.txt }, run: "echo > {{ out }}" }
          |                          ^^^^^^^^^^^^^^^
    "
  `);
});

test('one task that writes a file twice', async () => {
  const text = `tasks:
  one:
    inputs: { a: "a/{key}.txt" }
    outputs: { out: "build/{key}.txt", log: "build/{name}.txt" }
    run: cp {{ a }} {{ out }} 2> {{ log }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:4:45: error: the links "out" and "log" of the task "one" may write the same file: build/{key}.txt and build/{name}.txt overlap
      4 |     outputs: { out: "build/{key}.txt", log: "build/{name}.txt" }
        |                                             ^^^^^^^^^^^^^^^^^^
      hint: let one task write each file: give one of them another path
      pipeline.yaml:4:21: written here by "one"
        4 |     outputs: { out: "build/{key}.txt", log: "build/{name}.txt" }
          |                     ^^^^^^^^^^^^^^^^^
    "
  `);
});

test('a cycle, with its whole path', async () => {
  const text = `tasks:
  scan:
    inputs: { index: build/index.txt }
    outputs: { list: build/list.txt }
    run: sort {{ index }} > {{ list }}
  read:
    inputs: { list: "build/*.txt" }
    outputs: { words: "words/all.txt" }
    run: cat {{ list }} > {{ words }}
  index:
    inputs: { words: words/all.txt }
    outputs: { index: build/index.txt }
    run: sort -u {{ words }} > {{ index }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:22: error: the tasks depend on each other: scan → read → index → scan
      3 |     inputs: { index: build/index.txt }
        |                      ^^^^^^^^^^^^^^^
      pipeline.yaml:3:22: "scan" reads build/index.txt, which "index" writes
        3 |     inputs: { index: build/index.txt }
          |                      ^^^^^^^^^^^^^^^
      pipeline.yaml:7:21: "read" reads build/*.txt, which "scan" writes
        7 |     inputs: { list: "build/*.txt" }
          |                     ^^^^^^^^^^^^^
      pipeline.yaml:11:22: "index" reads words/all.txt, which "read" writes
        11 |     inputs: { words: words/all.txt }
           |                      ^^^^^^^^^^^^^
    "
  `);
});

test('a cycle of three', async () => {
  const task = (name: string, from: string): string =>
    `  ${name}:\n    inputs: { in: "${from}/{key}" }\n    outputs: { out: "${name}/{key}" }\n    run: cp {{ in }} {{ out }}\n`;
  const text = `tasks:\n${task('egg', 'hen')}${task('chick', 'egg')}${task('hen', 'chick')}${task('nest', 'egg')}`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:19: error: the tasks depend on each other: egg → chick → hen → egg
      3 |     inputs: { in: "hen/{key}" }
        |                   ^^^^^^^^^^^
      pipeline.yaml:3:19: "egg" reads hen/{key}, which "hen" writes
        3 |     inputs: { in: "hen/{key}" }
          |                   ^^^^^^^^^^^
      pipeline.yaml:7:19: "chick" reads egg/{key}, which "egg" writes
        7 |     inputs: { in: "egg/{key}" }
          |                   ^^^^^^^^^^^
      pipeline.yaml:11:19: "hen" reads chick/{key}, which "chick" writes
        11 |     inputs: { in: "chick/{key}" }
           |                   ^^^^^^^^^^^^^
    "
  `);
});

test('a task that reads what it writes', async () => {
  const text = `tasks:
  format:
    inputs: { sources: "src/**" }
    outputs: { out: "src/gen/all.c" }
    run: cat {{ sources }} > {{ out }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:24: error: the task "format" reads what it writes itself
      3 |     inputs: { sources: "src/**" }
        |                        ^^^^^^^^
      hint: let it write elsewhere, or say \`in_place: true\` on the output of a formatter
      pipeline.yaml:4:21: written here
        4 |     outputs: { out: "src/gen/all.c" }
          |                     ^^^^^^^^^^^^^^^
    "
  `);
});

test('links with different numbers of fields', async () => {
  const text = `repositories:
  books: { type: file, path: "books/{key}.txt" }
  pages: { type: file, path: "pages/{book}/{page}.txt" }
tasks:
  layout:
    inputs: { book: books, page: pages }
    outputs: { out: "build/{book}/{page}.pdf", all: "build/{book}.pdf" }
    run: layout {{ book }} {{ page }} {{ out }} {{ all }}
  split:
    inputs: { book: books }
    outputs: { pages: "split/{book}/{page}.txt" }
    run: split {{ book }} {{ pages }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:6:21: error: the keys of books have 1 part (key), those of the job 2 parts (book, page) from pages
      6 |     inputs: { book: books, page: pages }
        |                     ^^^^^
      hint: write { from: books, key: "{book}" }

    pipeline.yaml:7:53: error: the keys of build/{book}.pdf have 1 part (book), those of the job 2 parts (book, page) from pages
      7 |     outputs: { out: "build/{book}/{page}.pdf", all: "build/{book}.pdf" }
        |                                                     ^^^^^^^^^^^^^^^^^^
      hint: put every field into the path: {book}/{page}

    pipeline.yaml:11:23: error: the keys of split/{book}/{page}.txt have 2 parts (book, page), those of the job 1 part (key) from books
      11 |     outputs: { pages: "split/{book}/{page}.txt" }
         |                       ^^^^^^^^^^^^^^^^^^^^^^^^^
      hint: write { to: "split/{book}/{page}.txt", keys: "{key}/*" } for all members under the job's key
    "
  `);
});

test('outputs that all jobs, or none, would write', async () => {
  const text = `tasks:
  count:
    inputs: { book: "books/{key}.txt" }
    outputs: { total: build/total.txt, half: { to: "halves/{key}.txt", key: half } }
    run: wc {{ book }} > {{ total }}; cp {{ total }} {{ half }}
  sum:
    inputs: { counts: "build/counts/*.txt" }
    outputs: { out: "build/sums/{key}.txt" }
    run: cat {{ counts }} > {{ out }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:4:23: error: every job of the task would write build/total.txt
      4 |     outputs: { total: build/total.txt, half: { to: "halves/{key}.txt", key: half } }
        |                       ^^^^^^^^^^^^^^^
      hint: put the job's key into the path: {key}

    pipeline.yaml:4:77: error: several jobs would write the member half
      4 |     outputs: { total: build/total.txt, half: { to: "halves/{key}.txt", key: half } }
        |                                                                             ^^^^
      expected: every field of the job, or {key}

    pipeline.yaml:8:21: error: the task has one job, which has no key for build/sums/{key}.txt
      8 |     outputs: { out: "build/sums/{key}.txt" }
        |                     ^^^^^^^^^^^^^^^^^^^^^^
      hint: give it an input whose path has the same fields, or read all members with \`*\`
    "
  `);
});

test('keys that are none', async () => {
  const text = `repositories:
  pages: { type: file, path: "pages/{book}/{page}.txt" }
tasks:
  a: { inputs: { book: "books/{key}.txt", all: { from: pages, keys: "{bok}/*" } }, run: "echo {{ all }}" }
  b: { inputs: { book: "books/{key}.txt", all: { from: pages, keys: "{key}*" } }, run: "echo {{ all }}" }
  c: { inputs: { book: "books/{key}.txt", one: { from: pages, key: "{key}/*" } }, run: "echo {{ one }}" }
  d: { inputs: { book: "books/{key}.txt", one: { from: pages, key: "first" } }, run: "echo {{ one }}" }
  e: { inputs: { book: "books/{key}.txt", one: { from: pages, key: "key", keys: "*" } }, run: "echo {{ one }}" }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:4:70: error: the job has no field \`bok\`; it has key
      4 |   a: { inputs: { book: "books/{key}.txt", all: { from: pages, keys: "{bok}/*" } }, run: "echo {{ all }}" }
        |                                                                      ^^^^^^^

    pipeline.yaml:5:70: error: \`{key}*\` can be split in more than one way: put a \`/\` between its fields and stars
      5 |   b: { inputs: { book: "books/{key}.txt", all: { from: pages, keys: "{key}*" } }, run: "echo {{ all }}" }
        |                                                                      ^^^^^^
      hint: a key of pages is book/page, whatever stands between its fields in the path

    pipeline.yaml:6:68: error: "{key}/*" stands for several members
      6 |   c: { inputs: { book: "books/{key}.txt", one: { from: pages, key: "{key}/*" } }, run: "echo {{ one }}" }
        |                                                                    ^^^^^^^^^
      hint: say \`keys:\` in place of \`key:\`

    pipeline.yaml:7:68: error: this key has 1 part, those of pages have 2 parts
      7 |   d: { inputs: { book: "books/{key}.txt", one: { from: pages, key: "first" } }, run: "echo {{ one }}" }
        |                                                                    ^^^^^^^
      expected: book/page

    pipeline.yaml:8:75: error: a link has \`key\` or \`keys\`, not both
      8 | …e: { inputs: { book: "books/{key}.txt", one: { from: pages, key: "key", keys: "*" } }, run: "echo {{ one }}" }
        |                                                                          ^^^^
    "
  `);
});

test('paths that are none', async () => {
  const text = `tasks:
  a: { inputs: { book: "books/{}.txt" }, run: echo }
  b: { inputs: { book: "books/../{key}.txt" }, run: echo }
  c: { inputs: { book: "books//{key}.txt" }, run: echo }
  d: { inputs: { book: "books/{key}-{key}.txt" }, run: echo }
  e: { inputs: { book: "books/{key.txt" }, run: echo }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:31: error: "books/{}.txt": a field needs a name: \`{name}\` or \`{name**}\`
      2 |   a: { inputs: { book: "books/{}.txt" }, run: echo }
        |                               ^^^^^^

    pipeline.yaml:3:31: error: "books/../{key}.txt": \`..\` may only stand at the start of a path
      3 |   b: { inputs: { book: "books/../{key}.txt" }, run: echo }
        |                               ^^^^^^^^^^^^

    pipeline.yaml:4:31: error: "books//{key}.txt": \`//\`: a name is missing between the slashes
      4 |   c: { inputs: { book: "books//{key}.txt" }, run: echo }
        |                               ^^^^^^^^^^

    pipeline.yaml:5:37: error: "books/{key}-{key}.txt": the field \`{key}\` stands there twice
      5 |   d: { inputs: { book: "books/{key}-{key}.txt" }, run: echo }
        |                                     ^^^^^^^^^

    pipeline.yaml:6:31: error: "books/{key.txt": \`{\` without its \`}\` in the same segment
      6 |   e: { inputs: { book: "books/{key.txt" }, run: echo }
        |                               ^^^^^^^^
    "
  `);
});

test('writing to a combinator', async () => {
  const text = `repositories:
  books: { type: file, path: "books/{key}.txt" }
  drafts: { type: file, path: "drafts/{key}.txt" }
  texts: { type: or, of: { book: books, draft: drafts } }
tasks:
  a: { inputs: { scan: "scans/{key}.png" }, outputs: { text: texts }, run: "ocr {{ scan }} {{ text }}" }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:6:62: error: texts is made of other repositories and cannot be written
      6 |   a: { inputs: { scan: "scans/{key}.png" }, outputs: { text: texts }, run: "ocr {{ scan }} {{ text }}" }
        |                                                              ^^^^^
      hint: write to books or drafts
    "
  `);
});

test('a group written like a path tells what a key is', async () => {
  const text = `
repositories: { gets: { type: file, path: "build/{host}-{day}.txt" } }
tasks:
  a: { inputs: { host: "hosts/{host}.txt", all: { from: gets, keys: "{key}-*" } }, run: "echo {{ all }}" }
`;
  expect(await faults(text)).toContain('hint: a key of gets is host/day, whatever stands between');
});
