// What a step may return besides a plain value: commands, as tagged data. Knows nothing of how they are carried out.
import type { ExitCode } from './exit-codes.ts';
import type { Finished } from './machine.ts';

/** Shared by all copies of this module in one program, so that a user's module and the engine agree. */
export const COMMAND: unique symbol = Symbol.for('pipe.process.command') as never;

/** A method of the process's class, or its name. Only names are stored. */
export type StepRef = string | ((...args: never[]) => unknown);

export type Command =
  | { readonly [COMMAND]: 'continue'; readonly step: StepRef; readonly args: readonly unknown[] }
  | {
      readonly [COMMAND]: 'wait';
      readonly next: StepRef | null;
      readonly message: string | null;
      readonly data: unknown;
    }
  | { readonly [COMMAND]: 'stop'; readonly result: unknown; readonly successful: boolean }
  | { readonly [COMMAND]: 'unsuccessful'; readonly result: unknown; readonly exit: Finished['exit'] }
  | { readonly [COMMAND]: 'kill'; readonly message: string; readonly forced: boolean };

/** Run `step` next, with these arguments, all of which are stored. */
export function continueWith(step: StepRef, ...args: readonly unknown[]): Command {
  return { [COMMAND]: 'continue', step, args };
}

/** Wait until someone resumes the process; then run `next`, with the value of the resume if it had one. */
export function waitFor(
  next: StepRef | null = null,
  options: { readonly message?: string; readonly data?: unknown } = {},
): Command {
  return { [COMMAND]: 'wait', next, message: options.message ?? null, data: options.data ?? null };
}

/** End here. */
export function stop(result: unknown = null, successful = true): Command {
  return { [COMMAND]: 'stop', result, successful };
}

/** End here without success; outputs are not checked. An exit code gives the result its status and message. */
export function unsuccessful(result: unknown = null, exit: Finished['exit'] = null): Command {
  return { [COMMAND]: 'unsuccessful', result, exit };
}

/** End with a named exit code: with success where its status is 0 or it is ignored. */
export function exitWith(code: ExitCode): Command {
  if (code.status === 0 || code.ignore) return { [COMMAND]: 'stop', result: code.status, successful: true };
  const { status, label, message } = code;
  return unsuccessful(status, { status, label, message });
}

export function kill(message = '', forced = false): Command {
  return { [COMMAND]: 'kill', message, forced };
}

/** Whether it was made by a function of this file (or one of a later version, whose kind may be unknown). */
export function isCommand(value: unknown): value is Command {
  return value !== null && typeof value === 'object' && COMMAND in value;
}

/** Thrown by a step: pause here, and run this step again from its start on play. */
export class PauseInterruption extends Error {
  constructor(message = '') {
    super(message);
    this.name = 'PauseInterruption';
  }
}

/** Thrown by a step: kill this process. */
export class KillInterruption extends Error {
  constructor(message = '') {
    super(message);
    this.name = 'KillInterruption';
  }
}
