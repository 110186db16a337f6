// `pipe restore`: puts the members of a backup back. Knows not how they are checked.
import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { Interruption } from '../run/interruption.ts';
import { refuse, waitingOn } from '../run/refuse.ts';
import { plural } from '../wording/duration.ts';

export const restore: Command = {
  argument: {
    name: 'DIR',
    usage: 'DIR [REPO…]',
    help: 'the folder of the backup, and the repositories (names or task.link)',
    min: 1,
    max: Infinity,
  },
  details:
    'Checks every SHA-256 first: if one does not fit, nothing is restored. A repository of the backup goes to the one here ' +
    'that has its name, or the name of one of its links. What is there and differs stays, without --force. Members that a ' +
    'task made come back with the record of their job, so that a build finds them up to date.',
  options: [
    { name: 'all', short: 'a', help: 'every repository of the backup that this pipeline has' },
    { name: 'force', help: 'overwrite what is there and differs; write also what would be strays' },
    jsonOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe restore /safe/books --all', does: 'everything' },
    { line: 'pipe restore /safe/books books', does: 'one repository' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const [folder = '', ...names] = call.args.positionals;
      using interruption = new Interruption(call.io, () => undefined);
      const done = await session.members.restore(resolve(call.cwd, folder), names, {
        all: call.args.flag('all'),
        force: call.args.flag('force'),
        onWait: waitingOn(call),
        stop: interruption.stop,
      });
      if (!done.ok) return await refuse(call, done.error);
      const { repositories, records, warnings } = done.value;
      for (const warning of warnings)
        call.io.stderr.write(`${call.errorStyle.warn('warning:')} ${warning}\n`);
      if (call.args.flag('json')) printJson(call, done.value);
      else {
        for (const { name, restored, same } of repositories) {
          const rest = same > 0 ? `, ${same} already as saved` : '';
          call.io.stdout.write(`${name}: restored ${plural(restored, 'member')}${rest}\n`);
        }
        if (records > 0) call.io.stdout.write(`restored the records of ${plural(records, 'job')}\n`);
      }
      return ExitCode.done;
    }),
};
