// The completion script for bash. Knows no command.
import type { OptionSpec } from '../option-spec.ts';
import { type CompletionWords, spellings } from './words.ts';

export function bashCompletion({ first, commands, leading }: CompletionWords): string {
  const names = first.map(({ name }) => name).join(' ');
  const groups = first.filter(({ second }) => second);
  const all = [...leading, ...commands.flatMap(({ options }) => options)];
  return `# bash completion for pipe; load it with: source <(pipe completion bash)
_pipe() {
  local cur prev command='' word i
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      ${valuePattern(leading)}) ((i++)) ;;
      -*) ;;
      *) command=\${command:+$command }$word; case $command in ${groups.map(({ name }) => name).join('|') || "''"}) ;; *) break ;; esac ;;
    esac
  done
  case $command:$prev in
${commands.flatMap(({ name, options }) => options.flatMap((option) => choiceCase(name, option))).join('\n')}
  esac
  case $prev in
    ${pattern(all, 'file')}) _pipe_paths -f; return ;;
    ${pattern(all, 'directory')}) _pipe_paths -d; return ;;
    ${valuePattern(all.filter(({ kind, choices }) => kind !== 'file' && kind !== 'directory' && !choices))}) return ;;
  esac
  case $command in
    '') COMPREPLY=($(compgen -W '${names} help ${optionWords(leading)}' -- "$cur")) ;;
    help) COMPREPLY=($(compgen -W '${names}' -- "$cur")) ;;
${groups.map(({ name, second }) => `    ${name}) COMPREPLY=($(compgen -W '${second!.join(' ')}' -- "$cur")) ;;\n`).join('')}${commands.map(({ name, options, argument }) => commandCase(name, options, argument)).join('\n')}
  esac
}
# Paths may hold blanks. The bash of macOS has no compopt and no mapfile.
_pipe_paths() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$cur"))
}
complete -F _pipe pipe
`;
}

function choiceCase(command: string, option: OptionSpec): string[] {
  if (!option.choices) return [];
  const cases = spellings(option).map((spelling) => `'${command}':${spelling}`);
  return [
    `    ${cases.join('|')}) COMPREPLY=($(compgen -W '${option.choices.join(' ')}' -- "$cur")); return ;;`,
  ];
}

function commandCase(
  name: string,
  options: readonly OptionSpec[],
  argument: CompletionWords['commands'][number]['argument'],
): string {
  const words = `COMPREPLY=($(compgen -W '${optionWords(options)}' -- "$cur"))`;
  if (!argument) return `    '${name}') ${words} ;;`;
  const positional = argument.choices
    ? `COMPREPLY=($(compgen -W '${argument.choices.join(' ')}' -- "$cur"))`
    : `_pipe_paths ${argument.kind === 'directory' ? '-d' : '-f'}`;
  return `    '${name}') if [[ $cur == -* ]]; then ${words}; else ${positional}; fi ;;`;
}

const optionWords = (options: readonly OptionSpec[]) => options.flatMap(spellings).join(' ');

function pattern(options: readonly OptionSpec[], kind: OptionSpec['kind']): string {
  return valuePattern(options.filter((option) => option.kind === kind));
}

function valuePattern(options: readonly OptionSpec[]): string {
  return [...new Set(options.filter(({ value }) => value !== undefined).flatMap(spellings))].join('|');
}
