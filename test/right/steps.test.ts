// Recipes in steps: what they do, what each step leaves for the next, and that a job that was interrupted at any step goes
// on there: side effects are counted by the steps themselves.
import { existsSync, readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { ProcessDetail } from '../../engine/index.ts';
import { until } from '../gate.ts';
import { project, type Project } from '../rig.ts';
import { pipe, say } from '../session/call.ts';

/** Splits a book into pages, sets each page by a recipe of two steps, and binds them. */
const EDITION = `
tasks:
  edition:
    inputs: { book: "books/{key}.txt" }
    outputs: { edition: "build/{key}.txt" }
    steps:
      - name: split
        run: |
          job split
          i=0
          while read -r line; do i=$((i + 1)); echo "$line" > {{ work }}/$i.page; done < {{ book }}
          echo "{\\"pages\\": $i, \\"n\\": 0}" >> "$PIPE_CTX"
      - while: ctx.n < ctx.pages
        do:
          - name: turn
            run: |
              job turn {{ ctx.n }}
              printf '{"n": %d}\\n' {{ ctx.n | plus: 1 }} >> "$PIPE_CTX"
          - name: set
            launch: ./page.recipe.yaml
            inputs: { page: "{{ work }}/{{ ctx.n }}.page" }
            params: { number: "{{ ctx.n }}" }
            into: set
            append: true
      - if: ctx.pages > 2
        then: [{ name: fold, run: job fold }]
        elif:
          - { if: ctx.pages == 2, then: [{ name: press, run: job press }] }
        else: [{ name: sheet, run: job sheet }]
      - name: bind
        run: job bind; cat{% for page in ctx.set %} {{ page.sheet }}{% endfor %} > {{ edition }}
`;
const PAGE = `
inputs: { page: { kind: path } }
params: { number: { type: integer } }
outputs: { sheet: { kind: path } }
steps:
  - { name: ink, run: "job ink {{ number }}; tr a-z A-Z < {{ page }} > {{ work }}/ink" }
  - { name: number, run: "job number {{ number }}; (cat {{ work }}/ink; echo {{ number }}) > {{ sheet }}" }
`;
const BOOK = 'one fish\ntwo fish\n';
const BOUND = 'ONE FISH\n1\nTWO FISH\n2\n';
/** Everything that is done for a book of two pages, in order. */
const WORK = ['split', 'turn 0', 'ink 1', 'number 1', 'turn 1', 'ink 2', 'number 2', 'press', 'bind'];

function shop(files: Record<string, string> = {}): Project {
  return project({ 'pipeline.yaml': EDITION, 'page.recipe.yaml': PAGE, 'books/emma.txt': BOOK, ...files });
}

async function shown(desk: Project, target: string): Promise<ProcessDetail> {
  return JSON.parse((await pipe(desk, ['show', target, '--json'])).out) as ProcessDetail;
}

const counted = (ran: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const line of ran) counts[line] = (counts[line] ?? 0) + 1;
  return counts;
};
const once = Object.fromEntries(WORK.map((line) => [line, 1]));

