// Files that cannot be read as YAML, each as the transcript that a person sees.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compilePipeline } from '../../engine/pipeline/compile.ts';
import { renderDiagnostic } from '../../engine/pipeline/render-diagnostic.ts';
import { worked } from '../worked.ts';
import { faults, makeFolder, plan } from './rig.ts';

test('a missing file', async () => {
  expect(await faults({})).toMatchInlineSnapshot(`
    "
    error: the pipeline file pipeline.yaml does not exist
      hint: \`pipe init\` writes one to start from
    "
  `);
});

test('a missing file that was named, with a neighbour of nearly that name', async () => {
  expect(await faults({ 'books.yaml': 'tasks: {}' }, { file: 'boks.yaml' })).toMatchInlineSnapshot(`
    "
    error: the pipeline file boks.yaml does not exist
      hint: did you mean "books.yaml"?
    "
  `);
});

test('pipeline.yml in place of pipeline.yaml', async () => {
  expect(await faults({ 'pipeline.yml': 'tasks: {}' })).toMatchInlineSnapshot(`
    "
    error: the pipeline file pipeline.yaml does not exist
      hint: there is a pipeline.yml: name it with -f pipeline.yml
    "
  `);
});

test('a directory in its place', async () => {
  const folder = makeFolder({});
  mkdirSync(join(folder, 'pipeline.yaml'));
  const result = await compilePipeline({ cwd: folder });
  const [fault] = result.ok ? [] : result.error;
  expect(fault && renderDiagnostic(fault, { cwd: folder, source: () => undefined })).toMatchInlineSnapshot(`
    "error: the pipeline file pipeline.yaml is a directory
      expected: a file"
  `);
});

test('an empty file', async () => {
  expect(await faults('')).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:1: error: the file is empty
      expected: a pipeline file
    "
  `);
});

test('a file with nothing but comments', async () => {
  expect(await faults('# later\n')).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:1: error: the file holds nothing but comments
      1 | # later
        | ^
      expected: a pipeline file
    "
  `);
});

test('a file that is a list', async () => {
  expect(await faults('- count\n- total\n')).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:1: error: the file is a list
      1 | - count
        | ^^^^^^^
      expected: a map
    "
  `);
});

test('a file of 10 MB is answered quickly', async () => {
  const big = `tasks:\n${'  # a pipeline that is far too long\n'.repeat(300_000)}`;
  let said = '';
  const ms = await worked(async () => {
    said = await faults(big);
  });
  expect(said).toMatchInlineSnapshot(`
    "
    error: the pipeline file pipeline.yaml is too large: 10.3 MiB
      expected: at most 8 MiB
      hint: several smaller files go together by \`include:\`
    "
  `);
  expect(ms).toBeLessThan(1000);
});

test('a file that is not UTF-8', async () => {
  const bytes = Buffer.concat([
    Buffer.from('name: books\n# é '),
    Buffer.from([0xe9]),
    Buffer.from('\ntasks: {}\n'),
  ]);
  expect(await faults({ 'pipeline.yaml': bytes })).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:5: error: the file is not UTF-8: byte 0xE9 at offset 17
      2 | # é �
        |     ^
      expected: UTF-8 text
    "
  `);
});

test('a file in UTF-16', async () => {
  expect(await faults({ 'pipeline.yaml': Buffer.from('\ufeffname: books\n', 'utf16le') }))
    .toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:1: error: the file is not UTF-8: byte 0xFF at offset 0
      1 | ��n�a�m�e�:� �b�o�o�k�s�
        | ^
      expected: UTF-8 text
      hint: it looks like UTF-16: save it as UTF-8
    "
  `);
});

test('a byte order mark is no fault', async () => {
  const read = await plan('\ufefftasks:\n  hello: { run: echo hello }\n');
  expect(read.tasks.map((task) => task.name)).toEqual(['hello']);
});

test('every YAML syntax error of a file', async () => {
  const text = `name: books
tasks:
  count:
    run: echo count
  total:
    run: echo total: 5
  late:
    run: "echo \\q"
\tlater: 1
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:6:10: error: a second \`: \` stands on one line
      6 |     run: echo total: 5
        |          ^
      hint: put a text that has \`: \` in it in quotes, or after \`|\` on its own lines

    pipeline.yaml:8:16: error: invalid escape sequence \\q
      8 |     run: "echo \\q"
        |                ^

    pipeline.yaml:9:1: error: a tab is used as indentation
      9 | 	later: 1
        | ^
      hint: indent with spaces
    "
  `);
});

test('braces that YAML takes for a map', async () => {
  const text = `tasks:
  count:
    inputs: { book: {key}.txt }
    run: {{ book }} > {{ count }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:26: error: unexpected scalar at node end
      3 |     inputs: { book: {key}.txt }
        |                          ^^^^
      hint: a text that starts with \`{\` must be in quotes
    "
  `);
});

