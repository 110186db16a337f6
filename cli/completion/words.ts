// What can be completed, as data that every shell's script is made from. Knows no shell.
import type { CommandEntry } from '../command.ts';
import type { ArgumentSpec, OptionSpec } from '../option-spec.ts';
import { helpOption, pipelineOptions, versionOption } from '../options.ts';

export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  readonly argument?: ArgumentSpec;
}

export interface CompletionWords {
  /** What may stand first: a command's name, or the first word of several with the words that may follow. */
  readonly first: readonly {
    readonly name: string;
    readonly summary: string;
    readonly second?: readonly string[];
  }[];
  readonly commands: readonly CommandWords[];
  /** Options that may stand before the command. */
  readonly leading: readonly OptionSpec[];
}

export async function completionWords(entries: readonly CommandEntry[]): Promise<CompletionWords> {
  const commands = await Promise.all(
    entries.map(async ({ name, summary, load }): Promise<CommandWords> => {
      const { options, argument } = await load();
      return { name, summary, options: [...options, helpOption], ...(argument ? { argument } : {}) };
    }),
  );
  return { first: firstWords(commands), commands, leading: [helpOption, versionOption, ...pipelineOptions] };
}

function firstWords(commands: readonly CommandWords[]): CompletionWords['first'] {
  const groups = Map.groupBy(commands, ({ name }) => name.split(' ')[0]!);
  return Array.from(groups, ([name, members]) => {
    const [only] = members;
    if (members.length === 1 && only!.name === name) return { name, summary: only!.summary };
    const second = members.map((member) => member.name.slice(name.length + 1));
    return { name, summary: second.join(', '), second };
  });
}

/** `--jobs`, `-j`. */
export function spellings(option: OptionSpec): string[] {
  return [`--${option.name}`, ...(option.short === undefined ? [] : [`-${option.short}`])];
}
