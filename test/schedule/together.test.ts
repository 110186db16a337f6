// Children that one step launches together: they run beside each other, the next step waits for all, each is a process that
// can be looked at and controlled by itself, and a crash in between resumes each exactly once.
import { describe, expect, test } from 'vitest';
import type { ProcessDetail, ProcessListing } from '../../engine/index.ts';
import { until, type Gate } from '../gate.ts';
import { processesIn } from '../processes.ts';
import { project, type Project } from '../rig.ts';
import { pipe, say } from '../session/call.ts';

interface Desk {
  readonly desk: Project;
  readonly cover: Gate;
  readonly index: Gate;
}

/** A cover and an index are made beside each other, each in two steps; the first of each stands at a gate. */
function shop(more = '', afterIndex = ''): Desk {
  const desk = project({});
  const gates = { cover: desk.gate('cover'), index: desk.gate('index') };
  desk.put(
    'pipeline.yaml',
    `tasks:
  edition:
    outputs: { edition: build/edition.txt }
    ${more}
    steps:
      - { name: begin, run: job begin }
      - name: parts
        together:
          - { launch: ./part.yaml, params: { name: cover, gate: ${gates.cover.path} }, into: cover }
          - { launch: ./index.yaml, into: index }
      - name: bind
        run: job bind; cat {{ ctx.cover.part }} {{ ctx.index.part }} > {{ edition }}
`,
  );
  desk.put(
    'part.yaml',
    `params: { name: { type: string }, gate: { type: string } }
outputs: { part: { kind: path } }
steps:
  - { name: ink, run: "job {{ name }} 1; cat {{ gate }}" }
  - { name: dry, run: "job {{ name }} 2; echo {{ name }} > {{ part }}" }
`,
  );
  desk.put(
    'index.yaml',
    `outputs: { part: { kind: path } }
steps:
  - { name: ink, run: "job index 1; cat ${gates.index.path}${afterIndex}" }
  - { name: dry, run: "job index 2; echo index > {{ part }}" }
`,
  );
  return { desk, ...gates };
}

async function shown(desk: Project, target: string): Promise<ProcessDetail> {
  return JSON.parse((await pipe(desk, ['show', target, '--json'])).out) as ProcessDetail;
}

async function listed(desk: Project, ...words: readonly string[]): Promise<readonly string[]> {
  const { processes } = JSON.parse((await pipe(desk, ['ps', '--json', ...words])).out) as ProcessListing;
  return processes.map(({ id, state, live, position = '' }) => `${id} ${state} ${live} ${position}`.trim());
}

const ALL = ['begin', 'bind', 'cover 1', 'cover 2', 'index 1', 'index 2'];
const MADE = 'cover\nindex\n';

