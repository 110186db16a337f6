// Part 3 of the reference on pydatatask, the rows on tasks and scheduling that one machine can show and that have no test of
// their own elsewhere: by the number of the row, with what is wrong there put right. `all-rows.test.ts` says which row is
// where, and which wait.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openPipeline } from '../../engine/index.ts';
import { until } from '../gate.ts';
import { processesIn } from '../processes.ts';
import { buildHere } from '../right/in-process.ts';
import { project, type Project } from '../rig.ts';
import { pipe } from '../session/call.ts';

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** What `pipe check` says of a pipeline. */
async function faults(pipeline: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, error } = await pipe(project({ ...more, 'pipeline.yaml': pipeline }), ['check']);
  expect(code).toBe(2);
  return error;
}

describe('one task', () => {
  test('row 19: over 100 inputs in a function: 100 outputs, 100 records of the end, each of its own job', async () => {
    const desk = project({
      ...Object.fromEntries(range(100).map((n) => [`in/${n}.yaml`, `n: ${n}\n`])),
      'double.ts': 'export const double = ({ number }) => ({ n: number.value.n * 2 });\n',
      'pipeline.yaml': `
repositories:
  numbers: { type: yaml, path: "in/{key}.yaml" }
  doubles: { type: json, path: "build/out/{key}.json" }
tasks:
  double:
    inputs: { number: numbers }
    outputs: { twice: doubles }
    done: { to: "build/done/{key}.yaml", type: yaml }
    function: ./double.ts#double
`,
    });
    expect((await buildHere(desk)).summary).toMatchObject({ outcome: 'done', failures: [] });
    for (const n of range(100)) expect(JSON.parse(desk.read(`build/out/${n}.json`))).toEqual({ n: n * 2 });
    expect(Object.keys(desk.tree('build/done'))).toHaveLength(100);
    expect((await buildHere(desk)).summary.tasks[0]?.upToDate).toBe(100);
  });

  test('row 28: without inputs or anything that inhibits it has one job; there it was an error', async () => {
    const desk = project({
      'pipeline.yaml':
        'tasks: { stamp: { outputs: { stamp: build/stamp }, run: "job stamp; date > {{ stamp }}" } }',
    });
    expect((await buildHere(desk)).ran).toEqual(['stamp']);
    expect((await buildHere(desk)).ran).toEqual([]);
  });

  test('row 30: a function that asks for what is no link fails its job; there the pipeline did not open', async () => {
    const desk = project({
      'in/a.txt': '',
      'use.ts': 'export async function use({ txet }) { await txet.text(); }\n',
      'pipeline.yaml': 'tasks: { use: { inputs: { text: "in/{key}.txt" }, function: ./use.ts#use } }',
    });
    const [failed] = (await buildHere(desk)).summary.failures;
    expect(failed?.failure).toMatchObject({
      type: 'exception',
      message: expect.stringContaining('undefined'),
    });
  });

  test('row 32: disabled, it has no jobs and owns nothing; what it made stands', async () => {
    const pipeline = (disabled: boolean): string => `
tasks:
  first: { inputs: { text: "in/{key}.txt" }, outputs: { copy: "build/a/{key}" }, disabled: ${disabled}, run: "job first; cp {{ text }} {{ copy }}" }
  second: { inputs: { text: "build/a/{key}" }, outputs: { copy: "build/b/{key}" }, run: "job second; cp {{ text }} {{ copy }}" }
`;
    const desk = project({ 'in/x.txt': 'x', 'pipeline.yaml': pipeline(false) });
    expect((await buildHere(desk)).ran).toEqual(['first', 'second']);
    desk.put('pipeline.yaml', pipeline(true));
    desk.put('in/x.txt', 'other');
    expect((await buildHere(desk)).ran).toEqual([]);
    expect(desk.tree()).toEqual({ 'build/a/x': 'x', 'build/b/x': 'x' });
  });

  test('row 33: fifty processes under a quota of one cpu, ten at a time, streams joined, none left', async () => {
    const desk = project({
      ...Object.fromEntries(range(50).map((n) => [`in/${n}`, ''])),
      'pipeline.yaml': `
quotas: { main: { cpu: 1 } }
tasks:
  weh:
    inputs: { seed: "in/{key}" }
    outputs: { text: "build/out/{key}" }
    stdout: text
    stderr: stdout
    done: { to: "build/done/{key}.yaml", type: yaml }
    live: { to: "build/live/{key}.yaml", type: yaml }
    quota: { cpu: 100m }
    run: ls build/live | wc -l >> LOG; echo {{ key }}weh; echo bye >&2
`,
    });
    const log = `${desk.outside}/live`;
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('LOG', log));
    expect((await desk.build('-j', '50')).status).toBe(0);
    for (const n of range(50)) {
      expect(desk.read(`build/out/${n}`)).toBe(`${n}weh\nbye\n`);
      expect(parse(desk.read(`build/done/${n}.yaml`))).toMatchObject({ success: true, exit_code: 0 });
    }
    expect(desk.tree('build/live')).toEqual({});
    const seen = readFileSync(log, 'utf8').trim().split('\n').map(Number);
    expect(seen).toHaveLength(50);
    expect(Math.max(...seen)).toBeLessThanOrEqual(10);
  });
});

