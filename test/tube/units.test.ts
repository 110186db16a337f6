// The parts of a tube on their own: epochs, signatures, kinds, scheduling, the store, speed.
import { describe, expect, test } from 'vitest';
import { AsyncRunner, defineNode, Epoch, loadTube, SyncRunner } from '../../engine/tube/index.ts';
import { nodeKind } from '../../engine/tube/node-kind.ts';
import { makePlan } from '../../engine/tube/plan.ts';
import { Scheduler } from '../../engine/tube/scheduler.ts';
import { signatureOf } from '../../engine/tube/signature.ts';
import { worked } from '../worked.ts';
import { tubeOf } from './rig.ts';

describe('an epoch', () => {
  const epoch = new Epoch(3).child('words', 0).child('letters', 2);

  test('is a root and a path', () => {
    expect(String(epoch)).toBe('3/words.0/letters.2');
    expect(epoch.toJSON()).toEqual([3, ['words', 0], ['letters', 2]]);
    expect(Epoch.fromJSON(epoch.toJSON()).equals(epoch)).toBe(true);
    expect(new Epoch(7).toJSON()).toBe(7);
    expect(Epoch.fromJSON(7).equals(new Epoch(7))).toBe(true);
    expect(epoch.parents.map(String)).toEqual(['3/words.0', '3']);
    expect(String(epoch.plus(2))).toBe('3/words.0/letters.4');
    expect(() => epoch.plus(-3)).toThrow(RangeError);
  });

  test('comes after what is around it and before its next', () => {
    const list = ['4', '3/b.1', '3', '3/b.0/c.1', '3/b.0', '3/b.0/c.0', '3/a.9'].map((text) =>
      text
        .split('/')
        .slice(1)
        .reduce(
          (at, step) => at.child(step.split('.')[0] ?? '', Number(step.split('.')[1])),
          new Epoch(Number(text.split('/')[0])),
        ),
    );
    expect(list.toSorted((a, b) => a.compare(b)).map(String)).toEqual([
      '3',
      '3/a.9',
      '3/b.0',
      '3/b.0/c.0',
      '3/b.0/c.1',
      '3/b.1',
      '4',
    ]);
  });
});

describe('a signature', () => {
  const read = (callable: unknown): string => {
    const { style, parameters, rest } = signatureOf(callable);
    const names = parameters.map(
      ({ name, hasDefault, optional }) => name + (optional ? '?' : hasDefault ? '=' : ''),
    );
    return `${style} ${names.join(' ')}${rest ? ' ...' : ''}`.trim();
  };

  test.each<[string, unknown]>([
    ['list left right=', (left: number, right = 2) => left + right],
    ['list left', async (left: number) => left],
    [
      'record this? that? other=',
      ({ this: one = null, that = null, other = ',' }: Record<string, unknown>) => [one, that, other],
    ],
    ['record a ...', ({ a, ...others }: Record<string, unknown>) => [a, others]],
    ['list a ...', (a: number, ...others: number[]) => [a, others]],
    ['list a= b= c', (a = { x: [1, ')'] }, b = (() => ',')(), /* d, */ c: number) => [a, b, c]],
    ['list', () => 1],
    ['unknown  ...', Math.max],
    [
      'list start=',
      class {
        start;
        constructor(start = 3) {
          this.start = start;
        }
        process(): void {}
      },
    ],
    [
      'list',
      class {
        process(): void {}
      },
    ],
    [
      'list from',
      class extends class {
        from;
        constructor(from: number) {
          this.from = from;
        }
      } {},
    ],
    [
      'list n',
      {
        *make(n: number) {
          yield n;
        },
      }.make,
    ],
  ])('%s', (expected, callable) => {
    expect(read(callable)).toBe(expected);
  });
});

