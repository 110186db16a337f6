// `pipe ps`: processes with their states. Knows not where they are kept.
import type { ProcessFilter, ProcessListing, ProcessState } from '../../engine/index.ts';
import type { Call, Command } from '../command.ts';
import { alignColumns } from '../columns.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { ago, duration, parseDuration } from '../wording/duration.ts';
import { processName, stateWord } from '../wording/process.ts';

const STATES = ['created', 'running', 'waiting', 'finished', 'excepted', 'killed'] as const;
const DEFAULT_LIMIT = 100;

export const ps: Command = {
  argument: {
    name: 'TARGET',
    help: '`task`, `task/key`, a glob of them, or the id of a process',
    min: 0,
    max: Infinity,
    kind: 'target',
  },
  details:
    'Each run of a job is a process. Without options those that have not ended are listed, newest first. One that is left ' +
    'behind belongs to a pipe that was killed: it goes on from its last step when its job runs, or ends there.\n' +
    'Under a job stand the processes inside of it, with ids such as 17.3: recipes that its steps launched, and processes ' +
    'of classes.',
  options: [
    { name: 'all', short: 'a', help: 'also those that have ended' },
    { name: 'state', value: 'STATE', repeatable: true, choices: STATES, help: 'only' },
    { name: 'failed', help: 'only those that failed' },
    { name: 'older', value: 'TIME', kind: 'duration', help: 'only those that began at least that long ago' },
    { name: 'newer', value: 'TIME', kind: 'duration', help: 'only those that began at most that long ago' },
    { name: 'limit', value: 'N', kind: 'count', help: `at most so many (default: ${DEFAULT_LIMIT})` },
    jsonOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe ps', does: 'what runs now' },
    { line: 'pipe ps --failed --newer 1h', does: 'what failed in the last hour' },
    { line: 'pipe ps count --all --json', does: 'all runs of a task, as JSON' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const listing = await session.processes.list(filterOf(call));
      if (call.args.flag('json')) printJson(call, listing);
      else show(call, listing);
      return ExitCode.done;
    }),
};

function filterOf({ args }: Call): ProcessFilter {
  const time = (name: string): number | undefined => {
    const text = args.value(name);
    return text === undefined ? undefined : parseDuration(text);
  };
  return {
    targets: args.positionals,
    states: args.all('state') as readonly ProcessState[],
    ended: args.flag('all'),
    failed: args.flag('failed'),
    olderThanMs: time('older'),
    newerThanMs: time('newer'),
    limit: Number(args.value('limit') ?? DEFAULT_LIMIT),
  };
}

function show({ args, io, style }: Call, { processes, held }: ProcessListing): void {
  const now = Date.now();
  if (processes.length > 0) {
    const head = ['id', 'job', 'state', 'began', 'took', ''].map((cell) => style.bold(cell));
    const rows = processes.map((each) => [
      each.id,
      processName(each),
      stateWord(each),
      ago(each.startedAt, now),
      duration((each.endedAt === 0 ? now : each.endedAt) - each.startedAt),
      style.dim([each.position, each.status].filter(Boolean).join('  ')),
    ]);
    for (const line of alignColumns([head, ...rows], new Set([4]))) io.stdout.write(`${line}\n`);
  } else if (held.length === 0) {
    io.stderr.write(
      args.flag('all') ? 'no process\n' : 'no process runs; --all lists those that have ended\n',
    );
  }
  for (const { target, message } of held)
    io.stdout.write(
      `paused: ${target === '*' ? 'every job' : target}${message === '' ? '' : ` (${message})`}\n`,
    );
}
