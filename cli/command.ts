// What a command is: the options that parsing, help, completion and docs/commands.md are made from, and what it does.
// Knows no particular command.
import type { Arguments } from './arguments.ts';
import type { Engine } from './engine.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import type { ArgumentSpec, OptionSpec } from './option-spec.ts';
import type { Looked } from './quick.ts';
import type { Style } from './style.ts';

export interface Command {
  readonly argument?: ArgumentSpec;
  readonly options: readonly OptionSpec[];
  /** Paragraphs after the summary. */
  readonly details?: string;
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  run(call: Call): Promise<ExitCode>;
}

/** One line of the table of commands. The command itself is loaded when it is called. */
export interface CommandEntry {
  readonly name: string;
  /** One sentence without a full stop. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** One call of a command. */
export interface Call {
  readonly io: Io;
  readonly args: Arguments;
  /** The working directory after `-C`, absolute. */
  readonly cwd: string;
  readonly engine: () => Promise<Engine>;
  readonly commands: readonly CommandEntry[];
  /** What `quick.ts` has found out by now: that there is something to do, perhaps where, or what a watch that it asked answers. */
  readonly looked: Looked;
  /** Colours of standard output and of standard error. */
  readonly style: Style;
  readonly errorStyle: Style;
}
