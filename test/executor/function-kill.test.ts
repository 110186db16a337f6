// Kills and timeouts: what a function may still do, and that nothing of its group is left.
import { expect, test } from 'vitest';
import { isAlive } from '../processes.ts';
import { FunctionRig, untilDead, untilSaid } from './function-rig.ts';

const press = `import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
export function loops() { console.log('ready'); for (;;); }
export async function waits() { console.log('ready'); setInterval(() => {}, 1000); await new Promise(() => {}); }
export async function tidies({ signal }) {
  setInterval(() => {}, 1000);
  console.log('ready');
  await once(signal, 'abort');
  console.log('tidy', signal.reason.name);
}
export async function deaf({ signal }) { setInterval(() => {}, 1000); console.log('ready', signal.aborted); await new Promise(() => {}); }
export async function parent() {
  const child = spawn('sh', ['-c', "trap 'echo child tidies; exit 3' TERM; echo ready $$; while :; do sleep 0.01; done"], { stdio: 'inherit' });
  await once(child, 'exit');
}
export async function stubborn() {
  const child = spawn('sh', ['-c', "trap '' TERM; echo ready $$; while :; do sleep 0.01; done"], { stdio: 'inherit' });
  await once(child, 'exit');
}
export function leaves() {
  const child = spawn('sh', ['-c', "trap '' TERM; while :; do sleep 0.01; done"], { stdio: 'ignore' });
  child.unref();
  console.log('child ' + child.pid);
}
export function pid() { console.log('pid ' + process.pid); }`;

test('a function that runs without end is ended after its time, and the next job has a new host', async () => {
  await using rig = new FunctionRig({ timeoutGraceMs: 50 });
  rig.write('press.ts', press);
  // The host is there already, so the time is the function's own.
  await rig.run('pid');
  expect(await rig.run({ export: 'loops', work: { timeoutMs: 2000 } })).toEqual({
    exit: { type: 'timeout', afterMs: 2000 },
    log: 'ready\n',
  });
  expect((await rig.run('pid')).exit).toEqual({ type: 'exit', status: 0 });
  expect([...rig.groups.values()]).toEqual([false, true]);
});

test('a function that asks for no signal ends at once', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', press);
  const job = rig.start({ export: 'waits' });
  await untilSaid(job.log, 'ready');
  job.kill(1e9);
  expect(await job.exit).toEqual({ type: 'killed' });
});

test('a function that uses the signal has the grace to tidy up', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', press);
  const job = rig.start({ export: 'tidies' });
  await untilSaid(job.log, 'ready');
  job.kill(1e9);
  expect(await job.exit).toEqual({ type: 'killed' });
  expect(rig.read('1.log')).toBe('ready\ntidy AbortError\n');
});

test('one that does not heed it is killed after the grace, or by a second call', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', press);
  const first = rig.start({ export: 'deaf' });
  const second = rig.start({ export: 'deaf' });
  await untilSaid(first.log, 'ready');
  await untilSaid(second.log, 'ready');
  first.kill(20);
  second.kill(1e9);
  expect(await first.exit).toEqual({ type: 'killed' });
  second.kill(0);
  expect(await second.exit).toEqual({ type: 'killed' });
});

test('a child that the function waits for has the grace too', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', press);
  const job = rig.start({ export: 'parent' });
  await untilSaid(job.log, 'ready');
  job.kill(1e9);
  expect(await job.exit).toEqual({ type: 'killed' });
  expect(rig.read('1.log')).toContain('\nchild tidies\n');
});

test('children that ignore SIGTERM go with the group', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', press);
  const job = rig.start({ export: 'stubborn' });
  await untilSaid(job.log, 'ready');
  const child = Number(/ready (\d+)/.exec(rig.read('1.log'))![1]);
  expect(isAlive(child)).toBe(true);
  job.kill(20);
  expect(await job.exit).toEqual({ type: 'killed' });
  await untilDead(child);
});

test('children that were left behind die with the host', async () => {
  let child: number;
  {
    await using rig = new FunctionRig();
    rig.write('press.ts', press);
    const { exit, log } = await rig.run('leaves');
    expect(exit).toEqual({ type: 'exit', status: 0 });
    child = Number(/child (\d+)/.exec(log)![1]);
    expect(isAlive(child)).toBe(true);
  }
  await untilDead(child);
});

test('a kill before the host has started starts no function', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', press);
  const job = rig.start({ export: 'pid' });
  job.kill(0);
  expect(await job.exit).toEqual({ type: 'killed' });
  expect(rig.read('1.log')).toBe('');
});

test('a kill after the end changes nothing', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', press);
  const job = rig.start({ export: 'pid' });
  expect(await job.exit).toEqual({ type: 'exit', status: 0 });
  job.kill(0);
  job.kill(0);
  expect((await rig.run('pid')).log).toBe(rig.read('1.log'));
});

test('SIGTERM from elsewhere is a signal', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', press);
  const job = rig.start({ export: 'waits' });
  await untilSaid(job.log, 'ready');
  const [pid] = rig.groups.keys();
  process.kill(pid!, 'SIGTERM');
  expect(await job.exit).toEqual({ type: 'signal', signal: 'SIGTERM' });
});

test('the executor kills what runs when it is disposed of', async () => {
  const rig = new FunctionRig();
  rig.write('press.ts', press);
  const job = rig.start({ export: 'loops' });
  await untilSaid(job.log, 'ready');
  await rig[Symbol.asyncDispose]();
  expect(await job.exit).toEqual({ type: 'killed' });
  expect([...rig.groups.values()]).toEqual([false]);
});
