// The local executor: real shells in slots; each job keeps its folder, exports, syntax errors and limits to itself.
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LocalExecutor } from '../../engine/executor/local/local-executor.ts';
import { isSimpleCommand } from '../../engine/executor/local/script.ts';
import type { Exit, Work } from '../../engine/executor/port.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'pipe-local-')));
const log = join(root, 'log');
const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', KETTLE: 'on' };
const executor = new LocalExecutor({ root, env });
afterAll(async () => {
  await executor[Symbol.asyncDispose]();
  rmSync(root, { recursive: true });
});

async function run(text: string, more: Partial<Work> = {}): Promise<{ exit: Exit; said: string }> {
  const work: Work = { job: 'tea', action: { type: 'shell', text }, cwd: root, env, log, ...more };
  const exit = await executor.run(work).exit;
  return { exit, said: readFileSync(log, 'utf8') };
}

describe('a job in a slot', () => {
  test('ends with its status, what it says is in the log', async () => {
    expect(await run('echo tea')).toEqual({ exit: { type: 'exit', status: 0 }, said: 'tea\n' });
    expect(await run('echo spilt >&2; exit 7')).toEqual({
      exit: { type: 'exit', status: 7 },
      said: 'spilt\n',
    });
  });

  test('stops at the first command that fails, and at an unset variable', async () => {
    expect((await run('false; echo on')).exit).toEqual({ type: 'exit', status: 1 });
    expect((await run('echo "$NO_SUCH_TEA"')).exit).not.toEqual({ type: 'exit', status: 0 });
  });

  test.each(['echo "open', 'echo (', 'if true', ')', '}', "echo 'open", 'case x in', 'done', '<<E\ntext'])(
    'a syntax error stays its own: %s',
    async (text) => {
      await run(text);
      expect(await run('echo next')).toEqual({ exit: { type: 'exit', status: 0 }, said: 'next\n' });
    },
  );

  test('keeps its folder, exports, traps and redirections to itself', async () => {
    await run('cd /; export KETTLE=off; trap "echo trapped" EXIT; exec 2>/dev/null; umask 0; set +u');
    const after = await run('pwd; echo "$KETTLE"; umask');
    expect(after.said).toBe(`${root}\non\n${process.umask().toString(8).padStart(4, '0')}\n`);
  });

  test('gets just its environment: additions, changes and removals', async () => {
    const said = async (own: Record<string, string>) => (await run('env', { env: own })).said.split('\n');
    expect(await said({ PATH: env.PATH, CUP: "it's $(full)" })).toEqual(
      expect.arrayContaining([`CUP=it's $(full)`, `PATH=${env.PATH}`]),
    );
    expect((await said({ PATH: env.PATH })).join()).not.toContain('KETTLE');
  });

  test('a text too long for a line is read from a file', async () => {
    const text = `: ${'x'.repeat(200_000)}; echo done`;
    expect(await run(text)).toEqual({ exit: { type: 'exit', status: 0 }, said: 'done\n' });
  });

  test('a timeout ends the group, and the next job has a new slot', async () => {
    const { exit } = await run('sleep 60 & wait', { timeoutMs: 50 });
    expect(exit).toEqual({ type: 'timeout', afterMs: 50 });
    expect((await run('echo next')).said).toBe('next\n');
  });

  test('a job that kills its own group is told as a signal', async () => {
    expect((await run('kill -9 0')).exit).toEqual({ type: 'signal', signal: 'SIGKILL' });
    expect((await run('echo next')).said).toBe('next\n');
  });

  test('a kill that comes before the job has begun ends it all the same, and another slot takes the next', async () => {
    await run('echo warm');
    const text = 'sleep 300; sleep 301';
    for (let round = 0; round < 20; round++) {
      const work: Work = { job: 'tea', action: { type: 'shell', text }, cwd: root, env, log };
      const running = executor.run(work);
      if (round % 2 === 1) await new Promise(setImmediate);
      // The grace is longer than the test may take.
      running.kill(600_000);
      expect(await running.exit).toEqual({ type: 'killed' });
    }
    expect((await run('echo next')).said).toBe('next\n');
  });

  test('a kill with no grace ends one that ignores SIGTERM', async () => {
    const work: Work = {
      job: 'tea',
      action: { type: 'shell', text: 'trap "" TERM; while :; do sleep 1; done' },
      cwd: root,
      env,
      log,
    };
    const running = executor.run(work);
    running.kill(0);
    expect(await running.exit).toEqual({ type: 'killed' });
  });

  test('exec runs without a shell', async () => {
    const argv = ['printf', '%s|', '$HOME', '* "', "it's"];
    expect((await run('', { action: { type: 'exec', argv } })).said).toBe(`$HOME|* "|it's|`);
  });

  test('a log that cannot be written is an exception that says why', async () => {
    const exit = await executor.run({
      job: 'tea',
      action: { type: 'shell', text: 'true' },
      cwd: root,
      env,
      log: '/no/such/log',
    }).exit;
    expect(exit).toMatchObject({ type: 'exception', message: expect.stringContaining('/no/such/log') });
  });
});

describe('a text that needs no eval', () => {
  test.each([
    'cp a b',
    "cp 'a b' 'c$(d)' < x > y",
    'A=1 sort -u --key=2 in >> out',
    './tool x 2>&1 '.slice(0, 9),
    'wc -l\n',
  ])('is one plain command: %s', (text) => expect(isSimpleCommand(text)).toBe(true));

  test.each([
    'a; b',
    'a | b',
    'a & b',
    '(a)',
    'a $b',
    'a `b`',
    'a "b"',
    "a 'b",
    'if a',
    'a\nb',
    'a <<E',
    'a # b',
    'a \\',
    'a *',
    '{ a',
    '! a',
    'a >&2',
  ])('is not: %s', (text) => expect(isSimpleCommand(text)).toBe(false));

  test('is decided at once, whatever its length', () => {
    expect(isSimpleCommand(`${'a'.repeat(1_000_000)}$`)).toBe(false);
  });
});
