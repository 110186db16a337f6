// Replicas of jobs: when they start and yield, what their end means, and what becomes of what they made and said.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EngineEvent } from '../../engine/index.ts';
import { until } from '../gate.ts';
import { project, type Project, type Running } from '../rig.ts';

type Replica = Extract<EngineEvent, { type: 'replica' }>;

/** How many processes each job has by what has been told so far: its own and its replicas. */
function live(events: readonly EngineEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const event of events) {
    if (event.type !== 'job-start' && event.type !== 'job-end' && event.type !== 'replica') continue;
    const job = `${event.job.task}/${event.job.key}`;
    const isStart = event.type === 'job-start' || (event.type === 'replica' && event.what === 'started');
    counts[job] = (counts[job] ?? 0) + (isStart ? 1 : -1);
  }
  return counts;
}

/** Numbers of the replicas that something was told of. */
function told(events: readonly EngineEvent[], what: Replica['what'], task: string): number[] {
  return events
    .filter((event) => event.type === 'replica')
    .filter((event) => event.what === what && event.job.task === task)
    .map(({ replica }) => replica);
}

/** A tool `stay`: a process that stays until the test lets its task go, and ends at once when it is told to. */
function desk(files: Readonly<Record<string, string>>): Project {
  const made = project(files);
  made.tool(
    'stay',
    `trap 'exit 1' TERM; : > ${made.outside}/here-$PIPE_TASK-$PIPE_REPLICA; until [ -e ${made.outside}/go-$PIPE_TASK ]; do sleep 0.05; done`,
  );
  return made;
}

function go(made: Project, task: string): void {
  made.put(`../go-${task}`, '');
}

/** Resolves when so many processes of each job have been started, and all of them have begun. */
async function reaches(made: Project, run: Running, counts: Record<string, number>): Promise<void> {
  await until(`there run ${JSON.stringify(counts)}`, () => {
    const now = live(run.events);
    return Object.entries(counts).every(([job, count]) => (now[job] ?? 0) === count);
  });
  for (const [job, count] of Object.entries(counts)) {
    const [task] = job.split('/');
    for (let number = 1; number < count; number++)
      await until(`${job} has begun`, () => existsSync(made.path(`../here-${task}-${number}`)));
  }
}

