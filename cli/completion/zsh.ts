// The completion script for zsh. Knows no command.
import type { ArgumentSpec, OptionSpec } from '../option-spec.ts';
import { type CompletionWords, spellings } from './words.ts';

export function zshCompletion({ first, commands, leading }: CompletionWords): string {
  return `#compdef pipe
# zsh completion for pipe; load it with: source <(pipe completion zsh), after compinit
_pipe() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C -s \\
${leading.map((option) => `    ${optionSpec(option)} \\`).join('\n')}
    '1: :->command' \\
    '*:: :->rest'
  case $state in
    command)
      local -a commands=(
${first.map(({ name, summary }) => `        ${quoted(`${name}:${summary}`)}`).join('\n')}
        'help:show how a command is used'
      )
      _describe command commands
      ;;
    rest)
      case $line[1] in
${first.map(({ name, second }) => (second ? groupCase(name, second, commands) : commandCase(commands.find((each) => each.name === name)!))).join('\n')}
      esac
      ;;
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _pipe "$@"; else compdef _pipe pipe; fi
`;
}

/** The words of `tube run` are taken off one by one. */
function groupCase(name: string, second: readonly string[], commands: CompletionWords['commands']): string {
  const cases = second.map((word) => {
    const { options, argument } = commands.find((each) => each.name === `${name} ${word}`)!;
    return commandCase({ name: word, summary: '', options, ...(argument ? { argument } : {}) });
  });
  return `        ${name})
          _arguments -C '1:command:(${second.join(' ')})' '*:: :->second'
          [[ $state == second ]] && case $line[1] in
${cases.join('\n')}
          esac
          ;;`;
}

function commandCase({ name, options, argument }: CompletionWords['commands'][number]): string {
  const specs = [...options.map(optionSpec), ...(argument ? [argumentSpec(argument)] : [])];
  return `        ${name}) _arguments -s ${specs.join(' ')} ;;`;
}

/** `'(-j --jobs)'{-j,--jobs}'[help]:N: '`. */
function optionSpec(option: OptionSpec): string {
  const names = spellings(option);
  const help = `[${escaped(option.help)}]`;
  const value = option.value === undefined ? '' : `:${escaped(option.value)}:${values(option)}`;
  const exclusive = option.repeatable ? '*' : names.length > 1 ? `(${names.join(' ')})` : '';
  if (names.length === 1) return quoted(`${exclusive}${names[0]}${help}${value}`);
  return `${quoted(exclusive)}{${names.join(',')}}${quoted(`${help}${value}`)}`;
}

function values({ choices, kind }: OptionSpec): string {
  if (choices) return `(${choices.join(' ')})`;
  if (kind === 'file') return '_files';
  return kind === 'directory' ? '_files -/' : ' ';
}

function argumentSpec({ name, max, choices, kind }: ArgumentSpec): string {
  const action = choices ? `(${choices.join(' ')})` : kind === 'directory' ? '_files -/' : '_files';
  return quoted(`${max > 1 ? '*' : '1'}:${name}:${action}`);
}

/** Brackets and colons delimit parts of a specification. */
const escaped = (text: string) => text.replaceAll(/[[\]:\\]/g, String.raw`\$&`);
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
