// `pipe rm`: removes members, or what jobs made. Knows not what belongs to them.
import type { RemoveReport } from '../../engine/index.ts';
import type { Call, Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { Interruption } from '../run/interruption.ts';
import { refuse, waitingOn } from '../run/refuse.ts';
import { plural } from '../wording/duration.ts';
import { unitWord } from '../wording/key.ts';

const MOST_SHOWN = 20;

export const rm: Command = {
  argument: {
    name: 'TARGET',
    usage: 'TARGET [KEY…]',
    help: 'a repository, task.link, a task, or task/key; then the keys of the members or jobs',
    min: 1,
    max: Infinity,
  },
  details:
    'Of a repository it removes members, also sources. Of a task it removes what its jobs made: outputs and status members ' +
    '(logs, done); a build makes them again. With --rerun the jobs are forgotten too, so that they run again even if they ' +
    'have no outputs.\n' +
    'Outputs that were changed since pipe made them stay, and then the exit code is 1, unless --force is given. A stray is no member and ' +
    'is never removed. Combinators pass a removal on: and, or to all parts, unless and filter to the first; map and related ' +
    'only with `allow_deletes: true`.',
  options: [
    { name: 'recursive', short: 'r', help: 'also everything that was made from it' },
    { name: 'rerun', help: 'of a task or job: forget its record, so that it runs again' },
    { name: 'all', short: 'a', help: 'every member or job of the target' },
    { name: 'force', help: 'also outputs that were changed since pipe made them' },
    { name: 'dry-run', short: 'n', help: 'remove nothing, list what would be removed' },
    jsonOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe rm --rerun count/emma', does: 'let one job run again' },
    { line: 'pipe rm -r books emma', does: 'a book and all that was made from it' },
    { line: 'pipe rm -n --all counts', does: 'what would go if all of a repository did' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const { args } = call;
      const [target = '', ...keys] = args.positionals;
      const dryRun = args.flag('dry-run');
      using interruption = new Interruption(call.io, () => undefined);
      const done = await session.members.remove({
        target,
        keys,
        all: args.flag('all'),
        downstream: args.flag('recursive'),
        rerun: args.flag('rerun'),
        force: args.flag('force'),
        dryRun,
        onWait: waitingOn(call),
        stop: interruption.stop,
      });
      if (!done.ok) return await refuse(call, done.error);
      if (args.flag('json')) printJson(call, { dryRun, ...done.value });
      else for (const line of lines(done.value, dryRun, call)) call.io.stdout.write(`${line}\n`);
      return done.value.kept.length > 0 ? ExitCode.failed : ExitCode.done;
    }),
};

function lines({ removed, kept, forgotten }: RemoveReport, dryRun: boolean, { style }: Call): string[] {
  const verb = dryRun ? 'would remove' : 'removed';
  const shown = dryRun ? removed : removed.slice(0, MOST_SHOWN);
  const more = removed.length - shown.length;
  const name = (path: string, repository: string, key: string) =>
    path === '' ? `${repository} ${unitWord(key)}` : path;
  const jobs =
    forgotten.length === 0
      ? ''
      : `, ${dryRun ? 'would forget' : 'forgot'} ${plural(forgotten.length, 'job')}`;
  return [
    ...shown.map(({ repository, key, path }) => `${style.dim(verb)} ${name(path, repository, key)}`),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...kept.map((path) => `${style.warn('kept')} ${path}, which was changed since pipe made it`),
    removed.length === 0 && forgotten.length === 0
      ? 'nothing to remove'
      : `${verb} ${plural(removed.length, 'member')}${jobs}`,
  ];
}