describe('steps', () => {
  test('run one after another, with loops, choices, children and a context', async () => {
    const desk = shop({ 'books/leaf.txt': 'leaf\n', 'books/waves.txt': 'a\nb\nc\n' });
    const done = await desk.build();
    expect(done).toMatchObject({ status: 0, warnings: [] });
    expect(desk.tree()).toEqual({
      'build/emma.txt': BOUND,
      'build/leaf.txt': 'LEAF\n1\n',
      'build/waves.txt': 'A\n1\nB\n2\nC\n3\n',
    });
    expect(done.ran.filter((line) => /fold|press|sheet/.test(line))).toEqual(['fold', 'press', 'sheet']);
    expect((await desk.build()).ran).toEqual([]);
    expect(readdirSync(desk.path('.pipe')).includes('stage')).toBe(false);
  });

  test('are moves of the process; children are processes of their own', async () => {
    const desk = shop();
    await desk.build();
    const found = await shown(desk, 'edition/emma');
    expect(found.transitions.map(({ state, detail }) => `${state} ${detail}`.trim())).toEqual([
      'created',
      'running',
      'running split ended; at 1:while(ctx.n < ctx.pages)(0:turn)',
      'running turn ended; at 1:while(ctx.n < ctx.pages)(1:launch(page.recipe.yaml))',
      'waiting launched 1.3: page.recipe.yaml',
      'running 1.3 ended; at 1:while(ctx.n < ctx.pages)(0:turn)',
      'running turn ended; at 1:while(ctx.n < ctx.pages)(1:launch(page.recipe.yaml))',
      'waiting launched 1.6: page.recipe.yaml',
      'running 1.6 ended; at 2:elif(ctx.pages == 2)(0:press)',
      'running press ended; at 3:bind',
      'running bind ended; at end',
      'finished status 0',
    ]);
    expect(found.children.map(({ id, parent, state }) => [id, parent, state])).toEqual([
      ['1.3', '1', 'finished'],
      ['1.6', '1', 'finished'],
    ]);
    expect((await shown(desk, '1.3')).transitions.map(({ state }) => state)).toEqual([
      'created',
      'running',
      'running',
      'running',
      'finished',
    ]);
    expect(found.checkpoints).toEqual([]);
  });

  test('a change of a step, or of a launched recipe, runs the job again; its name does not', async () => {
    const desk = shop();
    await desk.build();
    desk.put('pipeline.yaml', EDITION.replace('name: press', 'name: squeeze'));
    expect((await desk.build()).ran).toEqual([]);
    desk.put('page.recipe.yaml', PAGE.replace('tr a-z A-Z', 'tr a-z n-za-m'));
    expect(counted((await desk.build()).ran)).toEqual(once);
    expect((await say(desk, 'why edition/emma')).out).toContain('definition changed: command');
  });

  test('functions get the context, and leave what they return', async () => {
    const desk = project({
      'pipeline.yaml': `
tasks:
  count:
    inputs: { book: "books/{key}.txt" }
    outputs: { count: "build/{key}.txt" }
    steps:
      - { name: count, function: "./steps.ts#count" }
      - { name: double, function: "./steps.ts#double" }
      - run: echo {{ ctx.double }} > {{ count }}
`,
      'steps.ts': `
export async function count({ book }) { return { words: (await book.text()).split(/\\s+/).filter(Boolean).length }; }
export async function double({ ctx }) { return { double: 2 * ctx.words }; }
`,
      'books/emma.txt': BOOK,
    });
    expect((await desk.build()).status).toBe(0);
    expect(desk.read('build/emma.txt')).toBe('8\n');
    desk.put('steps.ts', desk.read('steps.ts').replace('2 *', '3 *'));
    await desk.build();
    expect(desk.read('build/emma.txt')).toBe('12\n');
  });

  test.for([
    ['return: 0', 0, 'ends well'],
    ['return: 3', 3, 'ends with that status'],
    ['run: exit 4', 4, 'fails with its own'],
  ] as const)('%s %i: the job %s, and no step after it runs', async ([step, status]) => {
    const desk = project({
      'pipeline.yaml': `tasks: { lint: { steps: [{ ${step} }, { run: job never }] } }`,
    });
    const done = await desk.build();
    expect(done).toMatchObject({ status: status === 0 ? 0 : 1, ran: [] });
    if (status > 0) expect(done.summary?.failures[0]?.failure).toEqual({ type: 'exit', status });
  });

  test.for([
    ['echo nonsense >> $PIPE_CTX', 'wrote to $PIPE_CTX: line 1 is no JSON'],
    ['echo 5 >> $PIPE_CTX', 'line 1 is no JSON object'],
  ] as const)('%s is no context', async ([text, message]) => {
    const desk = project({ 'pipeline.yaml': `tasks: { lint: { steps: [{ run: '${text}' }] } }` });
    const done = await desk.build();
    expect(done.summary?.failures[0]?.failure).toMatchObject({ message: expect.stringContaining(message) });
  });

  test('what a step names and no step left fails the job, and says what', async () => {
    const desk = project({
      'pipeline.yaml': 'tasks: { lint: { steps: [{ run: "echo {{ ctx.pages }}" }] } }',
    });
    const done = await desk.build();
    expect(done.summary?.failures[0]?.failure).toMatchObject({
      type: 'render',
      message: expect.stringContaining('pages'),
      at: 'pipeline.yaml:1:42',
    });
    expect((await say(desk, 'build')).out).toContain(
      'cannot be filled in: pipeline.yaml:1:42: there is no "ctx.pages"',
    );
  });

  test('what a launched recipe is given and is not there is told with its place, in whichever file', async () => {
    const desk = shop({
      'pipeline.yaml': `
tasks:
  set:
    steps:
      - launch: ./page.recipe.yaml
        inputs: { page: books/emma.txt }
        params: { number: "{{ ctx.number }}" }
`,
    });
    const missing = (await desk.build()).summary?.failures[0]?.failure;
    expect(missing).toEqual({ type: 'render', message: 'ctx.number is nothing', at: 'pipeline.yaml:7:31' });
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('"{{ ctx.number }}"', '1'));
    desk.put('page.recipe.yaml', PAGE.replace('echo {{ number }}', 'echo {{ ctx.number }}'));
    const inside = (await desk.build()).summary?.failures[0]?.failure;
    expect(inside).toMatchObject({ type: 'render', at: expect.stringMatching(/^page\.recipe\.yaml:7:\d+$/) });
  });
});