describe('a kind', () => {
  test('functions are stateless, generators and classes stateful, unless they say otherwise', () => {
    const stateful = (exported: unknown): unknown => {
      const kind = nodeKind(exported);
      return typeof kind === 'string' ? kind : kind.stateful;
    };
    expect([
      stateful((a: number) => a),
      stateful(function* source() {}),
      stateful(
        class {
          process(): void {}
        },
      ),
      stateful(defineNode({ stateful: true, process: (a: number) => a })),
      stateful(
        class {
          static stateful = false;
          process(): void {}
        },
      ),
    ]).toEqual([false, true, true, true, false]);
  });

  test('a default of 7 leaves a slot required, one of null does not', () => {
    const kind = nodeKind((a: number, b = 7, c: number | null = null) => [a, b, c]);
    expect(typeof kind !== 'string' && kind.slots.map((slot) => slot.required)).toEqual([true, true, false]);
  });

  test('a declared slot that the function does not take', () => {
    expect(
      nodeKind(
        defineNode({ slots: ['left', 'rigth'], process: (left: number, right: number) => left + right }),
      ),
    ).toBe('declares the slot "rigth", which its process does not take');
  });

  test('declared slots come as one record where the parameter is none of them', async () => {
    const kind = nodeKind(
      defineNode({
        slots: ['left', 'right'],
        process: (both: { left: number; right: number }) => both.left - both.right,
      }),
    );
    expect(typeof kind !== 'string' && (await kind.create({}, []).process({ left: 5, right: 3 }))).toBe(2);
  });
});

describe('a scheduler', () => {
  const THREE = `
nodes:
  a: { type: .countSource, stateful: false }
  b: { type: .StatefulMultiply, depends: [{ left: a.index }] }
  c: { type: .multiply, depends: b.value }
`;
  const scheduler = async (text: string): Promise<Scheduler> =>
    new Scheduler(makePlan((await tubeOf(text)).enabled));
  const ready = (of: Scheduler): string[] => {
    const names: string[] = [];
    for (let call = of.take(); call !== undefined; call = of.take())
      names.push(`${call.node.node.id}@${call.sorter.epoch.toString()}`);
    return names;
  };

  test('numbers epochs on from the highest', async () => {
    const three = await scheduler(THREE);
    expect(
      [three.addEpoch(), three.addEpoch(), three.addEpoch(10), three.addEpoch()].map((sorter) =>
        String(sorter.epoch),
      ),
    ).toEqual(['0', '1', '10', '11']);
    expect(() => three.addEpoch(10)).toThrow('epoch 10 is already running');
    three.abandon(three.root(10)!);
    three.abandon(three.root(1)!);
    expect([three.isCompleted(1), three.isCompleted(2), three.isCompleted(10)]).toEqual([true, false, true]);
    expect(() => three.addEpoch(10)).toThrow('epoch 10 has already ended');
  });

  test('stateless sources run in all epochs at once, stateful nodes one after the other', async () => {
    const three = await scheduler(THREE);
    for (let epoch = 0; epoch < 3; epoch++) three.addEpoch();
    const calls = [three.take()!, three.take()!, three.take()!];
    expect(calls.map((call) => `${call.node.node.id}@${call.sorter.epoch.toString()}`)).toEqual([
      'a@0',
      'a@1',
      'a@2',
    ]);
    const event = (call: (typeof calls)[number], value: unknown) => [
      {
        type: 'event' as const,
        id: 0,
        time: 0,
        node: call.node.node.id,
        signal: 'x',
        epoch: call.sorter.epoch,
        value,
      },
    ];
    three.finish(calls[2]!, event(calls[2]!, 1));
    three.finish(calls[1]!, event(calls[1]!, 1));
    expect(ready(three)).toEqual([]);
    three.finish(calls[0]!, event(calls[0]!, 1));
    const first = three.take()!;
    expect([`${first.node.node.id}@${first.sorter.epoch.toString()}`, ...ready(three)]).toEqual(['b@0']);
    three.finish(first, event(first, 1));
    expect(ready(three)).toEqual(['c@0', 'b@1']);
  });
});

