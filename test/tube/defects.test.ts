// One test for each defect of noob that its account lists: ours must not
// have it.
import { expect, test } from 'vitest';
import {
  AsyncRunner,
  clone,
  defineNode,
  loadTube,
  NoEvent,
  SyncRunner,
  TubeError,
} from '../../engine/tube/index.ts';
import { Counter, Stubborn } from './fixtures/nodes.ts';
import { faultsOf, tubeOf } from './rig.ts';

const types = { 't#Stubborn': Stubborn };

async function failure(run: () => unknown): Promise<TubeError> {
  const error: unknown = await Promise.resolve()
    .then(run)
    .then(
      () => undefined,
      (caught: unknown) => caught,
    );
  expect(error).toBeInstanceOf(TubeError);
  return error as TubeError;
}

async function sync(text: string, known: Record<string, unknown> = {}): Promise<SyncRunner> {
  return new SyncRunner(await tubeOf(text, { types: known }));
}

test('after a node has failed, the next epoch runs (noob hangs)', async () => {
  const runner = await sync(`
nodes:
  a: { type: .countSource }
  b: { type: .failAt, depends: a.index, params: { at: 1 } }
  out: { type: return, depends: b.value }
`);
  expect(runner.process()).toBe(0);
  expect(() => runner.process()).toThrow('This is the error that should be raised at 1');
  expect(runner.process()).toBe(2);
});

test('a list shorter than the signals is a failure (noob hangs)', async () => {
  const runner = await sync(`nodes:\n  a: { type: "t#two" }\n`, {
    't#two': defineNode({ signals: ['left', 'right'], process: () => ['left only'] }),
  });
  const error = await failure(() => runner.process());
  expect([error.code, error.message]).toEqual([
    'wrong-result',
    'node a returned a list of 1, but has 2 signals: left, right',
  ]);
});

test('a slot may be reached by two ways (noob never runs the node)', async () => {
  const runner = await sync(`
nodes:
  a: { type: .countSource }
  odd: { type: .isEven, depends: a.index }
  b: { type: .multiply, depends: odd.value }
  c: { type: .thisOrThat, depends: [{ this: odd.value }, { that: b.value }] }
  out: { type: return, depends: c.which }
`);
  expect([runner.process(), runner.process(), runner.process()]).toEqual([
    { this: 0, that: 0 },
    {},
    { this: 2, that: 4 },
  ]);
});

test('what is disabled counts as absent, so a record is returned without it (noob returns nothing)', async () => {
  const runner = await sync(`
nodes:
  a: { type: .countSource }
  b: { type: .multiply, depends: a.index, enabled: false }
  out: { type: return, depends: [{ a: a.index }, { b: b.value }] }
`);
  expect(runner.process()).toEqual({ a: 0 });
});

test('`enabled: input.x` switches off (noob takes any text as true)', async () => {
  const text = `
input:
  on: { type: boolean }
nodes:
  a: { type: .countSource, enabled: input.on }
`;
  expect((await tubeOf(text, { input: { on: false } })).isEnabled('a')).toBe(false);
  expect((await tubeOf(text, { input: { on: true } })).isEnabled('a')).toBe(true);
});

test('a specification is not changed by inputs (noob gives the second tube the first’s)', async () => {
  const text = `
input:
  start: { type: number }
nodes:
  a: { type: .countSource, params: { start: input.start } }
  out: { type: return, depends: a.index }
`;
  const [first, second] = [
    await tubeOf(text, { input: { start: 1 } }),
    await tubeOf(text, { input: { start: 9 } }),
  ];
  expect([new SyncRunner(first).process(), new SyncRunner(second).process()]).toEqual([1, 9]);
  expect(first.specification).toEqual(second.specification);
  expect(first.specification.nodes['a']?.params).toEqual({ start: 'input.start' });
});

test('inputs in a list of params keep their place', async () => {
  const runner = await sync(
    `
input:
  start: { type: number, default: 3 }
assets:
  list: { type: "t#list", scope: runner, params: [one, input.start, three] }
nodes:
  a: { type: .passthrough, depends: [{ value: assets.list }] }
  out: { type: return, depends: a.value }
`,
    { 't#list': (...all: unknown[]) => all },
  );
  expect(runner.process()).toEqual(['one', 3, 'three']);
});

