// What the JSON Schema refuses, each as the transcript that a person sees.
import { expect, test } from 'vitest';
import { faults } from './rig.ts';

test('unknown keys', async () => {
  const text = `nam: books
tasks:
  count:
    descripton: Count the words
    run: wc -w
  total:
    input: { counts: "counts/*.txt" }
    run: cat {{ counts }}
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:1: error: unknown key "nam"
      1 | nam: books
        | ^^^
      expected: one of: name, description, include, params, env, pass_env, repositories, assets, quotas, tasks
      hint: did you mean "name"?

    pipeline.yaml:4:5: error: unknown key "descripton"
      4 |     descripton: Count the words
        |     ^^^^^^^^^^
      hint: did you mean "description"?

    pipeline.yaml:7:5: error: unknown key "input"
      7 |     input: { counts: "counts/*.txt" }
        |     ^^^^^
      hint: did you mean "inputs"?
    "
  `);
});

test('an unknown key far from any other', async () => {
  expect(await faults('tasks:\n  a: { run: echo, zebra: 1 }\n')).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:19: error: unknown key "zebra"
      2 |   a: { run: echo, zebra: 1 }
        |                   ^^^^^
      expected: one of: description, use, run, exec, function, steps, tube, assets, shell, cwd, inputs, outputs,
                links, plug, params, env, stdin, stdout, stderr, logs, done, live, quota, fallback_quota, priority,
                timeout, retry, rerun, on_change, failure_ok, service, ready_when, needs, long_running, default,
                disabled, tools, sources, depfile, max_concurrent, replicable, max_replicas, priority_factor,
                priority_addend, exit_codes
    "
  `);
});

test('wrong types', async () => {
  const text = `env: LANG
tasks:
  count:
    run: [wc, -w]
    priority: high
    tools: pandoc
  total:
    inputs: [a, b]
    run: echo
  rest:
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:6: error: "env" is the text "LANG"
      1 | env: LANG
        |      ^^^^
      expected: a list

    pipeline.yaml:4:10: error: "run" is a list
      4 |     run: [wc, -w]
        |          ^^^^^^^^
      expected: a text

    pipeline.yaml:5:15: error: "high" is no priority
      5 |     priority: high
        |               ^^^^
      expected: a number, a template such as \`{{ book.size }}\`, or \`{ function: MODULE#EXPORT }\`

    pipeline.yaml:6:12: error: "tools" is the text "pandoc"
      6 |     tools: pandoc
        |            ^^^^^^
      expected: a list

    pipeline.yaml:8:13: error: "inputs" is a list
      8 |     inputs: [a, b]
        |             ^^^^^^
      expected: a map

    pipeline.yaml:10:3: error: "rest" does not say what to do
      10 |   rest:
         |   ^^^^
      expected: one of: use, run, exec, function, tube, steps
    "
  `);
});

test('a wrong type at the top', async () => {
  expect(await faults('tasks: count\n')).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:8: error: "tasks" is the text "count"
      1 | tasks: count
        |        ^^^^^
      expected: a map
    "
  `);
});

test('bad durations', async () => {
  const text = `tasks:
  a: { run: echo, timeout: 10 minutes }
  b: { run: echo, timeout: -5 }
  c: { run: echo, retry: { attempts: 0, backoff: 5x } }
  d: { run: echo, timeout: 0s }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:28: error: "10 minutes" is no duration
      2 |   a: { run: echo, timeout: 10 minutes }
        |                            ^^^^^^^^^^
      expected: a duration such as \`500ms\`, \`10m\` or \`1h30m\`, or a number of seconds
      hint: did you mean "10m"?

    pipeline.yaml:3:28: error: "timeout" is -5
      3 |   b: { run: echo, timeout: -5 }
        |                            ^^
      expected: more than 0

    pipeline.yaml:4:38: error: "attempts" is 0
      4 |   c: { run: echo, retry: { attempts: 0, backoff: 5x } }
        |                                      ^
      expected: at least 1

    pipeline.yaml:4:50: error: "5x" is no duration
      4 |   c: { run: echo, retry: { attempts: 0, backoff: 5x } }
        |                                                  ^^
      expected: a duration such as \`500ms\`, \`10m\` or \`1h30m\`, or a number of seconds

    pipeline.yaml:5:28: error: "0s" is no duration
      5 |   d: { run: echo, timeout: 0s }
        |                            ^^
      expected: more than nothing
    "
  `);
});