describe('a job in steps whose pipe is killed with -9', () => {
  /** When a step has done its work and that was not kept, by the number of the step; and before some of them start. */
  const points = WORK.flatMap((line, index) => {
    const before = index === 0 || index === 5 ? [[`step-starts:${index + 1}`, line, 1] as const] : [];
    return [...before, [`step-ended:${index + 1}`, line, 2] as const];
  });

  test.for(points)('at %s (%s) goes on at that step', async ([at, line, times]) => {
    const desk = shop();
    const first = await desk.start(['build'], { env: { PIPE_TEST_CRASH_AT: at } }).done;
    expect(first.status).toBe(null);
    const next = await desk.build();
    expect(next.status).toBe(0);
    expect(desk.read('build/emma.txt')).toBe(BOUND);
    expect(counted([...first.ran, ...next.ran])).toEqual({ ...once, [line]: times });
    expect(existsSync(desk.path('.pipe/stage'))).toBe(false);
  });

  test('again and again, after every step: each step is done once, and it is one process all along', async () => {
    const desk = shop();
    const ran: string[] = [];
    let deaths = 0;
    for (; deaths < 30; deaths++) {
      const done = await desk.start(['build'], { env: { PIPE_TEST_CRASH_AT: 'step-kept:1' } }).done;
      ran.push(...done.ran);
      if (done.status === 0) break;
      expect(done.status).toBe(null);
    }
    // Every step, and every child's end in its parent.
    expect(deaths).toBe(WORK.length + 2);
    expect(ran).toEqual(WORK);
    expect(desk.read('build/emma.txt')).toBe(BOUND);
    const found = await shown(desk, 'edition/emma');
    expect(found).toMatchObject({ id: '1', state: 'finished', successful: true });
    expect((await desk.build()).ran).toEqual([]);
  }, 300_000);

  test('begins anew where its input, its definition or its stage is another, or when it is forced', async () => {
    for (const change of [
      (desk: Project) => desk.put('books/emma.txt', BOOK.toUpperCase()),
      (desk: Project) => desk.put('pipeline.yaml', EDITION.replace('job bind;', 'job bind ;')),
      (desk: Project) => desk.remove('.pipe/stage'),
      () => '--force',
    ]) {
      const desk = shop();
      await desk.start(['build'], { env: { PIPE_TEST_CRASH_AT: 'step-starts:5' } }).done;
      const flag = change(desk);
      const next = await desk.build(...(typeof flag === 'string' ? [flag] : []));
      expect(counted(next.ran)).toEqual(once);
      expect(desk.read('build/emma.txt')).toBe(BOUND);
      expect((await shown(desk, '1')).state).toBe('killed');
      expect(existsSync(desk.path('.pipe/stage'))).toBe(false);
    }
  });

  test('shows where it stands, and in what context; repair leaves it, kill ends it', async () => {
    const desk = shop();
    await desk.start(['build'], { env: { PIPE_TEST_CRASH_AT: 'step-starts:3' } }).done;
    const found = await shown(desk, 'edition/emma');
    expect((await say(desk, 'ps')).out).toContain('left behind');
    expect(found).toMatchObject({
      state: 'waiting',
      live: false,
      position: '1:while(ctx.n < ctx.pages)(1:launch(page.recipe.yaml))',
      context: { pages: 2, n: 1 },
      checkpoints: [''],
      children: [{ id: '1.3', state: 'running', position: '0:ink' }],
    });
    const place = '1:while(ctx.n < ctx.pages)(1:launch(page.recipe.yaml))';
    expect((await say(desk, 'why edition/emma')).out).toContain(`  goes on at ${place} (process 1)\n`);
    expect(JSON.parse((await say(desk, 'why edition/emma --json')).out)).toMatchObject([
      { goesOn: { id: '1', position: place } },
    ]);
    expect((await say(desk, 'repair')).out).toContain('edition/emma (process 1) stays at 1:while');
    expect((await say(desk, 'kill 1')).code).toBe(0);
    expect((await shown(desk, '1')).checkpoints).toEqual([]);
    expect((await say(desk, 'why edition/emma')).out).not.toContain('goes on');
    desk.ran();
    expect(counted((await desk.build()).ran)).toEqual(once);
  });

  test('and that is damaged in its checkpoint begins anew', async () => {
    const desk = shop();
    await desk.start(['build'], { env: { PIPE_TEST_CRASH_AT: 'step-starts:5' } }).done;
    const database = new DatabaseSync(desk.path('.pipe/state.db'));
    database.exec("UPDATE checkpoints SET body = replace(body, 'pages', 'pagen')");
    database.close();
    expect(counted((await desk.build()).ran)).toEqual(once);
  });
});

