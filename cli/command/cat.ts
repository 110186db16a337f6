// `pipe cat`: one member's content. Knows not where it is stored.
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { refuse } from '../run/refuse.ts';

export const cat: Command = {
  argument: {
    name: 'REPO KEY',
    usage: 'REPO [KEY]',
    help: 'a repository or task.link, and the key of a member, if it can have several',
    min: 1,
    max: 2,
  },
  details:
    'Writes the bytes as they are stored. Of `and`, `or` and `map`, which make values of their own, the value as JSON. Exits ' +
    'with 1 where there is no such member; a stray is none.',
  options: [
    { ...jsonOption, help: 'print JSON: the content as text (or base64), and a record parsed' },
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe cat books emma', does: 'one book' },
    { line: 'pipe cat total.total', does: 'the only member that total makes' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const [repository = '', key = ''] = call.args.positionals;
      const found = await session.members.read(repository, key);
      if (!found.ok) return await refuse(call, found.error);
      const { content, ...about } = found.value;
      if (call.args.flag('json')) printJson(call, { ...about, ...asText(content) });
      else call.io.stdout.write(content);
      return ExitCode.done;
    }),
};

function asText(content: Uint8Array): { readonly encoding: 'utf8' | 'base64'; readonly content: string } {
  try {
    return {
      encoding: 'utf8',
      content: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content),
    };
  } catch {
    return { encoding: 'base64', content: Buffer.from(content).toString('base64') };
  }
}
