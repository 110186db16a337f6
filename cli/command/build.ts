// `pipe build`. Knows its options, and no reporter.
import type { Call, Command } from '../command.ts';
import type { ReporterName } from '../report/reporter.ts';
import { availableParallelism } from 'node:os';
import { askWatch } from '../run/ask-watch.ts';
import { decisionOptions, planRequest } from '../run/build-options.ts';
import { ExitCode } from '../exit-code.ts';
import { saidNothingToDo } from '../run/nothing-to-do.ts';
import { withLooks, withSession } from '../open.ts';
import { pipelineOptions, profileOption, targetsArgument } from '../options.ts';
import { withProfile } from '../run/with-profile.ts';
import { parseDuration } from '../wording/duration.ts';

export const build: Command = {
  argument: targetsArgument,
  details:
    'Runs the jobs of the targets, or of all tasks, that are not up to date, and no other. The first Ctrl-C starts no ' +
    'further job and lets those that run end; the second kills them.',
  options: [
    {
      name: 'jobs',
      short: 'j',
      value: 'N',
      kind: 'count',
      help: 'run at most N jobs at once (default: the number of cores)',
    },
    { name: 'keep-going', short: 'k', help: 'after a failure, go on with what does not depend on it' },
    { name: 'fail-fast', help: 'after a failure, kill what runs' },
    { name: 'once', help: 'try each job once, whatever its `retry:` says' },
    {
      name: 'launch-only',
      help: 'start only what is ready at once, not what becomes ready through it',
    },
    { name: 'forever', help: 'go on as `pipe watch`: build again whenever something changes' },
    {
      name: 'timeout',
      value: 'TIME',
      kind: 'duration',
      help: 'kill what still runs after that time, such as 10m, and exit with 1',
    },
    { name: 'dry-run', short: 'n', help: 'run nothing, show what would run: as `pipe plan`' },
    ...decisionOptions,
    { name: 'verbose', short: 'v', help: 'with the reporter `plain`, say why each job ran' },
    {
      name: 'reporter',
      value: 'NAME',
      choices: ['auto', 'listr', 'plain', 'json'] satisfies readonly ReporterName[],
      help: 'how to show the work',
    },
    { name: 'json', help: 'one event a line: as --reporter json' },
    profileOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe build', does: 'bring everything up to date' },
    { line: 'pipe build -k -j4 count/emma', does: 'one job and all that it needs' },
    { line: 'pipe build -k --timeout 2h', does: 'as much as can be done in two hours' },
    { line: 'pipe build --reporter json', does: 'one event a line, for programs' },
  ],
  run: (call) => withProfile(call, () => runCommand(call)),
};

async function runCommand(call: Call): Promise<ExitCode> {
  const { args } = call;
  if (args.flag('keep-going') && args.flag('fail-fast')) {
    call.io.stderr.write(
      `${call.errorStyle.bad('error')}: --keep-going and --fail-fast exclude each other\n`,
    );
    return ExitCode.wrong;
  }
  if (args.flag('forever')) {
    const { buildForever } = await import('../run/build-forever.ts');
    return await buildForever(call);
  }
  const reporter = args.flag('json') ? 'json' : ((args.value('reporter') ?? 'auto') as ReporterName);
  const dryRun = args.flag('dry-run');
  if (dryRun && reporter !== 'json') {
    const { showPlan } = await import('../run/show-plan.ts');
    return await withLooks(call, (looks) => showPlan(call, looks, { all: false, json: false }));
  }
  const asked = dryRun ? undefined : await askWatch(call, reporter);
  if (asked !== undefined) return asked;
  const isUnasked = !dryRun && call.looked === 'not-asked';
  const said = isUnasked ? saidNothingToDo(call, reporter !== 'json') : undefined;
  if (said === 'said') return ExitCode.done;
  const { runBuild } = await import('../run/run-build.ts');
  const request = {
    ...planRequest(call),
    slots: args.count('jobs') ?? availableParallelism(),
    onFailure: args.flag('keep-going') ? 'keep-going' : args.flag('fail-fast') ? 'fail-fast' : 'stop',
    dryRun,
    reporter,
    verbose: args.flag('verbose'),
    noRetry: args.flag('once'),
    launchOnly: args.flag('launch-only'),
    timeoutMs: parseDuration(args.value('timeout') ?? ''),
  } as const;
  return await withSession(said ? { ...call, looked: said } : call, (session) =>
    runBuild(call, session, request),
  );
}