describe('tasks in a chain', () => {
  const chain = (first: string, more = ''): Project =>
    project({
      'in/foo.txt': 'weh',
      'pipeline.yaml': `
tasks:
  phase0:
    inputs: { text: "in/{key}.txt" }
    outputs: { loud: "build/loud/{key}.txt" }
    done: { to: "build/done0/{key}.yaml", type: yaml }
    ${more}
    run: ${first}
  phase1:
    plug: [phase0]
    outputs: { asked: "build/asked/{key}.txt" }
    run: job phase1; printf '%s?' "$(cat {{ loud }})" > {{ asked }}
`,
    });

  test('row 22: by plug, each takes over what the one before made', async () => {
    const desk = chain(`printf '%s!' "$(cat {{ text }})" > {{ loud }}`);
    await buildHere(desk);
    expect(desk.read('build/asked/foo.txt')).toBe('weh!?');
  });

  test('row 23: a launch without its input does not start, whatever --force says; there it ran and failed', async () => {
    const desk = chain('cp {{ text }} {{ loud }}');
    const { code, error } = await pipe(desk, ['launch', 'phase0', 'bar', '--force', '--sync']);
    expect(code).not.toBe(0);
    expect(error).toContain('bar');
    expect(existsSync(desk.path('build/done0/bar.yaml'))).toBe(false);
  });

  test('row 24: one build runs both, the next has nothing to do; there it took four rounds', async () => {
    const desk = chain('job phase0; cp {{ text }} {{ loud }}');
    expect((await buildHere(desk)).ran).toEqual(['phase0', 'phase1']);
    expect((await buildHere(desk)).ran).toEqual([]);
  });

  test('row 26: a failure is recorded with what it was, and tried again by the next build; there never', async () => {
    const desk = project({
      'in/foo.txt': '',
      'fail.ts': "export function fail() { throw new Error('out of ink'); }\n",
      'pipeline.yaml': `
tasks:
  print:
    inputs: { text: "in/{key}.txt" }
    done: { to: "build/done/{key}.yaml", type: yaml }
    function: ./fail.ts#fail
`,
    });
    for (const _time of [1, 2]) {
      const [failed] = (await buildHere(desk)).summary.failures;
      expect(failed?.failure).toMatchObject({ type: 'exception', message: 'out of ink' });
      expect(failed?.failure).toHaveProperty('stack', expect.stringContaining('fail.ts'));
      expect(parse(desk.read('build/done/foo.yaml'))).toMatchObject({ success: false, exit_code: null });
    }
  });

  test('row 27: what cannot be started is a failed job, told once; there it was retried for ever', async () => {
    const desk = project({
      'in/foo.txt': '',
      'pipeline.yaml':
        'tasks: { odd: { inputs: { text: "in/{key}.txt" }, shell: [/no/such/shell], run: "true" } }',
    });
    const { summary } = await buildHere(desk);
    expect(summary).toMatchObject({
      outcome: 'failed',
      failures: [{ failure: { type: 'exit', status: 127 } }],
    });
    expect(summary.failures).toHaveLength(1);
  });

  test('row 41: with status 3 nothing is stored, and nothing that needs it starts; there the output was', async () => {
    const desk = chain('cp {{ text }} {{ loud }}; exit 3');
    const { summary, ran } = await buildHere(desk);
    expect(summary.failures.map(({ failure }) => failure)).toEqual([{ type: 'exit', status: 3 }]);
    expect(ran).toEqual([]);
    expect(existsSync(desk.path('build/loud/foo.txt'))).toBe(false);
    expect(parse(desk.read('build/done0/foo.yaml'))).toMatchObject({ success: false, exit_code: 3 });
  });

  test('row 42: with failure_ok it starts all the same', async () => {
    const desk = chain('cp {{ text }} {{ loud }}; exit 3', 'failure_ok: true');
    expect((await buildHere(desk)).ran).toEqual(['phase1']);
    expect(desk.read('build/asked/foo.txt')).toBe('weh?');
  });

  test('row 45: an output that was not made fails the job, which says which; there nobody was told', async () => {
    const [failed] = (await buildHere(chain('true {{ loud }}'))).summary.failures;
    expect(failed?.failure).toEqual({ type: 'missing-output', link: 'loud', path: 'build/loud/foo.txt' });
  });
});

