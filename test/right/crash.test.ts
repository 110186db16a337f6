// Pipe, a job, or both die by SIGKILL, at every step of a job's life: outputs are whole at any time, the next build runs
// what was not recorded and nothing else, and ends with exactly the right files.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { until } from '../gate.ts';
import { commandOf, isAlive, parentOf, processesIn, signal } from '../processes.ts';
import { project, type Done, type Project } from '../rig.ts';
import { booksPipeline, expectedOf, putBooks, type Books } from './books.ts';
import { buildHere } from './in-process.ts';

const before: Books = { emma: ['call', 'me', 'emma'], walden: ['pond'] };
/** Pages of emma grow fewer, walden is new as a whole, waves is added. */
const after: Books = { emma: ['call', 'she'], walden: ['bean', 'field'], waves: ['sea'] };
/** With one job at once. */
const order = ['split emma', 'split walden', 'split waves', 'total'];

/** Each point with how often it is passed before the crash, and the jobs that must run after it. */
const crashes: readonly (readonly [at: string, left: readonly string[]])[] = [
  ['lock-held', order],
  ...[1, 4].flatMap((job) =>
    [
      'job-before-start',
      'job-ended',
      'commit-hashed',
      'commit-listed',
      'commit-looked',
      'commit-written',
    ].map((point) => [`${point}:${job}`, order.slice(job - 1)] as const),
  ),
  // Renames by job: emma's text and 2 pages, walden's text and 2 pages, waves' text and page, the total.
  ...[1, 2, 3, 5, 8, 9].map(
    (n) => [`commit-renamed:${n}`, order.slice(n < 4 ? 0 : n < 7 ? 1 : n < 9 ? 2 : 3)] as const,
  ),
  ...[1, 3, 4].map((job) => [`commit-recorded:${job}`, order.slice(job)] as const),
  ['build-ended', []],
];

describe('edge 27: kill -9 of pipe', () => {
  test.each(crashes)('at %s', async (at, left) => {
    const desk = project({ 'pipeline.yaml': booksPipeline() });
    putBooks(desk, before);
    expect((await buildHere(desk)).summary.outcome).toBe('done');
    putBooks(desk, after);

    const crashed = await desk.start(['build', '-j1'], { env: { PIPE_TEST_CRASH_AT: at } }).done;
    expect(crashed.status).toBe(null);
    expectWhole(desk);

    const next = await desk.build('-j1');
    // A job is recorded together with the start of the next, which the last does not have.
    const wasRunning = /^(job|commit)-/.test(at) && at !== 'commit-recorded:4';
    expect({ status: next.status, ran: next.ran, warnings: next.warnings }).toEqual({
      status: 0,
      ran: left.toSorted(),
      warnings: wasRunning ? ['runs-ended'] : [],
    });
    if (wasRunning) expect(warningIn(next)).toContain(left[0]!.replace(' ', '/'));
    expect(desk.tree()).toEqual(expectedOf(after));
    expect((await buildHere(desk)).ran).toEqual([]);
  });

  test.each(['prune-removed:1', 'prune-removed:2'])('at %s', async (at) => {
    const desk = project({ 'pipeline.yaml': booksPipeline() });
    putBooks(desk, { ...before, ...after });
    expect((await buildHere(desk)).summary.outcome).toBe('done');
    putBooks(desk, { waves: ['sea'] });
    expect((await desk.start(['build'], { env: { PIPE_TEST_CRASH_AT: at } }).done).status).toBe(null);
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['total'] });
    expect(desk.tree()).toEqual(expectedOf({ waves: ['sea'] }));
  });

  test('between listing and renaming, and then the key goes: what pipe had made before goes too', async () => {
    const desk = project({ 'pipeline.yaml': booksPipeline() });
    putBooks(desk, before);
    expect((await buildHere(desk)).summary.outcome).toBe('done');
    putBooks(desk, after);
    const crash = { env: { PIPE_TEST_CRASH_AT: 'commit-listed:1' } };
    expect((await desk.start(['build', '-j1'], crash).done).status).toBe(null);
    putBooks(desk, { walden: ['pond'] });
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['total'] });
    expect(desk.tree()).toEqual(expectedOf({ walden: ['pond'] }));
  });
});