test('NoEvent is absent everywhere, null is a value', async () => {
  const runner = await sync(
    `
nodes:
  a: { type: "t#nothing" }
  b: { type: "t#null" }
  c: { type: .passthrough, depends: b.value }
  d: { type: .passthrough, depends: a.value }
  out: { type: return, depends: [{ a: a.value }, { b: b.value }, { c: c.value }, { d: d.value }] }
`,
    { 't#nothing': () => NoEvent, 't#null': () => null },
  );
  expect(runner.process()).toEqual({ b: null, c: null });
});

test('one item stays a list, for every form of return', async () => {
  const tube = (form: string): Promise<SyncRunner> =>
    sync(
      `
nodes:
  a: { type: "t#one" }
  b: { type: map, depends: a.value }
  out: { type: return, depends: ${form} }
`,
      { 't#one': () => ['only'] },
    );
  expect((await tube('b.value')).process()).toEqual(['only']);
  expect((await tube('[b.value]')).process()).toEqual([['only']]);
  expect((await tube('[{ b: b.value }]')).process()).toEqual({ b: ['only'] });
  expect((await tube('[b.n, { b: b.value }]')).process()).toEqual([[1], { b: ['only'] }]);
});

test('a gather of a filtered map gives what came, and keeps nothing for the next epoch', async () => {
  const runner = await sync(
    `
nodes:
  a: { type: "t#lists" }
  b: { type: map, depends: a.value }
  c: { type: .isEven, depends: b.value }
  d: { type: gather, depends: [{ value: c.value }, { n: b.n }] }
  out: { type: return, depends: d.value }
`,
    {
      't#lists': function* lists() {
        yield [1, 2, 3, 4];
        yield [1, 3];
        yield [6];
        yield [];
      },
    },
  );
  expect([runner.process(), runner.process(), runner.process(), runner.process()]).toEqual([
    [2, 4],
    undefined,
    [6],
    undefined,
  ]);
});

test('what is gathered can go back to the items', async () => {
  const runner = await sync(
    `
nodes:
  a: { type: .wordsSource, params: { n: 2 } }
  b: { type: map, depends: a.words }
  size: { type: "t#size", depends: b.value }
  all: { type: gather, depends: [{ value: size.value }, { n: b.n }] }
  total: { type: .sum, depends: all.value }
  share: { type: .divide, depends: [{ numerator: size.value }, { denominator: total.value }] }
  out: { type: return, depends: [{ total: total.value }, { share: share.ratio }] }
`,
    { 't#size': (word: string) => word.length },
  );
  expect(runner.process()).toEqual({ total: 7, share: [4 / 7, 3 / 7] });
});

