// Names, links and recipes that lead nowhere, each as the transcript that a person sees.
import { expect, test } from 'vitest';
import { faults } from './rig.ts';

test('an unknown repository', async () => {
  const text = `repositories:
  books: { type: file, path: "books/{key}.txt" }
tasks:
  count:
    inputs: { book: boks, stop: stopwords }
    run: wc -w < {{ book }} {{ stop }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:5:21: error: there is no repository "boks"
      5 |     inputs: { book: boks, stop: stopwords }
        |                     ^^^^
      expected: a path, or one of: books
      hint: did you mean "books"?

    pipeline.yaml:5:33: error: there is no repository "stopwords"
      5 |     inputs: { book: boks, stop: stopwords }
        |                                 ^^^^^^^^^
      expected: a path, or one of: books
      hint: write ./stopwords for a file
    "
  `);
});

test('an unknown repository in a combinator, and one made of itself', async () => {
  const text = `repositories:
  books: { type: file, path: "books/{key}.txt" }
  long: { type: filter, of: book, where: "size > 10" }
  a: { type: or, of: { b: b } }
  b: { type: or, of: { a: a } }
tasks:
  count: { inputs: { book: long }, run: "wc {{ book }}" }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:29: error: there is no repository "book"
      3 |   long: { type: filter, of: book, where: "size > 10" }
        |                             ^^^^
      expected: a path, or one of: books, long, a, b
      hint: did you mean "books"?

    pipeline.yaml:5:27: error: the repository "a" is made of itself
      5 |   b: { type: or, of: { a: a } }
        |                           ^
    "
  `);
});

test('unknown links in a join', async () => {
  const text = `repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  texts: { type: file, path: "texts/{key}.txt" }
  authors: { type: yaml, path: "authors/{key}.yaml" }
tasks:
  report:
    inputs:
      book: books
      text: texts
      author: { from: authors, key: bok.author }
      second: { from: authors, key: text.author }
      third: { from: authors, key: book }
    run: echo {{ author.name }} {{ second.name }} {{ third.name }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:10:37: error: the task has no link "bok"
      10 |       author: { from: authors, key: bok.author }
         |                                     ^^^^^^^^^^
      expected: LINK.FIELD with one of: book, text, second, third
      hint: did you mean "book"?

    pipeline.yaml:11:37: error: the link "text" has no record to look "author" up in
      11 |       second: { from: authors, key: text.author }
         |                                     ^^^^^^^^^^^
      hint: give the repository texts \`type: yaml\` or \`json\`

    pipeline.yaml:12:36: error: "book" is taken as a key of its own
      12 |       third: { from: authors, key: book }
         |                                    ^^^^
      hint: write "book.FIELD" for a key in that link's record
    "
  `);
});

test('joins that look into each other', async () => {
  const text = `repositories:
  authors: { type: yaml, path: "authors/{key}.yaml" }
tasks:
  report:
    inputs:
      book: authors
      one: { from: authors, key: two.friend }
      two: { from: authors, key: one.friend }
    run: echo {{ one.name }} {{ two.name }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:7:34: error: the keys of these links are looked up in each other: one → two → one
      7 |       one: { from: authors, key: two.friend }
        |                                  ^^^^^^^^^^
    "
  `);
});

