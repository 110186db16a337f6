// Pipelines that compile, and what becomes of them.
import { expect, test } from 'vitest';
import { attempt, plan, showLinks, taskOf } from './rig.ts';

const WORDS = `tasks:
  count:
    inputs: { book: "books/{key}.txt" }
    outputs: { count: "build/counts/{key}.txt" }
    run: wc -w < {{ book }} > {{ count }}
  total:
    inputs: { counts: "build/counts/*.txt" }
    outputs: { total: build/total.txt }
    run: cat {{ counts }} | awk '{ n += $1 } END { print n }' > {{ total }}
`;

test('the shortest useful pipeline', async () => {
  const words = await plan(WORDS);
  expect(showLinks(words, 'count')).toMatchInlineSnapshot(`
    "
    book: books/{key}.txt same input required
    count: build/counts/{key}.txt same output
    "
  `);
  expect(showLinks(words, 'total')).toMatchInlineSnapshot(`
    "
    counts: build/counts/{key}.txt all input required
    total: build/total.txt unit output
    "
  `);
  expect(words.order).toEqual([0, 1]);
  expect(words.tasks.map((task) => task.dependsOn)).toEqual([[], [0]]);
  expect(words.repositories.map(({ name, writers }) => [name, writers])).toEqual([
    ['books/{key}.txt', []],
    ['build/counts/{key}.txt', [0]],
    ['build/total.txt', [1]],
  ]);
  expect(taskOf(words, 'count').fields).toEqual(['key']);
});

test('a plan is plain data', async () => {
  const words = await plan(WORDS);
  expect(JSON.parse(JSON.stringify(words))).toEqual(words);
});

test('the full form', async () => {
  const books = await plan({
    'pipeline.yaml': `name: books
include: [./ocr.pipeline.yaml]
params: { language: en }
env: [LANG, "API_*"]
pass_env: [SSH_AUTH_SOCK]
repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  authors: { type: yaml, path: "authors/{key}.yaml", schema: ./author.schema.json }
  chapters: { type: file, path: "chapters/{book}/{chapter}.txt" }
  reports: { type: file, path: "build/reports/{key}.md" }
  pages: { type: file, path: "build/pages/{book}/{page}.txt" }
  logs: { type: file, path: "build/logs/{key}.log" }
  banned: { type: memory }
  long: { type: filter, of: books, where: "size > 100000" }
  ready: { type: and, of: { book: books, author: authors } }
quotas:
  main: { cpu: 4, memory: 8Gi, launches: 100/min }
tasks:
  report:
    use: ./recipes/report.yaml
    inputs:
      author: { from: authors, key: book.author }
      book: books
      chapters: { from: chapters, keys: "{key}/*" }
      stop: ./stopwords.txt
    outputs:
      report: reports
      pages: { to: pages, keys: "{key}/*" }
    links:
      banned: { repository: banned, inhibits_start: true }
    params: { width: 100 }
    env: { OMP_NUM_THREADS: 1 }
    logs: logs
    quota: { cpu: 1, memory: 500Mi }
    priority: 10
    timeout: 10m
    retry: { attempts: 3, backoff: 5s, on: [75, timeout] }
    rerun: changed
    tools: [pandoc, ./tool.sh]
    sources: ["templates/**", "!templates/old/**"]
  object:
    inputs: { source: "src/{key}.c" }
    outputs: { object: "build/{key}.o" }
    depfile: make
    run: gcc -MMD -MF {{ depfile }} -c {{ source }} -o {{ object }}
`,
    'ocr.pipeline.yaml': `tasks:
  ocr:
    inputs: { scan: "scans/{key}.png" }
    outputs: { text: "build/ocr/{key}.txt" }
    exec: [tesseract, "{{ scan }}", "{{ text }}", -l, "{{ language }}"]
`,
    'author.schema.json': '{ "type": "object" }',
    'recipes/render.py': '',
    'recipes/report.yaml': `inputs:
  book: { kind: record }
  author: { kind: record }
  chapters: { kind: paths }
  stop: { kind: path }
  cover: { kind: path, required: false }
outputs: { report: { kind: path }, pages: { kind: paths } }
params:
  width: { type: integer, default: 80, minimum: 20 }
  style: { type: string, default: plain }
exit_codes: { NO_TEXT: { status: 3, message: the book has no text } }
tools: [python3]
sources: ["styles/**"]
run: |
  {{ recipe.dir }}/render.py --width {{ width }} --author {{ author.name }} {{ book }} {{ chapters }} {{ stop }} \\
    {% if cover %}--cover {{ cover }}{% endif %} --pages {{ pages }} > {{ report }}
`,
  });
  expect(showLinks(books, 'report')).toMatchInlineSnapshot(`
    "
    book: books same input required
    author: authors join(book.author) input required
    chapters: chapters keys({key}/*) input required
    stop: stopwords.txt unit input required
    report: reports same output
    pages: pages keys({key}/*) output
    banned: banned same inhibits
    logs: logs same status logs
    "
  `);
  const {
    at: _at,
    actionAt: _actionAt,
    templates: _templates,
    links: _links,
    recipeDir,
    action: _action,
    ...report
  } = taskOf(books, 'report');
  expect(recipeDir).toBe(`${books.root}/recipes`);
  expect(report).toMatchInlineSnapshot(`
    {
      "cwd": "",
      "dependsOn": [],
      "depfile": "none",
      "disabled": false,
      "env": {
        "OMP_NUM_THREADS": "1",
      },
      "exitCodes": {
        "NO_TEXT": {
          "ignore": false,
          "invalidatesCache": false,
          "label": "NO_TEXT",
          "message": "the book has no text",
          "retry": true,
          "status": 3,
        },
      },
      "failureOk": false,
      "fields": [
        "key",
      ],
      "id": 0,
      "isDefault": true,
      "name": "report",
      "params": {
        "cover": null,
        "width": 100,
      },
      "pool": "main",
      "priority": 10,
      "quota": {
        "cpu": 1,
        "memory": 524288000,
      },
      "rerun": "changed",
      "retry": {
        "attempts": 3,
        "backoffMs": 5000,
        "maxBackoffMs": 300000,
        "on": [
          75,
          "timeout",
        ],
      },
      "sources": [
        "templates/**",
        "!templates/old/**",
        "recipes/styles/**",
        "recipes/render.py",
      ],
      "timeoutMs": 600000,
      "tools": [
        "pandoc",
        "./tool.sh",
        "python3",
      ],
    }
  `);
  expect(taskOf(books, 'ocr').params).toEqual({ language: 'en' });
  expect(books.sources.map((source) => source.path.slice(books.root.length + 1))).toEqual([
    'pipeline.yaml',
    'ocr.pipeline.yaml',
    'author.schema.json',
    'recipes/report.yaml',
  ]);
  expect([books.name, books.env, books.passEnv]).toEqual(['books', ['LANG', 'API_*'], ['SSH_AUTH_SOCK']]);
  expect(books.quotas).toEqual({ main: { cpu: 4, memory: 8 * 2 ** 30 } });
  expect(books.launchRates).toEqual({ main: { count: 100, windowMs: 60_000 } });
});