describe('a store', () => {
  test('finds an event in the epoch or around it, and keeps the last epoch only', async () => {
    const runner = new SyncRunner(
      await tubeOf(`
nodes:
  a: { type: .wordSource }
  b: { type: map, depends: a.word }
  c: { type: .exclaim, depends: b.value }
`),
    );
    runner.process();
    runner.process();
    expect(runner.store.epochs.map(String)).toEqual(['1']);
    const item = new Epoch(1).child('b', 2);
    expect(runner.store.get('c', 'value', item)?.value).toBe('g!');
    expect(runner.store.get('a', 'word', item)?.value).toBe('fig');
    expect(runner.store.get('c', 'value')?.value).toBe('g!');
    expect(runner.store.get('a', 'word', new Epoch(0))).toBeUndefined();
    expect(runner.store.get('z', 'word')).toBeUndefined();
  });
});

test('nodes that do not depend on each other overlap', async () => {
  const meeting = Promise.withResolvers<string>();
  const types = { 't#wait': () => meeting.promise, 't#tell': async () => (meeting.resolve('met'), 'told') };
  const text = `nodes:\n  a: { type: "t#wait" }\n  b: { type: "t#tell" }\n  out: { type: return, depends: [a.value, b.value] }\n`;
  expect(await new AsyncRunner(await tubeOf(text, { types })).process()).toEqual(['met', 'told']);
});

test('a run with a window has several epochs under way and keeps their order', async () => {
  let open = 0;
  let most = 0;
  const types = {
    't#slow': async (value: number) => {
      most = Math.max(most, ++open);
      for (let turn = (value * 5) % 7; turn >= 0; turn--) await Promise.resolve();
      open--;
      return value;
    },
  };
  const text = `nodes:\n  a: { type: .countSource }\n  b: { type: "t#slow", depends: a.index }\n  out: { type: return, depends: b.value }\n`;
  const runner = new AsyncRunner(await tubeOf(text, { types }), { epochs: 4 });
  expect(await runner.run(50)).toEqual(Array.from({ length: 50 }, (_, index) => index));
  expect(most).toBe(4);
});

test('time grows with the work and not faster: epochs of a chain, items of a map', async () => {
  const add = (value: number): number => value + 1;
  const chain = Array.from(
    { length: 9 },
    (_, index) => `  n${index + 1}: { type: "t#add", depends: n${index}.value }\n`,
  ).join('');
  const loaded = await loadTube('/chain.tube.yaml', {
    text: `nodes:\n  n0: { type: "t#count" }\n${chain}`,
    types: {
      't#add': add,
      't#count': function* count() {
        for (let i = 0; ; i++) yield i;
      },
    },
  });
  if (!loaded.ok) throw new Error('the chain is faulty');
  const runner = new SyncRunner(loaded.value);
  const took = (n: number): Promise<number> =>
    worked(() => {
      for (let epoch = 0; epoch < n; epoch++) runner.process();
    });
  await took(5000);
  // Four times the work may take eight times as long, not sixteen.
  expect(await took(40_000)).toBeLessThan(8 * (await took(10_000)) + 200);
  expect(runner.store.epochs).toHaveLength(1);

  const map = (size: number): Promise<number> => worked(() => mapped.process({ size }));
  const mapped = new SyncRunner(
    await tubeOf(
      `
input:
  size: { type: number, scope: process }
nodes:
  a: { type: "t#list", depends: input.size }
  m: { type: map, depends: a.value }
  b: { type: "t#add", depends: m.value }
  d: { type: "t#Sum", depends: b.value }
  g: { type: gather, depends: [{ value: d.value }, { n: m.n }] }
  out: { type: return, depends: [g.value, b.value] }
`,
      {
        types: {
          't#add': add,
          't#list': (size: number) => Array.from({ length: size }, (_, index) => index),
          't#Sum': class {
            #sum = 0;
            process(value: number): number {
              return (this.#sum += value);
            }
          },
        },
      },
    ),
  );
  await map(2000);
  expect(await map(40_000)).toBeLessThan(8 * (await map(10_000)) + 400);
});
