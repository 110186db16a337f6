// What every runner does alike: its life, failures, exhaustion, events, tear-down. One suite over all three.
import { describe, expect, test } from 'vitest';
import { TubeError } from '../../engine/tube/index.ts';
import type { TubeEvent } from '../../engine/tube/index.ts';
import { counted } from './fixtures/nodes.ts';
import { ALL, epochs, results, runnerOf, tubeOf } from './rig.ts';

const SIMPLE = `
nodes:
  a: { type: .countSource, params: { limit: 4 } }
  b: { type: .multiply, depends: a.index }
  c: { type: return, depends: b.value }
`;

async function failure(run: () => unknown): Promise<TubeError> {
  try {
    await run();
  } catch (error) {
    if (error instanceof TubeError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

describe.each(ALL)('%s runner', (kind) => {
  test('starts once, ends as often as one likes, and starts by itself', async () => {
    const runner = runnerOf(kind, await tubeOf(SIMPLE));
    expect(runner.status).toBe('stopped');
    await runner.init();
    expect(runner.status).toBe('running');
    expect((await failure(() => runner.init())).code).toBe('already-running');
    await runner.deinit();
    await runner.deinit();
    expect(runner.status).toBe('stopped');
    expect(await runner.process()).toBeTypeOf('number');
    expect(runner.status).toBe('running');
    await runner.deinit();
  });

  test('a source without more ends run and iter, and fails process', async () => {
    await using runner = runnerOf(kind, await tubeOf(SIMPLE));
    await runner.init();
    expect(await runner.run(10)).toEqual([0, 2, 4, 6]);
    const error = await failure(() => runner.process());
    expect([error.code, error.message, error.node]).toEqual(['exhausted', 'a has no more to give', 'a']);
    expect(await runner.run()).toBeUndefined();
    expect(await runner.iter().next()).toEqual({ done: true, value: undefined });
  });

  test('iter gives up after maxIterLoops epochs without a result', async () => {
    const text = SIMPLE.replace('limit: 4', 'limit: 1000').replace('.multiply', '.never');
    await using runner = runnerOf(kind, await tubeOf(text));
    const error = await failure(() => runner.iter(1).next());
    expect([error.code, error.message]).toEqual(['no-result', '100 epochs of the tube tube gave no result']);
    const seldom = `
nodes:
  a: { type: .countSource }
  g: { type: gather, depends: a.index, params: { n: 100 } }
  s: { type: .sum, depends: g.value }
  out: { type: return, depends: s.value }
`;
    await using other = runnerOf(kind, await tubeOf(seldom));
    expect((await other.iter(1).next()).value).toBe(4950);
  });

  test('what a node throws names the node, its epoch and its place', async () => {
    const text = SIMPLE.replace('.multiply', '.failAt').replace('a.index', '[{ value: a.index }]');
    await using runner = runnerOf(kind, await tubeOf(text));
    expect(await epochs(runner, 2)).toEqual([0, 1]);
    const error = await failure(() => runner.process());
    expect([error.code, error.node, error.epoch]).toEqual(['node-failed', 'b', '2']);
    expect(error.message).toBe('node b failed in epoch 2: This is the error that should be raised at 2');
    const cause = error.cause as Error;
    expect([cause.name, cause.message]).toEqual([
      'RangeError',
      'This is the error that should be raised at 2',
    ]);
    expect(cause.stack).toMatch(/failAt.*nodes\.ts/);
    expect(await runner.process()).toBe(3);
  });

  test('a node that fails later fails its epoch', async () => {
    await using runner = runnerOf(kind, await tubeOf(SIMPLE.replace('.multiply', '.failLater')));
    for (let epoch = 0; epoch < 2; epoch++) {
      const error = await failure(() => runner.process());
      expect(error.message).toBe(`node b failed in epoch ${epoch}: This is the error that should be raised`);
    }
  });

  test('a failed epoch takes its assets down and leaves nothing to the next', async () => {
    const text = `
assets:
  session: { type: .counterSession, scope: process, params: { start: 0 } }
  call: { type: .counterSession, scope: node }
nodes:
  a: { type: .countSource }
  f: { type: .failAt, depends: a.index, params: { at: 1 } }
  b: { type: .increment, depends: [{ iterator: assets.session }] }
  n: { type: .increment, depends: [{ iterator: assets.call }] }
  m: { type: map, depends: word.word }
  word: { type: .wordSource }
  g: { type: gather, depends: [{ value: m.value }, { n: m.n }] }
  late: { type: .failAt, depends: [{ value: f.value }], params: { at: 2 } }
  out: { type: return, depends: [{ f: late.value }, { b: b.value }, { n: n.value }, { g: g.value }] }
`;
    Object.assign(counted, { entered: 0, exited: 0 });
    await using runner = runnerOf(kind, await tubeOf(text));
    const found: unknown[] = [];
    for (let epoch = 0; epoch < 4; epoch++) {
      found.push(await (async () => runner.process())().catch(() => 'failed'));
      if (kind !== 'process') expect(counted.exited).toBe(counted.entered);
    }
    expect(found[0]).toEqual({ f: 0, b: 1, n: 1, g: Array.from('plum') });
    expect(found.slice(1, 3)).toEqual(['failed', 'failed']);
    expect(found[3]).toEqual({ f: 3, b: 1, n: 1, g: Array.from('date') });
  });

  test('every event and every end of an epoch is told, items before what is around them', async () => {
    const text = `
nodes:
  a: { type: .wordSource }
  b: { type: map, depends: a.word }
  c: { type: .exclaim, depends: b.value }
`;
    await using runner = runnerOf(kind, await tubeOf(text));
    const seen: TubeEvent[] = [];
    const off = runner.addCallback((event) => seen.push(event));
    expect(await runner.process()).toBeUndefined();
    off();
    await runner.process();
    const told = seen.map((event) =>
      event.type === 'epoch-ended'
        ? `end ${event.epoch.toString()}`
        : event.type === 'event'
          ? `${event.node}.${event.signal} ${event.epoch.toString()} ${String(event.value)}`
          : '',
    );
    expect(told.slice(0, 6)).toEqual([
      'a.word 0 plum',
      'b.value 0/b.0 p',
      'b.value 0/b.1 l',
      'b.value 0/b.2 u',
      'b.value 0/b.3 m',
      'b.n 0 4',
    ]);
    expect(told.toSorted().slice(6)).toEqual([
      'c.value 0/b.0 p!',
      'c.value 0/b.1 l!',
      'c.value 0/b.2 u!',
      'c.value 0/b.3 m!',
      'end 0',
      'end 0/b.0',
      'end 0/b.1',
      'end 0/b.2',
      'end 0/b.3',
    ]);
    expect(told.at(-1)).toBe('end 0');
    const ids = seen.flatMap((event) => (event.type === 'event' ? [event.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('nodes start in their order, once; a node of a class keeps its state', async () => {
    const text = `
nodes:
  a: { type: .InitCounter }
  b: { type: .StatefulMultiply, depends: a.inits, params: { start: 5 } }
  out: { type: return, depends: [a.inits, a.deinits, a.runner, b.value] }
`;
    expect(await results(kind, text, 3)).toEqual([
      [1, 0, 'a', 5],
      [1, 0, 'a', 6],
      [1, 0, 'a', 7],
    ]);
  });

  test('epoch and events are handed to nodes that declare slots for them', async () => {
    const text = `
nodes:
  a: { type: .wordSource }
  b: { type: map, depends: a.word }
  c: { type: .tellEpoch, depends: [{ value: b.value }] }
  out: { type: return, depends: [c.epoch, c.events] }
`;
    const [result] = (await results(kind, text, 1)) as [string[], string[][]][];
    expect(result?.[0]).toEqual(['0/b.0', '0/b.1', '0/b.2', '0/b.3']);
    expect(result?.[1][3]).toEqual(['value: b.value @0/b.3 = m true']);
  });

  test('an aborted run ends after the epoch under way', async () => {
    await using runner = runnerOf(kind, await tubeOf(SIMPLE.replace('limit: 4', 'limit: 0')));
    const abort = new AbortController();
    runner.addCallback((event) => event.type === 'epoch-ended' && event.epoch.root === 20 && abort.abort());
    const found = await runner.run(1_000_000, { signal: abort.signal });
    expect(found).toEqual(Array.from({ length: 21 }, (_, i) => i * 2));
  });

  test('a node that is unknown cannot be switched', async () => {
    await using runner = runnerOf(kind, await tubeOf(SIMPLE));
    expect((await failure(() => runner.disableNode('z'))).code).toBe('unknown-node');
  });

  test('disable_node: what is disabled emits nothing, what can do without it goes on', async () => {
    const text = `
nodes:
  a: { type: .countSource }
  b: { type: .multiply, depends: a.index }
  c: { type: .orElse, depends: [{ value: a.index }, { other: b.value }] }
  out: { type: return, depends: [{ b: b.value }, { c: c.value }] }
`
      .replace('.orElse', '.thisOrThat')
      .replace('{ value: a.index }, { other: b.value }', '{ this: a.index }, { that: b.value }')
      .replaceAll('c.value', 'c.which');
    await using runner = runnerOf(kind, await tubeOf(text));
    await runner.init();
    await runner.disableNode('b');
    expect(await runner.process()).toEqual({ c: { this: 0 } });
    await runner.enableNode('b');
    expect(await runner.process()).toEqual({ b: 2, c: { this: 1, that: 2 } });
  });
});
