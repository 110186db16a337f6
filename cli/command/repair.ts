// `pipe repair`: ends what a pipe that was killed left behind. Knows not how that is found.
import { printJob } from '../../engine/pipelines.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { refuse } from '../run/refuse.ts';
import { plural } from '../wording/duration.ts';

export const repair: Command = {
  details:
    'Ends process groups that still run, records as killed what the state takes for running, and removes checkpoints ' +
    'whose process has ended. Processes with steps stay: they go on when their jobs run (`pipe kill` ends them). Each ' +
    'build does the same when it begins. Refused while a builder runs.',
  options: [{ name: 'dry-run', help: 'only tell what would be done' }, jsonOption, ...pipelineOptions],
  examples: [{ line: 'pipe repair --dry-run', does: 'look what was left behind' }],
  run: async (call) =>
    withSession(call, async (session) => {
      const { io, args } = call;
      const dryRun = args.flag('dry-run');
      const found = await session.processes.repair({ dryRun });
      if (!found.ok) return await refuse(call, found.error);
      if (args.flag('json')) {
        printJson(call, found.value);
        return ExitCode.done;
      }
      const { groups, killed, kept, checkpoints } = found.value;
      const would = dryRun ? 'would be ' : '';
      const say = (text: string): unknown => io.stdout.write(`${text}\n`);
      if (groups > 0) say(`${plural(groups, 'process group')} still ran: ended`);
      for (const { id, job } of killed) say(`${printJob(job)} (process ${id}) ${would}recorded as killed`);
      for (const { id, job, position } of kept)
        say(`${printJob(job)} (process ${id}) stays${position === undefined ? '' : ` at ${position}`}`);
      for (const { pid, tag } of checkpoints)
        say(`checkpoint ${tag === '' ? '' : `${tag} `}of process ${pid} ${would}removed`);
      if (groups + killed.length + kept.length + checkpoints.length === 0) say('nothing was left behind');
      return ExitCode.done;
    }),
};