test('bad intervals of repositories', async () => {
  const text = `repositories:
  a: { type: file, path: "a/{key}", poll: often }
  b: { type: tar, path: "b/{key}.tar", poll: 0s }
  c: { type: json, path: "c/{key}.json", poll: -1 }
  d: { type: memory, poll: 10s }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:43: error: "often" is no duration
      2 |   a: { type: file, path: "a/{key}", poll: often }
        |                                           ^^^^^
      expected: a duration such as \`500ms\`, \`10m\` or \`1h30m\`, or a number of seconds

    pipeline.yaml:3:46: error: "0s" is no duration
      3 |   b: { type: tar, path: "b/{key}.tar", poll: 0s }
        |                                              ^^
      expected: more than nothing

    pipeline.yaml:4:48: error: "poll" is -1
      4 |   c: { type: json, path: "c/{key}.json", poll: -1 }
        |                                                ^^
      expected: more than 0

    pipeline.yaml:5:22: error: unknown key "poll"
      5 |   d: { type: memory, poll: 10s }
        |                      ^^^^
      expected: one of: type, schema, accept_strays
    "
  `);
});

test('bad quantities', async () => {
  const text = `quotas:
  main: { cpu: four, memory: 8GB, launches: 100 per minute }
tasks:
  a: { run: echo, quota: { cpu: -1, memory: 1ki } }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:16: error: "four" is no quantity
      2 |   main: { cpu: four, memory: 8GB, launches: 100 per minute }
        |                ^^^^
      expected: a number, or one with a suffix such as \`500m\`, \`1.5G\` or \`8Gi\`

    pipeline.yaml:2:30: error: "8GB" is no quantity
      2 |   main: { cpu: four, memory: 8GB, launches: 100 per minute }
        |                              ^^^
      expected: a number, or one with a suffix such as \`500m\`, \`1.5G\` or \`8Gi\`
      hint: did you mean "8G"?

    pipeline.yaml:2:45: error: "100 per minute" is no launches
      2 |   main: { cpu: four, memory: 8GB, launches: 100 per minute }
        |                                             ^^^^^^^^^^^^^^
      expected: a number of launches per window, such as \`100/min\` or \`5/10s\`

    pipeline.yaml:4:33: error: "cpu" is -1
      4 |   a: { run: echo, quota: { cpu: -1, memory: 1ki } }
        |                                 ^^
      expected: at least 0

    pipeline.yaml:4:45: error: "1ki" is no quantity
      4 |   a: { run: echo, quota: { cpu: -1, memory: 1ki } }
        |                                             ^^^
      expected: a number, one with a suffix such as \`500m\` or \`8Gi\`, or a share such as \`50%\`
      hint: did you mean "1Ki"?
    "
  `);
});

test('no action, and two', async () => {
  const text = `tasks:
  nothing: { inputs: { a: ./a } }
  both: { run: echo, exec: [echo] }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:3: error: "nothing" does not say what to do
      2 |   nothing: { inputs: { a: ./a } }
        |   ^^^^^^^
      expected: one of: use, run, exec, function, tube, steps

    pipeline.yaml:3:22: error: "both" has both "run" and "exec"
      3 |   both: { run: echo, exec: [echo] }
        |                      ^^^^
      expected: exactly one of: use, run, exec, function, tube, steps
    "
  `);
});