test('row 29: two tasks of one name are a fault with both places; there the second won', async () => {
  const error = await faults('tasks:\n  a: { run: "true" }\n  a: { run: "false" }\n');
  expect(error).toMatch(/^pipeline\.yaml:3:3: error: .*"a"/);
  expect(error).toContain('pipeline.yaml:2:3');
});

test('row 31: a pipeline can be opened again, and beside itself; the lock keeps builders apart', async () => {
  const desk = project({ 'pipeline.yaml': 'tasks: { a: { run: job a } }' });
  for (const _time of [1, 2]) {
    const first = await openPipeline({ cwd: desk.folder, env: {} });
    const second = await openPipeline({ cwd: desk.folder, env: {} });
    expect([first.ok, second.ok]).toEqual([true, true]);
    for (const opened of [first, second]) if (opened.ok) await opened.value[Symbol.asyncDispose]();
  }
});

describe('templates', () => {
  test('row 46: a name that is not there is a fault before anything runs; there every round', async () => {
    const error = await faults('tasks:\n  a:\n    inputs: { book: "in/{key}" }\n    run: cat {{ bok }}\n');
    expect(error).toMatch(/^pipeline\.yaml:4:17: error: nothing is called "bok" here/);
    expect(error).toContain('did you mean "book"?');
  });

  test('row 46: a field that a record lacks fails its job alone', async () => {
    const desk = project({
      'in/a.yaml': 'title: A',
      'in/b.yaml': 'name: B',
      'pipeline.yaml': `
tasks:
  print: { inputs: { book: { from: "in/{key}.yaml", type: yaml } }, outputs: { out: "build/{key}" }, run: "echo {{ book.title }} > {{ out }}" }
`,
    });
    const done = await desk.build('-k');
    expect(done.summary?.failures.map(({ job, failure }) => [job.key, failure.type])).toEqual([
      ['b', 'render'],
    ]);
    expect(desk.tree()).toEqual({ 'build/a': 'A\n' });
  });
});