describe('a job in steps', () => {
  /** The step `hold` stands at a gate between two others. */
  function gated(more = '', hold = '') {
    const desk = project({});
    const gate = desk.gate('gate');
    desk.put(
      'pipeline.yaml',
      `tasks:
  walk:
    outputs: { out: build/out }
    ${more}
    steps:
      - { name: first, run: "job first; echo 1 > {{ out }}" }
      - { name: hold, run: "${hold}cat ${gate.path}; job hold; echo 2 >> {{ out }}" }
      - { name: last, run: "job last; echo 3 >> {{ out }}" }
`,
    );
    return { desk, gate };
  }

  test('T117: pauses when its step ends, and goes on when it is played', async () => {
    const { desk, gate } = gated();
    const build = desk.start(['build']);
    await gate.reached();
    const pausing = say(desk, 'pause walk -m tea', { onError: () => gate.open() });
    expect(await pausing).toMatchObject({
      code: 0,
      out: 'walk (process 1) is paused\n',
      error: 'walk (process 1) will be paused when its step ends\n',
    });
    expect(desk.ran()).toEqual(['first', 'hold']);
    expect(await shown(desk, 'walk')).toMatchObject({
      paused: true,
      live: true,
      position: '2:last',
      status: 'tea',
    });
    expect((await say(desk, 'play walk')).code).toBe(0);
    expect(await build.done).toMatchObject({ status: 0, ran: ['last'] });
    expect(desk.read('build/out')).toBe('1\n2\n3\n');
  });

  test('kill beats pause: one that is paused between steps is killed at once', async () => {
    const { desk, gate } = gated();
    const build = desk.start(['build']);
    await gate.reached();
    await say(desk, 'pause walk', { onError: () => gate.open() });
    expect((await say(desk, 'kill walk')).code).toBe(0);
    expect(await build.done).toMatchObject({ status: 1 });
    expect(await shown(desk, 'walk')).toMatchObject({ state: 'killed', checkpoints: [] });
  });

  test('T124: one that is paused when its pipe dies does not go on before it is played', async () => {
    const { desk, gate } = gated();
    const build = desk.start(['build']);
    await gate.reached();
    await say(desk, 'pause walk', { onError: () => gate.open() });
    build.kill('SIGKILL');
    await build.done;
    expect(await desk.build()).toMatchObject({ ran: [], warnings: ['paused'] });
    expect((await say(desk, 'play walk')).code).toBe(0);
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['last'] });
    expect(desk.read('build/out')).toBe('1\n2\n3\n');
  });

  test('whose build is ended by SIGTERM goes on at its step; one that is killed begins anew', async () => {
    const { desk, gate } = gated();
    const build = desk.start(['build']);
    await gate.reached();
    build.kill('SIGTERM');
    expect((await build.done).status).not.toBe(0);
    gate.open();
    expect((await say(desk, 'ps')).out).toContain('1:hold');
    const next = desk.start(['build']);
    await gate.reached();
    expect(desk.ran()).toEqual([]);
    await say(desk, 'kill 1');
    await next.done;
    gate.open();
    const last = desk.start(['build']);
    await gate.reached();
    gate.open();
    expect(await last.done).toMatchObject({ status: 0, ran: ['first', 'hold', 'last'] });
    expect(desk.read('build/out')).toBe('1\n2\n3\n');
  });

  test('that is retried goes on at the step that failed', async () => {
    const desk = project({
      'pipeline.yaml': `
tasks:
  walk:
    retry: { attempts: 3, backoff: 1ms }
    env: { RAN: "RANFILE" }
    steps:
      - { name: first, run: job first }
      - { name: child, launch: ./flaky.yaml }
      - { name: last, run: job last }
`,
      'flaky.yaml': `
steps:
  - { run: job inside }
  - { run: 'job try; [ $(grep -c try "$RAN") -ge 3 ]' }
`,
    });
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('RANFILE', `${desk.outside}/ran`));
    const done = await desk.build();
    expect(done).toMatchObject({ status: 0, ran: ['first', 'inside', 'last', 'try', 'try', 'try'] });
    const listing = JSON.parse((await say(desk, 'ps --all --json')).out) as {
      processes: { id: string; state: string }[];
    };
    expect(listing.processes.filter(({ id }) => !id.includes('.')).map(({ id }) => id)).toEqual([
      '3',
      '2',
      '1',
    ]);
    expect((await shown(desk, '3')).checkpoints).toEqual([]);
    expect((await shown(desk, '1')).checkpoints).toEqual([]);
  });

  test('that has failed for good begins anew in the next build', async () => {
    const desk = project({
      'pipeline.yaml': 'tasks: { walk: { steps: [{ run: job first }, { run: "job second; test -e ok" }] } }',
    });
    expect((await desk.build()).ran).toEqual(['first', 'second']);
    desk.put('ok', '');
    expect((await desk.build()).ran).toEqual(['first', 'second']);
  });

  test('has one timeout for all its steps', async () => {
    const desk = project({
      'pipeline.yaml':
        'tasks: { walk: { timeout: 600ms, steps: [{ run: sleep 0.4 }, { run: sleep 0.4; job second }] } }',
    });
    const done = await desk.build();
    expect(done).toMatchObject({ status: 1, ran: [] });
    expect(done.summary?.failures[0]?.failure).toEqual({ type: 'timeout', afterMs: 600 });
  });

  test('is cut off early like any other', async () => {
    const { desk, gate } = gated();
    const build = desk.start(['build']);
    await gate.reached();
    gate.open();
    await build.done;
    desk.put(
      'pipeline.yaml',
      desk
        .read('pipeline.yaml')
        .replace('job last;', 'job last ;')
        .concat('  after: { inputs: { out: build/out }, run: job after }\n'),
    );
    const next = desk.start(['build']);
    await gate.reached();
    gate.open();
    const done = await next.done;
    expect(done.events.find((event) => event.type === 'job-end' && event.job.task === 'walk')).toMatchObject({
      changed: false,
    });
    await until('it has ended', () => existsSync(desk.path('build/out')));
  });
});

