// `pipe inject`: standard input becomes a member. Knows not how it is checked.
import type { Io } from '../io.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { refuse, waitingOn } from '../run/refuse.ts';
import { Interruption } from '../run/interruption.ts';
import { unitWord } from '../wording/key.ts';

export const inject: Command = {
  argument: {
    name: 'REPO KEY',
    usage: 'REPO [KEY]',
    help: 'a repository or task.link, and the key of the new member, if it can have several',
    min: 1,
    max: 2,
  },
  details:
    'Reads standard input to its end and stores it. What a yaml or json repository gets is parsed and checked against its ' +
    'schema before: if it is bad, nothing is stored. A member that is there already stays, without --force.\n' +
    'In a repository that a task writes, only `accept_strays: true` makes it a member. --force writes it there all the ' +
    'same and says what becomes of it: a build makes that member again where a job does, and else never reads it.',
  options: [
    { name: 'force', help: 'overwrite; write also where a task writes' },
    jsonOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe inject books emma < emma.txt', does: 'a new book' },
    { line: "echo 'born: 1775' | pipe inject --force authors austen", does: 'a record anew' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const [repository = '', key = ''] = call.args.positionals;
      const content = await readAll(call.io.stdin);
      using interruption = new Interruption(call.io, () => undefined);
      const done = await session.members.inject(repository, key, content, {
        force: call.args.flag('force'),
        onWait: waitingOn(call),
        stop: interruption.stop,
      });
      if (!done.ok) return await refuse(call, done.error);
      const { path, replaced, warning } = done.value;
      if (warning !== undefined) call.io.stderr.write(`${call.errorStyle.warn('warning:')} ${warning}\n`);
      if (call.args.flag('json')) printJson(call, done.value);
      else
        call.io.stdout.write(
          `${replaced ? 'replaced' : 'added'} ${path ?? `${done.value.repository} ${unitWord(done.value.key)}`}\n`,
        );
      return ExitCode.done;
    }),
};

async function readAll(stdin: Io['stdin']): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}
