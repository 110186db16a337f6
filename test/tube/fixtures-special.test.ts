// The rest of noob's fixtures, with our own nodes: tubes with everything in them, tubes in tubes in tubes, assets that
// share a signal, and what a runner keeps and drops while it runs on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { AsyncRunner, loadTube, SyncRunner } from '../../engine/tube/index.ts';
import type { Event, LoadOptions, Tube } from '../../engine/tube/index.ts';
import { hostGroups } from '../../engine/tube/host-groups.ts';
import { ALL, epochs, FIXTURES, results, runnerOf, tubeOf } from './rig.ts';

async function fixture(name: string, options: LoadOptions = {}): Promise<Tube> {
  const loaded = await loadTube(join(FIXTURES, `${name}.tube.yaml`), options);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error, undefined, 1));
  return loaded.value;
}

const SINK = [
  { times: 0, letters: ['p', 'l', 'u', 'm'], word: 'plum', since: ['plum'], either: 0, taken: 1, first: 5 },
  { times: 10, letters: ['f!', 'i!', 'g!'], word: 'f!i!g!', twos: [0, 1], either: 10, taken: 2, first: 5 },
  {
    times: 20,
    letters: ['q!!', 'u!!', 'i!!', 'n!!', 'c!!', 'e!!'],
    word: 'q!!u!!i!!n!!c!!e!!',
    since: ['fig', 'quince'],
    either: 2,
    taken: 3,
    first: 5,
    inner: 'plum',
  },
  {
    times: 9,
    letters: ['d!!!', 'a!!!', 't!!!', 'e!!!'],
    word: 'd!!!a!!!t!!!e!!!',
    twos: [2, 3],
    either: 9,
    taken: 4,
    first: 5,
  },
];
const SINKIER = [
  [['p!l!u!m!', 'f!i!g!'], 100],
  [['f!i!g!', 'q!u!i!n!c!e!'], 101],
] as const;

describe.each(ALL)('%s: everything at once', (kind) => {
  test('kitchen_sink', async () => {
    await using runner = runnerOf(kind, await fixture('sink'));
    expect(await epochs(runner, 4, (epoch) => (epoch === 3 ? { factor: 3 } : {}))).toEqual(SINK);
  });

  test('kitchen_sink_even_sinkier: extended, with items of items', async () => {
    await using runner = runnerOf(kind, await fixture('sinkier'));
    const found = (await epochs(runner, 2)) as Record<string, unknown>[];
    expect(found.map(({ all, shouted, taken }) => [all, taken, shouted])).toEqual(
      SINKIER.map(([words, taken]) => [words, taken, words]),
    );
  });

  test('recursive_grandparent: a tube in a tube in a tube', async () => {
    const tube = await fixture('grandparent', { input: { child_start: 1, parent_start: 3 } });
    await using runner = runnerOf(kind, tube);
    expect(await epochs(runner, 3, (i) => ({ multiply: i + 5 }))).toEqual(
      [0, 1, 2].map((i) => {
        const child = (3 + i) * (1 + i) * (i + 5);
        return { index: 3 + i, child, double: 2 * child * (i + 5) };
      }),
    );
  });
});

test('recursive_grandparent: what is nested is what it would be alone', async () => {
  const input = { child_start: 1, parent_start: 3 };
  const tube = await fixture('grandparent', { input });
  const parent = tube.nodes.get('parent')?.child;
  expect(parent?.specification).toEqual((await fixture('parent', { input })).specification);
  expect(parent?.nodes.get('child')?.child?.specification).toEqual(
    (await fixture('child', { input })).specification,
  );
});

