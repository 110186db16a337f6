// What a command is: the options that parsing, help, completion and docs/commands.md are made from, and what it does.
// Knows no particular command.
import type { Arguments } from './arguments.ts';
import type { Engine } from './engine.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import type { Style } from './style.ts';

export interface OptionSpec {
  /** Without dashes. */
  readonly name: string;
  readonly short?: string;
  /** Name of its value in help texts; without one it is a flag. */
  readonly value?: string;
  readonly help: string;
  readonly repeatable?: boolean;
  readonly choices?: readonly string[];
  /** `count`: a whole number of at least 1. `assignment`: `NAME=VALUE`. `file` and `directory` steer completion. */
  readonly kind?: 'count' | 'assignment' | 'file' | 'directory';
}

export interface ArgumentSpec {
  readonly name: string;
  readonly help: string;
  readonly min: number;
  readonly max: number;
  readonly choices?: readonly string[];
  readonly kind?: 'directory' | 'target';
}

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
  /** Colours of standard output and of standard error. */
  readonly style: Style;
  readonly errorStyle: Style;
}