describe('faults in steps are found before anything runs, where they are', () => {
  test.for([
    ['steps: [{ run: "echo {{ nobody }}" }]', 'nothing is called "nobody" here'],
    ['steps: [{ while: "ctx.n <", do: [{ run: a }] }]', 'pipeline.yaml:1:'],
    ['steps: [{ while: "nobody > 3", do: [{ run: a }] }]', 'nothing is called "nobody" here'],
    ['steps: [{ if: ctx.n }]', '"if" goes with "then"'],
    ['steps: [{ if: ctx.n, run: a }]', 'the step has both "run" and "if"'],
    ['steps: [{ into: a, run: b }]', '"into" goes with "launch"'],
    ['steps: [{ exec: [a], run: b }]', 'the step has both "run" and "exec"'],
    ['steps: [{ name: a }]', 'the step does not say what to do'],
    ['steps: []', 'pipeline.yaml:1:'],
    ['steps: [{ launch: ./page.yaml }]', `the recipe's input "page" is not given`],
    ['steps: [{ launch: ./page.yaml, inputs: { pag: x, page: y } }]', 'did you mean "page"?'],
    ['steps: [{ launch: ./page.yaml, inputs: { page: y }, params: { number: many } }]', 'cannot be "many"'],
    ['steps: [{ launch: ./nobody.yaml }]', 'the recipe nobody.yaml does not exist'],
    ['steps: [{ launch: ./loop.yaml }]', './loop.yaml is launched by itself'],
    ['steps: [{ launch: ./made.yaml }]', 'a recipe with `env` cannot be launched by a step'],
    ['depfile: make, steps: [{ run: a }]', '`depfile` goes with `run` or `exec`'],
    ['params: { work: 1 }, steps: [{ run: a }]', 'nothing of a task in steps can be called "work"'],
    ['run: a, steps: [{ run: a }]', 'pipeline.yaml:1:'],
  ] as const)('%s: %s', async ([steps, message]) => {
    const desk = project({
      'pipeline.yaml': `tasks: { walk: { ${steps} } }`,
      'page.yaml': PAGE,
      'loop.yaml': 'steps: [{ launch: ./loop.yaml }]',
      'made.yaml': 'env: { A: b }\nrun: a',
    });
    const checked = await say(desk, 'check');
    expect(checked.code).toBe(2);
    expect(checked.error).toContain(message);
  });
});