test.each([
  ['before a block', 'tasks:\n  sum\n    inputs: { log: a.txt }\n    run: cat\n', '2:3', 'sum'],
  ['before a block within', 'tasks:\n  sum:\n    outputs\n      o: b.txt\n    run: cat\n', '3:5', 'outputs'],
  ['at the top', 'tasks\n  sum:\n    run: cat\n', '1:1', 'tasks'],
  ['before a text', 'tasks:\n  sum:\n    inputs: { log: a.txt }\n    run cat a b\n', '4:5', 'run'],
  [
    'before braces',
    'tasks:\n  sum:\n    run: cat\n    outputs { o: "{x}.txt" }\n  two:\n    run: q\n',
    '4:5',
    'outputs',
  ],
  [
    'before braces, as the first key',
    'tasks:\n  sum:\n    inputs { log: a.txt }\n    run: cat\n',
    '3:5',
    'inputs',
  ],
  ['with no blank after it', 'tasks:\n  sum:\n    inputs:{ log: a.txt }\n    run: cat\n', '3:5', 'inputs'],
])('a forgotten colon %s is told once, with its key', async (_where, text, place, key) => {
  const told = await faults(text);
  expect(told.match(/error: .*/g)).toEqual([`error: a \`:\` is missing after \`${key}\``]);
  expect(told).toContain(`pipeline.yaml:${place}: `);
});

test('a brace too many and a crooked line', async () => {
  const first = (told: string) => told.match(/pipeline.*/g);
  expect(
    first(await faults('tasks:\n  sum:\n    inputs: { log: a.txt }}\n    run: z\n  two:\n    run: q\n')),
  ).toEqual(['pipeline.yaml:3:27: error: the `}` closes nothing']);
  expect(first(await faults('tasks:\n  sum:\n    run: x\n   more: y\n  two:\n    run: z\n'))).toEqual([
    'pipeline.yaml:4:1: error: the line is indented otherwise than those that it belongs to',
  ]);
});

test('a bracket that is not closed', async () => {
  expect(await faults('env: [LANG, "API_*"\ntasks:\n  hello: { run: echo }\n')).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:6: error: the list that begins here is not closed: \`]\` is missing
      1 | env: [LANG, "API_*"
        |      ^
    "
  `);
});

test('of several brackets that are open, the innermost is told', async () => {
  expect(await faults('tasks:\n  hello: { run: echo, env: { A: [b, c }\n')).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:33: error: the list that begins here is not closed: \`]\` is missing
      2 |   hello: { run: echo, env: { A: [b, c }
        |                                 ^
    "
  `);
});

test('a star that YAML takes for an alias', async () => {
  expect(await faults('tasks:\n  total:\n    inputs:\n      all: *.txt\n    run: cat\n'))
    .toMatchInlineSnapshot(`
    "
    pipeline.yaml:4:12: error: no anchor &.txt stands before this alias
      4 |       all: *.txt
        |            ^^^^^
      hint: a text that starts with \`*\` must be in quotes: "*.txt"
    "
  `);
});

test('a tag', async () => {
  expect(await faults('tasks: !!js/function "() => 1"\n')).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:8: error: the tag !!js/function is not known
      1 | tasks: !!js/function "() => 1"
        |        ^^^^^^^^^^^^^
      hint: write the plain value
    "
  `);
});

test('several documents', async () => {
  expect(await faults('tasks:\n  a: { run: echo }\n---\ntasks:\n  b: { run: echo }\n'))
    .toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:1: error: the file holds more than one YAML document
      3 | ---
        | ^^^
      hint: use \`include:\` to put several files together
    "
  `);
});

test('a duplicate key', async () => {
  const text = `tasks:
  count:
    run: wc -w
    timeout: 1m
    run: wc -l
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:5:5: error: the key "run" is written twice
      5 |     run: wc -l
        |     ^^^
      pipeline.yaml:3:5: first here
        3 |     run: wc -w
          |     ^^^
    "
  `);
});

test('an alias bomb', async () => {
  const levels = 'abcdefgh'.split('').map((name, index, all) => {
    const inner = index === 0 ? 'lol' : `*${all[index - 1] ?? ''}`;
    return `x-${name}: &${name} [${Array.from({ length: 10 }, () => inner).join(', ')}]`;
  });
  expect(await faults(levels.join('\n'))).toMatchInlineSnapshot(`
    "
    pipeline.yaml:5:18: error: the aliases stand for more than 50000 values
      5 | x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        |                  ^^
    "
  `);
});

test('an alias that names what it stands in', async () => {
  expect(await faults('x-loop: &loop [*loop]\n')).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:16: error: the alias names what it stands in itself, without end
      1 | x-loop: &loop [*loop]
        |                ^^^^^
    "
  `);
});

test('endless nesting', async () => {
  const text = await faults(`x: ${'['.repeat(50_000)}`);
  expect(text.slice(0, 200)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:797: error: the YAML is nested too deeply
      1 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
        |                 "
  `);
});

test('anchors and aliases within reason are no fault', async () => {
  const read = await plan(`x-quota: &small { cpu: 1 }
tasks:
  one: { run: echo, quota: *small }
  two: { run: echo, quota: *small }
`);
  expect(read.tasks.map((task) => task.quota)).toEqual([{ cpu: 1 }, { cpu: 1 }]);
});
