// Hosts: when one is used again and when not, what one job can leave to the next, and that none outlives pipe.
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../gate.ts';
import { FunctionRig, untilDead, untilSaid } from './function-rig.ts';

const project = join(import.meta.dirname, '../..');
const counter = `let jobs = 0;\nexport function count() { console.log(process.pid, ++jobs); }\nexport function dies() { setTimeout(() => process.exit(1)); }`;

test('one host runs jobs in turn, two run them at once', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', counter);
  const jobsOf = async (count: number) => {
    const runs = await Promise.all(Array.from({ length: count }, () => rig.run('count')));
    return runs.map(({ log }) => Number(log.split(' ')[1]));
  };
  expect([...(await jobsOf(1)), ...(await jobsOf(1)), ...(await jobsOf(1))]).toEqual([1, 2, 3]);
  expect(rig.groups.size).toBe(1);
  expect((await jobsOf(2)).toSorted((a, b) => a - b)).toEqual([1, 4]);
  expect(rig.groups.size).toBe(2);
});

test('a module that changed is loaded anew, with what it imports', async () => {
  await using rig = new FunctionRig();
  rig.write('ink.ts', `export const colour: string = 'black';`);
  rig.write(
    'press.ts',
    `import { colour } from './ink.ts';\nexport function print() { console.log(colour); }`,
  );
  expect((await rig.run({ export: 'print', digest: 'one' })).log).toBe('black\n');
  rig.write('ink.ts', `export const colour: string = 'red';`);
  expect((await rig.run({ export: 'print', digest: 'one' })).log).toBe('black\n');
  expect((await rig.run({ export: 'print', digest: 'two' })).log).toBe('red\n');
  expect(rig.groups.size).toBe(2);
});

test('each module has hosts of its own, and too many idle ones leave', async () => {
  await using rig = new FunctionRig();
  for (let index = 0; index < 10; index++) {
    rig.write(`${index}.mjs`, 'export function press() {}');
    expect((await rig.run({ module: `${index}.mjs`, export: 'press' })).exit).toEqual({
      type: 'exit',
      status: 0,
    });
  }
  await until('two have left', () => [...rig.groups.values()].filter(Boolean).length === 8);
  expect([...rig.groups.values()].slice(0, 2)).toEqual([false, false]);
});

test('the environment is exactly the work’s, also for children and for the next job', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `import { execFileSync } from 'node:child_process';
export function show() {
  console.log(JSON.stringify(process.env));
  console.log(JSON.stringify(Object.fromEntries(execFileSync('/usr/bin/env', { encoding: 'utf8' }).trim().split('\\n').map((line) => line.split('=')))));
  process.env.LEFT = 'behind';
}`,
  );
  const environmentsOf = async (env: Record<string, string>) => {
    const { log } = await rig.run({ export: 'show', work: { env } });
    return log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  };
  for (const env of [{ PIPE_KEY: 'größe', EMPTY: '' }, { PIPE_KEY: 'b', TZ: 'Asia/Tokyo' }, {}]) {
    expect(await environmentsOf(env)).toEqual([env, env]);
  }
  expect(rig.groups.size).toBe(1);
  // What Node reads at its start needs a host of its own.
  expect(await environmentsOf({ NODE_OPTIONS: '--no-deprecation' })).toHaveLength(2);
  expect(rig.groups.size).toBe(2);
});

test('folder, umask and exit status do not pass to the next job', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export function spoil() { process.chdir('/'); process.umask(0o077); process.exitCode = 3; }
export function show() { console.log(process.cwd(), process.umask().toString(8), process.exitCode, process.send, process.connected); }`,
  );
  const before = (await rig.run('show')).log;
  expect(before).toMatch(new RegExp(`^${rig.root} \\d+ undefined undefined`));
  expect((await rig.run('spoil')).exit).toEqual({ type: 'exit', status: 3 });
  expect((await rig.run('show')).log).toBe(before);
  expect(rig.groups.size).toBe(1);
});

test('a host that died while it was idle is replaced', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', counter);
  expect((await rig.run('count')).log).toMatch(/ 1\n$/);
  const [pid] = rig.groups.keys();
  process.kill(pid!, 'SIGKILL');
  // Right away, before the news of it can be here.
  expect((await rig.run('count')).log).toMatch(/ 1\n$/);
  expect((await rig.run('dies')).exit).toEqual({ type: 'exit', status: 0 });
  await until('both have gone', () => rig.groups.size === 2 && ![...rig.groups.values()].includes(true));
  expect((await rig.run('count')).log).toMatch(/ 1\n$/);
});

test('a thousand jobs are quick on one host', async ({ annotate }) => {
  await using rig = new FunctionRig();
  rig.write('press.ts', counter);
  await rig.run('count');
  const work = rig.work({ export: 'count' });
  const start = performance.now();
  for (let job = 0; job < 1000; job++) {
    expect(await rig.executor.run(work).exit).toEqual({ type: 'exit', status: 0 });
  }
  await annotate(`${((performance.now() - start) / 1000).toFixed(2)} ms a job`);
  expect((await rig.run('count')).log).toMatch(/ 1002\n$/);
  expect(rig.groups.size).toBe(1);
});

test('exit handlers of modules run when the executor ends', async () => {
  const rig = new FunctionRig();
  rig.write(
    'press.ts',
    `import { writeFileSync } from 'node:fs';
export function press({ key }) { process.on('exit', () => writeFileSync('/dev/stdout', 'bye')); }`,
  );
  await rig.run('press');
  await rig.executor[Symbol.asyncDispose]();
  expect(rig.read('1.log')).toBe('bye');
  expect([...rig.groups.values()]).toEqual([false]);
  await rig[Symbol.asyncDispose]();
});

test('a host ends when pipe dies, and its children with it', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `import { spawn } from 'node:child_process';
export async function waits() {
  const child = spawn('sh', ['-c', "trap '' TERM; while :; do sleep 0.01; done"]);
  console.log('pids', process.pid, child.pid, '.');
  await new Promise(() => {});
}`,
  );
  const source = `import { FunctionExecutor } from ${JSON.stringify(join(project, 'engine/executor/function/function-executor.ts'))};
new FunctionExecutor().run(${JSON.stringify(rig.work({ export: 'waits' }))});`;
  const pipe = spawn(process.execPath, [rig.write('pipe.ts', source)], { stdio: 'inherit' });
  await untilSaid(rig.path('1.log'), '.');
  const [, host, child] = rig.read('1.log').split(' ').map(Number);
  pipe.kill('SIGKILL');
  await once(pipe, 'exit');
  await untilDead(host!);
  await untilDead(child!);
});

test('the bundle finds its host too', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', `export function press({ key }: { key: string }) { console.log('pressed', key); }`);
  symlinkSync(join(project, 'node_modules'), rig.path('node_modules'));
  await build({
    absWorkingDir: project,
    entryPoints: {
      pipe: 'engine/executor/function/function-executor.ts',
      'function-host': 'engine/executor/function/function-host.ts',
    },
    outdir: rig.path('dist'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
  });
  const work = rig.work({ export: 'press', argument: { key: 'emma' } });
  rig.write(
    'pipe.mjs',
    `import { FunctionExecutor } from './dist/pipe.mjs';
await using executor = new FunctionExecutor();
console.log(JSON.stringify(await executor.run(${JSON.stringify(work)}).exit));`,
  );
  const pipe = spawn(process.execPath, [rig.path('pipe.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  expect((await pipe.stdout.toArray()).join('')).toBe('{"type":"exit","status":0}\n');
  expect(rig.read('1.log')).toBe('pressed emma\n');
});
