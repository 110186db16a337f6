// What follows a failure: further attempts and their pauses, what they take, and timeouts that leave no process behind.
import { describe, expect, test } from 'vitest';
import type { EngineEvent } from '../../engine/index.ts';
import type { JobFailure } from '../../engine/model/failure.ts';
import { backoff } from '../../engine/schedule/attempt/after-run.ts';
import { until } from '../gate.ts';
import { commandOf, processesIn } from '../processes.ts';
import { project, type Project } from '../rig.ts';
import { starts } from './overlap.ts';

/** One job that fails with the status that stands in the file `status` of its attempt, `status-1` for the first. */
function flaky(settings: string, statuses: readonly number[]): Project {
  const desk = project({ 'in/a': 'a\n' });
  statuses.forEach((status, index) => desk.put(`../status-${index + 1}`, `exit ${status}\n`));
  desk.tool(
    'attempt',
    `cd ${desk.outside}; n=$(ls done-* 2>/dev/null | wc -l); : > done-$n; . ./status-$((n + 1))`,
  );
  desk.put(
    'pipeline.yaml',
    `tasks:\n  try:\n    inputs: { from: "in/{key}" }\n    outputs: { to: "build/{key}" }\n    ${settings}\n    run: cp {{ from }} {{ to }}; attempt\n`,
  );
  return desk;
}

function outcomes(events: readonly EngineEvent[]): (readonly [string, JobFailure | undefined])[] {
  return events.flatMap((event) =>
    event.type === 'job-end' ? [[event.outcome, event.failure] as const] : [],
  );
}

describe('retry', () => {
  test('tries again until the job succeeds, at most as often as it says', async () => {
    const well = await flaky('retry: { attempts: 3, backoff: 1ms }', [1, 2, 0]).build();
    expect(well.status).toBe(0);
    expect(outcomes(well.events).map(([outcome]) => outcome)).toEqual(['retry', 'retry', 'succeeded']);
    const ill = await flaky('retry: { attempts: 2, backoff: 1ms }', [1, 2, 0]).build();
    expect(ill.status).toBe(1);
    expect(outcomes(ill.events)).toEqual([
      ['retry', { type: 'exit', status: 1 }],
      ['failed', { type: 'exit', status: 2 }],
    ]);
  });

  test('row 44: is off by default, and a build ends with the failure', async () => {
    const done = await flaky('', [1, 0]).build();
    expect(done.status).toBe(1);
    expect(starts(done.events)).toHaveLength(1);
  });

  test('on some statuses leaves all others failed at once', async () => {
    const listed = await flaky('retry: { attempts: 5, backoff: 1ms, on: [75, 3] }', [75, 3, 4, 0]).build();
    expect(outcomes(listed.events)).toEqual([
      ['retry', { type: 'exit', status: 75 }],
      ['retry', { type: 'exit', status: 3 }],
      ['failed', { type: 'exit', status: 4 }],
    ]);
    const timeouts = await flaky('retry: { attempts: 5, backoff: 1ms, on: [timeout] }', [4, 0]).build();
    expect(starts(timeouts.events)).toHaveLength(1);
  });

  test('on a timeout', async () => {
    const desk = flaky('timeout: 2s\n    retry: { attempts: 2, backoff: 1ms, on: [timeout] }', [0, 0]);
    desk.put('../status-1', 'sleep 300\n');
    const done = await desk.build();
    expect(done.status).toBe(0);
    expect(outcomes(done.events)).toEqual([
      ['retry', { type: 'timeout', afterMs: 2000 }],
      ['succeeded', undefined],
    ]);
  });

  test('pauses twice as long each time, up to a cap', async () => {
    const retry = { attempts: 9, backoffMs: 100, maxBackoffMs: 1000, on: [] };
    expect([1, 2, 3, 4, 5, 60, 5000].map((failures) => backoff(retry, failures))).toEqual([
      100, 200, 400, 800, 1000, 1000, 1000,
    ]);
    const { events } = await flaky(
      'retry: { attempts: 4, backoff: 40ms, max_backoff: 60ms }',
      [1, 1, 1, 0],
    ).build();
    const times = (type: string): number[] =>
      events.filter((event) => event.type === type).map(({ time }) => time);
    const [started, ended] = [times('job-start'), times('job-end')];
    [40, 60, 60].forEach((pause, index) =>
      expect(started[index + 1]! - ended[index]!).toBeGreaterThanOrEqual(pause - 1),
    );
  });

  test('lets other jobs run while it waits', async () => {
    const desk = flaky('retry: { attempts: 2, backoff: 30s }', [1, 0]);
    desk.put(
      'pipeline.yaml',
      `${desk.read('pipeline.yaml')}  other: { inputs: { from: "in/{key}" }, run: job other }\n`,
    );
    const build = desk.start(['build', '-j1']);
    await build.until('job-end', ({ job }) => job.task === 'other');
    build.kill('SIGINT');
    // Stopped in its pause, it has failed, and is tried again by the next build.
    expect((await build.done).status).toBe(130);
    expect((await desk.build()).summary?.tasks).toMatchObject([{ succeeded: 1 }, { upToDate: 1 }]);
  });

  test('takes the fallback quota once the job has failed', async () => {
    const desk = project({ 'in/a': '', 'in/b': '', 'in/c': '' });
    desk.tool('attempt', `mkdir ${desk.outside}/tried-$1 2>/dev/null && exit 9; exit 0`);
    desk.put(
      'pipeline.yaml',
      `quotas: { main: { memory: 3Gi } }
tasks:
  try:
    inputs: { from: "in/{key}" }
    quota: { memory: 1Gi }
    fallback_quota: { memory: 100% }
    retry: { attempts: 2, backoff: 1ms }
    run: attempt {{ key }}
`,
    );
    const { status, events } = await desk.build('-j3');
    expect(status).toBe(0);
    expect(starts(events)).toHaveLength(6);
    // Whoever has failed takes all that there is, and so runs beside nobody.
    const beside: number[] = [];
    let running = 0;
    for (const event of events) {
      if (event.type === 'job-start' && event.attempt === 2) beside.push(running);
      if (event.type === 'job-start' || event.type === 'job-end')
        running += event.type === 'job-start' ? 1 : -1;
    }
    expect(beside).toEqual([0, 0, 0]);
  });
});