test('a stateful node goes through the items in order, also where they answer out of order', async () => {
  const text = `
nodes:
  a: { type: "t#list" }
  b: { type: map, depends: a.value }
  c: { type: .numberToLetter, depends: b.value }
  d: { type: "t#Join", depends: c.value }
  out: { type: return, depends: d.value }
`;
  class Join {
    #so = '';
    process(letter: string): string {
      return (this.#so += letter);
    }
  }
  const runner = new AsyncRunner(
    await tubeOf(text, { types: { 't#list': () => [0, 1, 2, 3, 4], 't#Join': Join } }),
  );
  const [first, second] = await Promise.all([runner.process(), runner.process()]);
  expect(first).toEqual(['a', 'ab', 'abc', 'abcd', 'abcde']);
  expect((second as string[]).at(-1)).toBe('abcdeabcde');
});

test('process and node assets are made once, and taken down once', async () => {
  let made = 0;
  let gone = 0;
  const session = function* session() {
    made++;
    yield made;
    gone++;
  };
  const text = (scope: string): string => `
assets:
  s: { type: "t#session", scope: ${scope} }
nodes:
  a: { type: "t#later", depends: [{ value: assets.s }] }
  out: { type: return, depends: a.value }
`;
  for (const scope of ['node', 'process']) {
    for (const Runner of [SyncRunner, AsyncRunner]) {
      const runner = new Runner(
        await tubeOf(text(scope), {
          types: { 't#session': session, 't#later': async (value: unknown) => value },
        }),
      );
      [made, gone] = [0, 0];
      expect(await runner.process()).toBe(1);
      expect([made, gone]).toEqual([1, 1]);
      await runner.deinit();
    }
  }
});

test('assets are taken down in the reverse order, all of them although one fails', async () => {
  const log: string[] = [];
  const asset = (name: string, fails = false) =>
    function* open() {
      log.push(`+${name}`);
      yield name;
      log.push(`-${name}`);
      if (fails) throw new Error(`${name} is stuck`);
    };
  const text = `
assets:
  x: { type: "t#x", scope: runner }
  y: { type: "t#y", scope: runner }
  z: { type: "t#z", scope: runner }
nodes:
  a: { type: .passthroughAll, depends: [assets.x, assets.y, assets.z] }
`;
  const tube = await tubeOf(text, {
    types: { 't#x': asset('x'), 't#y': asset('y', true), 't#z': asset('z') },
  });
  const runner = new SyncRunner(tube);
  runner.init();
  expect(() => runner.deinit()).toThrow('y is stuck');
  expect(log).toEqual(['+x', '+y', '+z', '-z', '-y', '-x']);
  expect(runner.status).toBe('stopped');
});

test('a start that fails takes down what it had started', async () => {
  const log: string[] = [];
  const node = (name: string, fails = false) =>
    class {
      init(): void {
        log.push(`+${name}`);
        if (fails) throw new Error('no paper');
      }
      deinit(): void {
        log.push(`-${name}`);
      }
      process(): void {}
    };
  const text = `nodes:\n  a: { type: "t#a" }\n  b: { type: "t#b" }\n  c: { type: "t#c" }\n`;
  const runner = new SyncRunner(
    await tubeOf(text, { types: { 't#a': node('a'), 't#b': node('b'), 't#c': node('c', true) } }),
  );
  expect(() => runner.init()).toThrow('node c failed in epoch init: no paper');
  expect(log).toEqual(['+a', '+b', '+c', '-b', '-a']);
  expect(runner.status).toBe('stopped');
});

test('an asset is copied by its hook, or not at all rather than by half', async () => {
  const text = (type: string): string => `
assets:
  counter: { type: ${type}, scope: runner, depends: a.iterator }
nodes:
  a: { type: .increment, depends: [{ iterator: assets.counter }] }
  b: { type: .increment, depends: [{ iterator: a.iterator }] }
`;
  const error = await failure(async () => (await sync(text('"t#Stubborn"'), types)).process());
  expect([error.code, error.message]).toEqual([
    'not-cloneable',
    'a Stubborn cannot be copied for the next epoch: give it a method [clone], or its asset a clone',
  ]);
  expect(new Counter(3)[clone]()).toEqual(new Counter(3));
});

test('a rejection of a node’s init and deinit is awaited by the asynchronous runner', async () => {
  const log: string[] = [];
  class Slow {
    async init(): Promise<void> {
      await Promise.resolve();
      log.push('init');
    }
    async deinit(): Promise<void> {
      await Promise.resolve();
      log.push('deinit');
    }
    process(): string {
      log.push('process');
      return 'done';
    }
  }
  const runner = new AsyncRunner(
    await tubeOf(`nodes:\n  a: { type: "t#Slow" }\n`, { types: { 't#Slow': Slow } }),
  );
  await runner.process();
  await runner.deinit();
  expect(log).toEqual(['init', 'process', 'deinit']);
});

test('a nested tube can be switched off and on again', async () => {
  const runner = await sync(`
nodes:
  child: { type: tube, params: { tube: ./sporadic.tube.yaml } }
  out: { type: return, depends: [{ count: child.count }] }
`);
  runner.init();
  expect(runner.process()).toEqual({ count: 0 });
  runner.disableNode('child');
  expect(runner.process()).toBeUndefined();
  runner.enableNode('child');
  expect(runner.process()).toEqual({ count: 1 });
});

test('extending a tube without nodes, or one with a return by one without', async () => {
  expect(await faultsOf(`extends: [./left.tube.yaml]\nid: heir\n`)).toEqual([]);
});

test('a synchronous runner says at once that an epoch waits for one before it', async () => {
  const runner = await sync(
    `nodes:\n  a: { type: .countSource }\n  b: { type: .multiply, depends: a.index }\n`,
  );
  const error = await failure(() => runner.process({}, { epoch: 4 }));
  expect(error.code).toBe('stalled');
  expect(error.waits).toEqual([
    'a in epoch 4 waits for epoch 0, which was never started',
    'b in epoch 4 waits for a.index',
  ]);
  runner.process({}, { epoch: 0 });
  expect((await failure(() => runner.process({}, { epoch: 0 }))).code).toBe('epoch-completed');
});

test('loading does not change the file', async () => {
  const loaded = await loadTube(`${import.meta.dirname}/fixtures/child.tube.yaml`, {
    input: { child_start: 1 },
  });
  expect(loaded.ok && loaded.value.specification.nodes['a']).not.toHaveProperty('nodeinfo');
});
