// What is said of quotas, priorities and replicas that cannot be meant.
import { expect, test } from 'vitest';
import { attempt, faults, plan } from './rig.ts';

test('shares of a pool', async () => {
  const text = `quotas: { main: { cpu: 4 }, gpu: { cards: 2 } }
tasks:
  a: { run: echo, quota: { cpu: 150% } }
  b: { run: echo, quota: { memory: 50% } }
  c: { run: echo, quota: { pool: gpu, cards: 10%, cpu: 1% } }
  d: { run: echo, quota: 101% }
  e: { run: echo, quota: { cpu: -50% } }
  f: { run: echo, quota: half }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:33: error: a job would take more cpu than the whole pool "main" has
      3 |   a: { run: echo, quota: { cpu: 150% } }
        |                                 ^^^^
      expected: at most 4
      pipeline.yaml:1:24: the limit
        1 | quotas: { main: { cpu: 4 }, gpu: { cards: 2 } }
          |                        ^

    pipeline.yaml:4:36: error: 50% of nothing: the pool "main" has no "memory"
      4 |   b: { run: echo, quota: { memory: 50% } }
        |                                    ^^^
      hint: give it a limit under \`quotas:\`, or write an amount

    pipeline.yaml:5:56: error: 1% of nothing: the pool "gpu" has no "cpu"
      5 |   c: { run: echo, quota: { pool: gpu, cards: 10%, cpu: 1% } }
        |                                                        ^^
      hint: give it a limit under \`quotas:\`, or write an amount

    pipeline.yaml:6:26: error: a job would take more than the whole pool "main" has
      6 |   d: { run: echo, quota: 101% }
        |                          ^^^^
      expected: at most 100%

    pipeline.yaml:7:33: error: "-50%" is no quantity
      7 |   e: { run: echo, quota: { cpu: -50% } }
        |                                 ^^^^
      expected: a number, one with a suffix such as \`500m\` or \`8Gi\`, or a share such as \`50%\`

    pipeline.yaml:8:26: error: "half" is no quota
      8 |   f: { run: echo, quota: half }
        |                          ^^^^
      expected: amounts by their unit, or a share of the pool such as \`50%\`
    "
  `);
  expect(await faults('tasks:\n  a: { run: echo, quota: 50% }\n  b: { run: echo, quota: { cpu: 50% } }\n'))
    .toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:26: error: 50% of nothing: there is no pool "main"
      2 |   a: { run: echo, quota: 50% }
        |                          ^^^
      hint: give it a limit under \`quotas:\`, or write an amount

    pipeline.yaml:3:33: error: 50% of nothing: there is no such pool
      3 |   b: { run: echo, quota: { cpu: 50% } }
        |                                 ^^^
      hint: give it a limit under \`quotas:\`, or write an amount
    "
  `);
});

test('a share is of its pool, also of one that fractions make', async () => {
  const { tasks } = await plan(`quotas: { main: { cpu: 0.3, memory: 1Ki }, gpu: { cards: 4 } }
tasks:
  a: { run: echo, quota: { cpu: 100%, memory: 12.5% } }
  b: { run: echo, quota: 50%, fallback_quota: 100% }
  c: { run: echo, quota: { pool: gpu, cards: 25% }, fallback_quota: { cards: 75% } }
  d: { run: echo, quota: { cpu: 0%, memory: 0 } }
`);
  expect(tasks.map(({ pool, quota, fallbackQuota }) => [pool, quota, fallbackQuota])).toEqual([
    ['main', { cpu: 0.3, memory: 128 }, undefined],
    ['main', { cpu: 0.15, memory: 512 }, { cpu: 0.3, memory: 1024 }],
    ['gpu', { cards: 1 }, { cards: 3 }],
    ['main', { cpu: 0, memory: 0 }, undefined],
  ]);
});

test('fallback quotas', async () => {
  const text = `quotas: { main: { cpu: 4 }, gpu: { cards: 2 } }
tasks:
  a: { run: echo, fallback_quota: { cpu: 5 } }
  b: { run: echo, quota: { cpu: 1 }, fallback_quota: { pool: gpu, cards: 1 } }
  c: { run: echo, quota: { pool: gpu }, fallback_quota: { cards: 300% } }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:42: error: a job would take more cpu than the whole pool "main" has
      3 |   a: { run: echo, fallback_quota: { cpu: 5 } }
        |                                          ^
      expected: at most 4
      pipeline.yaml:1:24: the limit
        1 | quotas: { main: { cpu: 4 }, gpu: { cards: 2 } }
          |                        ^

    pipeline.yaml:4:56: error: a retry draws on the pool of the first attempt
      4 |   b: { run: echo, quota: { cpu: 1 }, fallback_quota: { pool: gpu, cards: 1 } }
        |                                                        ^^^^

    pipeline.yaml:5:66: error: a job would take more cards than the whole pool "gpu" has
      5 |   c: { run: echo, quota: { pool: gpu }, fallback_quota: { cards: 300% } }
        |                                                                  ^^^^
      expected: at most 2
      pipeline.yaml:1:43: the limit
        1 | quotas: { main: { cpu: 4 }, gpu: { cards: 2 } }
          |                                           ^
    "
  `);
});

