// Jobs as processes: what the store holds of them, the commands that look at them, and those that control them, against
// builders that really run.
import { DatabaseSync } from 'node:sqlite';
import { expect, test, describe } from 'vitest';
import type { ProcessDetail, ProcessListing, ProcessNews, RepairReport } from '../../engine/index.ts';
import { birthOf } from '../../engine/executor/process-group.ts';
import { ARROWS } from '../../engine/process/machine.ts';
import { openDatabase } from '../../engine/store/database.ts';
import { Store } from '../../engine/store/store.ts';
import { project, type Project } from '../rig.ts';
import { until } from '../gate.ts';
import { pipe, say } from './call.ts';

const COUNT = `
tasks:
  count:
    inputs: { book: "books/{key}.txt" }
    outputs: { count: "build/{key}.txt" }
    run: job count {{ key }}; wc -w < {{ book }} > {{ count }}
`;

async function listing(desk: Project, ...words: string[]): Promise<ProcessListing> {
  return JSON.parse((await pipe(desk, ['ps', '--json', ...words])).out) as ProcessListing;
}

async function shown(desk: Project, target: string): Promise<ProcessDetail> {
  return JSON.parse((await pipe(desk, ['show', target, '--json'])).out) as ProcessDetail;
}

/** All moves of all runs, replayed along the arrows, come to the state in the run's row. */
function replayAll(desk: Project): Record<string, string> {
  const opened = openDatabase(desk.path('.pipe'));
  if (!opened.ok) throw new Error(opened.error.message);
  const store = new Store(opened.value.database);
  const states: Record<string, string> = {};
  for (const run of store.runs(1000)) {
    const moves = store.processes.moves(String(run.id));
    expect(moves[0]).toMatchObject({ state: 'created', epoch: 0 });
    for (const [index, move] of moves.entries()) {
      expect(move.epoch).toBe(index);
      if (index > 0) expect(ARROWS[moves[index - 1]!.state]).toContain(move.state);
    }
    expect(moves.at(-1)?.state).toBe(run.state);
    states[`${run.task}/${run.key}`] = run.state;
  }
  store.close();
  return states;
}

describe('every attempt is a process', () => {
  test('of each kind of task, with the same states in the store, in ps, and in the events', async () => {
    const desk = project({
      'pipeline.yaml': `
tasks:
  shell: { outputs: { a: build/a }, run: "echo a > {{ a }}" }
  program: { exec: [ "true" ] }
  called: { function: "./work.ts#called" }
  thrown: { function: "./work.ts#thrown" }
  stepped: { steps: [ { run: "true" }, { function: "./work.ts#called" } ] }
  status: { run: exit 3 }
  late: { run: "exec sleep 60", timeout: 100ms }
  tube: { tube: ./double.tube.yaml, outputs: { twice: build/twice } }
`,
      'double.tube.yaml': `
input: { n: { type: integer, default: 2 } }
nodes:
  double: { type: "./nodes.js#double", depends: [{ n: input.n }] }
  out: { type: return, depends: [{ twice: double.value }] }
`,
      'nodes.js': 'export const double = (n) => `${n * 2}\\n`;\n',
      'work.ts': `export async function called() {}\nexport async function thrown() { throw new Error('ink'); }\n`,
    });
    const { events } = await desk.build('-k');
    const states = replayAll(desk);
    expect(states).toEqual({
      'shell/': 'finished',
      'program/': 'finished',
      'called/': 'finished',
      'stepped/': 'finished',
      'thrown/': 'excepted',
      'status/': 'finished',
      'late/': 'killed',
      'tube/': 'finished',
    });
    const { processes } = await listing(desk, '--all');
    expect(Object.fromEntries(processes.map(({ job, state }) => [`${job.task}/${job.key}`, state]))).toEqual(
      states,
    );
    const outcomes = Object.fromEntries(
      events.flatMap((event) => (event.type === 'job-end' ? [[event.job.task, event.outcome]] : [])),
    );
    for (const { job, successful } of processes)
      expect(outcomes[job.task]).toBe(successful ? 'succeeded' : 'failed');
    expect((await say(desk, 'ps --failed')).out.match(/^\d+ .*$/gm)?.length).toBe(3);
    const status = JSON.parse((await say(desk, 'status --json')).out) as {
      tasks: { task: string; failed: number }[];
    };
    expect(status.tasks.filter(({ failed }) => failed > 0).map(({ task }) => task)).toEqual([
      'thrown',
      'status',
      'late',
    ]);
  });

  test('each try of a retry is one', async () => {
    const desk = project({
      'pipeline.yaml': `tasks: { flaky: { run: 'job try; [ $(wc -l < "$HOME/ran") -ge 2 ]', env: { HOME: HERE }, retry: { attempts: 3, backoff: 1ms } } }`,
    });
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('HERE', desk.outside));
    await desk.build();
    const { processes } = await listing(desk, '--all');
    expect(processes.map(({ attempt, state, successful }) => [attempt, state, successful])).toEqual([
      [2, 'finished', true],
      [1, 'finished', false],
    ]);
  });

  test('show and report tell of reason, moves, inputs, outputs and log', async () => {
    const desk = project({
      'pipeline.yaml': COUNT.replace('wc -w', 'echo counting; wc -w'),
      'books/emma.txt': 'handsome, clever, and rich\n',
    });
    await desk.build();
    const found = await shown(desk, 'count/emma');
    expect(found).toMatchObject({
      id: '1',
      job: { task: 'count', key: 'emma' },
      state: 'finished',
      successful: true,
      live: false,
      reason: { type: 'never-built' },
      inputs: [{ link: 'book', keys: ['emma'] }],
      outputs: [{ link: 'count', key: 'emma', path: 'build/emma.txt' }],
      log: '.pipe/logs/1.log',
    });
    expect(found.transitions.map(({ state }) => state)).toEqual(['created', 'running', 'finished']);
    expect((await say(desk, 'show 1')).out).toMatch(/^outputs\n {2}count {2}build\/emma\.txt$/m);
    expect((await say(desk, 'report 1')).out).toMatch(/finished {2}status 0\nlog\ncounting\n$/);
    expect(await say(desk, 'show count/nobody')).toMatchObject({ code: 2, out: '' });
    expect(await say(desk, 'show 99')).toMatchObject({
      code: 2,
      error: expect.stringContaining('pipe ps --all'),
    });
  });
});

