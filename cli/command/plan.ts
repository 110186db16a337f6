// `pipe plan`: a dry run. Knows its options.
import type { Call, Command } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';
import { decisionOptions } from '../run/build-options.ts';
import { withLooks } from '../open.ts';
import { withProfile } from '../run/with-profile.ts';
import { jsonOption, pipelineOptions, profileOption, targetsArgument } from '../options.ts';

export const plan: Command = {
  argument: targetsArgument,
  details:
    'Lists the jobs that a build would run, each with the first reason. A job marked ? runs only if what is made before ' +
    'it comes out different. The same as `pipe build --dry-run`.',
  options: [
    { name: 'all', help: 'list every job, not only the first 20 of each task' },
    jsonOption,
    ...decisionOptions,
    profileOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe plan', does: 'what would be done, and why' },
    { line: 'pipe plan --json total', does: 'the same of one task, as JSON with every reason' },
  ],
  run: (call) => withProfile(call, () => runCommand(call)),
};

async function runCommand(call: Call): Promise<ExitCode> {
  const { showPlan } = await import('../run/show-plan.ts');
  const view = { all: call.args.flag('all'), json: call.args.flag('json') };
  return await withLooks(call, (looks) => showPlan(call, looks, view));
}
