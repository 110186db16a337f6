// How a function's job ends, by everything that a function and its module can do.
import { expect, test } from 'vitest';
import { FunctionRig } from './function-rig.ts';

test('a function that returns has succeeded, asynchronous or not', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export async function late(): Promise<void> { await null; }\nexport const soon = (): number => 3;`,
  );
  expect(await rig.run('late')).toEqual({ exit: { type: 'exit', status: 0 }, log: '' });
  expect(await rig.run('soon')).toEqual({ exit: { type: 'exit', status: 0 }, log: '' });
});

test('a CommonJS module and a default export have functions too', async () => {
  await using rig = new FunctionRig();
  rig.write('press.cjs', `Object.assign(module.exports, { hidden() { console.log('hidden'); } });`);
  rig.write('press.mjs', `export default () => console.log('default');`);
  expect(await rig.run({ module: 'press.cjs', export: 'hidden' })).toMatchObject({ log: 'hidden\n' });
  expect(await rig.run({ module: 'press.mjs', export: 'default' })).toMatchObject({ log: 'default\n' });
});

test('an error is the exit, with its stack there and in the log', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export async function jam(): Promise<void> {\n  await null;\n  throw new TypeError('paper jam', { cause: new Error('damp') });\n}`,
  );
  const { exit, log } = await rig.run('jam');
  const stack = `TypeError: paper jam\n    at jam (file://${rig.path('press.ts')}:3:9)`;
  expect(exit).toEqual({ type: 'exception', message: 'paper jam', stack });
  expect(log).toContain(stack);
  expect(log).toContain('[cause]: Error: damp');
});

test('whatever is thrown is told', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export function text() { throw 'no ink'; }\nexport function nothing() { throw undefined; }\nexport function empty() { throw new RangeError(); }`,
  );
  expect((await rig.run('text')).exit).toEqual({ type: 'exception', message: "threw 'no ink'" });
  expect((await rig.run('nothing')).exit).toEqual({ type: 'exception', message: 'threw undefined' });
  expect((await rig.run('empty')).exit).toMatchObject({ type: 'exception', message: 'RangeError' });
});

test('a promise that nobody awaits fails the job that it belongs to', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export async function forgets() { void Promise.reject(new Error('forgotten')); }
export async function throwsBeside() { setImmediate(() => { throw new Error('beside'); }); await new Promise(() => {}); }`,
  );
  expect((await rig.run('forgets')).exit).toMatchObject({ type: 'exception', message: 'forgotten' });
  expect((await rig.run('throwsBeside')).exit).toMatchObject({ type: 'exception', message: 'beside' });
});

test('a rejection that comes after the function returned fails no other job', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `let go = false;
let gone: (value?: unknown) => void;
export function leaves(): void {
  const timer = setInterval(() => {
    if (!go) return;
    clearInterval(timer);
    void Promise.reject(new Error('late'));
    setImmediate(() => gone());
  });
}
export async function next(): Promise<void> {
  const left = new Promise((resolve) => { gone = resolve; });
  go = true;
  await left;
}
export function pid(): void { console.log(process.pid); }`,
  );
  expect((await rig.run('leaves')).exit).toEqual({ type: 'exit', status: 0 });
  expect(await rig.run('next')).toEqual({ exit: { type: 'exit', status: 0 }, log: '' });
  // What is broken so is not used again.
  expect((await rig.run('pid')).exit).toEqual({ type: 'exit', status: 0 });
  expect(rig.groups.size).toBe(2);
});

test('process.exit is an exit with its status, and a failure in any case', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export function seven() { console.log('before'); process.exit(7); }
export function zero() { process.exit(0); }
export function code() { process.exitCode = 4; }
export function fine() {}`,
  );
  expect(await rig.run('seven')).toEqual({ exit: { type: 'exit', status: 7 }, log: 'before\n' });
  expect((await rig.run('zero')).exit).toEqual({
    type: 'exception',
    message: 'the function ended its process before it returned',
  });
  expect((await rig.run('code')).exit).toEqual({ type: 'exit', status: 4 });
  expect((await rig.run('fine')).exit).toEqual({ type: 'exit', status: 0 });
});

test('a crash is a signal, and what was printed before it stays', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export function killed() { process.stdout.write('last words'); process.kill(process.pid, 'SIGKILL'); for (;;); }
export function aborts() { process.stdout.write('last words'); process.abort(); }`,
  );
  expect(await rig.run('killed')).toEqual({ exit: { type: 'signal', signal: 'SIGKILL' }, log: 'last words' });
  expect((await rig.run('aborts')).exit).toEqual({ type: 'signal', signal: 'SIGABRT' });
});