describe('jobs that have not started', () => {
  test('are kept from it by a pause, in later builds too, until they are played', async () => {
    const desk = project({ 'pipeline.yaml': COUNT, 'books/emma.txt': 'a', 'books/walden.txt': 'b' });
    expect(await say(desk, 'pause count/emma -m proofs')).toMatchObject({
      code: 0,
      out: 'count/emma will not be started before it is played\n',
    });
    const first = await desk.build();
    expect(first).toMatchObject({ status: 0, ran: ['count walden'], warnings: ['paused'] });
    expect((await say(desk, 'ps')).out).toBe('paused: count/emma (proofs)\n');
    expect((await desk.build()).ran).toEqual([]);
    expect((await say(desk, 'play count/emma')).code).toBe(0);
    expect((await desk.build()).ran).toEqual(['count emma']);
    expect(await say(desk, 'play count/emma')).toMatchObject({ code: 1 });
  });

  test('by glob, by task, and all; what nobody knows is refused', async () => {
    const desk = project({ 'pipeline.yaml': COUNT, 'books/emma.txt': 'a', 'books/walden.txt': 'b' });
    await pipe(desk, ['pause', 'count/e*']);
    expect((await desk.build()).ran).toEqual(['count walden']);
    await say(desk, 'pause --all');
    desk.put('books/walden.txt', 'c');
    expect((await desk.build()).ran).toEqual([]);
    await say(desk, 'play --all');
    expect((await desk.build()).ran).toEqual(['count emma', 'count walden']);
    expect(await say(desk, 'pause cuont')).toMatchObject({
      code: 1,
      error: expect.stringContaining('there is no task, job or process cuont'),
    });
    expect(await say(desk, 'pause')).toMatchObject({ code: 2 });
    expect(await say(desk, 'kill --all')).toMatchObject({ code: 0, error: 'nothing runs\n' });
    expect(await say(desk, 'kill count/emma')).toMatchObject({ code: 1 });
  });

  test('T94, T95: a watch keeps them too, and starts them when they are played', async () => {
    const desk = project({ 'pipeline.yaml': COUNT, 'books/emma.txt': 'a' });
    await say(desk, 'pause count');
    const watch = desk.start(['watch', '--reporter', 'json']);
    await watch.until('watch', ({ what }) => what === 'idle');
    expect(desk.ran()).toEqual([]);
    expect((await say(desk, 'play count')).code).toBe(0);
    await watch.until('job-end', ({ outcome }) => outcome === 'succeeded');
    expect(desk.ran()).toEqual(['count emma']);
    watch.kill('SIGTERM');
    await watch.done;
  });
});

