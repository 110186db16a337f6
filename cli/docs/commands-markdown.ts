// docs/commands.md, made from the table of commands. Knows no particular command.
import type { Command, CommandEntry } from '../command.ts';
import type { OptionSpec } from '../option-spec.ts';
import { exitCodeMeanings } from '../exit-code.ts';
import { argumentHelp, optionHelp, optionSynopsis, usage } from '../help.ts';
import { helpOption, versionOption } from '../options.ts';

/** The reference page of the command line, in Markdown. */
export async function commandsMarkdown(commands: readonly CommandEntry[]): Promise<string> {
  const loaded = await Promise.all(commands.map(async (entry) => ({ entry, command: await entry.load() })));
  return [
    '# Commands',
    '',
    'Generated from the table that `pipe` parses its command line with; `pipe COMMAND --help` prints the same.',
    '',
    ...markdownTable(
      ['Command', 'What it does'],
      loaded.map(({ entry }) => [
        `[\`${entry.name}\`](#pipe-${entry.name.replaceAll(' ', '-')})`,
        entry.summary,
      ]),
    ),
    '',
    'Without a command:',
    '',
    ...optionTable([helpOption, versionOption]),
    '',
    '## Exit codes',
    '',
    ...markdownTable(
      ['Code', 'Meaning'],
      exitCodeMeanings.map(([code, meaning]) => [String(code), meaning]),
    ),
    '',
    ...loaded.flatMap(({ entry, command }) => section(entry, command)),
  ].join('\n');
}

function section(entry: CommandEntry, command: Command): string[] {
  const { argument } = command;
  return [
    `## pipe ${entry.name}`,
    '',
    `${entry.summary.slice(0, 1).toUpperCase()}${entry.summary.slice(1)}.`,
    '',
    ...(command.details === undefined ? [] : [command.details, '']),
    '```',
    usage(entry.name, command),
    '```',
    '',
    ...(argument ? [`\`${argument.name}\`: ${argumentHelp(argument)}.`, ''] : []),
    ...(command.options.length > 0 ? [...optionTable(command.options), ''] : []),
    '```sh',
    ...command.examples.map(({ line, does }) => `${line}   # ${does}`),
    '```',
    '',
  ];
}

function optionTable(options: readonly OptionSpec[]): string[] {
  return markdownTable(
    ['Option', 'Meaning'],
    options.map((option) => [`\`${optionSynopsis(option)}\``, optionHelp(option)]),
  );
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
