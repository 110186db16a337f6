// Several pipes on one pipeline: the second waits and says for whom, a dead one holds nothing, another host's is respected,
// and two hundred builds together run each job once.
import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { signal } from '../processes.ts';
import { project, type Done } from '../rig.ts';

const three = { 'in/a.txt': 'a\n', 'in/b.txt': 'b\n', 'in/c.txt': 'c\n' };

const pipeline = (inside = ''): string => `
tasks:
  copy:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/{key}.txt" }
    run: job copy {{ key }}; ${inside} cp {{ from }} {{ to }}
`;

/** A build that stands in its job `a` and holds the lock. */
async function holding() {
  const desk = project(three);
  const gate = desk.gate('gate');
  desk.put(
    'pipeline.yaml',
    pipeline(`if mkdir ${desk.outside}/once 2>/dev/null; then cat ${gate.path}; fi;`),
  );
  const holder = desk.start(['build', '-j1']);
  await gate.reached();
  return { desk, gate, holder };
}

function outcome({ status, summary }: Done) {
  return { status, ran: summary?.tasks.reduce((sum, { succeeded }) => sum + succeeded, 0) };
}

describe('edge 31: a second build', () => {
  test('waits, says for whom, and then has nothing to do', async () => {
    const { desk, gate, holder } = await holding();
    const second = desk.start(['build']);
    const { holder: named } = await second.until('waiting-for-lock');
    expect(named).toBe(`pipe build (process ${holder.pid})`);
    gate.open();
    expect(outcome(await holder.done)).toEqual({ status: 0, ran: 3 });
    const done = await second.done;
    expect(outcome(done)).toEqual({ status: 0, ran: 0 });
    expect(done.events.filter(({ type }) => type === 'waiting-for-lock')).toHaveLength(1);
  });

  test('edge 32: waits for one that is stopped, and can be interrupted meanwhile', async () => {
    const { desk, gate, holder } = await holding();
    signal(holder.pid, 'SIGSTOP');
    const second = desk.start(['build']);
    await second.until('waiting-for-lock');
    second.kill('SIGINT');
    expect(await second.done).toMatchObject({ status: 130 });
    signal(holder.pid, 'SIGCONT');
    gate.open();
    expect(outcome(await holder.done)).toEqual({ status: 0, ran: 3 });
  });

  test('goes on at once when the first is killed with -9, and runs what was not done', async () => {
    const { desk, holder } = await holding();
    const second = desk.start(['build']);
    await second.until('waiting-for-lock');
    holder.kill('SIGKILL');
    const done = await second.done;
    expect(outcome(done)).toEqual({ status: 0, ran: 3 });
    expect(done.warnings).toEqual(['survivors-ended', 'runs-ended']);
    expect(desk.tree()).toEqual({ 'build/a.txt': 'a\n', 'build/b.txt': 'b\n', 'build/c.txt': 'c\n' });
  });

  test('waits as clean does, and a look does not', async () => {
    const { desk, gate, holder } = await holding();
    expect(await desk.pipe('status')).toMatchObject({ status: 0 });
    expect(await desk.pipe('why', 'copy/a')).toMatchObject({ status: 0 });
    expect(await desk.pipe('clean', '--dry-run')).toMatchObject({ status: 0 });
    const clean = desk.start(['clean']);
    gate.open();
    expect(outcome(await holder.done)).toEqual({ status: 0, ran: 3 });
    const { status, error } = await clean.done;
    expect(status).toBe(0);
    expect(desk.tree()).toEqual({});
    if (error !== '') expect(error).toBe(`waiting for pipe build (process ${holder.pid}) to finish\n`);
  });
});

describe('edge 31: a lock left behind', () => {
  const held = (host: string, pid: number) => JSON.stringify({ host, pid, command: 'pipe build' });

  test.each([
    ['by a process that is gone', 2 ** 22 - 1],
    ['by a process whose number another has now', process.pid],
  ])('%s holds nothing', async (_whose, pid) => {
    const desk = project({ 'pipeline.yaml': pipeline(), ...three, '.pipe/lock.json': held(hostname(), pid) });
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a', 'copy b', 'copy c'] });
  });

  test('by another host is refused, with the way out', async () => {
    const desk = project({ 'pipeline.yaml': pipeline(), ...three, '.pipe/lock.json': held('far-away', 7) });
    const { status, summary, ran } = await desk.build();
    expect({ status, ran, code: summary?.refusal?.code }).toEqual({ status: 2, ran: [], code: 'other-host' });
    expect(summary?.refusal?.message).toContain('far-away');
    expect(summary?.refusal?.hint).toContain('lock.json');
    desk.remove('.pipe/lock.json');
    expect(await desk.build()).toMatchObject({ status: 0 });
  });
});

test('two pipelines in one folder do not wait for each other, nor empty each other’s stage', async () => {
  const { desk, gate, holder } = await holding();
  for (const name of ['other', 'stage', 'logs', 'trash']) {
    desk.put(`${name}.yaml`, pipeline().replaceAll('build/', `${name}/`));
    expect(outcome(await desk.build('-f', `${name}.yaml`))).toEqual({ status: 0, ran: 3 });
  }
  gate.open();
  expect(outcome(await holder.done)).toEqual({ status: 0, ran: 3 });
  for (const name of ['other', 'stage', 'logs', 'trash'])
    expect(outcome(await desk.build('-f', `${name}.yaml`))).toEqual({ status: 0, ran: 0 });
});

test(
  'edge 31: two hundred builds, twenty at once: each job runs once for each state of its input',
  { timeout: 600_000 },
  async () => {
    const desk = project({ 'pipeline.yaml': pipeline(), ...three });
    const jobs: string[] = [];
    for (let wave = 0; wave < 10; wave++) {
      desk.put('in/a.txt', `wave ${wave}\n`);
      const builds = await Promise.all(Array.from({ length: 20 }, () => desk.start(['build', '-j1']).done));
      for (const { status, warnings } of builds)
        expect({ status, warnings }).toEqual({ status: 0, warnings: [] });
      jobs.push(...builds.flatMap(({ ran }) => ran));
      expectSum(builds, wave === 0 ? 3 : 1);
      expect(desk.read('build/a.txt')).toBe(`wave ${wave}\n`);
    }
    expect(jobs.toSorted()).toEqual([...Array<string>(10).fill('copy a'), 'copy b', 'copy c']);
  },
);

function expectSum(builds: readonly Done[], jobs: number): void {
  const sum = builds.reduce((total, build) => total + (outcome(build).ran ?? 0), 0);
  expect(sum).toBe(jobs);
}
