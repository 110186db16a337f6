// Parses what follows `pipe COMMAND` by the options of the command. Knows no particular command and prints nothing.
import type { ArgumentSpec, OptionSpec } from './option-spec.ts';
import type { Result } from '../engine/index.ts';
import { closest } from './suggest.ts';
import { parseDuration } from './wording/duration.ts';

/** A call that is wrong: a sentence without a full stop, and what was perhaps meant. */
export interface UsageFault {
  readonly message: string;
  readonly hint?: string;
}

/** The parsed options and arguments of one call. Asking for an option that the command does not have is a bug. */
export class Arguments {
  readonly positionals: readonly string[];
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>, positionals: readonly string[]) {
    this.#values = values;
    this.positionals = positionals;
  }

  flag(name: string): boolean {
    return this.all(name).length > 0;
  }
  /** The last one given. */
  value(name: string): string | undefined {
    return this.all(name).at(-1);
  }
  count(name: string): number | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : Number(value);
  }
  all(name: string): readonly string[] {
    const values = this.#values.get(name);
    if (values === undefined) throw new Error(`this command has no option --${name}`);
    return values;
  }
}

export function parseArguments(
  argv: readonly string[],
  options: readonly OptionSpec[],
  argument?: ArgumentSpec,
): Result<Arguments, UsageFault> {
  const values = new Map<string, string[]>(options.map((option) => [option.name, []]));
  const positionals: string[] = [];
  const queue = [...argv];
  for (let token = queue.shift(); token !== undefined; token = queue.shift()) {
    if (token === '--') {
      positionals.push(...queue);
      break;
    }
    if (token === '-' || !token.startsWith('-')) {
      positionals.push(token);
      continue;
    }
    const fault = token.startsWith('--')
      ? takeLong(token, queue, options, values)
      : takeShort(token, queue, options, values);
    if (fault) return { ok: false, error: fault };
  }
  const fault = positionalFault(positionals, argument);
  return fault ? { ok: false, error: fault } : { ok: true, value: new Arguments(values, positionals) };
}

type Values = Map<string, string[]>;

function takeLong(
  token: string,
  queue: string[],
  options: readonly OptionSpec[],
  values: Values,
): UsageFault | undefined {
  const equals = token.indexOf('=');
  const name = token.slice(2, equals < 0 ? undefined : equals);
  const option = options.find((candidate) => candidate.name === name);
  if (!option) return unknownOption(`--${name}`, options);
  if (equals >= 0) {
    if (option.value === undefined) return { message: `--${name} takes no value` };
    return store(option, `--${name}`, token.slice(equals + 1), values);
  }
  if (option.value === undefined) return store(option, `--${name}`, '', values);
  return store(option, `--${name}`, nextValue(queue), values);
}

/** A cluster such as `-kn`; the first option with a value takes the rest (`-j4`) or the next token (`-j 4`). */
function takeShort(
  token: string,
  queue: string[],
  options: readonly OptionSpec[],
  values: Values,
): UsageFault | undefined {
  for (let index = 1; index < token.length; index++) {
    const letter = token[index]!;
    const option = options.find((candidate) => candidate.short === letter);
    if (!option) return unknownOption(`-${letter}`, options);
    if (option.value !== undefined) {
      const rest = token.slice(index + 1);
      return store(option, `-${letter}`, rest === '' ? nextValue(queue) : rest, values);
    }
    const fault = store(option, `-${letter}`, '', values);
    if (fault) return fault;
  }
  return undefined;
}

/** A token that looks like an option is none: the value was forgotten. `--name=-x` gives such a value all the same. */
function nextValue(queue: string[]): string | undefined {
  return queue[0] === undefined || /^-./.test(queue[0]) ? undefined : queue.shift();
}

function store(
  option: OptionSpec,
  written: string,
  value: string | undefined,
  values: Values,
): UsageFault | undefined {
  if (value === undefined) return { message: `${written} needs a value: ${written} ${option.value}` };
  if (option.value !== undefined) {
    const fault = valueFault(option, written, value);
    if (fault) return fault;
  }
  values.get(option.name)!.push(value);
  return undefined;
}

function valueFault(option: OptionSpec, written: string, value: string): UsageFault | undefined {
  if (option.choices && !option.choices.includes(value))
    return choiceFault(`${written} ${option.value}`, value, option.choices);
  if (value === '') return { message: `${written} needs a value that is not empty` };
  if (option.kind === 'count' && !/^[1-9]\d{0,5}$/.test(value)) {
    return { message: `${written} needs a whole number of at least 1, not "${value}"` };
  }
  if (option.kind === 'duration' && parseDuration(value) === undefined) {
    return { message: `${written} needs a time such as 10m or 1h30m, not "${value}"` };
  }
  if (option.kind === 'assignment' && !/^[^=]+=/.test(value)) {
    return { message: `${written} needs ${option.value}, not "${value}"` };
  }
  return undefined;
}

function positionalFault(
  positionals: readonly string[],
  argument: ArgumentSpec | undefined,
): UsageFault | undefined {
  const max = argument?.max ?? 0;
  if (positionals.length > max) {
    const extra = positionals[max];
    return {
      message:
        max === 0
          ? `this command takes no argument, but got "${extra}"`
          : `one argument too many: "${extra}"`,
    };
  }
  if (!argument) return undefined;
  if (positionals.length < argument.min) return { message: `${argument.name} is missing: ${argument.help}` };
  if (!argument.choices) return undefined;
  for (const positional of positionals) {
    if (!argument.choices.includes(positional))
      return choiceFault(argument.name, positional, argument.choices);
  }
  return undefined;
}

function choiceFault(what: string, given: string, choices: readonly string[]): UsageFault {
  const near = closest(given, choices);
  return {
    message: `${what} is one of ${choices.join(', ')}, not "${given}"`,
    ...(near === undefined ? {} : { hint: `did you mean ${near}?` }),
  };
}

/** A single letter is near every other one, so only long names are suggested. */
function unknownOption(written: string, options: readonly OptionSpec[]): UsageFault {
  const names = options.map((option) => `--${option.name}`);
  const near = written.startsWith('--') ? closest(written, names) : undefined;
  return {
    message: `unknown option ${written}`,
    ...(near === undefined ? {} : { hint: `did you mean ${near}?` }),
  };
}