test('row 48: a kill ends the children too, and nothing of the job is stored; there both went on', async () => {
  const desk = project({
    'in/a': '',
    'pipeline.yaml': `
tasks:
  slow:
    inputs: { seed: "in/{key}" }
    outputs: { out: "build/{key}" }
    timeout: 200ms
    run: (sleep 300; echo late > {{ out }}) & echo early > {{ out }}; wait
`,
  });
  const done = await desk.build();
  expect(done.summary?.failures[0]?.failure.type).toBe('timeout');
  expect(desk.tree()).toEqual({});
  await until('no process is left', () => processesIn(desk.outside).length === 0);
});

test('row 49: a key that is made from the content is the same wherever it is made; there of the job and the task', async () => {
  const pipeline =
    'tasks: { keep: { inputs: { seed: "in/{key}" }, outputs: { out: { to: "build/{digest}", keys: digest } }, run: "job keep; cp {{ seed }} {{ out }}/any" } }';
  const here = project({ 'in/aa': 'same', 'pipeline.yaml': pipeline });
  const there = project({ 'in/bb': 'same', 'pipeline.yaml': pipeline });
  await buildHere(here);
  await buildHere(there);
  expect(here.tree()).toEqual(there.tree());
  // The record of the job decides, not that the member is there.
  here.remove('.pipe');
  expect((await buildHere(here)).ran).toEqual(['keep']);
});

test('row 50: a key that stands in another record; without the field or the member the job is not ready, and why says so', async () => {
  const desk = project({
    'children/a.yaml': 'par: { id: P1 }',
    'children/b.yaml': 'par: { id: P2 }',
    'children/c.yaml': 'par: {}',
    'parents/P1.yaml': 'name: Ann\nof: { town: T }',
    'towns/T.txt': 'Bath',
    'pipeline.yaml': `
tasks:
  greet:
    inputs:
      child: { from: "children/{key}.yaml", type: yaml }
      p: { from: "parents/{key}.yaml", type: yaml, key: child.par.id }
      town: { from: "towns/{key}.txt", key: p.of.town }
    outputs: { out: "build/{key}" }
    run: job {{ key }}; echo {{ p.name }} {{ p._key }} $(cat {{ town }}) > {{ out }}
`,
  });
  const { ran, summary } = await buildHere(desk);
  expect(ran).toEqual(['a']);
  expect(desk.read('build/a')).toBe('Ann P1 Bath\n');
  expect(summary.notReady.map(({ job, link, detail }) => [job.key, link, detail])).toEqual([
    ['b', 'p', 'parents/{key}.yaml P2 is not there'],
    ['c', 'p', 'child c has no par.id'],
  ]);
  expect((await pipe(desk, ['why', 'greet/c'])).out).toContain('is not ready: link p: child c has no par.id');
  desk.put('parents/P2.yaml', 'name: Bob\nof: { town: T }');
  expect((await buildHere(desk)).ran).toEqual(['b']);
  const ring = desk.read('pipeline.yaml').replace('key: child.par.id', 'key: town.x');
  desk.put('pipeline.yaml', ring.replace('towns/{key}.txt"', 'towns/{key}.yaml", type: yaml'));
  expect((await pipe(desk, ['check'])).error).toContain('looked up in each other');
});

test('row 51: three new members, each with a record that is filled in; the types of the values stay', async () => {
  const desk = project({
    'scopes/1.yaml': 'target: 1\nthing: true',
    'pipeline.yaml': `
repositories:
  out: { type: file, path: "build/out/{digest}" }
  meta: { type: yaml, path: "build/meta/{digest}.yaml" }
tasks:
  cut:
    inputs: { scope: { from: "scopes/{key}.yaml", type: yaml } }
    outputs:
      piece: { to: out, keys: digest }
      about: { to: meta, cokeyed: piece, values: { job: "{{ scope.target }}", complex: { thing_1: "{{ scope.thing }}" } } }
    run: |
      for n in 1 2 3; do echo $n > {{ piece }}/$n; echo "parent: piece$n" > {{ about }}/$n; done
`,
  });
  await buildHere(desk);
  const about = Object.values(desk.tree('build/meta')).map((text) => parse(text) as Record<string, unknown>);
  expect(about).toHaveLength(3);
  for (const each of about) expect(each).toMatchObject({ job: 1, complex: { thing_1: true } });
  expect(new Set(about.map(({ parent }) => parent))).toEqual(new Set(['piece1', 'piece2', 'piece3']));
});

