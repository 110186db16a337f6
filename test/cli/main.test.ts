import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../cli/commands.ts';
import { commandsMarkdown } from '../../cli/docs/commands-markdown.ts';
import { drive, driveWords } from './drive.ts';
import { StateError } from '../../engine/index.ts';
import { summary } from './fake-session.ts';

test('without a command the overview goes to standard error', async () => {
  const { code, stdout, stderr } = await drive('');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Usage: pipe COMMAND');
});

test.each(['--help', '-h', 'help'])('%s prints the overview with every command', async (line) => {
  const { code, stdout, stderr } = await drive(line);
  expect([code, stderr]).toEqual([0, '']);
  for (const { name, summary } of commands) expect(stdout).toMatch(new RegExp(`  ${name} +${summary}`));
});

test.each(['--version', '-V'])('%s', async (line) => {
  const { code, stdout } = await drive(line);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^pipe \d+\.\d+\.\d+\n$/);
});

test.each(commands.map(({ name }) => name))('pipe %s has help with an example', async (name) => {
  const { code, stdout } = await drive(`${name} --help`);
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: pipe ${name}`);
  expect(stdout).toMatch(/Examples?:\n {2}.*pipe /);
  expect(stdout.split('\n').find((line) => line.length > 105)).toBeUndefined();
  expect(await drive(`help ${name}`)).toMatchObject({ code: 0, stdout });
});

test('help wins over what else is wrong with the call', async () => {
  expect(await drive('why --help')).toMatchObject({ code: 0, stderr: '' });
  expect(await drive('build --jobs --help')).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  ['bild', 'error: unknown command "bild"; did you mean `pipe build`?\nSee `pipe --help`.\n'],
  ['zzzzzz', 'error: unknown command "zzzzzz"\nSee `pipe --help`.\n'],
  ['help bild', 'error: unknown command "bild"; did you mean `pipe build`?\nSee `pipe --help`.\n'],
  ['build --forse', 'error: unknown option --forse; did you mean --force?\nSee `pipe build --help`.\n'],
  ['--jsno status', 'error: unknown option --jsno\nSee `pipe --help`.\n'],
  ['-f books.yaml schema', 'error: unknown option -f\nSee `pipe schema --help`.\n'],
  ['check books', 'error: this command takes no argument, but got "books"\nSee `pipe check --help`.\n'],
  ['-C novels build', 'error: the folder novels of -C does not exist\nSee `pipe build --help`.\n'],
  ['build -k --fail-fast', 'error: --keep-going and --fail-fast exclude each other\n'],
])('%s is a wrong call', async (line, stderr) => {
  expect(await drive(line)).toEqual({ code: 2, stdout: '', stderr });
});

test('-C, -f and --param reach the engine, wherever they stand', async () => {
  const asked: unknown[] = [];
  const line = '-C cli --param language=de build -f books.yaml --param width=a=b';
  const cwd = join(import.meta.dirname, '..');
  await drive(line, { asked, build: () => summary() }, { cwd });
  expect(asked[0]).toEqual({
    open: { cwd: join(cwd, 'cli'), file: 'books.yaml', params: { language: 'de', width: 'a=b' } },
  });
});

describe('a bug in pipe', () => {
  const build = () => {
    throw new TypeError('shelf is not iterable');
  };

  test('exits with 3 and says so, and the session is closed', async () => {
    const asked: unknown[] = [];
    const { code, stderr } = await drive('build', { build, asked });
    expect(code).toBe(3);
    expect(stderr).toBe(
      'this is a bug in pipe: shelf is not iterable\nPIPE_DEBUG=1 shows where it happened.\n',
    );
    expect(asked.at(-1)).toBe('closed');
  });

  test('shows its stack with PIPE_DEBUG', async () => {
    const { stderr } = await drive('build', { build }, { env: { PIPE_DEBUG: '1' } });
    expect(stderr).toMatch(/^this is a bug in pipe: TypeError: shelf is not iterable\n +at /);
  });
});

test('faults of the pipeline go to standard error with their number', async () => {
  const faults = ['unknown key "tsks"', 'unknown repository "boks"'].map(
    (message) => ({ code: 'fault', severity: 'error', message }) as const,
  );
  for (const line of ['build', 'plan', 'status', 'check', 'graph', 'why count/emma', 'logs', 'clean']) {
    expect(await drive(line, { faults })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: unknown key "tsks"\nerror: unknown repository "boks"\n2 faults\n',
    });
  }
});

describe('colours', () => {
  const colour = '\u001b[';
  test.each([
    [{ terminal: true }, true],
    [{ terminal: false }, false],
    [{ terminal: true, env: { NO_COLOR: '1' } }, false],
    [{ terminal: true, env: { NO_COLOR: '' } }, true],
    [{ terminal: true, env: { TERM: 'dumb' } }, false],
    [{ terminal: false, env: { FORCE_COLOR: '1' } }, true],
    [{ terminal: true, env: { FORCE_COLOR: '0' } }, false],
  ])('%j: %s', async (surroundings, expected) => {
    const { stdout } = await drive('check', {}, surroundings);
    expect(stdout.includes(colour)).toBe(expected);
  });
});

test('docs/commands.md names every command and option', async () => {
  const page = await commandsMarkdown(commands);
  for (const { name, load } of commands) {
    expect(page).toContain(`## pipe ${name}\n`);
    for (const option of (await load()).options) expect(page).toContain(`--${option.name}`);
  }
});

test('an argument with blanks stays one', async () => {
  const asked: unknown[] = [];
  await driveWords(['build', 'count/pride and prejudice'], { asked, build: () => summary() });
  expect(asked[1]).toMatchObject({ build: { targets: ['count/pride and prejudice'] } });
});

test('a state that cannot be opened is no bug', async () => {
  const build = () => {
    throw new StateError({
      type: 'build-failure',
      code: 'newer-state',
      message: '.pipe/state.db was written by a newer pipe',
      hint: 'install that pipe',
    });
  };
  expect(await drive('build', { build })).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: .pipe/state.db was written by a newer pipe\n  hint: install that pipe\n',
  });
});
