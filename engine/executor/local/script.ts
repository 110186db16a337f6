// The line of shell that runs one job in a slot and reports its status on descriptor 3. Knows no processes.
import { writeFileSync } from 'node:fs';
import { quoteShell } from '../../base/shell-quote.ts';
import type { Work } from '../port.ts';

/** Longer texts are read from a file: a shell takes them from its input a block at a time. */
const MAX_INLINE = 60_000;

/**
 * The subshell keeps the job's folder, exports, traps, limits and syntax errors to itself; `eval` of a quoted text
 * keeps unbalanced quotes and brackets from the slot. `base` is the environment that the slot already has.
 */
export function jobScript(work: Work, base: Readonly<Record<string, string>>, root: string): string {
  const text = bodyOf(work);
  const file = scriptFile(work);
  if (file) writeFileSync(file, text, { mode: 0o600 });
  const body = file
    ? `. ${quoteShell(file)}`
    : isSimpleCommand(text)
      ? text.trimEnd()
      : `eval ${quoteShell(text)}`;
  const folder = work.cwd === root ? '' : `cd -- ${quoteShell(work.cwd)} || exit; `;
  const input = work.stdin ? quoteShell(work.stdin) : '/dev/null';
  const log = quoteShell(work.log);
  const output = `>${work.stdout ? quoteShell(work.stdout) : log}`;
  const isJoined = work.stderr === work.stdout;
  const errors = isJoined ? '2>&1' : `2>${work.stderr ? quoteShell(work.stderr) : log}`;
  const job = `(set -eu; ${exportsOf(work.env, base)}${folder}${body}\n) <${input} ${output} ${errors} 3>&-`;
  // A kill may come before the shell has read this.
  return `case $pipe_told_to_end in '') ${job};; *) (exit 143);; esac; echo $? >&3\n`;
}

/**
 * Whether a text is one plain command: words, quoted words and redirections, nothing that could end or open anything.
 * Such a text needs no `eval`, and then the subshell becomes the command instead of forking once more for it.
 */
export function isSimpleCommand(text: string): boolean {
  return SIMPLE.test(text.trimEnd()) && !RESERVED.test(text);
}

// One character or one quoted word at a time, so that no text takes long to refuse.
const SIMPLE = /^(?:[\w./:,@%+= \t-]|'[^']*'|(?:<|>{1,2})(?=[ \t]*[\w./']))+$/;
const RESERVED =
  /^[ \t]*(?:if|then|else|elif|fi|do|done|case|esac|while|until|for|in|function|select|time|coproc)(?![\w./:,@%+=-])/;

/** The file that a long text is read from, or none for a short one. */
export function scriptFile(work: Work): string | undefined {
  return work.action.type === 'shell' && work.action.text.length > MAX_INLINE ? `${work.log}.sh` : undefined;
}

function bodyOf(work: Work): string {
  const { action } = work;
  switch (action.type) {
    case 'shell':
      return action.shell
        ? `exec ${[...action.shell, '-c', action.text].map(quoteShell).join(' ')}`
        : action.text;
    case 'exec':
      return `exec ${action.argv.map(quoteShell).join(' ')}`;
    case 'function':
    case 'tube':
      throw new Error(`the local executor runs no ${action.type}`);
    default: {
      const rest: never = action;
      throw new Error(`unknown action ${JSON.stringify(rest)}`);
    }
  }
}

function exportsOf(env: Readonly<Record<string, string>>, base: Readonly<Record<string, string>>): string {
  let text = '';
  for (const name in env) if (env[name] !== base[name]) text += ` ${name}=${quoteShell(env[name]!)}`;
  let unset = '';
  for (const name in base) if (!(name in env)) unset += ` ${name}`;
  return (text && `export${text}; `) + (unset && `unset${unset}; `);
}
