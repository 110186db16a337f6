// `pipe clean`: removes what pipe made. Knows not what that is.
import type { CleanReport } from '../../engine/index.ts';
import type { Call, Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printFaults, printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions, targetsArgument } from '../options.ts';
import { Interruption } from '../run/interruption.ts';
import { plural } from '../wording/duration.ts';

const MOST_SHOWN = 20;

export const clean: Command = {
  argument: targetsArgument,
  details:
    'Removes the files that pipe made for the targets, or for all tasks, and what it remembers of them. Files that it did ' +
    'not make, and those changed by hand since, stay.',
  options: [
    { name: 'dry-run', short: 'n', help: 'remove nothing, list what would be removed' },
    { name: 'orphans', help: 'only what tasks made that the pipeline no longer has' },
    jsonOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe clean --dry-run', does: 'what would go' },
    { line: 'pipe clean count', does: 'remove what one task made' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const { args } = call;
      const dryRun = args.flag('dry-run');
      using interruption = new Interruption(call.io, () => undefined);
      const report = await session.clean({
        targets: args.positionals,
        dryRun,
        orphans: args.flag('orphans'),
        onWait: (holder) => call.io.stderr.write(`waiting for ${holder} to finish\n`),
        stop: interruption.stop,
      });
      if (!report.ok) return await printFaults(call, [report.error]);
      if (args.flag('json')) printJson(call, { dryRun, ...report.value });
      else for (const line of cleanLines(report.value, dryRun, call)) call.io.stdout.write(`${line}\n`);
      return ExitCode.done;
    }),
};

function cleanLines({ removed, kept }: CleanReport, dryRun: boolean, { style }: Call): string[] {
  const shown = dryRun ? removed : removed.slice(0, MOST_SHOWN);
  const verb = dryRun ? 'would remove' : 'removed';
  const more = removed.length - shown.length;
  return [
    ...shown.map((path) => `${style.dim(verb)} ${path}`),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...kept.map((path) => `${style.warn('kept')} ${path}, which was changed since pipe made it`),
    removed.length === 0 ? 'nothing to remove' : `${verb} ${plural(removed.length, 'file')}`,
  ];
}