describe('row 40: replicas soak up what is spare', () => {
  /** Two tasks of unequal appetite, and a builder that comes before both. */
  const tasks = `
tasks:
  first:
    priority: 1
    priority_factor: 0.75
    replicable: true
    quota: { cpu: 1 }
    run: stay
  second:
    priority: 2
    priority_factor: 0.5
    replicable: true
    quota: { cpu: 2 }
    run: stay
  builder:
    inputs: { part: "parts/{key}" }
    priority: 3
    quota: { cpu: 5 }
    run: stay
`;

  test('by falling priority, after every first process has its place', async () => {
    const made = desk({ 'pipeline.yaml': `quotas: { main: { cpu: 24 } }${tasks}`, 'parts/a': '' });
    const build = made.start(['build', '-j40']);
    await reaches(made, build, { 'builder/a': 1, 'first/': 9, 'second/': 5 });
    expect(told(build.events, 'started', 'first')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(told(build.events, 'started', 'second')).toEqual([1, 2, 3, 4]);
    for (const task of ['first', 'second', 'builder']) go(made, task);
    expect(await build.done).toMatchObject({ status: 0, summary: { outcome: 'done' } });
  });

  test('and give it up, the highest first, when another job comes', async () => {
    const made = desk({ 'pipeline.yaml': `quotas: { main: { cpu: 24 } }${tasks}`, 'parts/a': '' });
    const watch = made.start(['watch', '-j40', '--reporter', 'json']);
    await reaches(made, watch, { 'builder/a': 1, 'first/': 9, 'second/': 5 });
    made.put('parts/b', '');
    await reaches(made, watch, { 'builder/a': 1, 'builder/b': 1, 'first/': 6, 'second/': 4 });
    expect(new Set(told(watch.events, 'yielded', 'first'))).toEqual(new Set([6, 7, 8]));
    expect(told(watch.events, 'yielded', 'second')).toEqual([4]);
    go(made, 'builder');
    await reaches(made, watch, { 'builder/a': 0, 'builder/b': 0 });
    watch.kill('SIGINT');
    watch.kill('SIGTERM');
    await watch.done;
  });

  test('and wait while there is no room for a first process', async () => {
    const made = desk({ 'pipeline.yaml': `quotas: { main: { cpu: 7 } }${tasks}`, 'parts/a': '' });
    const build = made.start(['build', '-j40']);
    await reaches(made, build, { 'builder/a': 1, 'second/': 1, 'first/': 0 });
    go(made, 'builder');
    await reaches(made, build, { 'builder/a': 0, 'second/': 2, 'first/': 3 });
    go(made, 'first');
    go(made, 'second');
    expect(await build.done).toMatchObject({ status: 0 });
  });
});

describe('replicas', () => {
  const task = (more: string): string => `
tasks:
  hunt:
    inputs: { seed: "seeds/{key}" }
    outputs: { finds: { to: "finds/{seed}/{find}", keys: "{key}/*" }, best: "best/{seed}" }
    replicable: true
${more}
`;
  const seeds = { 'seeds/s': '' };

  test('are at most max_replicas, and no more than slots', async () => {
    const made = desk({
      ...seeds,
      'pipeline.yaml':
        'tasks:\n  hunt: { inputs: { seed: "seeds/{key}" }, replicable: true, max_replicas: 3, run: stay }\n',
    });
    const build = made.start(['build', '-j9']);
    await reaches(made, build, { 'hunt/s': 3 });
    go(made, 'hunt');
    expect(told((await build.done).events, 'started', 'hunt')).toEqual([1, 2]);
    made.remove('.pipe');
    made.remove('../go-hunt');
    const narrow = made.start(['build', '-j2']);
    await reaches(made, narrow, { 'hunt/s': 2 });
    go(made, 'hunt');
    expect(told((await narrow.done).events, 'started', 'hunt')).toEqual([1]);
  });

  test('row 73: are done when none is left: what they found is joined, and what they said', async () => {
    const made = desk({
      ...seeds,
      'pipeline.yaml': task(
        `    max_replicas: 3
    logs: "build/logs/{key}"
    done: "build/done/{key}.yaml"
    run: |
      echo "I am $PIPE_REPLICA, $REPLICA_ID"
      echo $PIPE_REPLICA > {{ best }}
      echo $PIPE_REPLICA > {{ finds }}/$PIPE_REPLICA
      echo $PIPE_REPLICA > {{ finds }}/shared
      stay`,
      )
        .replace('finds/{seed}/{find}', 'build/finds/{seed}/{find}')
        .replace('best/{seed}', 'build/best/{seed}'),
    });
    const build = made.start(['build', '-j4']);
    await reaches(made, build, { 'hunt/s': 3 });
    go(made, 'hunt');
    expect((await build.done).status).toBe(0);
    expect(made.tree('build/finds')).toEqual({
      'build/finds/s/0': '0\n',
      'build/finds/s/1': '1\n',
      'build/finds/s/2': '2\n',
      'build/finds/s/shared': '0\n',
    });
    expect(made.read('build/best/s')).toBe('0\n');
    expect(made.read('build/logs/s')).toBe(
      '>>> replica 0 <<<\nI am 0, 0\n>>> replica 1 <<<\nI am 1, 1\n>>> replica 2 <<<\nI am 2, 2\n',
    );
    expect(made.read('build/done/s.yaml')).toMatch(/success: true\n.*exit_code: 0\n.*replicas: 3\n/s);
    // One job, one record: nothing is left to do.
    expect((await made.build()).summary?.tasks).toMatchObject([{ total: 1, upToDate: 1 }]);
  });

  test('row 73: fail their job if one fails, and the others are ended', async () => {
    const made = desk({
      ...seeds,
      'pipeline.yaml':
        'tasks:\n  hunt: { inputs: { seed: "seeds/{key}" }, outputs: { out: "build/{key}" }, replicable: true, max_replicas: 3, run: "touch {{ out }}; if [ $PIPE_REPLICA = 2 ]; then echo lost; exit 7; fi; stay" }\n',
    });
    const done = await made.build('-j4');
    expect(done.status).toBe(1);
    expect(done.summary?.failures).toMatchObject([
      { job: { task: 'hunt' }, failure: { type: 'exit', status: 7 } },
    ]);
    const log = done.summary?.failures[0]?.log ?? '';
    expect(readFileSync(made.path(log), 'utf8')).toContain('>>> replica 2 <<<\nlost\n');
    expect(made.tree()).toEqual({});
  });

  test('are tried again together, and each has what is left of the timeout', async () => {
    const made = desk({
      ...seeds,
      'pipeline.yaml':
        'tasks:\n  hunt: { inputs: { seed: "seeds/{key}" }, replicable: true, max_replicas: 2, timeout: 1s, retry: { attempts: 2, backoff: 1ms }, run: stay }\n',
    });
    const done = await made.build('-j4');
    expect(done.summary?.failures).toMatchObject([{ failure: { type: 'timeout', afterMs: 1000 } }]);
    expect(told(done.events, 'started', 'hunt')).toEqual([1, 1]);
    expect(live(done.events)).toEqual({ 'hunt/s': 0 });
  });

  test('are killed with their job, and nothing of them stays', async () => {
    const made = desk({
      ...seeds,
      'pipeline.yaml':
        'tasks:\n  hunt: { inputs: { seed: "seeds/{key}" }, outputs: { out: "build/{key}" }, replicable: true, run: "touch {{ out }}; stay" }\n',
    });
    const build = made.start(['build', '-j3']);
    await reaches(made, build, { 'hunt/s': 3 });
    build.kill('SIGTERM');
    const done = await build.done;
    expect(done.summary?.failures).toMatchObject([{ failure: { type: 'killed' } }]);
    expect(live(done.events)).toEqual({ 'hunt/s': 0 });
    expect(made.tree()).toEqual({});
  });

  test('make room for another job that needs a slot, and come back', async () => {
    const made = desk({
      ...seeds,
      'pipeline.yaml': `
tasks:
  hunt: { inputs: { seed: "seeds/{key}" }, replicable: true, run: stay }
  print: { inputs: { page: "pages/{key}" }, run: job print }
`,
    });
    const watch = made.start(['watch', '-j3', '--reporter', 'json']);
    await reaches(made, watch, { 'hunt/s': 3 });
    made.put('pages/one', '');
    await watch.until('job-end', ({ job }) => job.task === 'print');
    await until('the replica is back', () => told(watch.events, 'started', 'hunt').length === 3);
    expect(told(watch.events, 'yielded', 'hunt')).toEqual([2]);
    go(made, 'hunt');
    await watch.until('job-end', ({ job, outcome }) => job.task === 'hunt' && outcome === 'succeeded');
    watch.kill('SIGINT');
    await watch.done;
  });
});