test('launches', async () => {
  const text = `quotas:
  a: { launches: 0/min }
  b: { launches: -1/min }
  c: { launches: 3 }
  d: { launches: 3/0s }
tasks: { a: { run: echo } }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:18: error: "0/min" is no launches
      2 |   a: { launches: 0/min }
        |                  ^^^^^
      expected: a number of launches per window, such as \`100/min\` or \`5/10s\`

    pipeline.yaml:3:18: error: "-1/min" is no launches
      3 |   b: { launches: -1/min }
        |                  ^^^^^^
      expected: a number of launches per window, such as \`100/min\` or \`5/10s\`

    pipeline.yaml:4:18: error: "launches" is the number 3
      4 |   c: { launches: 3 }
        |                  ^
      expected: a number of launches per window, such as \`100/min\` or \`5/10s\`

    pipeline.yaml:5:18: error: "3/0s" is no launch rate
      5 |   d: { launches: 3/0s }
        |                  ^^^^
    "
  `);
});

test('priorities', async () => {
  const files = {
    'pipeline.yaml': `tasks:
  a:
    inputs: { book: "books/{key}.txt" }
    outputs: { page: "build/{key}.html" }
    priority: "{{ page }} {{ boook.size }} {{ book.pages }} {{"
    run: cp {{ book }} {{ page }}
  b: { run: echo, priority: "{{ key }} {{ nobody }}" }
  c: { run: echo, priority: { function: ./rank.ts } }
  d: { run: echo, priority: soon }
  e: { run: echo, priority: { functions: ./rank.ts } }
`,
  };
  expect(await faults(files)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:5:61: error: output "{{" not closed
      5 |     priority: "{{ page }} {{ boook.size }} {{ book.pages }} {{"
        |                                                             ^^
      hint: for {{ or {% as they are, use {% raw %}…{% endraw %}

    pipeline.yaml:7:43: error: nothing is called "nobody" here
      7 |   b: { run: echo, priority: "{{ key }} {{ nobody }}" }
        |                                           ^^^^^^
      expected: one of: key, task

    pipeline.yaml:8:41: error: the module rank.ts does not exist
      8 |   c: { run: echo, priority: { function: ./rank.ts } }
        |                                         ^^^^^^^^^

    pipeline.yaml:9:29: error: "soon" is no priority
      9 |   d: { run: echo, priority: soon }
        |                             ^^^^
      expected: a number, a template such as \`{{ book.size }}\`, or \`{ function: MODULE#EXPORT }\`

    pipeline.yaml:10:31: error: unknown key "functions"
      10 |   e: { run: echo, priority: { functions: ./rank.ts } }
         |                               ^^^^^^^^^
      expected: function
      hint: did you mean "function"?
    "
  `);
  const right = files['pipeline.yaml'].replace(' {{"', '"').replace(/ {2}b:[^]*/, '');
  expect(await faults(right)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:5:19: error: nothing is called "page" here
      5 |     priority: "{{ page }} {{ boook.size }} {{ book.pages }}"
        |                   ^^^^
      expected: one of: key, task, book

    pipeline.yaml:5:30: error: nothing is called "boook" here
      5 |     priority: "{{ page }} {{ boook.size }} {{ book.pages }}"
        |                              ^^^^^^^^^^
      expected: one of: key, task, book
      hint: did you mean "book"?

    pipeline.yaml:5:47: error: "book" has no "pages"
      5 |     priority: "{{ page }} {{ boook.size }} {{ book.pages }}"
        |                                               ^^^^^^^^^^
      expected: one of: book.path, book.name, book.stem, book.ext, book.dir, book.key, book.size
      hint: for the fields of a record give its repository \`type: yaml\` or \`json\`
    "
  `);
});

test('replicas', async () => {
  const text = `tasks:
  a: { run: echo, max_replicas: 2, priority_factor: 0.5 }
  b: { run: "cat {{ depfile }}", depfile: make, replicable: true }
  c: { inputs: { a: "a/{key}" }, outputs: { b: { to: "b/{key}", in_place: true } }, run: "cp {{ a }} {{ b }}", replicable: true }
  d: { run: echo, replicable: true, max_replicas: 0, priority_factor: 1.5, priority_addend: -1 }
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:19: error: \`max_replicas\` goes with \`replicable: true\`
      2 |   a: { run: echo, max_replicas: 2, priority_factor: 0.5 }
        |                   ^^^^^^^^^^^^

    pipeline.yaml:2:36: error: \`priority_factor\` goes with \`replicable: true\`
      2 |   a: { run: echo, max_replicas: 2, priority_factor: 0.5 }
        |                                    ^^^^^^^^^^^^^^^

    pipeline.yaml:3:34: error: \`depfile\` does not go with replicas
      3 |   b: { run: "cat {{ depfile }}", depfile: make, replicable: true }
        |                                  ^^^^^^^

    pipeline.yaml:4:65: error: replicas cannot write in place: they would write over each other
      4 | … "a/{key}" }, outputs: { b: { to: "b/{key}", in_place: true } }, run: "cp {{ a }} {{ b }}", replicable: true }
        |                                               ^^^^^^^^

    pipeline.yaml:5:51: error: "max_replicas" is 0
      5 |   d: { run: echo, replicable: true, max_replicas: 0, priority_factor: 1.5, priority_addend: -1 }
        |                                                   ^
      expected: at least 1

    pipeline.yaml:5:71: error: "priority_factor" is 1.5
      5 |   d: { run: echo, replicable: true, max_replicas: 0, priority_factor: 1.5, priority_addend: -1 }
        |                                                                       ^^^
      expected: at most 1

    pipeline.yaml:5:93: error: "priority_addend" is -1
      5 |   d: { run: echo, replicable: true, max_replicas: 0, priority_factor: 1.5, priority_addend: -1 }
        |                                                                                             ^^
      expected: at least 0
    "
  `);
  expect((await attempt('tasks:\n  a: { run: echo, replicable: false }\n')).text).toBe('\n\n');
});
