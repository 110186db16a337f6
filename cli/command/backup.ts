// `pipe backup`: copies members below a folder, with a manifest. Knows not what it holds.
import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { refuse } from '../run/refuse.ts';
import { plural } from '../wording/duration.ts';

export const backup: Command = {
  argument: {
    name: 'DIR',
    usage: 'DIR [REPO…]',
    help: 'the folder of the backup, and the repositories (names or task.link)',
    min: 1,
    max: Infinity,
  },
  details:
    'Writes each content once as DIR/data/SHA256, and DIR/manifest.json, which says which members have which content and ' +
    'which jobs made them from what. `pipe restore` puts them back, here or in another pipeline. Strays are left out, and so ' +
    'are repositories that keep nothing on disk.',
  options: [
    { name: 'all', short: 'a', help: 'every repository' },
    { name: 'force', help: 'replace the backup that is there' },
    jsonOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe backup /safe/books --all', does: 'everything' },
    { line: 'pipe backup /safe/books books count.count', does: 'two repositories' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const [folder = '', ...names] = call.args.positionals;
      const done = await session.members.backup(resolve(call.cwd, folder), names, {
        all: call.args.flag('all'),
        force: call.args.flag('force'),
      });
      if (!done.ok) return await refuse(call, done.error);
      const { repositories, records } = done.value;
      if (call.args.flag('json')) printJson(call, done.value);
      else {
        for (const { name, members } of repositories)
          call.io.stdout.write(`${name}: ${plural(members, 'member')}\n`);
        const count = repositories.reduce((sum, each) => sum + each.members, 0);
        call.io.stdout.write(
          `saved ${plural(count, 'member')} and the records of ${plural(records, 'job')}\n`,
        );
      }
      return ExitCode.done;
    }),
};