describe('children that a step launches together', () => {
  test('run beside each other, and the next step waits for all; what they leave is in the context by its names', async () => {
    const { desk, cover, index } = shop();
    const build = desk.start(['build']);
    await cover.reached();
    await index.reached();
    const place = '1:together(part.yaml, index.yaml)';
    expect(await listed(desk)).toEqual([
      `1 waiting true ${place}`,
      '1.2.1 running true 0:ink',
      '1.2.2 running true 0:ink',
    ]);
    expect(await listed(desk, '1.2.2')).toEqual(['1.2.2 running true 0:ink']);
    index.open();
    cover.open();
    const done = await build.done;
    expect(done).toMatchObject({ status: 0, warnings: [] });
    expect(done.ran.toSorted()).toEqual(ALL);
    expect(desk.read('build/edition.txt')).toBe(MADE);
    const found = await shown(desk, 'edition');
    expect(found.transitions.map(({ state, detail }) => `${state} ${detail}`.trim())).toEqual([
      'created',
      'running',
      `running begin ended; at ${place}`,
      'waiting launched 1.2.1: part.yaml, 1.2.2: index.yaml',
      'running 1.2.1, 1.2.2 ended; at 2:bind',
      'running bind ended; at end',
      'finished status 0',
    ]);
    expect(found.children.map(({ id, parent, state }) => [id, parent, state])).toEqual([
      ['1.2.1', '1', 'finished'],
      ['1.2.2', '1', 'finished'],
    ]);
    expect((await desk.build()).ran).toEqual([]);
  });

  test('after kill -9 in between each goes on where it was, and does nothing twice', async () => {
    const { desk, cover, index } = shop();
    // Dies when the first step of the cover was kept, while that of the index stands at its gate and has counted.
    const build = desk.start(['build'], { env: { PIPE_TEST_CRASH_AT: 'step-kept:2' } });
    await cover.reached();
    await index.reached();
    cover.open();
    const first = await build.done;
    expect(first.status).toBe(null);
    expect(first.ran.toSorted()).toEqual(['begin', 'cover 1', 'index 1']);
    index.open();
    await until('what it left has ended', () => processesIn(desk.outside).length === 0);
    expect(await listed(desk)).toEqual([
      '1 waiting false 1:together(part.yaml, index.yaml)',
      '1.2.1 running false 1:dry',
      '1.2.2 running false 0:ink',
    ]);
    const next = desk.start(['build']);
    await index.reached();
    index.open();
    const second = await next.done;
    expect(second.status).toBe(0);
    // The step that ran is run again, and no other.
    expect(second.ran.toSorted()).toEqual(['bind', 'cover 2', 'index 1', 'index 2']);
    expect(desk.read('build/edition.txt')).toBe(MADE);
    expect((await shown(desk, 'edition')).children.map(({ id }) => id)).toEqual(['1.2.1', '1.2.2']);
  });

  test('are killed with -9 after every step that was kept, and each step is done once', async () => {
    const { desk } = shop();
    // No gates, so that a step's work and its being kept are one.
    for (const file of ['part.yaml', 'index.yaml'])
      desk.put(file, desk.read(file).replace(/; cat \{\{ gate \}\}|; cat \/[^"]*/, ''));
    const ran: string[] = [];
    let deaths = 0;
    for (; deaths < 20; deaths++) {
      const done = await desk.start(['build'], { env: { PIPE_TEST_CRASH_AT: 'step-kept:1' } }).done;
      ran.push(...done.ran);
      if (done.status === 0) break;
      expect(done.status).toBe(null);
    }
    expect(desk.read('build/edition.txt')).toBe(MADE);
    expect([...new Set(ran)].toSorted()).toEqual(ALL);
    // A step of the other child may have been at work when pipe died; that one alone may be done again.
    for (const line of ['begin', 'bind']) expect(ran.filter((each) => each === line)).toHaveLength(1);
    expect(await shown(desk, 'edition')).toMatchObject({ id: '1', state: 'finished', successful: true });
  });

  test('if one fails, the others are ended, and the job says which; a retry goes on with each where it was', async () => {
    const { desk, cover, index } = shop('retry: { attempts: 2, backoff: 1ms }');
    // A gate lets through once: the index fails at its own in the first attempt, and at once in the second.
    desk.put(
      'part.yaml',
      desk.read('part.yaml').replace('cat {{ gate }}', 'test -e ok || tail -f {{ gate }}'),
    );
    desk.put(
      'index.yaml',
      desk.read('index.yaml').replace('cat /', 'test -e second || cat /').replace('" }', '; test -e ok" }'),
    );
    const build = desk.start(['build']);
    await cover.reached();
    await index.reached();
    desk.put('second', '');
    index.open();
    const { status, ran, summary } = await build.done;
    expect(status).toBe(1);
    expect(ran.filter((line) => line === 'begin')).toHaveLength(1);
    expect(ran.filter((line) => line === 'index 1')).toHaveLength(2);
    expect(ran.filter((line) => line.endsWith(' 2'))).toEqual([]);
    expect(summary?.failures[0]).toMatchObject({ failure: { type: 'exit', status: 1 } });
    expect((await shown(desk, '2')).children.map(({ id, state, status: said }) => [id, state, said])).toEqual(
      [
        ['2.2.1', 'killed', 'part.yaml: the end of 2.2.2'],
        ['2.2.2', 'finished', 'index.yaml'],
      ],
    );
    expect(await listed(desk)).toEqual([]);
    desk.put('ok', '');
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.read('build/edition.txt')).toBe(MADE);
  });

  test('one is paused by its id while the other goes on; the job is paused when both stand; a kill reaches both', async () => {
    const { desk, cover, index } = shop();
    const build = desk.start(['build']);
    await cover.reached();
    await index.reached();
    expect(await say(desk, 'pause 1.2.1', { onError: () => cover.open() })).toMatchObject({
      code: 0,
      out: 'edition (process 1.2.1) is paused\n',
      error: 'edition (process 1.2.1) will be paused when its step ends\n',
    });
    expect(await shown(desk, '1.2.1')).toMatchObject({ paused: true, live: true, position: '1:dry' });
    expect(await shown(desk, '1')).toMatchObject({ paused: false });
    // The job is paused when the step of the index has ended: the cover stands already.
    expect(await say(desk, 'pause edition', { onError: () => index.open() })).toMatchObject({
      code: 0,
      out: 'edition (process 1) is paused\n',
    });
    expect(desk.ran().toSorted()).toEqual(['begin', 'cover 1', 'index 1']);
    expect((await say(desk, 'play 1.2.1')).out).toBe('edition (process 1.2.1) goes on\n');
    expect(await shown(desk, '1.2.1')).toMatchObject({ paused: false, position: '1:dry' });
    expect((await say(desk, 'kill edition')).code).toBe(0);
    expect(await build.done).toMatchObject({ status: 1, ran: [] });
    for (const id of ['1', '1.2.1', '1.2.2']) expect((await shown(desk, id)).state).toBe('killed');
    expect((await say(desk, 'pause 1.2.1')).out + (await say(desk, 'pause 1.2.1')).error).toContain(
      'has ended: killed',
    );
  });

  test('a kill of one by its id fails the job, which names it; of a job that was left behind only the job can be killed', async () => {
    const { desk, cover, index } = shop();
    const build = desk.start(['build']);
    await cover.reached();
    await index.reached();
    expect((await pipe(desk, ['kill', '1.2.2', '-m', 'no index'])).out).toBe(
      'edition (process 1.2.2) is killed\n',
    );
    const done = await build.done;
    expect(done.summary?.failures[0]?.failure).toMatchObject({
      message: 'its child 1.2.2 was killed by no index',
    });
    expect((await shown(desk, '1.2.2')).state).toBe('killed');
    expect((await shown(desk, '1.2.1')).state).toBe('killed');

    const again = desk.start(['build']);
    await cover.reached();
    await index.reached();
    again.kill('SIGKILL');
    await again.done;
    expect((await say(desk, 'kill 2.2.1')).error).toContain('was left behind with its job: kill 2');
    expect((await say(desk, 'pause 2.2.1')).out).toContain('is paused when its job goes on');
    expect(await shown(desk, '2.2.1')).toMatchObject({ paused: true, live: false });
    expect((await say(desk, 'kill 2')).code).toBe(0);
    for (const id of ['2', '2.2.1', '2.2.2'])
      expect(await shown(desk, id)).toMatchObject({ state: 'killed', checkpoints: [] });
  });

  test('are part of the definition: a change of one runs the job again', async () => {
    const { desk } = shop();
    for (const file of ['part.yaml', 'index.yaml'])
      desk.put(file, desk.read(file).replace(/; cat \{\{ gate \}\}|; cat \/[^"]*/, ''));
    expect((await desk.build()).status).toBe(0);
    desk.put('index.yaml', desk.read('index.yaml').replace('echo index', 'echo Index'));
    expect((await desk.build()).ran.toSorted()).toEqual(ALL);
    expect(desk.read('build/edition.txt')).toBe('cover\nIndex\n');
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('name: parts', 'name: both'));
    expect((await desk.build()).ran).toEqual([]);
  });

  test.for([
    ['together: []', 'pipeline.yaml:1:'],
    ['together: [{ launch: ./nobody.yaml }]', 'the recipe nobody.yaml does not exist'],
    [
      'together: [{ launch: ./leaf.yaml, into: a }, { launch: ./leaf.yaml, into: a }]',
      'two children leave what they made in "a"',
    ],
    ['together: [{ run: echo }]', 'pipeline.yaml:1:'],
    ['together: [{ launch: ./leaf.yaml }], into: a', '"into" goes with "launch"'],
    ['together: [{ launch: ./leaf.yaml, inputs: { pag: 1 } }]', 'the recipe has no input "pag"'],
    ['together: [{ launch: ./loop.yaml }]', './loop.yaml is launched by itself'],
  ] as const)('%s: %s', async ([step, message]) => {
    const desk = project({
      'pipeline.yaml': `tasks: { walk: { steps: [{ ${step} }] } }`,
      'leaf.yaml': 'run: job leaf',
      'loop.yaml': 'steps: [{ together: [{ launch: ./loop.yaml }] }]',
    });
    const checked = await say(desk, 'check');
    expect(checked.code).toBe(2);
    expect(checked.error).toContain(message);
  });
});