describe('edge 27: kill -9 in the middle of a job', () => {
  /** A build whose first `split` stands at a gate, half of its output written. */
  async function atTheGate(inside = '') {
    const desk = project({});
    const gate = desk.gate('gate');
    const half = `echo half > {{ upper }}; ${inside} echo $$ > ${desk.outside}/pid; cat ${gate.path}`;
    desk.put('pipeline.yaml', booksPipeline(`if mkdir ${desk.outside}/once; then ${half}; fi`));
    putBooks(desk, before);
    const build = desk.start(['build', '-j1']);
    await gate.reached();
    return { desk, build, gate };
  }

  /** The shell that runs the job; its parent is the slot. */
  function jobOf(desk: Project): number {
    const cat = processesIn(desk.outside).find((pid) => commandOf(pid) === `cat ${desk.outside}/gate`);
    return parentOf(cat!);
  }

  test('of the job: it failed, nothing of it stays, and the next build runs it again', async () => {
    const { desk, build, gate } = await atTheGate();
    signal(jobOf(desk), 'SIGKILL');
    const { status, summary } = await build.done;
    expect(status).toBe(1);
    expect(summary?.failures).toMatchObject([
      { job: { key: 'emma' }, failure: { type: 'signal', signal: 'SIGKILL' } },
    ]);
    expect(desk.tree()).toEqual({});
    gate.open();
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['split emma', 'split walden', 'total'] });
    expect(desk.tree()).toEqual(expectedOf(before));
  });

  test('of the whole slot: the job failed, and its slot is replaced', async () => {
    const { desk, build } = await atTheGate();
    signal(parentOf(jobOf(desk)), 'SIGKILL');
    const { status, summary } = await build.done;
    expect(status).toBe(1);
    expect(summary?.failures).toMatchObject([{ failure: { type: 'signal', signal: 'SIGKILL' } }]);
    expect(desk.tree()).toEqual({});
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual(expectedOf(before));
  });

  test('of pipe: the next build ends the job that is left, says so, and is right', async () => {
    const { desk, build } = await atTheGate();
    const job = jobOf(desk);
    build.kill('SIGKILL');
    await build.done;
    expect(commandOf(job)).not.toBe('');
    const next = await desk.build();
    expect(next).toMatchObject({ status: 0, warnings: ['survivors-ended', 'runs-ended'] });
    expect(next.ran).toEqual(['split emma', 'split walden', 'total']);
    await until('all are gone', () => processesIn(desk.outside).length === 0);
    expect(desk.tree()).toEqual(expectedOf(before));
    expect(await desk.build()).toMatchObject({ ran: [], warnings: [] });
  });

  test('of pipe, whose slot then ends by itself: a child in the background is ended too', async () => {
    const { desk, build, gate } = await atTheGate('(trap "" TERM; exec sleep 1000) &');
    const slot = parentOf(jobOf(desk));
    build.kill('SIGKILL');
    await build.done;
    gate.open();
    await until('the slot has ended', () => !isAlive(slot));
    await until('only its child is left', () =>
      processesIn(desk.outside).every((pid) => commandOf(pid) === 'sleep 1000'),
    );
    expect(await desk.build()).toMatchObject({ status: 0, warnings: ['survivors-ended', 'runs-ended'] });
    await until('all are gone', () => processesIn(desk.outside).length === 0);
    expect(desk.tree()).toEqual(expectedOf(before));
  });

  test('of both', async () => {
    const { desk, build } = await atTheGate();
    build.kill('SIGKILL');
    for (const pid of processesIn(desk.outside)) if (pid !== build.pid) signal(pid, 'SIGKILL');
    await build.done;
    await until('all are gone', () => processesIn(desk.outside).length === 0);
    expect(await desk.build()).toMatchObject({ status: 0, warnings: ['runs-ended'] });
    expect(desk.tree()).toEqual(expectedOf(before));
  });

  test('of pipe: what the job had printed is kept, and its run is told of as killed, by logs, why and status', async () => {
    const { desk, build } = await atTheGate('echo half way;');
    build.kill('SIGKILL');
    await build.done;
    expect(JSON.parse((await desk.pipe('logs', '--json')).out)).toMatchObject([
      { job: { task: 'split', key: 'emma' }, outcome: 'running', text: 'half way\n' },
    ]);
    // A build of the other book recovers, and leaves this job as it is.
    expect(await desk.build('split/walden')).toMatchObject({
      status: 0,
      ran: ['split walden'],
      warnings: ['survivors-ended', 'runs-ended'],
    });
    expect(JSON.parse((await desk.pipe('logs', 'split/emma', '--json')).out)).toMatchObject([
      { outcome: 'killed', path: '.pipe/logs/1.log', text: 'half way\n' },
    ]);
    expect((await desk.pipe('why', 'split/emma')).out).toContain('last run: killed');
    expect((await desk.pipe('status')).out).toContain(
      'failed split/emma was killed by a pipe that ended before it (.pipe/logs/1.log)',
    );
  });

  test('a process that only has the number of a group which is gone is left alone', async () => {
    const { desk, build } = await atTheGate();
    const slot = parentOf(jobOf(desk));
    build.kill('SIGKILL');
    await build.done;
    // As after a restart of the machine: the same number, another birth.
    const fact = execFileSync(process.execPath, ['-e', forge, desk.path('.pipe/state.db'), String(slot)], {
      encoding: 'utf8',
    });
    expect(fact.trim()).toBe('1');
    expect(await desk.build()).toMatchObject({ status: 0, warnings: ['runs-ended'] });
    expect(commandOf(slot)).not.toBe('');
  });
});

/** Gives the remembered group another birth, with the row's checksum. */
const forge = `
  const [, path, pid] = process.argv;
  const { DatabaseSync } = require('node:sqlite');
  const { crc32 } = require('node:zlib');
  const name = 'group ' + pid, body = 'another boot 1';
  const database = new DatabaseSync(path);
  const { changes } = database.prepare('UPDATE facts SET body = ?, sum = ? WHERE name = ?')
    .run(body, crc32(name + '\\0' + body), name);
  console.log(String(changes));
`;

/** Every output is what it was before or what it will be: no partial file is ever seen. */
function expectWhole(desk: Project): void {
  const whole = [expectedOf(before), expectedOf(after)];
  for (const [path, content] of Object.entries(desk.tree()))
    expect(whole.map((tree) => tree[path])).toContain(content);
}

function warningIn({ events }: Done): string {
  return events.map((event) => (event.type === 'warning' ? event.message : '')).join('');
}