test('an unknown recipe', async () => {
  const text = `tasks:
  report: { use: ./recipes/reprot.yaml, inputs: { book: "books/{key}.txt" } }
  object: { use: compile-d, inputs: { source: "src/{key}.c" } }
`;
  const files = { 'pipeline.yaml': text, 'recipes/report.yaml': 'run: echo\n' };
  const shown = (await faults(files)).replace(/one of: .*(?:\n {12}.*)*/, 'one of: …');
  expect(shown).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:18: error: the recipe recipes/reprot.yaml does not exist
      2 |   report: { use: ./recipes/reprot.yaml, inputs: { book: "books/{key}.txt" } }
        |                  ^^^^^^^^^^^^^^^^^^^^^
      hint: did you mean "./recipes/report.yaml"?

    pipeline.yaml:3:18: error: there is no built-in recipe "compile-d"
      3 |   object: { use: compile-d, inputs: { source: "src/{key}.c" } }
        |                  ^^^^^^^^^
      expected: a path, or one of: …
      hint: did you mean "compile-c"?
    "
  `);
});

test('ports, both ways', async () => {
  const files = {
    'pipeline.yaml': `repositories:
  authors: { type: yaml, path: "authors/{key}.yaml" }
tasks:
  report:
    use: ./report.yaml
    inputs:
      bok: "books/{key}.txt"
      author: "names/{key}.txt"
    outputs: { report: "build/{key}/*.md" }
    params: { widht: 80, width: wide, style: plain }
`,
    'report.yaml': `inputs: { book: { kind: path }, author: { kind: record } }
outputs: { report: { kind: path } }
params:
  width: { type: integer, default: 80, minimum: 20 }
  style: { type: string, enum: [short, long] }
  title: { type: string }
run: ./render {{ width }} {{ style }} {{ title }} {{ author.name }} {{ book }} > {{ report }}
`,
  };
  expect(await faults(files)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:5:10: error: the recipe's input "book" is not linked
      5 |     use: ./report.yaml
        |          ^^^^^^^^^^^^^
      expected: an entry "book" under \`inputs:\`, one path
      report.yaml:1:11: declared here
        1 | inputs: { book: { kind: path }, author: { kind: record } }
          |           ^^^^

    pipeline.yaml:5:10: error: the recipe's parameter "title" is not set
      5 |     use: ./report.yaml
        |          ^^^^^^^^^^^^^
      expected: an entry "title" under \`params:\`, a text
      report.yaml:6:3: declared here
        6 |   title: { type: string }
          |   ^^^^^

    pipeline.yaml:7:7: error: the recipe has no input "bok"
      7 |       bok: "books/{key}.txt"
        |       ^^^
      expected: one of: book, author
      hint: did you mean "book"?

    pipeline.yaml:8:15: error: the recipe's "author" is one record, and this is one path
      8 |       author: "names/{key}.txt"
        |               ^^^^^^^^^^^^^^^^^
      hint: give the repository \`type: yaml\` or \`json\`
      report.yaml:1:33: declared here
        1 | inputs: { book: { kind: path }, author: { kind: record } }
          |                                 ^^^^^^

    pipeline.yaml:9:24: error: the recipe's "report" is one path, and this is several paths
      9 |     outputs: { report: "build/{key}/*.md" }
        |                        ^^^^^^^^^^^^^^^^^^
      report.yaml:2:12: declared here
        2 | outputs: { report: { kind: path } }
          |            ^^^^^^

    pipeline.yaml:10:15: error: the recipe has no parameter "widht"
      10 |     params: { widht: 80, width: wide, style: plain }
         |               ^^^^^
      expected: one of: width, style, title
      hint: did you mean "width"?

    pipeline.yaml:10:33: error: the recipe's parameter "width" cannot be "wide"
      10 |     params: { widht: 80, width: wide, style: plain }
         |                                 ^^^^
      expected: a whole number
      report.yaml:4:3: declared here
        4 |   width: { type: integer, default: 80, minimum: 20 }
          |   ^^^^^

    pipeline.yaml:10:46: error: the recipe's parameter "style" cannot be "plain"
      10 |     params: { widht: 80, width: wide, style: plain }
         |                                              ^^^^^
      expected: one of: short, long
      report.yaml:5:3: declared here
        5 |   style: { type: string, enum: [short, long] }
          |   ^^^^^
    "
  `);
});

