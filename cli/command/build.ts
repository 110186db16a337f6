// `pipe build`. Knows its options, and no reporter.
import type { Call, Command } from '../command.ts';
import type { ReporterName } from '../report/reporter.ts';
import { availableParallelism } from 'node:os';
import { decisionOptions, planRequest } from '../run/build-options.ts';
import { ExitCode } from '../exit-code.ts';
import { saidNothingToDo } from '../run/nothing-to-do.ts';
import { withSession } from '../open.ts';
import { pipelineOptions, targetsArgument } from '../options.ts';

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
    { name: 'dry-run', short: 'n', help: 'run nothing, show what would run: as `pipe plan`' },
    ...decisionOptions,
    { name: 'verbose', short: 'v', help: 'with the reporter `plain`, say why each job ran' },
    {
      name: 'reporter',
      value: 'NAME',
      choices: ['auto', 'listr', 'plain', 'json'] satisfies readonly ReporterName[],
      help: 'how to show the work',
    },
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe build', does: 'bring everything up to date' },
    { line: 'pipe build -k -j4 count/emma', does: 'one job and all that it needs' },
    { line: 'pipe build --reporter json', does: 'one event a line, for programs' },
  ],
  run: runCommand,
};

async function runCommand(call: Call): Promise<ExitCode> {
  const { args } = call;
  if (args.flag('keep-going') && args.flag('fail-fast')) {
    call.io.stderr.write(
      `${call.errorStyle.bad('error')}: --keep-going and --fail-fast exclude each other\n`,
    );
    return ExitCode.wrong;
  }
  const reporter = (args.value('reporter') ?? 'auto') as ReporterName;
  const dryRun = args.flag('dry-run');
  if (dryRun && reporter !== 'json') {
    const { showPlan } = await import('../run/show-plan.ts');
    return await withSession(call, (session) => showPlan(call, session, { all: false, json: false }));
  }
  if (!dryRun && reporter !== 'json' && saidNothingToDo(call)) return ExitCode.done;
  const { runBuild } = await import('../run/run-build.ts');
  const request = {
    ...planRequest(call),
    slots: args.count('jobs') ?? availableParallelism(),
    onFailure: args.flag('keep-going') ? 'keep-going' : args.flag('fail-fast') ? 'fail-fast' : 'stop',
    dryRun,
    reporter,
    verbose: args.flag('verbose'),
  } as const;
  return await withSession(call, (session) => runBuild(call, session, request));
}
