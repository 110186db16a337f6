// noob's fixtures of inputs, nested tubes, statefulness and inheritance, with the results that its tests expect.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AsyncRunner, loadTube, SyncRunner } from '../../engine/tube/index.ts';
import type { Event, TubeError, TubeEvent } from '../../engine/tube/index.ts';
import { ALL, epochs, faultsOf, FIXTURES, results, runnerOf, tubeOf } from './rig.ts';

describe.each(ALL)('%s: input', (kind) => {
  const PARAMS = `
input:
  start: { type: number }
nodes:
  a: { type: .countSource, params: { start: input.start } }
  b: { type: return, depends: a.index }
`;

  test('input_tube_params: the input is a parameter', async () => {
    expect(await results(kind, PARAMS, 5, { input: { start: 7 } })).toEqual([7, 8, 9, 10, 11]);
  });

  test('input_tube_depends: the input fills a slot', async () => {
    const depends = `
input:
  multiply_right: { type: number }
nodes:
  a: { type: .countSource }
  b: { type: .multiply, depends: [{ left: a.index }, { right: input.multiply_right }] }
  c: { type: return, depends: b.value }
`;
    expect(await results(kind, depends, 3, { input: { multiply_right: 7 } })).toEqual([0, 7, 14]);
  });

  test('input_process_depends: without the input nothing runs', async () => {
    const depends = `
input:
  multiply_right: { type: number, scope: process }
nodes:
  a: { type: .countSource }
  b: { type: .multiply, depends: [{ left: a.index }, { right: input.multiply_right }] }
  c: { type: return, depends: b.value }
`;
    await using runner = runnerOf(kind, await tubeOf(depends));
    await runner.init();
    const missing = {
      code: 'input-missing',
      message: 'the input multiply_right must be given with each process',
    };
    await expect((async () => runner.process())()).rejects.toMatchObject(missing);
    expect(await epochs(runner, 3, (i) => ({ multiply_right: i + 5 }))).toEqual([0, 6, 14]);
    await expect(runner.run(2)).rejects.toMatchObject({ code: 'input-missing' });
    await expect(runner.iter(2).next()).rejects.toMatchObject({ code: 'input-missing' });
  });

  test('input_mixed: both scopes meet', async () => {
    const mixed = `
input:
  start: { type: number }
  multiply_tube: { type: number }
  multiply_process: { type: number, scope: process }
nodes:
  a: { type: .countSource, params: { start: input.start } }
  b: { type: .multiply, depends: [{ left: a.index }, { right: input.multiply_tube }] }
  c: { type: .multiply, depends: [{ left: b.value }, { right: input.multiply_process }] }
  d: { type: return, depends: c.value }
`;
    await using runner = runnerOf(kind, await tubeOf(mixed, { input: { start: 7, multiply_tube: 13 } }));
    expect(await epochs(runner, 3, (i) => ({ multiply_process: 34 * (i + 1) }))).toEqual(
      [0, 1, 2].map((i) => (7 + i) * 13 * 34 * (i + 1)),
    );
  });
});