describe('jobs that run', () => {
  /** A build whose only job stands at a gate. */
  async function atGate(run = (gate: string) => `cat ${gate}; job done`, more = '') {
    const desk = project({});
    const gate = desk.gate('gate');
    desk.put('pipeline.yaml', `tasks: { stand: { run: "${run(gate.path)}"${more} } }`);
    const build = desk.start(['build']);
    await gate.reached();
    return { desk, gate, build };
  }

  test('are listed by ps as live, and by show', async () => {
    const { desk, gate, build } = await atGate();
    const { processes, builder } = await listing(desk);
    expect(builder).toEqual({ pid: build.pid, serves: 'build' });
    expect(processes).toMatchObject([{ id: '1', state: 'running', live: true, paused: false, endedAt: 0 }]);
    expect((await listing(desk, '--state', 'waiting')).processes).toEqual([]);
    expect((await listing(desk, '--older', '1h')).processes).toEqual([]);
    expect((await listing(desk, '--newer', '1h', 'stand')).processes).toHaveLength(1);
    gate.open();
    expect((await build.done).status).toBe(0);
    expect((await listing(desk)).processes).toEqual([]);
  });

  test('of one step go on when they are paused, and that is said; the next build is not held back', async () => {
    const { desk, gate, build } = await atGate();
    expect(await say(desk, 'pause stand')).toMatchObject({
      code: 1,
      error: expect.stringContaining('goes on: it has one step'),
    });
    gate.open();
    expect(await build.done).toMatchObject({ status: 0, ran: ['done'] });
    expect((await say(desk, 'ps')).out).toBe('');
  });

  test('T102: stop where they stand with --suspend, and go on when they are played', async () => {
    const { desk, gate, build } = await atGate();
    expect((await say(desk, 'pause --suspend 1 -m tea')).out).toBe(
      'stand (process 1) is stopped where it stood\n',
    );
    expect((await listing(desk)).processes).toMatchObject([
      { state: 'running', paused: true, status: 'tea' },
    ]);
    expect((await say(desk, 'pause --suspend 1 -m coffee')).out).toContain('is paused already');
    expect((await listing(desk)).processes[0]?.status).toBe('tea');
    gate.open();
    expect((await say(desk, 'play 1')).out).toBe('stand (process 1) goes on\n');
    expect(await build.done).toMatchObject({ status: 0, ran: ['done'] });
  });

  test('the time for which they are stopped does not count for their timeout', async () => {
    const { desk, gate, build } = await atGate(undefined, ', timeout: 3s');
    await say(desk, 'pause --suspend 1');
    const start = performance.now();
    await until('more time than the timeout has passed', () => performance.now() - start > 3100);
    gate.open();
    await say(desk, 'play 1');
    expect(await build.done).toMatchObject({ status: 0, ran: ['done'] });
  });

  test('T94: a kill ends them with their children, and is answered when they have ended', async () => {
    const { desk, build } = await atGate((gate) => `sleep 1000 & echo $! > child; cat ${gate}; job done`);
    const child = Number(desk.read('child'));
    const killed = await say(desk, 'kill 1 -m enough');
    expect(killed).toMatchObject({ code: 0, out: 'stand (process 1) is killed\n' });
    expect(killed.error).toBe('stand (process 1) is being killed\n');
    const done = await build.done;
    expect(done).toMatchObject({ status: 1, ran: [] });
    expect(done.summary?.failures[0]?.failure).toEqual({ type: 'killed', by: 'enough' });
    await until('the child has ended', () => birthOf(child) === undefined);
    expect((await shown(desk, '1')).transitions.at(-1)).toMatchObject({
      state: 'killed',
      detail: 'was killed by enough',
    });
    replayAll(desk);
  });

  test('a kill reaches one that is stopped; kill beats pause', async () => {
    const { desk, build } = await atGate();
    await say(desk, 'pause --suspend 1');
    expect(await say(desk, 'kill stand')).toMatchObject({ code: 0 });
    expect((await build.done).status).toBe(1);
    expect((await shown(desk, '1')).state).toBe('killed');
  });

  test('a kill that takes longer than --timeout is pending; with --force it is done at once', async () => {
    const { desk, build } = await atGate((gate) => `trap '' TERM; cat ${gate}; cat ${gate}; cat ${gate}`);
    expect(await say(desk, 'kill 1 --timeout 50ms')).toMatchObject({
      code: 1,
      error: expect.stringContaining('not yet, and nobody waits any more'),
    });
    expect(await say(desk, 'kill --force --all')).toMatchObject({ code: 0 });
    expect((await build.done).status).toBe(1);
  });

  test('a function is stopped, played and killed like a command', async () => {
    const desk = project({});
    const gate = desk.gate('gate');
    desk.put('pipeline.yaml', 'tasks: { stand: { function: "./work.ts#stand" } }');
    desk.put(
      'work.ts',
      `import { readFileSync } from 'node:fs';\nexport async function stand() { readFileSync('${gate.path}'); }\n`,
    );
    const build = desk.start(['build']);
    await gate.reached();
    expect((await say(desk, 'pause --suspend 1')).code).toBe(0);
    gate.open();
    expect((await say(desk, 'play stand')).code).toBe(0);
    expect((await build.done).status).toBe(0);
  });

  test('T93: each change is told to those who listen', async () => {
    const { desk, gate, build } = await atGate();
    const listener = desk.start(['watch-events']);
    await listener.says(`process ${build.pid} builds here`);
    gate.open();
    await build.done;
    await listener.prints('finished');
    const news: ProcessNews[] = [];
    listener.kill('SIGINT');
    for (const line of (await listener.done).out.split('\n'))
      if (line !== '') news.push(JSON.parse(line) as ProcessNews);
    expect(news).toMatchObject([
      { sender: '1', subject: 'state_changed.running.finished', job: { task: 'stand', key: '' } },
    ]);
    const { transitions } = await shown(desk, '1');
    const subjects = transitions.map(
      ({ state }, index) => `state_changed.${transitions[index - 1]?.state ?? 'none'}.${state}`,
    );
    expect(subjects.slice(-1)).toEqual(news.map(({ subject }) => subject));
  });
});

