// `--profile FILE`: the trace of a build, of a dry run, and of a build with nothing to do, read as a viewer reads it.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project, type Project } from '../rig.ts';

interface TraceEvent {
  readonly name: string;
  readonly ph: 'X' | 'M';
  readonly ts: number;
  readonly dur: number;
  readonly tid: number;
  readonly args?: Readonly<Record<string, unknown>>;
}

const bakery = () =>
  project({
    'pipeline.yaml': `tasks:
  bake:
    inputs: { dough: "dough/{key}.txt" }
    outputs: { bread: "build/{key}.txt" }
    run: job {{ dough }}; cp {{ dough }} {{ bread }}
`,
    'dough/rye.txt': 'rye\n',
    'dough/spelt.txt': 'spelt\n',
  });

const traceOf = (bakery: Project, file: string) =>
  JSON.parse(readFileSync(bakery.path(file), 'utf8')) as readonly TraceEvent[];
const spans = (trace: readonly TraceEvent[], thread: number) =>
  trace
    .filter(({ ph, tid }) => ph === 'X' && tid === thread)
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);

describe('--profile', () => {
  test('tells what pipe did, and each job with its parts on the thread of its slot', async () => {
    const shop = bakery();
    const { status, ran } = await shop.build('-j1', '--profile', 'trace.json');
    expect(status).toBe(0);
    expect(ran).toHaveLength(2);

    const trace = traceOf(shop, 'trace.json');
    const own = spans(trace, 0).map(({ name }) => name);
    expect(own.slice(0, 2)).toEqual(['start Node', 'load the command']);
    for (const phase of ['load the engine', 'compile the pipeline', 'open the state', 'lock'])
      expect(own.filter((name) => name === phase)).toEqual([phase]);
    expect(own).toContain('list the repositories');
    expect(own).toContain('decide');
    expect(own.at(-1)).toBe('keep what was learnt');

    const slot = spans(trace, 1);
    expect(slot.map(({ name }) => name)).toEqual([
      'bake/rye',
      'prepare',
      'run',
      'commit',
      'bake/spelt',
      'prepare',
      'run',
      'commit',
    ]);
    expect(slot[0]!.args).toEqual({ reason: 'never-built' });
    // A viewer draws what lies within another below it.
    const [job, ...parts] = slot.slice(0, 4);
    for (const part of parts) {
      expect(part.ts).toBeGreaterThanOrEqual(job!.ts);
      expect(part.ts + part.dur).toBeLessThanOrEqual(job!.ts + job!.dur);
    }
    const names = trace
      .filter(({ name }) => name === 'thread_name')
      .map(({ tid, args }) => [tid, args?.['name']]);
    expect(names).toEqual([
      [0, 'pipe'],
      [1, 'slot 0'],
    ]);
  });

  test('tells of a dry run, which runs nothing', async () => {
    const shop = bakery();
    const { status, ran } = await shop.pipe('plan', '--profile', 'trace.json');
    expect({ status, ran }).toEqual({ status: 0, ran: [] });
    const trace = traceOf(shop, 'trace.json');
    expect(spans(trace, 0).map(({ name }) => name)).toContain('decide');
    expect(spans(trace, 1)).toEqual([]);
  });

  test('tells of a build that finds nothing to do without loading the engine', async () => {
    const shop = bakery();
    // What was only just written is looked at once more.
    let ran = true;
    for (let build = 0; build < 20 && (ran || !existsSync(shop.path('.pipe/idle'))); build++)
      ran = (await shop.build()).summary!.tasks.some(({ succeeded }) => succeeded > 0);
    const { out } = await shop.pipe('build', '--reporter', 'plain', '--profile', 'trace.json');
    expect(out).toMatch(/^nothing to do/);
    const own = spans(traceOf(shop, 'trace.json'), 0).map(({ name }) => name);
    expect(own).toEqual(['start Node', 'load the command', 'look whether there is nothing to do']);
  });

  test('a place that cannot be written is told before anything runs', async () => {
    const shop = bakery();
    const { status, error, ran } = await shop.build('--profile', 'none/trace.json');
    expect({ status, ran }).toEqual({ status: 2, ran: [] });
    expect(error).toMatch(/^error: cannot write the profile none\/trace\.json: ENOENT/);
  });

  test('of a watch, it holds the rounds until it ends', async () => {
    const shop = bakery();
    const watch = shop.start(['watch', '--reporter', 'json', '--profile', 'trace.json']);
    await watch.until('build-end');
    watch.kill('SIGINT');
    await watch.done;
    const jobs = traceOf(shop, 'trace.json').filter(({ name }) => name.startsWith('bake/'));
    expect(jobs.map(({ name }) => name).toSorted()).toEqual(['bake/rye', 'bake/spelt']);
  });
});