test('row 52: a filter by a condition over the record, where there was a jq program', async () => {
  const desk = project({
    'in/1.yaml': 'works: false',
    'in/2.yaml': 'works: true',
    'pipeline.yaml': `
repositories:
  all: { type: yaml, path: "in/{key}.yaml" }
  broken: { type: filter, of: all, where: "works != true" }
tasks: { mend: { inputs: { it: broken }, run: "job {{ key }}" } }
`,
  });
  expect((await pipe(desk, ['ls', 'broken'])).out).toBe('1\n');
  expect((await buildHere(desk)).ran).toEqual(['1']);
});

describe('what is wrong in the files is told with its place', () => {
  test('row 56: included files that declare the same, and parameters that nobody has', async () => {
    const part = 'repositories: { books: { type: file, path: "b/{key}" } }\ntasks:\n  a: { run: "true" }\n';
    const error = await faults(`include: [./part.yaml]\n${part}`, { 'part.yaml': part });
    expect(error).toContain('the task "a" is already declared');
    expect(error).toContain('the repository "books" is already declared');
    expect(error).toContain('include one of the files with `as:`');

    const desk = project({ 'pipeline.yaml': 'params: { width: 1 }\ntasks: { a: { run: "true" } }' });
    const unknown = await pipe(desk, ['check', '--param', 'widht=2']);
    expect([unknown.code, unknown.error]).toEqual([2, expect.stringContaining('did you mean "width"?')]);
    const kind = await pipe(desk, ['check', '--param', 'width=wide']);
    expect([kind.code, kind.error]).toEqual([2, expect.stringContaining('number')]);
    const missing = await faults('include: [./none.yaml]\ntasks: { a: { run: "true" } }');
    expect(missing).toMatch(/^pipeline\.yaml:1:11/);
  });

  test('row 57: unknown keys, kinds and repositories, all at once with line and column', async () => {
    const error = await faults(`
repositories:
  books: { type: fiel, path: "in/{key}" }
tasks:
  a: { inputs: { book: boks }, rnu: cat }
`);
    const places = error
      .split('\n')
      .flatMap((line) => /^pipeline\.yaml:(\d+):(\d+): error/.exec(line)?.[1] ?? []);
    expect(places).toEqual(expect.arrayContaining(['3', '5']));
    expect(error).toContain('did you mean "file"?');
    expect(error).toContain('did you mean "run"?');
    const later = await faults('tasks:\n  a: { inputs: { book: boks }, run: cat }\n');
    expect(later).toMatch(/^pipeline\.yaml:2:24: error: there is no repository "boks"/);
  });
});

test('row 72: a SIGTERM lets jobs end in their own way, stores nothing, and is told by the exit code', async () => {
  const desk = project({
    'in/a': '',
    'pipeline.yaml': `
tasks:
  slow:
    inputs: { seed: "in/{key}" }
    outputs: { out: "build/{key}" }
    run: |
      trap 'echo bye > BYE; exit 1' TERM
      echo > {{ out }}; cat GATE
`,
  });
  const gate = desk.gate('gate');
  const bye = `${desk.outside}/bye`;
  desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('GATE', gate.path).replace('BYE', bye));
  const build = desk.start(['build']);
  await gate.reached();
  build.kill('SIGTERM');
  const { status, summary } = await build.done;
  expect([status, summary?.outcome]).toEqual([130, 'interrupted']);
  expect(readFileSync(bye, 'utf8')).toBe('bye\n');
  expect(desk.tree()).toEqual({});
});