test('an included file keeps its own folder, and its names under `as:`', async () => {
  const atlas = await plan({
    'pipeline.yaml': `include: [{ path: parts/maps.yaml, as: maps }]
params: { language: en }
tasks:
  index:
    inputs: { maps: { from: maps.sheets, keys: "*" } }
    outputs: { index: build/index.txt }
    run: ls {{ maps }} > {{ index }}
`,
    'parts/maps.yaml': `params: { scale: 1000 }
quotas: { main: { cpu: 2 } }
repositories:
  sheets: { type: file, path: "../build/{key}.svg" }
tasks:
  draw:
    inputs: { survey: "surveys/{key}.csv", style: ./style.css }
    outputs: { sheet: sheets }
    cwd: .
    sources: [lib/**]
    quota: { cpu: 2 }
    run: draw {{ scale }} {{ language }} {{ survey }} {{ style }} > {{ sheet }}
`,
  });
  expect(atlas.tasks.map((task) => task.name)).toEqual(['index', 'maps.draw']);
  expect(showLinks(atlas, 'maps.draw')).toMatchInlineSnapshot(`
    "
    survey: parts/surveys/{key}.csv same input required
    style: parts/style.css unit input required
    sheet: maps.sheets same output
    "
  `);
  expect(showLinks(atlas, 'index')).toMatchInlineSnapshot(`
    "
    maps: maps.sheets all input required
    index: build/index.txt unit output
    "
  `);
  const draw = taskOf(atlas, 'maps.draw');
  expect([draw.cwd, draw.sources, draw.pool]).toEqual(['parts', ['parts/lib/**'], 'maps.main']);
  expect(draw.params).toEqual({ scale: 1000, language: 'en' });
  expect(atlas.params).toEqual({ language: 'en', 'maps.scale': 1000 });
  expect(atlas.order).toEqual([1, 0]);
});

test('a file that two others include is there once', async () => {
  const shared = await plan({
    'pipeline.yaml': 'include: [a.yaml, b.yaml]\n',
    'a.yaml': 'include: [c.yaml]\ntasks: { a: { run: echo a } }\n',
    'b.yaml': 'include: [c.yaml]\ntasks: { b: { run: echo b } }\n',
    'c.yaml': 'tasks: { c: { run: echo c } }\n',
  });
  expect(shared.tasks.map((task) => task.name)).toEqual(['a', 'c', 'b']);
});