test('faults in a recipe and in an included file name that file', async () => {
  const files = {
    'pipeline.yaml': `include: [./parts/ocr.yaml, ./parts/gone.yaml]
tasks:
  report: { use: ./recipes/report.yaml, inputs: { book: "books/{key}.txt" } }
`,
    'parts/ocr.yaml': `tasks:
  ocr:
    inputs: { scan: "scans/{key}.png" }
    runn: tesseract {{ scan }}
`,
    'recipes/report.yaml': `inputs: { book: { kind: file } }
run: ./render {{ book }}
`,
  };
  expect(await faults(files)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:29: error: the pipeline file parts/gone.yaml does not exist
      1 | include: [./parts/ocr.yaml, ./parts/gone.yaml]
        |                             ^^^^^^^^^^^^^^^^^

    parts/ocr.yaml:4:5: error: unknown key "runn"
      4 |     runn: tesseract {{ scan }}
        |     ^^^^
      hint: did you mean "run"?

    recipes/report.yaml:1:25: error: "kind" is "file"
      1 | inputs: { book: { kind: file } }
        |                         ^^^^
      expected: one of: path, paths, record, records
    "
  `);
});

test('a template of a recipe that names what the recipe does not have', async () => {
  const files = {
    'pipeline.yaml': `params: { language: en }
tasks:
  report: { use: ./report.yaml, inputs: { book: "books/{key}.txt" } }
`,
    'report.yaml': `inputs: { book: { kind: path } }
run: ./render {{ language }} {{ book }}
`,
  };
  expect(await faults(files)).toMatchInlineSnapshot(`
    "
    report.yaml:2:18: error: nothing is called "language" here
      2 | run: ./render {{ language }} {{ book }}
        |                  ^^^^^^^^
      expected: one of: key, task, book
    "
  `);
});

test('unknown and bad --param', async () => {
  const text = `params: { language: en, width: 80, draft: false }
tasks: { hello: { run: "echo {{ language }} {{ width }} {{ draft }}" } }
`;
  const params = { langauge: 'de', width: 'wide', draft: 'yes' };
  expect(await faults(text, { params })).toMatchInlineSnapshot(`
    "
    error: --param langauge: the pipeline has no parameter "langauge"
      expected: one of: language, width, draft
      hint: did you mean "language"?

    error: --param width cannot be "wide"
      expected: a number, as the default 80 is

    error: --param draft cannot be "yes"
      expected: true or false, as the default false is
    "
  `);
});

test('a duplicate task across included files', async () => {
  const files = {
    'pipeline.yaml': 'include: [./more.yaml]\ntasks:\n  count: { run: wc -w }\n',
    'more.yaml': 'tasks:\n  count: { run: wc -l }\n',
  };
  expect(await faults(files)).toMatchInlineSnapshot(`
    "
    more.yaml:2:3: error: the task "count" is already declared in pipeline.yaml
      2 |   count: { run: wc -l }
        |   ^^^^^
      hint: rename one, or include one of the files with \`as:\`
      pipeline.yaml:3:3: first here
        3 |   count: { run: wc -w }
          |   ^^^^^
    "
  `);
});

test('files that include each other', async () => {
  const files = {
    'pipeline.yaml': 'include: [./a.yaml]\ntasks: { hello: { run: echo } }\n',
    'a.yaml': 'include: [./b.yaml]\n',
    'b.yaml': 'include: [{ path: ./a.yaml, as: again }]\n',
  };
  expect(await faults(files)).toMatchInlineSnapshot(`
    "
    b.yaml:1:19: error: the files include each other: a.yaml → b.yaml → a.yaml
      1 | include: [{ path: ./a.yaml, as: again }]
        |                   ^^^^^^^^
      a.yaml:1:11: included here
        1 | include: [./b.yaml]
          |           ^^^^^^^^
    "
  `);
});

test('function modules', async () => {
  const files = {
    'pipeline.yaml': `tasks:
  one: { function: "./cout.ts#countWords" }
  two: { function: "./count.py#countWords" }
`,
    'count.ts': '',
  };
  expect(await faults(files)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:20: error: the module cout.ts does not exist
      2 |   one: { function: "./cout.ts#countWords" }
        |                    ^^^^^^^^^^^^^^^^^^^^^^
      hint: did you mean "count.ts"?

    pipeline.yaml:3:20: error: "./count.py" is no module
      3 |   two: { function: "./count.py#countWords" }
        |                    ^^^^^^^^^^^^^^^^^^^^^^^
      expected: a .ts or .js file, with \`#EXPORT\` for the name of the function
    "
  `);
});