test('names', async () => {
  const text = `repositories:
  my books: { type: file, path: "books/{key}.txt" }
params: { 1st: 1 }
tasks:
  a/b: { run: echo }
  ok: { run: echo, env: { A-B: 1 }, inputs: { "the book": ./book } }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:3: error: "my books" is no repository name
      2 |   my books: { type: file, path: "books/{key}.txt" }
        |   ^^^^^^^^
      expected: letters, digits, \`_\` and \`-\`, with a letter or \`_\` first

    pipeline.yaml:3:11: error: "1st" is no name
      3 | params: { 1st: 1 }
        |           ^^^
      expected: letters, digits, \`_\` and \`-\`, with a letter or \`_\` first

    pipeline.yaml:5:3: error: "a/b" is no task name
      5 |   a/b: { run: echo }
        |   ^^^
      expected: letters, digits, \`_\`, \`-\` and \`.\`

    pipeline.yaml:6:27: error: "A-B" is no variable's name
      6 |   ok: { run: echo, env: { A-B: 1 }, inputs: { "the book": ./book } }
        |                           ^^^
      expected: letters, digits and \`_\`

    pipeline.yaml:6:47: error: "the book" is no name
      6 |   ok: { run: echo, env: { A-B: 1 }, inputs: { "the book": ./book } }
        |                                               ^^^^^^^^^^
      expected: letters, digits, \`_\` and \`-\`, with a letter or \`_\` first
    "
  `);
});

test('repositories', async () => {
  const text = `repositories:
  books: { type: fil, path: "books/{key}.txt" }
  authors: { path: "authors/{key}.yaml" }
  counts: { type: file, pat: "counts/{key}" }
  long: { type: filter, of: books }
  all: { type: and, of: {} }
tasks:
  count: { inputs: { book: books }, run: "wc {{ book }}" }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:18: error: "fil" is no kind of repository
      2 |   books: { type: fil, path: "books/{key}.txt" }
        |                  ^^^
      expected: one of: file, directory, yaml, json, compressed, tar, tree, memory, and, or, unless, filter, map,
                related, fallback
      hint: did you mean "file"?

    pipeline.yaml:3:3: error: "authors" has no "type"
      3 |   authors: { path: "authors/{key}.yaml" }
        |   ^^^^^^^
      expected: one of: file, directory, yaml, json, compressed, tar, tree, memory, and, or, unless, filter, map,
                related, fallback

    pipeline.yaml:4:25: error: unknown key "pat"
      4 |   counts: { type: file, pat: "counts/{key}" }
        |                         ^^^
      expected: one of: type, path, accept_strays, keep, poll
      hint: did you mean "path"?

    pipeline.yaml:5:3: error: "long" has no "where"
      5 |   long: { type: filter, of: books }
        |   ^^^^
      expected: an entry such as \`where: size > 100000\`

    pipeline.yaml:6:25: error: "of" is empty
      6 |   all: { type: and, of: {} }
        |                         ^^
      expected: at least one entry
    "
  `);
});

test('enumerations and numbers', async () => {
  const text = `tasks:
  a: { run: echo, rerun: sometimes }
  b: { run: echo, depfile: gcc }
  c: { run: echo, max_concurrent: 0 }
  d: { run: echo, exit_codes: { BAD: { status: 300, message: no } } }
  e: { exec: [] }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:26: error: "rerun" is "sometimes"
      2 |   a: { run: echo, rerun: sometimes }
        |                          ^^^^^^^^^
      expected: one of: changed, once, always

    pipeline.yaml:3:28: error: "depfile" is "gcc"
      3 |   b: { run: echo, depfile: gcc }
        |                            ^^^
      expected: one of: make, none

    pipeline.yaml:4:35: error: "max_concurrent" is 0
      4 |   c: { run: echo, max_concurrent: 0 }
        |                                   ^
      expected: at least 1

    pipeline.yaml:5:48: error: "status" is 300
      5 |   d: { run: echo, exit_codes: { BAD: { status: 300, message: no } } }
        |                                                ^^^
      expected: at most 255

    pipeline.yaml:6:14: error: "exec" is empty
      6 |   e: { exec: [] }
        |              ^^
      expected: at least one entry
    "
  `);
});

test('an empty pipeline', async () => {
  expect(await faults('name: books\n')).toMatchInlineSnapshot(`
    "
    pipeline.yaml:1:1: error: the pipeline has no task
      1 | name: books
        | ^^^^^^^^^^^
      expected: at least one entry under \`tasks:\`
    "
  `);
});