test('--param takes the type of the default, and fills the parameters of a recipe', async () => {
  const files = {
    'pipeline.yaml': `params: { width: 80, draft: false, language: en }
tasks:
  report:
    use: ./report.yaml
    params: { width: "{{ width }}", title: "in {{ language }}" }
  show: { run: "echo {{ draft }} {{ language }}" }
`,
    'report.yaml': `params: { width: { type: integer }, title: { type: string } }
run: ./render {{ width }} {{ title }}
`,
  };
  const read = await plan(files, { params: { width: '100', draft: 'true' } });
  expect(taskOf(read, 'report').params).toEqual({ width: 100, title: 'in en' });
  expect(taskOf(read, 'show').params).toEqual({ draft: true, language: 'en' });
});

test('selectors', async () => {
  const pages = await plan(`repositories:
  pages: { type: file, path: "pages/{book}/{page}.txt" }
  authors: { type: json, path: "authors/{name}.json" }
tasks:
  one-page:
    inputs:
      page: pages
      author: { from: authors, key: "{book}" }
      friend: { from: authors, key: author.friend.name }
      others: "pages/{book}/*.txt"
      any: { from: authors, keys: "*", min: 0 }
      hint: { from: authors, required_for_start: false, key: "{page}" }
    outputs: { out: "build/{book}/{page}.txt" }
    run: echo {{ page }} {{ author.name }} {{ friend.name }} {{ others }} {{ any }} {{ hint }} > {{ out }}
  one-book:
    inputs: { pages: "pages/{book}/*.txt" }
    outputs: { out: "books/{book}.txt", words: { to: "words/{sha}", keys: digest }, parts: "parts/{book}/**.txt" }
    run: cat {{ pages }} > {{ out }}; touch {{ words }} {{ parts }}
  everything:
    inputs: { all: "pages/**/*.txt" }
    outputs: { site: site/, files: "split/*.txt" }
    run: build {{ all }} {{ site }} {{ files }}
`);
  expect(showLinks(pages, 'one-page')).toMatchInlineSnapshot(`
    "
    page: pages same input required
    author: authors key({book}) input required
    friend: authors join(author.friend.name) input required
    others: pages keys({book}/*) input required
    any: authors all input required
    hint: authors key({page}) input
    out: build/{book}/{page}.txt same output
    "
  `);
  expect(taskOf(pages, 'one-page').fields).toEqual(['book', 'page']);
  expect(showLinks(pages, 'one-book')).toMatchInlineSnapshot(`
    "
    pages: pages keys({book}/*) input required
    out: books/{book}.txt same output
    words: words/{sha} digest output
    parts: parts/{book}/**.txt keys({book}/**) output
    "
  `);
  expect(taskOf(pages, 'one-book').fields).toEqual(['book']);
  expect(showLinks(pages, 'everything')).toMatchInlineSnapshot(`
    "
    all: pages/**/*.txt all input required
    site: site unit output
    files: split/*.txt keys(*) output
    "
  `);
});

test("streams: the task's own links, or repositories", async () => {
  const streams = await plan(`repositories:
  books: { type: file, path: "books/{key}.txt" }
  logs: { type: file, path: "logs/{key}.log" }
  done: { type: yaml, path: "done/{key}.yaml" }
tasks:
  count:
    inputs: { book: books }
    outputs: { count: "counts/{key}.txt" }
    stdin: book
    stdout: count
    stderr: logs
    done: done
    rerun: once
    exec: [wc, -w]
`);
  expect(showLinks(streams, 'count')).toMatchInlineSnapshot(`
    "
    book: books same input required stdin
    count: counts/{key}.txt same output stdout
    stderr: logs same status stderr
    done: done same status inhibits done
    "
  `);
});

test('readers of what others write, under another path', async () => {
  const read = await plan(`tasks:
  make:
    inputs: { a: "a/{key}.txt" }
    outputs: { out: "build/{key}/out.txt" }
    run: cp {{ a }} {{ out }}
  one: { inputs: { emma: build/emma/out.txt }, run: "wc {{ emma }}" }
  some: { inputs: { e: "build/e{rest}/*.txt" }, run: "wc {{ e }}" }
  site: { outputs: { site: site/ }, run: "build {{ site }}" }
  page: { inputs: { page: site/index.html }, run: "wc {{ page }}" }
`);
  const seen = read.repositories.flatMap((repository) =>
    'sees' in repository
      ? repository.sees.map((sight) => [
          repository.name,
          read.repositories[sight.repository]?.name,
          sight.literal,
        ])
      : [],
  );
  expect(seen).toEqual([
    ['build/emma/out.txt', 'build/{key}/out.txt', 'build/emma/out.txt'],
    ['build/e{rest}/*.txt', 'build/{key}/out.txt', undefined],
    ['site/index.html', 'site', undefined],
  ]);
  expect(read.tasks.map((task) => task.dependsOn)).toEqual([[], [0], [0], [], [3]]);
});

