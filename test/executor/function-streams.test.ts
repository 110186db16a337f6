// Where the output of a function goes, and that it goes nowhere else.
import { expect, test } from 'vitest';
import { FunctionRig } from './function-rig.ts';

test('all output goes to the log in its order', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
export async function speak({ log }): Promise<void> {
  console.log('console %s', 'größe 書 😀');
  process.stdout.write('stdout\\n');
  console.error('stderr');
  spawnSync('sh', ['-c', 'echo child; echo complaint >&2'], { stdio: 'inherit' });
  writeSync(1, 'descriptor\\n');
  log('log');
}`,
  );
  const { log } = await rig.run('speak');
  expect(log).toBe('console größe 書 😀\nstdout\nstderr\nchild\ncomplaint\ndescriptor\nlog\n');
});

test('a megabyte is whole even when the process ends right after it', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', `export function much() { console.log('x'.repeat(1_000_000)); process.exit(1); }`);
  const { exit, log } = await rig.run('much');
  expect(exit).toEqual({ type: 'exit', status: 1 });
  expect(log.length).toBe(1_000_001);
});

test('streams that have files of their own do not go to the log', async () => {
  await using rig = new FunctionRig();
  rig.write('in.txt', 'one\ntwo\n');
  rig.write('out.txt', 'stale');
  rig.write(
    'press.ts',
    `import { readFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
export async function flow({ log }): Promise<void> {
  for await (const chunk of process.stdin) process.stdout.write(String(chunk).toUpperCase());
  execSync('cat', { stdio: 'inherit' });
  console.error('to stderr');
  log('to the log');
}
export async function dry(): Promise<void> { for await (const chunk of process.stdin) console.log(chunk); console.log(readFileSync(0).length); }`,
  );
  const [stdin, stdout, stderr] = ['in.txt', 'out.txt', 'err.txt'].map((name) => rig.path(name)) as [
    string,
    string,
    string,
  ];
  const { log } = await rig.run({ export: 'flow', work: { stdin, stdout, stderr } });
  expect(log).toBe('to the log\n');
  expect(rig.read('out.txt')).toBe('ONE\nTWO\none\ntwo\n');
  expect(rig.read('err.txt')).toBe('to stderr\n');

  expect((await rig.run('dry')).log).toBe('0\n');
  expect((await rig.run({ export: 'flow', work: { stdin, stdout } })).log).toBe('to stderr\nto the log\n');
  expect(rig.groups.size).toBe(1);
});

test('what a job prints after its end does not stand in the log of the next', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
let go = false;
let gone: () => void;
export function first({ log }): void {
  console.log('first');
  const timer = setInterval(() => {
    if (!go) return;
    clearInterval(timer);
    console.log('late');
    console.error('late');
    process.stdout.write('late');
    log('late');
    gone();
  });
  // A child that is left behind keeps the log that it was born with.
  spawn('sh', ['-c', 'until test -e go; do sleep 0.01; done; echo left behind; touch done'], { stdio: 'inherit' });
}
export async function second(): Promise<void> {
  console.log('second');
  const left = new Promise<void>((resolve) => { gone = resolve; });
  go = true;
  await left;
  writeFileSync('go', '');
  while (!existsSync('done')) await new Promise((resolve) => setTimeout(resolve, 5));
  console.log('end');
}`,
  );
  expect((await rig.run('first')).log).toBe('first\n');
  expect((await rig.run('second')).log).toBe('second\nend\n');
  expect(rig.read('1.log')).toBe('first\nleft behind\n');
  expect(rig.groups.size).toBe(1);
});

test('a function that ends standard output spoils it for itself only', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export function ends() { process.stdout.end('the end\\n'); }\nexport function speaks() { console.log('here'); }`,
  );
  expect((await rig.run('ends')).log).toContain('the end\n');
  expect((await rig.run('speaks')).log).toBe('here\n');
});

test('a module without a type in its package is not worth a word', async () => {
  await using rig = new FunctionRig();
  rig.write('package.json', '{}');
  rig.write('press.js', `export function quiet() {}`);
  expect(await rig.run({ module: 'press.js', export: 'quiet' })).toEqual({
    exit: { type: 'exit', status: 0 },
    log: '',
  });
});
