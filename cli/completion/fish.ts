// The completion script for fish. Knows no command.
import type { OptionSpec } from '../option-spec.ts';
import type { CompletionWords } from './words.ts';

export function fishCompletion({ first, commands, leading }: CompletionWords): string {
  const names = first.map(({ name }) => name).join(' ');
  const groups = first.filter(({ second }) => second);
  const seenWord = (words: string) => `__fish_seen_subcommand_from ${words}`;
  /** `check` is also the second word of others. */
  const alone = (word: string) =>
    [
      seenWord(word),
      ...groups.flatMap(({ name, second }) => (second!.includes(word) ? [`not ${seenWord(name)}`] : [])),
    ].join('; and ');
  const none = `not __fish_seen_subcommand_from ${names} help`;
  return [
    '# fish completion for pipe; load it with: pipe completion fish | source',
    'complete -c pipe -f',
    ...first.map(
      ({ name, summary }) => `complete -c pipe -n ${quoted(none)} -a ${name} -d ${quoted(summary)}`,
    ),
    `complete -c pipe -n ${quoted('__fish_seen_subcommand_from help')} -a ${quoted(names)}`,
    ...groups.map(
      ({ name, second }) =>
        `complete -c pipe -n ${quoted(`${seenWord(name)}; and not ${seenWord(second!.join(' '))}`)} -a ${quoted(second!.join(' '))}`,
    ),
    ...leading.map((option) => optionLine(none, option)),
    ...commands.flatMap(({ name, options, argument }) => {
      const [word, second] = name.split(' ');
      const seen = second ? `${seenWord(word!)}; and ${seenWord(second)}` : alone(word!);
      const lines = options.map((option) => optionLine(seen, option));
      if (argument?.choices)
        lines.push(`complete -c pipe -n ${quoted(seen)} -a ${quoted(argument.choices.join(' '))}`);
      else if (argument) lines.push(`complete -c pipe -n ${quoted(seen)} -F`);
      return lines;
    }),
    '',
  ].join('\n');
}

function optionLine(condition: string, { name, short, value, help, choices, kind }: OptionSpec): string {
  const words = ['complete -c pipe', `-n ${quoted(condition)}`, `-l ${name}`];
  if (short !== undefined) words.push(`-s ${short}`);
  if (choices) words.push(`-x -a ${quoted(choices.join(' '))}`);
  else if (kind === 'file') words.push('-r -F');
  else if (kind === 'directory') words.push(`-x -a ${quoted('(__fish_complete_directories)')}`);
  else if (value !== undefined) words.push('-x');
  return [...words, `-d ${quoted(help)}`].join(' ');
}

const quoted = (text: string) => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