test('a formatter, and an inhibitor downstream, are no cycles', async () => {
  const read = await plan(`repositories:
  books: { type: file, path: "books/{key}.txt" }
  done: { type: file, path: "done/{key}" }
tasks:
  format:
    inputs: { source: "src/{key}.c" }
    outputs: { same: { to: "src/{key}.c", in_place: true } }
    run: clang-format -i {{ source }}
  count:
    inputs: { book: books }
    outputs: { count: "counts/{key}" }
    links: { done: { repository: done, inhibits_start: true } }
    run: wc {{ book }} > {{ count }}
  finish:
    inputs: { count: "counts/{key}" }
    outputs: { done: done }
    run: cp {{ count }} {{ done }}
`);
  expect(read.tasks.map((task) => task.dependsOn)).toEqual([[], [], [1]]);
});

test('a disabled task owns nothing', async () => {
  const read = await plan(`tasks:
  old: { disabled: true, outputs: { out: out.txt }, run: "echo > {{ out }}" }
  new: { outputs: { out: out.txt }, run: "echo > {{ out }}" }
  use: { inputs: { out: out.txt }, run: "cat {{ out }}" }
`);
  expect(read.repositories.map(({ name, writers }) => [name, writers])).toEqual([['out.txt', [1]]]);
  expect(taskOf(read, 'use').dependsOn).toEqual([1]);
});

test('combinators', async () => {
  const read = await plan(`repositories:
  books: { type: file, path: "books/{key}.txt" }
  authors: { type: yaml, path: "authors/{key}.yaml" }
  author_of: { type: map, of: authors, value: "{{ friend }}" }
  both: { type: and, of: { book: books, author: authors } }
  any: { type: or, of: { book: books, draft: "drafts/{key}.txt" } }
  rest: { type: unless, of: books, unless: "banned/{key}" }
  long: { type: filter, of: rest, where: "size > 10 and key != 'emma'" }
  friends: { type: related, of: authors, translator: author_of }
tasks:
  all:
    inputs: { both: both, any: any, long: long, friend: friends }
    outputs: { done: "done/{key}" }
    run: echo {{ both.author.name }} {{ any.book }} {{ long }} {{ friend.name }} > {{ done }}
`);
  expect(
    read.repositories.flatMap((repository) =>
      'children' in repository
        ? [
            `${repository.name} ${repository.type} ${repository.children.map((child) => `${child.name}=${read.repositories[child.repository]?.name}`).join(' ')}`,
          ]
        : [],
    ),
  ).toMatchInlineSnapshot(`
    [
      "author_of map of=authors",
      "both and book=books author=authors",
      "any or book=books draft=drafts/{key}.txt",
      "rest unless of=books unless=banned/{key}",
      "long filter of=rest",
      "friends related of=authors translator=author_of",
    ]
  `);
});

test('functions', async () => {
  const read = await plan({
    'pipeline.yaml': `tasks:
  a: { function: "./count.ts#words", params: { least: 3 } }
  b: { function: { module: lib/lines.js } }
`,
    'count.ts': '',
    'lib/lines.js': '',
  });
  expect(read.tasks.map((task) => task.action)).toEqual([
    { type: 'function', module: `${read.root}/count.ts`, export: 'words' },
    { type: 'function', module: `${read.root}/lib/lines.js`, export: 'default' },
  ]);
  expect(taskOf(read, 'a').params).toEqual({ least: 3 });
});

test('nothing but places and modules depends on where the pipeline lies', async () => {
  const files = { 'pipeline.yaml': WORDS };
  const [one, two] = [await plan(files), await plan(files)];
  const withoutRoot = (text: string, root: string): string => text.replaceAll(root, 'ROOT');
  const name = (read: typeof one): typeof one => ({ ...read, name: '' });
  expect(withoutRoot(JSON.stringify(name(one)), one.root)).toBe(
    withoutRoot(JSON.stringify(name(two)), two.root),
  );
});

test('warnings come with the plan', async () => {
  const { compiled } = await attempt('tasks:\n  a: { outputs: { out: a.txt }, run: echo }\n');
  expect(compiled?.warnings.map((warning) => warning.code)).toEqual(['unused-output']);
});

test('ten thousand tasks in one chain', async () => {
  const tasks = Array.from(
    { length: 10_000 },
    (_, index) =>
      `  t${index}: { inputs: { a: b/${index}.txt }, outputs: { b: b/${index + 1}.txt }, run: "cp {{ a }} {{ b }}" }`,
  );
  const chain = await plan(`tasks:\n${tasks.join('\n')}\n`);
  expect(chain.order).toHaveLength(10_000);
  expect(chain.tasks.at(-1)?.dependsOn).toEqual([9998]);
});