test('a function that can never return is told so, unless it waits for the abort', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `import { once } from 'node:events';
export const stuck = () => new Promise(() => {});
export const serves = ({ signal }) => once(signal, 'abort');`,
  );
  expect((await rig.run('stuck')).exit).toMatchObject({
    type: 'exception',
    message: 'the function can never return: nothing is left that it could wait for',
  });
  const served = await rig.run({ export: 'serves', work: { timeoutMs: 300 } });
  expect(served.exit).toEqual({ type: 'timeout', afterMs: 300 });
});

test('what is wrong with a module is told with its place', async () => {
  await using rig = new FunctionRig();
  rig.write('plain.mjs', `export function a() {\n  const ink = ;\n}`);
  rig.write('typed.ts', `export function a(): void {\n  const ink: number = ;\n}`);
  rig.write('enum.ts', `export const a = 1;\nenum Ink { Black }`);
  rig.write('outer.mjs', `console.log('never');\nimport './plain.mjs';`);
  rig.write('throws.ts', `export const a = 1;\n\nthrow new Error('top level');`);
  rig.write('alone.ts', `import './gone.ts';`);
  rig.write('value.ts', `export const b = 1;\nexport const press = 'a word';`);
  rig.write('empty.ts', '');
  const faultOf = async (module: string, name = 'a') => (await rig.run({ module, export: name })).exit;

  expect(await faultOf('plain.mjs')).toMatchObject({
    type: 'exception',
    message: `${rig.path('plain.mjs')}:2: Unexpected token ';'`,
    stack: expect.stringContaining('const ink = ;\n              ^') as string,
  });
  expect(await faultOf('outer.mjs')).toMatchObject({
    message: `${rig.path('plain.mjs')}:2: Unexpected token ';'`,
  });
  expect(await faultOf('typed.ts')).toMatchObject({
    message: `${rig.path('typed.ts')}:2: Expression expected`,
  });
  expect(await faultOf('enum.ts')).toMatchObject({
    message: expect.stringMatching(/enum\.ts:2: TypeScript enum/) as string,
  });
  expect(await faultOf('throws.ts')).toMatchObject({
    message: 'top level',
    stack: expect.stringContaining('throws.ts:3:7') as string,
  });
  expect(await faultOf('alone.ts')).toMatchObject({
    message: expect.stringContaining(rig.path('gone.ts')) as string,
  });
  expect(await faultOf('gone.ts')).toMatchObject({
    message: expect.stringContaining(rig.path('gone.ts')) as string,
  });
  expect(await faultOf('value.ts', 'press')).toMatchObject({
    message: `${rig.path('value.ts')}:2: the export "press" is not a function but string`,
  });
  expect(await faultOf('value.ts', 'pres')).toMatchObject({
    message: `${rig.path('value.ts')} has no export "pres"; it exports b, press`,
  });
  expect(await faultOf('empty.ts')).toMatchObject({
    message: `${rig.path('empty.ts')} has no export "a"; it exports nothing`,
  });
});

test('what cannot be started is an exception', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', `export function a() {}`);
  const exitOf = async (work: object) =>
    await rig.executor.run({ ...rig.work({ export: 'a' }), ...work }).exit;

  expect(await exitOf({ cwd: rig.path('gone') })).toMatchObject({ type: 'exception' });
  expect(await exitOf({ log: rig.path('gone/1.log') })).toMatchObject({ type: 'exception' });
  expect(await exitOf({ action: { type: 'shell', text: 'true' } })).toMatchObject({ type: 'exception' });
  expect(await exitOf({ env: { NODE_OPTIONS: '--no-such-option' } })).toEqual({
    type: 'exception',
    message: 'the process for functions ended before it could run one (status 9)',
  });
  // In a host that already runs, the folder is entered late.
  expect(await exitOf({})).toEqual({ type: 'exit', status: 0 });
  expect(await exitOf({ cwd: rig.path('gone') })).toMatchObject({
    message: expect.stringContaining('ENOENT') as string,
  });
  expect(await exitOf({ stdin: rig.path('gone') })).toMatchObject({
    message: expect.stringContaining('ENOENT') as string,
  });
  expect(await exitOf({})).toEqual({ type: 'exit', status: 0 });
});
