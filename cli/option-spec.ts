// What the command line takes: options and arguments as data. Knows no command.

export interface OptionSpec {
  /** Without dashes. */
  readonly name: string;
  readonly short?: string;
  /** Name of its value in help texts; without one it is a flag. */
  readonly value?: string;
  readonly help: string;
  readonly repeatable?: boolean;
  readonly choices?: readonly string[];
  /** `count`: a whole number of at least 1. `duration`: `10m`, `1h30m`. `assignment`: `NAME=VALUE`. `file` and `directory` steer completion. */
  readonly kind?: 'count' | 'duration' | 'assignment' | 'file' | 'directory';
}

export interface ArgumentSpec {
  readonly name: string;
  /** How all of them stand in the usage line, where the name alone does not say it. */
  readonly usage?: string;
  readonly help: string;
  readonly min: number;
  readonly max: number;
  readonly choices?: readonly string[];
  readonly kind?: 'directory' | 'target';
}
