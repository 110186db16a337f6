// Finds a command in the table, whose name may be of two words: `tube run`. Knows no particular command.
import type { CommandEntry } from './command.ts';
import type { UsageFault } from './arguments.ts';
import { closest } from './suggest.ts';

export type Found =
  | { readonly type: 'command'; readonly entry: CommandEntry; readonly after: readonly string[] }
  /** The first word of several commands alone. */
  | { readonly type: 'group'; readonly name: string; readonly entries: readonly CommandEntry[] }
  | { readonly type: 'unknown'; readonly fault: UsageFault };

/** `after` is what follows the first word; the second word is the first that is no option. */
export function findCommand(
  commands: readonly CommandEntry[],
  name: string,
  after: readonly string[],
): Found {
  const entry = commands.find((candidate) => candidate.name === name);
  if (entry) return { type: 'command', entry, after };
  const entries = commands.filter((candidate) => candidate.name.startsWith(`${name} `));
  if (entries.length === 0)
    return unknown(name, name, [...new Set(commands.map((each) => each.name.split(' ')[0]!)), 'help'], '');
  const at = after.findIndex((word) => !word.startsWith('-'));
  if (at < 0) return { type: 'group', name, entries };
  const second = entries.find((candidate) => candidate.name === `${name} ${after[at]}`);
  if (second) return { type: 'command', entry: second, after: after.toSpliced(at, 1) };
  const words = entries.map((each) => each.name.slice(name.length + 1));
  return unknown(`${name} ${after[at]}`, after[at]!, words, `${name} `);
}

function unknown(written: string, word: string, known: readonly string[], before: string): Found {
  const near = closest(word, known);
  const hint = near === undefined ? {} : { hint: `did you mean \`pipe ${before}${near}\`?` };
  return { type: 'unknown', fault: { message: `unknown command "${written}"`, ...hint } };
}
