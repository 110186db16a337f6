// `pipe watch`. Knows its options, and no reporter.
import { availableParallelism } from 'node:os';
import type { Call, Command } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';
import { withSession } from '../open.ts';
import { pipelineOptions, profileOption, targetsArgument } from '../options.ts';
import { withProfile } from '../run/with-profile.ts';
import { watchReporterNames } from '../run/watch-request.ts';
import type { WatchRequest } from '../run/watch-request.ts';

export const watch: Command = {
  argument: targetsArgument,
  details:
    'Builds, then waits for changes of inputs, outputs, sources, tools, recipes and the pipeline file itself, and brings ' +
    'what depends on them up to date. A job that failed runs again when an input of it changes. `pipe build` beside a ' +
    'watch asks it, and ends with its answer. On a terminal: r runs everything again, f what failed; w says why the last ' +
    'job ran, l shows its log; p pauses, q ends. Ctrl-C kills what runs and ends.',
  options: [
    {
      name: 'jobs',
      short: 'j',
      value: 'N',
      kind: 'count',
      help: 'run at most N jobs at once (default: the number of cores)',
    },
    { name: 'force', help: 'run every job of the targets at the start' },
    { name: 'once', help: 'end after the first build that follows a change, with its exit code' },
    { name: 'poll', help: 'look at the files several times a second, where the file system has no events' },
    { name: 'clear', help: 'clear the screen before each build' },
    { name: 'on-success', value: 'COMMAND', help: 'run this after each build that went well' },
    { name: 'on-failure', value: 'COMMAND', help: 'run this after each build that failed' },
    {
      name: 'accept-empty',
      help: 'a source folder that is now missing or empty counts as empty, and is no fault',
    },
    { name: 'verbose', short: 'v', help: 'say why each job ran' },
    { name: 'reporter', value: 'NAME', choices: watchReporterNames, help: 'how to show the work' },
    { name: 'json', help: 'one event a line: as --reporter json' },
    profileOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe watch', does: 'keep everything up to date' },
    {
      line: "pipe watch --on-failure 'notify-send broken' site",
      does: 'one target, with a word when it fails',
    },
    { line: 'pipe watch --once && deploy', does: 'wait for one change, build, go on' },
  ],
  run: (call) => withProfile(call, () => runCommand(call)),
};

async function runCommand(call: Call): Promise<ExitCode> {
  const { args } = call;
  const request: WatchRequest = {
    targets: args.positionals,
    slots: args.count('jobs') ?? availableParallelism(),
    force: args.flag('force'),
    once: args.flag('once'),
    poll: args.flag('poll'),
    acceptEmpty: args.flag('accept-empty'),
    clear: args.flag('clear'),
    onSuccess: args.value('on-success'),
    onFailure: args.value('on-failure'),
    verbose: args.flag('verbose'),
    reporter: args.flag('json') ? 'json' : ((args.value('reporter') ?? 'auto') as WatchRequest['reporter']),
  };
  const { runWatch } = await import('../run/run-watch.ts');
  return await withSession(call, (session) => runWatch(call, session, request));
}