describe('sync: input', () => {
  const OPTIONAL = `
input:
  start: { type: number, default: 10 }
  return_enabled: { type: boolean, default: true }
nodes:
  a: { type: .countSource, params: { start: input.start } }
  b: { type: .multiply, depends: a.index, params: { right: 4 } }
  d: { type: return, depends: b.value, enabled: input.return_enabled }
`;

  test('input_optional: defaults, and an input that switches a node off', async () => {
    expect(await results('sync', OPTIONAL, 3)).toEqual([40, 44, 48]);
    expect(await results('sync', OPTIONAL, 2, { input: { return_enabled: false } })).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('an input that is missing is a fault, one too many a warning', async () => {
    const text = `input:\n  start: { type: number }\nnodes:\n  a: { type: .countSource, params: { start: input.start } }\n`;
    expect(await faultsOf(text, { input: { strat: 3 } })).toEqual([
      'tube.yaml:1:1 extra-input: the tube has no input "strat" | one of: start | did you mean "start"?',
      'tube.yaml:2:3 input-missing: the input "start" must be given',
    ]);
    const tube = await tubeOf(text, { input: { start: 1, end: 2 } });
    expect(tube.warnings.map((warning) => warning.message)).toEqual(['the tube has no input "end"']);
    const said: TubeEvent[] = [];
    const runner = new SyncRunner(tube);
    runner.addCallback((event) => said.push(event));
    runner.process({ colour: 'red' });
    runner.process({ colour: 'red' });
    expect(said.filter((event) => event.type === 'warning')).toMatchObject([{ code: 'extra-input' }]);
  });

  test('input_process_params: a process input comes too late for params', async () => {
    const text = `input:\n  start: { type: number, scope: process }\nnodes:\n  a: { type: .countSource, params: { start: input.start } }\n`;
    expect(await faultsOf(text, { input: { start: 3 } })).toEqual([
      'tube.yaml:2:3 extra-input: the input "start" is given with each process, not with the tube',
      'tube.yaml:4:55 process-input: the input "start" is given with each process, too late for this | take it through depends, or give it the scope tube',
    ]);
  });
});

describe.each(ALL)('%s: nested tubes', (kind) => {
  test('09 recursive: inputs go down by name, the child’s process inputs are slots', async () => {
    const loaded = await loadTube(join(FIXTURES, 'parent.tube.yaml'), {
      input: { child_start: 1, parent_start: 3 },
    });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    await using runner = runnerOf(kind, loaded.value);
    const found = await epochs(runner, 5, (i) => ({ child_multiply: i + 5, parent_multiply: i + 12 }));
    expect(found).toEqual(
      [0, 1, 2, 3, 4].map((i) => {
        const child = (3 + i) * (1 + i) * (i + 5);
        return { index: 3 + i, child, parent: child * (i + 12) };
      }),
    );
    expect(loaded.value.nodes.get('child')?.child?.id).toBe('child');
  });

  test('recursive_sporadic: what the child does not return is absent', async () => {
    const text = `
nodes:
  child: { type: tube, params: { tube: ./sporadic.tube.yaml } }
  double: { type: .multiply, depends: child.length }
  out: { type: return, depends: [{ word: child.word }, { doublelength: double.value }, { always: child.count }] }
`;
    expect(await results(kind, text, 3)).toEqual([
      { always: 0 },
      { always: 1 },
      { word: 'plum', doublelength: 8, always: 2 },
    ]);
  });
});

const STATEFUL = (stateful: string): string => `
input:
  multiply: { type: number, scope: process }
nodes:
  c: { type: .countSource, params: { start: 1 } }
  a: { type: .StatefulMultiply, depends: input.multiply${stateful} }
  b: { type: .passthrough, depends: [{ value: input.multiply }], stateful: true }
  d: { type: .StatefulMultiply, depends: [{ left: c.index }, { right: input.multiply }]${stateful} }
`;

describe('10 stateful', () => {
  const run = async (text: string): Promise<{ early: Event[]; all: Event[] }> => {
    await using runner = new AsyncRunner(await tubeOf(text));
    const seen: Event[] = [];
    runner.addCallback((event) => event.type === 'event' && seen.push(event));
    await runner.init();
    const later = [
      runner.process({ multiply: 3 }, { epoch: 1 }),
      runner.process({ multiply: 7 }, { epoch: 2 }),
    ];
    const early = [...seen];
    await runner.process({ multiply: 11 }, { epoch: 0 });
    await Promise.all(later);
    return { early, all: seen };
  };
  const values = (events: readonly Event[], node: string): unknown[] =>
    events
      .filter((event) => event.node === node)
      .toSorted((a, b) => a.epoch.compare(b.epoch))
      .map((event) => event.value);

  test('stateful: later epochs wait for the first', async () => {
    const { early, all } = await run(STATEFUL(''));
    expect(early).toEqual([]);
    expect(all).toHaveLength(12);
    expect(values(all, 'a')).toEqual([11, 3 * 2, 7 * 3]);
    expect(values(all, 'b')).toEqual([11, 3, 7]);
    expect(values(all, 'd')).toEqual([11, 3 * 2 * 2, 7 * 3 * 3]);
  });

  test('stateless: they run as they come, but not before what they need', async () => {
    const { early, all } = await run(
      STATEFUL(', stateful: false').replace('stateful: true', 'stateful: false'),
    );
    expect(early.map((event) => `${event.node}@${event.epoch.toString()}`)).toEqual([
      'a@1',
      'b@1',
      'a@2',
      'b@2',
    ]);
    expect(values(all, 'a')).toEqual([11 * 3, 3, 7 * 2]);
    expect(values(all, 'd')).toEqual([11, 3 * 2 * 2, 7 * 3 * 3]);
  });

  test('an epoch that waits for one which never comes fails when the runner ends', async () => {
    const runner = new AsyncRunner(await tubeOf(STATEFUL('')));
    await runner.init();
    const waiting = runner.process({ multiply: 1 }, { epoch: 3 }).catch((error: unknown) => error);
    await runner.deinit();
    const error = (await waiting) as TubeError;
    expect(error.code).toBe('stalled');
    expect(error.waits).toContain('c in epoch 3 waits for epoch 0, which was never started');
  });
});

describe('special', () => {
  test('asset_depends_nocopy: nobody else uses the signal, so the object stays the same', async () => {
    const text = `
assets:
  counter: { type: .Counter, scope: runner, params: { start: 1 }, depends: b.iterator }
nodes:
  a: { type: .increment, depends: [{ iterator: assets.counter }] }
  b: { type: .increment, depends: [{ iterator: a.iterator }] }
  out: { type: return, depends: [a.value, b.value] }
`;
    const runner = new SyncRunner(await tubeOf(text));
    runner.init();
    const first = runner.state.object('counter');
    expect([runner.process(), runner.process(), runner.process()]).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(runner.state.object('counter')).toBe(first);
    expect(runner.state.storedAt('counter')?.toString()).toBe('2');
    runner.deinit();
  });

  test('asset_depends: the object is a new one each epoch, and one within it', async () => {
    const text = `
assets:
  counter: { type: .Counter, scope: runner, params: { start: 1 }, depends: b.iterator }
nodes:
  a: { type: .increment, depends: [{ iterator: assets.counter }] }
  b: { type: .increment, depends: [{ iterator: a.iterator }] }
  post: { type: .increment, depends: [{ iterator: b.iterator }] }
`;
    const runner = new SyncRunner(await tubeOf(text));
    runner.init();
    expect([...runner.state.dependencies.keys()]).toEqual(['b']);
    const objects = new Set<unknown>();
    for (let epoch = 0; epoch < 3; epoch++) {
      objects.add(runner.state.object('counter'));
      runner.process();
      const seen = new Set(['a', 'b', 'post'].map((node) => runner.store.get(node, 'iterator')?.value));
      expect(seen.size).toBe(1);
    }
    expect(objects.size).toBe(3);
  });

  test('asset_node_init: the object is open during the call only', async () => {
    const text = `
assets:
  door: { type: .Initializer, scope: node }
nodes:
  a: { type: .isOpen, depends: [{ asset: assets.door }] }
  b: { type: .stillOpen, depends: [{ asset: a.asset }] }
  out: { type: return, depends: [a.open, b.value] }
`;
    for (const kind of ALL) expect(await results(kind, text, 1)).toEqual([[true, false]]);
  });

  test('mixed_slot: positions and names', async () => {
    const tube = await tubeOf(
      `
nodes:
  a: { type: .countSource }
  one: { type: .passthrough, depends: a.index }
  many: { type: .passthroughAll, depends: [a.index, { first: one.value }, a.index].slice }
`.replace('[a.index, { first: one.value }, a.index].slice', '[a.index, one.value, a.index]'),
    );
    expect(tube.edges.map((edge) => [edge.targetNode, edge.targetSlot, edge.slot])).toEqual([
      ['one', null, 'value'],
      ['many', 0, 'first'],
      ['many', 1, '1'],
      ['many', 2, '2'],
    ]);
  });

  test('extends: merged left to right, one return, depends replaced', async () => {
    const loaded = await loadTube(join(FIXTURES, 'main.tube.yaml'));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    expect(loaded.value.specification).toEqual({
      id: 'main',
      description: 'the right base',
      input: { start: { type: 'number', default: 2 }, step: { type: 'number', default: 1 } },
      assets: {},
      nodes: {
        a: { type: './nodes.ts#countSource', params: { limit: 5, start: 'input.start' } },
        b: { type: './nodes.ts#multiply', depends: [{ left: 'a.index' }], params: { right: 10 } },
        out: { type: 'return', depends: [{ left: 'a.index' }, { right: 'b.value' }] },
      },
    });
    expect(new SyncRunner(loaded.value).process()).toEqual({ left: 2, right: 20 });
  });
});