test('row 53, without an agent: a record that a job writes wrongly fails it with the place, and what is not there is told so', async () => {
  const desk = project({
    'in/emma': '',
    'pipeline.yaml': `
repositories: { cards: { type: yaml, path: "build/{key}.yaml" } }
tasks:
  card: { inputs: { book: "in/{key}" }, outputs: { card: cards }, run: "printf 'title: Emma\\npages: [4\\n' > {{ card }}" }
`,
  });
  const { status, summary } = await desk.build();
  expect(status).toBe(1);
  expect(JSON.stringify(summary?.failures)).toMatch(/build\/emma\.yaml:3:1: .*\]/);
  expect(desk.tree()).toEqual({});
  const absent = await pipe(desk, ['cat', 'cards', 'emma']);
  expect([absent.code, absent.error]).toEqual([1, 'error: cards has no member "emma"\n']);
  const unknown = await pipe(desk, ['cat', 'crads', 'emma']);
  expect([unknown.code, unknown.error.split('\n')[0]]).toEqual([2, 'error: there is no repository "crads"']);
});

test('row 68: a pipeline of which something is missing is refused, says what, and starts nothing', async () => {
  const start = async (pipeline: string) => {
    const desk = project({ 'in/emma': '', 'pipeline.yaml': pipeline });
    const { status, ran, summary, error } = await desk.build();
    return { status, ran, said: summary?.refusal?.message ?? error };
  };
  const task = (more: string): string =>
    `tasks:\n  read: { inputs: { book: "in/{key}" }, outputs: { text: "build/{key}" }, ${more} }\n`;
  const run = 'run: "job read; cp {{ book }} {{ text }}"';
  expect(
    await start(task(`links: { ok: { repository: approved, required_for_start: true } }, ${run}`)),
  ).toMatchObject({
    status: 2,
    ran: [],
    said: expect.stringContaining('there is no repository "approved"') as string,
  });
  const secret = `params: { token: { secret: true, env: NO_SUCH_TOKEN } }\n`;
  expect(
    await start(secret + task('run: "job read; echo {{ token }}; cp {{ book }} {{ text }}"')),
  ).toMatchObject({
    status: 2,
    ran: [],
    said: expect.stringContaining('the variable NO_SUCH_TOKEN, which is not set') as string,
  });
  expect(await start(task(`tools: [no-such-tool], ${run}`))).toMatchObject({
    status: 2,
    ran: [],
    said: expect.stringContaining('the tool "no-such-tool" is not found on PATH') as string,
  });
});

test('row 69: a second start ends no job, removes nothing, and there is nothing to unlock, deviating from the reference', async () => {
  const desk = project({ 'in/emma': 'Emma\n', 'mine.txt': 'mine\n' });
  const task = (first: string): string =>
    `tasks:\n  read: { inputs: { book: "in/{key}" }, outputs: { text: "build/{key}" }, run: "job read; ${first}cp {{ book }} {{ text }}" }\n`;
  const early = desk.gate('early');
  desk.put('pipeline.yaml', task(`cat ${early.path}; `));
  const first = desk.start(['build']);
  await early.reached();
  const second = desk.start(['build']);
  await second.until('waiting-for-lock');
  early.open();
  expect((await first.done).status).toBe(0);
  expect(await second.done).toMatchObject({ status: 0, summary: { tasks: [{ upToDate: 1 }] } });
  expect(desk.ran()).toEqual([]);

  const late = desk.gate('late');
  desk.put('pipeline.yaml', task(`cat ${late.path}; `));
  const killed = desk.start(['build']);
  await late.reached();
  killed.kill('SIGKILL');
  expect((await killed.done).ran).toEqual(['read']);
  desk.put('pipeline.yaml', task(''));
  desk.put('in/emma', 'Emma!\n');
  expect(await desk.build()).toMatchObject({ status: 0, ran: ['read'] });
  expect(desk.tree()).toEqual({ 'build/emma': 'Emma!\n' });
  expect(desk.read('mine.txt')).toBe('mine\n');
});