test('names that mean two things', async () => {
  const text = `tasks:
  count:
    inputs: { book: "books/{key}.txt", key: ./key.txt }
    outputs: { book: "build/{key}.txt" }
    run: wc < {{ book }}
  total:
    inputs: { page: "pages/{book}/{page}.txt" }
    params: { page: 1, book: 2, task: 3 }
    run: echo {{ page }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:40: error: a link cannot be called "key": templates use the name for something else
      3 |     inputs: { book: "books/{key}.txt", key: ./key.txt }
        |                                        ^^^

    pipeline.yaml:4:16: error: the task already has a link "book"
      4 |     outputs: { book: "build/{key}.txt" }
        |                ^^^^
      pipeline.yaml:3:15: first here
        3 |     inputs: { book: "books/{key}.txt", key: ./key.txt }
          |               ^^^^

    pipeline.yaml:8:15: error: "page" is both a parameter and a link
      8 |     params: { page: 1, book: 2, task: 3 }
        |               ^^^^
      pipeline.yaml:7:15: the link
        7 |     inputs: { page: "pages/{book}/{page}.txt" }
          |               ^^^^

    pipeline.yaml:8:24: error: "book" is both a parameter and a field of the job's key
      8 |     params: { page: 1, book: 2, task: 3 }
        |                        ^^^^
      pipeline.yaml:7:21: the field
        7 |     inputs: { page: "pages/{book}/{page}.txt" }
          |                     ^^^^^^^^^^^^^^^^^^^^^^^^^

    pipeline.yaml:8:33: error: a parameter cannot be called "task": templates use the name for something else
      8 |     params: { page: 1, book: 2, task: 3 }
        |                                 ^^^^
    "
  `);
});

test('quotas', async () => {
  const text = `quotas:
  main: { cpu: 4, memory: 8Gi, licences: 2 }
tasks:
  big: { run: echo, quota: { cpu: 5, memory: 9Gi } }
  odd: { run: echo, quota: { license: 1 } }
  lost: { run: echo, quota: { pool: mian } }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:4:35: error: a job would take more cpu than the whole pool "main" has
      4 |   big: { run: echo, quota: { cpu: 5, memory: 9Gi } }
        |                                   ^
      expected: at most 4
      pipeline.yaml:2:16: the limit
        2 |   main: { cpu: 4, memory: 8Gi, licences: 2 }
          |                ^

    pipeline.yaml:4:46: error: a job would take more memory than the whole pool "main" has
      4 |   big: { run: echo, quota: { cpu: 5, memory: 9Gi } }
        |                                              ^^^
      expected: at most 8Gi
      pipeline.yaml:2:27: the limit
        2 |   main: { cpu: 4, memory: 8Gi, licences: 2 }
          |                           ^^^

    pipeline.yaml:5:30: error: the pool "main" has no "license"
      5 |   odd: { run: echo, quota: { license: 1 } }
        |                              ^^^^^^^
      hint: did you mean "licences"?
      pipeline.yaml:2:3: the pool
        2 |   main: { cpu: 4, memory: 8Gi, licences: 2 }
          |   ^^^^

    pipeline.yaml:6:37: error: there is no pool "mian"
      6 |   lost: { run: echo, quota: { pool: mian } }
        |                                     ^^^^
      expected: one of: main
      hint: did you mean "main"?
    "
  `);
});

test('a schema that is not there', async () => {
  const text = `repositories:
  authors: { type: yaml, path: "authors/{key}.yaml", schema: ./author.json }
tasks:
  hello: { inputs: { a: authors }, run: "echo {{ a.name }}" }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:62: error: the schema author.json does not exist
      2 |   authors: { type: yaml, path: "authors/{key}.yaml", schema: ./author.json }
        |                                                              ^^^^^^^^^^^^^
    "
  `);
});
