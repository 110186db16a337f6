// Help texts, made from the table of commands and their options. Knows no particular command.
import type { Command, CommandEntry } from './command.ts';
import type { OptionSpec } from './option-spec.ts';
import type { Style } from './style.ts';
import { alignColumns } from './columns.ts';
import { exitCodeMeanings } from './exit-code.ts';
import { helpOption, pipelineOptions, versionOption } from './options.ts';

/** What `pipe --help` prints. */
export function overview(commands: readonly CommandEntry[], style: Style): string {
  return [
    'pipe keeps keyed data up to date: it runs the jobs whose inputs changed, and no other.',
    '',
    `${style.bold('Usage:')} pipe COMMAND [OPTION…] [ARGUMENT…]`,
    '',
    style.bold('Commands:'),
    ...indented(alignColumns(commands.map(({ name, summary }) => [style.accent(name), summary]))),
    '',
    style.bold('Options of every command that reads a pipeline:'),
    ...indented(optionLines([...pipelineOptions], style)),
    '',
    style.bold('Options:'),
    ...indented(optionLines([helpOption, versionOption], style)),
    '',
    `${style.bold('Exit codes:')} ${exitCodeMeanings.map(([code, meaning]) => `${code} ${meaning}`).join(', ')}.`,
    '`pipe COMMAND --help` tells more, with an example. New here? Start with `pipe init`.',
    '',
  ].join('\n');
}

/** What `pipe GROUP --help` prints, for commands whose names share their first word. */
export function groupHelp(name: string, commands: readonly CommandEntry[], style: Style): string {
  return [
    `${style.bold('Usage:')} pipe ${name} COMMAND [OPTION…] [ARGUMENT…]`,
    '',
    style.bold('Commands:'),
    ...indented(alignColumns(commands.map(({ name: full, summary }) => [style.accent(full), summary]))),
    '',
    `\`pipe ${name} COMMAND --help\` tells more, with an example.`,
    '',
  ].join('\n');
}

/** What `pipe COMMAND --help` prints. */
export function commandHelp(entry: CommandEntry, command: Command, style: Style): string {
  const { argument } = command;
  return [
    `${style.bold(`pipe ${entry.name}`)}: ${entry.summary}.`,
    ...(command.details === undefined ? [] : ['', ...wrapped(command.details)]),
    '',
    `${style.bold('Usage:')} ${usage(entry.name, command)}`,
    ...(argument
      ? ['', ...indented(alignColumns([[style.accent(argument.name), argumentHelp(argument)]]))]
      : []),
    '',
    style.bold('Options:'),
    ...indented(optionLines([...command.options, helpOption], style)),
    '',
    style.bold(command.examples.length === 1 ? 'Example:' : 'Examples:'),
    ...indented(alignColumns(command.examples.map(({ line, does }) => [style.accent(line), does]))),
    '',
  ].join('\n');
}

export function usage(name: string, command: Command): string {
  const { argument } = command;
  const words = ['pipe', name];
  if (command.options.length > 0) words.push('[OPTION…]');
  if (argument) {
    const written = argument.max > 1 ? `${argument.name}…` : argument.name;
    words.push(argument.usage ?? (argument.min === 0 ? `[${written}]` : written));
  }
  return words.join(' ');
}

/** `-j, --jobs N`. */
export function optionSynopsis(option: OptionSpec): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  const value = option.value === undefined ? '' : ` ${option.value}`;
  return `${short}--${option.name}${value}`;
}

export function optionHelp(option: OptionSpec): string {
  const choices = option.choices ? `: ${option.choices.join(', ')}` : '';
  return `${option.help}${choices}${option.repeatable ? ' (may be repeated)' : ''}`;
}

export function argumentHelp(argument: NonNullable<Command['argument']>): string {
  return argument.help + (argument.choices ? `: ${argument.choices.join(', ')}` : '');
}

function optionLines(options: readonly OptionSpec[], style: Style): string[] {
  return alignColumns(
    options.map((option) => [
      style.accent(option.short === undefined ? `    ${optionSynopsis(option)}` : optionSynopsis(option)),
      optionHelp(option),
    ]),
  );
}

/** Lines of at most 90 characters; a line that is indented is kept as it is. */
function wrapped(text: string): string[] {
  return text.split('\n').flatMap((paragraph) => {
    if (paragraph.startsWith(' ')) return [paragraph];
    const lines: string[] = [];
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1);
      if (last === undefined || last.length + 1 + word.length > 90) lines.push(word);
      else lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines;
  });
}

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
