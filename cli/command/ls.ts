// `pipe ls`: the keys of a set expression over repositories, or all repositories. Knows not how members are found.
import type { RepositoryOverview } from '../../engine/index.ts';
import type { Call, Command } from '../command.ts';
import { alignColumns } from '../columns.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { refuse } from '../run/refuse.ts';
import { unitWord } from '../wording/key.ts';

export const ls: Command = {
  argument: {
    name: 'EXPR',
    help: 'repositories (by name or path) and task.link, joined by & | - and brackets',
    min: 0,
    max: Infinity,
  },
  details:
    'Prints the keys that the expression comes to, sorted by their bytes; without one, every repository. A member is what a ' +
    'build would see: strays are none. `-` binds before `&`, and `&` before `|`; brackets group.\n' +
    'An operator `-` has a blank on both sides, since names may hold dashes. A name with blanks or operators in it stands ' +
    'in quotes, inside those of the shell. The only key of a repository without fields is printed as a dot.',
  options: [
    { name: 'current', help: 'leave out members that a build would make anew' },
    jsonOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe ls', does: 'every repository, with the number of its members' },
    { line: "pipe ls 'count.book - count.count'", does: 'books that were never counted' },
    { line: "pipe ls '(drafts | books) & reviewed'", does: 'what is in either and in the third' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const text = call.args.positionals.join(' ');
      if (text.trim() === '') {
        const all = await session.members.overview();
        return all.ok ? showAll(call, all.value) : await refuse(call, all.error);
      }
      const keys = await session.members.list(text, { current: call.args.flag('current') });
      if (!keys.ok) return await refuse(call, keys.error, text);
      if (call.args.flag('json')) printJson(call, { expression: text, keys: keys.value });
      else call.io.stdout.write(keys.value.map((key) => `${unitWord(key)}\n`).join(''));
      return ExitCode.done;
    }),
};

function showAll(call: Call, all: readonly RepositoryOverview[]): ExitCode {
  if (call.args.flag('json')) {
    printJson(call, all);
    return ExitCode.done;
  }
  const { bold, dim } = call.style;
  const rows = all.map(({ name, type, members, links }) => [
    name,
    type,
    String(members),
    dim(links.join(' ')),
  ]);
  const head = ['repository', 'type', 'members', 'links'].map((cell) => bold(cell));
  for (const line of alignColumns([head, ...rows], new Set([2]))) call.io.stdout.write(`${line}\n`);
  return ExitCode.done;
}
