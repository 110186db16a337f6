// `pipe pause`, `pipe play`, `pipe kill`: asks for it and tells the replies. Knows not who does it.
import { printJob, type ControlReply, type ControlRequest } from '../../engine/pipelines.ts';
import type { Call, Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import type { ArgumentSpec, OptionSpec } from '../option-spec.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { parseDuration } from '../wording/duration.ts';

const targets: ArgumentSpec = {
  name: 'TARGET',
  help: 'the id of a process, `task/key`, `task`, or a glob of them',
  min: 0,
  max: Infinity,
  kind: 'target',
};
const common: readonly OptionSpec[] = [
  { name: 'all', short: 'a', help: 'everything' },
  { name: 'message', short: 'm', value: 'TEXT', help: 'why, for whoever asks later' },
  { name: 'timeout', value: 'TIME', kind: 'duration', help: 'wait at most that long for what takes time' },
  jsonOption,
  ...pipelineOptions,
];

export const pause: Command = {
  argument: targets,
  details:
    'A job that has not started is kept from starting, by this builder and later ones, until it is played. One that runs ' +
    'in steps pauses when its step ends. One of a single step goes on, unless --suspend stops its processes where they ' +
    'stand (SIGSTOP); its timeout stands still then. One inside of a job, such as 17.3, is paused alone.\n' +
    'The exit code is 1 if anything could not be paused.',
  options: [{ name: 'suspend', help: 'stop the processes of running jobs at once' }, ...common],
  examples: [
    { line: 'pipe pause count/emma', does: 'keep a job from starting, or pause it between its steps' },
    { line: 'pipe pause --suspend 17', does: 'stop a process where it stands' },
    { line: 'pipe pause --all', does: 'start nothing more' },
  ],
  run: (call) => ask(call, 'pause'),
};

export const play: Command = {
  argument: targets,
  details:
    'Ends what `pipe pause` began, by the same name: a task that was paused as a whole is played as a whole.',
  options: common,
  examples: [{ line: 'pipe play --all', does: 'let everything go on' }],
  run: (call) => ask(call, 'play'),
};

export const kill: Command = {
  argument: targets,
  details:
    'Ends processes with all that they started: SIGTERM, and after 5 seconds SIGKILL. Their jobs count as failed and are ' +
    'not tried again in this build. A process that a dead pipe left behind is ended too, and starts anew with its job. ' +
    'One inside of a job, such as 17.3, ends with all below it, and its job fails.\n' +
    'Waits for the end; the exit code is 1 if anything was not killed.',
  options: [{ name: 'force', help: 'SIGKILL at once' }, ...common],
  examples: [
    { line: 'pipe kill 17', does: 'end one process' },
    { line: 'pipe kill --force --all', does: 'end everything at once' },
  ],
  run: (call) => ask(call, 'kill'),
};

async function ask(call: Call, intent: ControlRequest['intent']): Promise<ExitCode> {
  const { args, io, errorStyle } = call;
  const all = args.flag('all');
  if (all === args.positionals.length > 0) {
    io.stderr.write(
      `${errorStyle.bad('error:')} name what to ${intent}, or say --all${all ? ', not both' : ''}\n`,
    );
    return ExitCode.wrong;
  }
  const request: ControlRequest = {
    intent,
    targets: args.positionals,
    all,
    message: args.value('message') ?? `pipe ${intent}`,
    suspend: intent === 'pause' && args.flag('suspend'),
    force: intent === 'kill' && args.flag('force'),
  };
  const stop = new AbortController();
  const time = args.value('timeout');
  let timer: NodeJS.Timeout | undefined;
  using _signals = io.onSignal(() => stop.abort());
  try {
    return await withSession(call, async (session) => {
      const isJson = args.flag('json');
      const replies = await session.processes.control(
        request,
        (reply) => {
          if (!isJson) io.stderr.write(`${replyText(reply)}\n`);
          if (time !== undefined) timer ??= setTimeout(() => stop.abort(), parseDuration(time));
        },
        stop.signal,
      );
      if (isJson) printJson(call, replies);
      else for (const reply of replies) tell(call, reply);
      if (!isJson && replies.length === 0) io.stderr.write('nothing runs\n');
      return replies.every(({ kind, value }) => kind === 'final' && value) ? ExitCode.done : ExitCode.failed;
    });
  } finally {
    clearTimeout(timer);
  }
}

function tell({ io, errorStyle }: Call, reply: ControlReply): void {
  if (reply.kind === 'final' && reply.value) io.stdout.write(`${replyText(reply)}\n`);
  else if (reply.kind === 'pending')
    io.stderr.write(`${replyText(reply)}: not yet, and nobody waits any more\n`);
  else io.stderr.write(`${errorStyle.warn('warning:')} ${replyText(reply)}\n`);
}

function replyText({ job, id, target, kind, message }: ControlReply): string {
  if (job) return `${printJob(job)} (process ${id}) ${message}`;
  return kind === 'unreachable' ? `${target === '*' ? 'everything' : target}: ${message}` : message;
}
