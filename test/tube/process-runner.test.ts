// What only the runner with processes can do wrong: who shares a process, what cannot leave one, hosts that die.
import { expect, test } from 'vitest';
import { KeptValue, ProcessRunner, TubeError } from '../../engine/tube/index.ts';
import { hostGroups } from '../../engine/tube/host-groups.ts';
import { errorFromWire, errorToWire, untransferable } from '../../engine/tube/wire.ts';
import { Counter } from './fixtures/nodes.ts';
import { epochs, results, tubeOf } from './rig.ts';

const groupsOf = async (text: string): Promise<string[][]> =>
  hostGroups(await tubeOf(text)).map((group) => group.nodes.map((node) => node.id));

test('each node has a process of its own, and none of them is this one', async () => {
  const text = `
nodes:
  a: { type: .countSource }
  b: { type: .hostPid, depends: a.index }
  c: { type: .hostPid, depends: a.index }
  out: { type: return, depends: [b.value, c.value] }
`;
  const pids = (await results('process', text, 1))[0] as number[];
  expect(new Set([...pids, process.pid]).size).toBe(3);
});

test('who shares a live object shares a process', async () => {
  expect(
    await groupsOf(`
assets:
  own: { type: .Counter, scope: node }
  both: { type: .Counter, scope: process }
  kept: { type: .Counter, scope: runner, depends: e.iterator }
nodes:
  a: { type: .countSource }
  b: { type: .multiply, depends: [a.index, assets.own] }
  c: { type: .multiply, depends: [a.index, assets.own] }
  p: { type: .passthroughAll, depends: [assets.both, a.index] }
  q: { type: .passthroughAll, depends: [assets.both, c.value] }
  d: { type: .passthroughAll, depends: [assets.kept, a.index] }
  between: { type: .addOne, depends: d.first }
  beside: { type: .addOne, depends: d.first }
  e: { type: .increment, depends: [{ iterator: d.first }, { increment: between.value }] }
  post: { type: .addOne, depends: e.iterator }
`),
  ).toEqual([['a'], ['b'], ['c'], ['p', 'q'], ['d', 'between', 'e', 'post'], ['beside']]);
});

test('a host that dies fails its calls by name; the runner still ends', async () => {
  const text = `
nodes:
  a: { type: .countSource }
  b: { type: .die, depends: a.index }
  c: { type: .multiply, depends: b.value }
  out: { type: return, depends: c.value }
`;
  const runner = new ProcessRunner(await tubeOf(text));
  expect(await runner.process()).toBe(0);
  const failed = { code: 'host-failed', message: 'the process of b is gone: SIGKILL' };
  await expect(runner.process()).rejects.toMatchObject(failed);
  await expect(runner.process()).rejects.toMatchObject({ code: 'host-failed' });
  await runner.deinit();
  expect(runner.status).toBe('stopped');
});

test('what cannot leave its process is a failure where it must, and a mark where it need not', async () => {
  const text = (more: string): string => `
nodes:
  a: { type: .countSource }
  b: { type: "./live.ts#makeCounter", depends: a.index }
${more}`;
  const runner = new ProcessRunner(await tubeOf(text('')));
  const seen: unknown[] = [];
  runner.addCallback((event) => event.type === 'event' && event.node === 'b' && seen.push(event.value));
  await runner.process();
  await runner.deinit();
  expect(seen).toEqual([new KeptValue('b.value', 'a Counter')]);

  const other = new ProcessRunner(await tubeOf(text('  c: { type: .passthrough, depends: b.value }\n')));
  await expect(other.process()).rejects.toMatchObject({
    code: 'not-transferable',
    message:
      'b.value is a Counter, which cannot go to another process: declare the signal as live, or share an asset',
  });
  await other.deinit();
});

test('a slow host is asked no more than it is allowed at once, and nothing is lost', async () => {
  const text = `
nodes:
  a: { type: .countSource }
  list: { type: "./live.ts#range", depends: a.index }
  m: { type: map, depends: list.value }
  b: { type: .multiply, depends: m.value }
  g: { type: gather, depends: [{ value: b.value }, { n: m.n }] }
  s: { type: .sum, depends: g.value }
  out: { type: return, depends: s.value }
`;
  await using runner = new ProcessRunner(await tubeOf(text), {
    maxPendingPerHost: 2,
    maxPending: 50,
    epochs: 3,
  });
  await runner.init();
  const one = 2 * ((1000 * 999) / 2);
  expect(await runner.run(4)).toEqual([one, one, one, one]);
});

test('a host that does not end in its grace is killed', async () => {
  const text = `nodes:\n  a: { type: "./live.ts#Endless" }\n`;
  const runner = new ProcessRunner(await tubeOf(text), { grace: 200 });
  await epochs(runner, 1);
  const pid = runner.processes[0]?.pid as number;
  await runner.deinit();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('a host whose nodes cannot start leaves no process behind', async () => {
  const text = `nodes:\n  a: { type: .countSource }\n  b: { type: "./live.ts#NoStart" }\n`;
  const runner = new ProcessRunner(await tubeOf(text));
  await expect((async () => runner.init())()).rejects.toMatchObject({ code: 'node-failed', node: 'b' });
  expect(runner.status).toBe('stopped');
  expect(runner.processes.map((host) => host.pid)).toEqual([undefined, undefined]);
});

test('values and errors as they go from process to process', () => {
  const error = new TubeError('node-failed', 'node a failed', {
    node: 'a',
    epoch: '1',
    cause: new TypeError('no paper'),
  });
  const back = errorFromWire(structuredClone(errorToWire(error))) as TubeError;
  expect([back.code, back.node, back.epoch, back.message]).toEqual([
    'node-failed',
    'a',
    '1',
    'node a failed',
  ]);
  expect((back.cause as Error).name).toBe('TypeError');
  expect((back.cause as Error).stack).toBe((error.cause as Error).stack);
  const ring: unknown[] = [];
  ring.push(ring);
  const fine = [
    null,
    1,
    'a',
    [1, { a: [] }],
    new Map([[1, new Set([2])]]),
    new Date(0),
    new Uint8Array(2),
    new Error('x'),
    ring,
  ];
  expect(fine.map((value) => untransferable(value))).toEqual(fine.map(() => undefined));
  const never = [() => 1, Symbol('a'), new Counter(), { deep: [new Counter()] }, new Map([['a', () => 1]])];
  expect(never.map((value) => untransferable(value))).toEqual([
    'a function',
    'a symbol',
    'a Counter',
    'a Counter',
    'a function',
  ]);
});