test('roundtrip: a specification that is written down and read again is the same, and the file stays as it is', async () => {
  const file = join(FIXTURES, 'sink.tube.yaml');
  const before = readFileSync(file, 'utf8');
  const { specification } = await fixture('sink');
  const again = await fixture('sink', { text: stringify(specification) });
  expect(again.specification).toEqual(specification);
  expect(again.specification.description).toBe('A block of text,\n  with its own indentation.\n');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

const MULTI = `
assets:
  counter: { type: .Counter, scope: runner, params: { start: 0 }, depends: c.iterator }
  counter2: { type: .Counter, scope: runner, params: { start: 10 }, depends: c.iterator }
nodes:
  a: { type: .increment, depends: [{ iterator: assets.counter }] }
  b: { type: .increment, depends: [{ iterator: assets.counter2 }] }
  c: { type: .increment, depends: [{ iterator: a.iterator }] }
  out: { type: return, depends: [{ a: a.value }, { b: b.value }, { c: c.value }] }
`;

test.each(ALL)(
  '%s: asset_depends_multi: two assets keep one signal, each a value of its own',
  async (kind) => {
    expect(await results(kind, MULTI, 3)).toEqual([
      { a: 0, b: 10, c: 1 },
      { a: 2, b: 2, c: 3 },
      { a: 4, b: 4, c: 5 },
    ]);
  },
);

test('asset_depends_multi: both are known by the signal', async () => {
  const runner = new SyncRunner(await tubeOf(MULTI));
  const kept = runner.state.dependencies.get('c')?.get('iterator') ?? [];
  expect(kept.map(({ id }) => id)).toEqual(['counter', 'counter2']);
});

test('asset_generations: all that an asset passes through shares a process, and nobody else does', async () => {
  const tube = await tubeOf(`
assets:
  count_node: { type: .Counter, scope: node }
  count_process: { type: .Counter, scope: process }
  count_kept: { type: .Counter, scope: runner, depends: d1.iterator }
nodes:
  a1: { type: .increment, depends: [{ iterator: assets.count_kept }] }
  a2: { type: .increment, depends: [{ iterator: assets.count_process }] }
  a3: { type: .increment, depends: [{ iterator: assets.count_node }] }
  b1: { type: .addOne, depends: a1.value }
  b2: { type: .increment, depends: [{ iterator: assets.count_process }, { increment: a1.value }] }
  b3: { type: .addOne, depends: a3.value }
  c1: { type: .addOne, depends: b1.value }
  c3: { type: .addOne, depends: b3.value }
  d1: { type: .increment, depends: [{ iterator: a1.iterator }, { increment: c1.value }] }
`);
  const groups = hostGroups(tube).map((group) => group.nodes.map(({ id }) => id).join(' '));
  expect(groups.toSorted()).toEqual(['a1 b1 c1 d1', 'a2 b2', 'a3', 'b3', 'c3']);
});

test.each(ALL)('%s: count_inits: running, stopped and running again starts each node once', async (kind) => {
  await using runner = runnerOf(
    kind,
    await tubeOf(`
nodes:
  a: { type: .InitCounter }
  out: { type: return, depends: [a.inits, a.deinits] }
`),
  );
  await runner.init();
  const runSome = async (): Promise<string> => {
    const stop = new AbortController();
    const ended = runner.addCallback((event) => event.type === 'epoch-ended' && stop.abort());
    await runner.run(undefined, { signal: stop.signal });
    ended();
    return runner.status;
  };
  expect([await runSome(), await runSome()]).toEqual(['running', 'running']);
  expect(await runner.process()).toEqual([1, 0]);
});

test('long_add: a slow node holds up its own epochs and no more than the window allows', async () => {
  const gate = Promise.withResolvers<void>();
  const types = {
    't#longAdd': async (value: number) => {
      await gate.promise;
      return value + 1;
    },
  };
  const text = `
nodes:
  count: { type: .countSource }
  slow: { type: "t#longAdd", depends: count.index }
  quick: { type: .addOne, depends: count.index }
  out: { type: return, depends: [slow.value, quick.value] }
`;
  const runner = new AsyncRunner(await tubeOf(text, { types }), { epochs: 12 });
  const emitted = { count: 0, slow: 0, quick: 0 };
  runner.addCallback((event) => {
    if (event.type === 'event' && event.node in emitted) emitted[event.node as keyof typeof emitted]++;
  });
  await runner.init();
  const running = runner.run(20);
  for (let turns = 0; turns < 50; turns++) await turn();
  expect(emitted).toEqual({ count: 12, slow: 0, quick: 12 });
  gate.resolve();
  expect(await running).toEqual(Array.from({ length: 20 }, (_, index) => [index + 1, index + 1]));
  await runner.deinit();
});

const STATEFUL = `
input:
  multiply: { type: number, scope: process }
nodes:
  c: { type: .countSource, params: { start: 1 } }
  a: { type: .StatefulMultiply, depends: input.multiply }
  b: { type: .passthrough, depends: [{ value: input.multiply }], stateful: true }
  d: { type: .StatefulMultiply, depends: [{ left: c.index }, { right: input.multiply }] }
  out: { type: return, depends: [a.value, b.value, d.value] }
`;
const FACTORS = [11, 3, 7];
const IN_ORDER = [
  [11, 11, 11],
  [6, 3, 12],
  [21, 7, 63],
];

test.each(ALL)('%s: 10 stateful: the same whatever epoch comes first', async (kind) => {
  await using runner = runnerOf(kind, await tubeOf(STATEFUL));
  await runner.init();
  const seen: Event[] = [];
  runner.addCallback((event) => event.type === 'event' && seen.push(event));
  const start = (epoch: number): Promise<unknown> =>
    (async () => runner.process({ multiply: FACTORS[epoch] }, { epoch }))();
  if (kind === 'sync') {
    // It cannot wait for an epoch that has not been started, and says so.
    await expect(start(1)).rejects.toMatchObject({ code: 'stalled' });
    return;
  }
  const later = [start(1), start(2)];
  for (let turns = 0; turns < 50; turns++) await turn();
  expect(seen).toEqual([]);
  expect([await start(0), ...(await Promise.all(later))]).toEqual(IN_ORDER);
  expect(seen).toHaveLength(12);
});

test('sync: 10 stateful: in order', async () => {
  const runner = new SyncRunner(await tubeOf(STATEFUL));
  expect(await epochs(runner, 3, (epoch) => ({ multiply: FACTORS[epoch] }))).toEqual(IN_ORDER);
});

/** What a runner holds on to, counted in epochs and events and not in bytes. */
const MAPPED = `
nodes:
  a: { type: .wordSource }
  b: { type: map, depends: a.word }
  c: { type: .exclaim, depends: b.value }
  d: { type: gather, depends: [{ value: c.value }, { n: b.n }] }
  e: { type: .concat, depends: d.value }
  out: { type: return, depends: e.value }
`;

class CountedSync extends SyncRunner {
  get live(): number {
    return [...this.scheduler.active].length;
  }
}
class CountedAsync extends AsyncRunner {
  get live(): number {
    return [...this.scheduler.active].length;
  }
}

test.each([
  ['sync', (tube: Tube) => new CountedSync(tube), 0],
  ['async', (tube: Tube) => new CountedAsync(tube, { epochs: 8 }), 8],
] as const)('%s: memory: what is held does not grow with the epochs', async (_name, make, window) => {
  const runner = make(await tubeOf(MAPPED));
  const held: [epochs: number, live: number, events: number][] = [];
  let ended = 0;
  await runner.init();
  runner.addCallback((event) => {
    if (event.type !== 'epoch-ended' || event.epoch.path.length > 0 || ++ended % 2800 !== 0) return;
    const stored = runner.store.epochs;
    held.push([stored.length, runner.live, runner.store.all(stored[0]!.root).length]);
  });
  await runner.run(28_000);
  expect(held).toHaveLength(10);
  for (const [stored, live, events] of held) {
    expect(stored).toBeLessThanOrEqual(window + 2);
    expect(live).toBeLessThanOrEqual(window + 1);
    expect(events).toBeLessThanOrEqual(20);
  }
  expect(runner.live).toBe(0);
  expect(runner.store.epochs.map(String)).toEqual(['27999']);
  await runner.deinit();
});