describe('what a pipe that was killed left behind', () => {
  async function leftBehind() {
    const desk = project({});
    const gate = desk.gate('gate');
    desk.put('pipeline.yaml', `tasks: { stand: { run: "cat ${gate.path}; job done" } }`);
    const build = desk.start(['build']);
    await gate.reached();
    build.kill('SIGKILL');
    await build.done;
    return desk;
  }

  test('is shown as such, and ended by repair', async () => {
    const desk = await leftBehind();
    expect((await listing(desk)).processes).toMatchObject([{ id: '1', state: 'running', live: false }]);
    expect((await say(desk, 'ps')).out).toContain('left behind');
    const dry = await say(desk, 'repair --dry-run');
    expect(dry.out).toBe('stand (process 1) would be recorded as killed\n');
    expect((await listing(desk)).processes).toHaveLength(1);
    const report = JSON.parse((await say(desk, 'repair --json')).out) as RepairReport;
    expect(report).toMatchObject({ groups: 1, killed: [{ id: '1', job: { task: 'stand', key: '' } }] });
    expect((await say(desk, 'repair')).out).toBe('nothing was left behind\n');
    expect(replayAll(desk)).toEqual({ 'stand/': 'killed' });
  });

  test('is ended by kill, without a builder', async () => {
    const desk = await leftBehind();
    expect((await say(desk, 'kill stand')).out).toBe('stand (process 1) is killed (it was left behind)\n');
    expect(replayAll(desk)).toEqual({ 'stand/': 'killed' });
  });

  test('is settled by the next build', async () => {
    const desk = await leftBehind();
    desk.put('pipeline.yaml', 'tasks: { stand: { run: job again } }');
    expect((await desk.build()).ran).toEqual(['again']);
    const { processes } = await listing(desk, '--all');
    expect(processes.map(({ state }) => state)).toEqual(['finished', 'killed']);
    replayAll(desk);
  });

  test('a builder that runs needs no repair, and one that does not answer is not disturbed', async () => {
    const desk = project({ 'pipeline.yaml': COUNT, 'books/emma.txt': 'a' });
    await desk.build();
    const lock = new DatabaseSync(desk.path('.pipe/lock.db'));
    lock.exec('BEGIN EXCLUSIVE');
    expect(await say(desk, 'repair')).toMatchObject({
      code: 1,
      error: expect.stringContaining('at work here'),
    });
    expect(await say(desk, 'pause count')).toMatchObject({
      code: 1,
      error: expect.stringContaining('does not answer'),
    });
    lock.close();
  });
});