describe('a timeout', () => {
  test('rows 47 and 48: ends a job that takes longer, with its children and theirs, and no other', async () => {
    const desk = project({
      'in/slow': '',
      'in/quick': '',
      'pipeline.yaml': `tasks:
  nap:
    inputs: { from: "in/{key}" }
    outputs: { to: "build/{key}" }
    done: "build/done/{key}.yaml"
    timeout: 3s
    run: |
      touch {{ to }}
      if [ {{ key }} = slow ]; then
        sh -c 'sh -c "trap : TERM; sleep 301; sleep 302" & (sleep 303 &); wait'
        touch build/after
      fi
`,
    });
    const build = desk.start(['build', '-k', '-j2']);
    const sleeps = (): number[] =>
      processesIn(desk.folder).filter((pid) => /^sleep 30[123]/.test(commandOf(pid)));
    await until('the grandchildren sleep', () => sleeps().length === 2);
    const done = await build.done;
    expect(done.summary?.failures).toMatchObject([
      { job: { key: 'slow' }, failure: { type: 'timeout', afterMs: 3000 } },
    ]);
    await until('they sleep no more', () => sleeps().length === 0);
    expect(Object.keys(desk.tree())).toEqual([
      'build/done/quick.yaml',
      'build/done/slow.yaml',
      'build/quick',
    ]);
    expect(desk.read('build/done/slow.yaml')).toMatch(/success: false.*timeout: true/s);
    expect(desk.read('build/done/quick.yaml')).toMatch(/success: true.*timeout: false/s);
  });

  test('of weeks does not end a job at once', async () => {
    const desk = project({
      'pipeline.yaml': 'tasks:\n  nap: { timeout: 60d, retry: { backoff: 90d }, run: job nap }\n',
    });
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['nap'] });
  });
});
