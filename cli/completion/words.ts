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
  return { commands, leading: [helpOption, versionOption, ...pipelineOptions] };
}

/** `--jobs`, `-j`. */
export function spellings(option: OptionSpec): string[] {
  return [`--${option.name}`, ...(option.short === undefined ? [] : [`-${option.short}`])];
}
