// argv → command → exit code. Knows the table of commands, and no command by itself but `help`.
import type { Call, CommandEntry } from './command.ts';
import type { Engine } from './engine.ts';
import type { Io } from './io.ts';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArguments, type UsageFault } from './arguments.ts';
import { span } from '../engine/base/span.ts';
import { commands } from './commands.ts';
import { ExitCode } from './exit-code.ts';
import { findCommand } from './find-command.ts';
import { commandHelp, groupHelp, overview } from './help.ts';
import { helpOption, pipelineOptions, versionOption } from './options.ts';
import { processIo } from './process-io.ts';
import type { Looked } from './quick.ts';
import { styleFor } from './style.ts';
import { splitAtCommand } from './split.ts';

/** Runs one command line, without `node` and the script, and gives its exit code. Throws nothing. */
export async function main(
  argv: readonly string[],
  io: Io,
  engine: () => Promise<Engine> = loadEngine,
  looked: Looked = 'not-asked',
): Promise<ExitCode> {
  try {
    return await dispatch(argv, io, engine, looked);
  } catch (error) {
    return reportBug(error, io);
  }
}

/** Runs the command line of this process and ends it. `looked`: see `Call`. */
export async function run(looked: Looked): Promise<void> {
  const io = processIo();
  // An error that was thrown where nobody awaits it, which no `try` can catch. The outputs of `io` may be in the hands of
  // a reporter that draws, so it is told through others, and the cursor is shown again.
  const bug = Promise.withResolvers<ExitCode>();
  process.on('uncaughtException', (error) => {
    const other = processIo();
    if (other.stderr.isTTY) other.stderr.write('\u001b[?25h\n');
    bug.resolve(reportBug(error, other));
  });
  const code = await Promise.race([main(process.argv.slice(2), io, loadEngine, looked), bug.promise]);
  await io.flush();
  process.exit(code);
}

async function dispatch(
  argv: readonly string[],
  io: Io,
  engine: () => Promise<Engine>,
  looked: Looked,
): Promise<ExitCode> {
  const style = styleFor(io.stdout, io.env);
  const { before, name, after: words } = splitAtCommand(argv);
  const leading = parseArguments(before, [helpOption, versionOption, ...pipelineOptions]);
  if (!leading.ok) return wrong(io, leading.error);
  if (leading.value.flag('version')) {
    const { default: manifest } = await import('../package.json', { with: { type: 'json' } });
    io.stdout.write(`pipe ${manifest.version}\n`);
    return ExitCode.done;
  }
  if (name === 'help') return help(words, io);
  if (name === undefined) {
    const asked = leading.value.flag('help');
    (asked ? io.stdout : io.stderr).write(overview(commands, style));
    return asked ? ExitCode.done : ExitCode.wrong;
  }
  const found = findCommand(commands, name, words);
  if (found.type === 'unknown') return wrong(io, found.fault);
  if (found.type === 'group') {
    const asked = leading.value.flag('help') || asksForHelp(words);
    (asked ? io.stdout : io.stderr).write(groupHelp(found.name, found.entries, style));
    return asked ? ExitCode.done : ExitCode.wrong;
  }
  const { entry, after } = found;
  const command = await entry.load();
  const parsed = parseArguments([...before, ...after], [...command.options, helpOption], command.argument);
  // Help is asked for in the middle of a call that is not finished, so it comes before what is wrong with the call.
  if (leading.value.flag('help') || asksForHelp(after)) {
    io.stdout.write(commandHelp(entry, command, style));
    return ExitCode.done;
  }
  if (!parsed.ok) return wrong(io, parsed.error, entry);
  const directory = command.options.some((option) => option.name === 'directory')
    ? parsed.value.value('directory')
    : undefined;
  const cwd = directory === undefined ? io.cwd : resolve(io.cwd, directory);
  if (directory !== undefined && !existsSync(cwd))
    return wrong(io, { message: `the folder ${directory} of -C does not exist` }, entry);
  const call: Call = {
    io,
    args: parsed.value,
    cwd,
    engine,
    commands,
    looked,
    style,
    errorStyle: styleFor(io.stderr, io.env),
  };
  return command.run(call);
}

function asksForHelp(tokens: readonly string[]): boolean {
  const end = tokens.indexOf('--');
  return (end < 0 ? tokens : tokens.slice(0, end)).some((token) => token === '--help' || token === '-h');
}

async function help(words: readonly string[], io: Io): Promise<ExitCode> {
  const style = styleFor(io.stdout, io.env);
  const name = words[0];
  if (name === undefined) {
    io.stdout.write(overview(commands, style));
    return ExitCode.done;
  }
  const found = findCommand(commands, name, words.slice(1));
  if (found.type === 'unknown') return wrong(io, found.fault);
  const text =
    found.type === 'group'
      ? groupHelp(found.name, found.entries, style)
      : commandHelp(found.entry, await found.entry.load(), style);
  io.stdout.write(text);
  return ExitCode.done;
}

function wrong(io: Io, fault: UsageFault, entry?: CommandEntry): ExitCode {
  const style = styleFor(io.stderr, io.env);
  const hint = fault.hint === undefined ? '' : `; ${fault.hint}`;
  const where = entry ? `pipe ${entry.name} --help` : 'pipe --help';
  io.stderr.write(`${style.bad('error')}: ${fault.message}${hint}\nSee \`${where}\`.\n`);
  return ExitCode.wrong;
}

function reportBug(error: unknown, io: Io): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  const detail = io.env['PIPE_DEBUG'] && stack ? stack : `${message}\nPIPE_DEBUG=1 shows where it happened.`;
  io.stderr.write(`${styleFor(io.stderr, io.env).bad('this is a bug in pipe')}: ${detail}\n`);
  return ExitCode.bug;
}

async function loadEngine(): Promise<Engine> {
  using _span = span('load the engine');
  return await import('../engine/pipelines.ts');
}
