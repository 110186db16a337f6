// Turns what a step returned into the state that follows. Knows commands, ports and exit codes; runs nothing.
import { BUILT_IN_EXITS } from './exit-codes.ts';
import { toFinished, toKilled, toRunning, toWaiting, type Phase } from './machine.ts';
import { ProcessError } from './process-error.ts';
import { printPortFault, type PortFault } from '../model/port.ts';
import { COMMAND, isCommand, type Command, type StepRef } from './results.ts';

export interface OutcomeContext {
  /** The object whose methods steps are. */
  readonly target: object;
  /** The faults of the outputs as they are now. */
  outputFaults(): readonly PortFault[];
}

/** A value finishes with success, if the outputs are complete; a command does what it says. */
export function phaseOf(value: unknown, context: OutcomeContext): Phase {
  if (!isCommand(value)) return finish(value, context);
  switch (value[COMMAND]) {
    case 'continue':
      return toRunning(stepName(context.target, value.step), value.args);
    case 'wait':
      return toWaiting(
        value.message,
        value.next === null ? null : stepName(context.target, value.next),
        value.data,
      );
    case 'stop':
      return value.successful ? finish(value.result, context) : toFinished(false, value.result ?? null);
    case 'unsuccessful':
      return toFinished(false, value.result ?? null, value.exit);
    case 'kill':
      return toKilled(value.message, value.forced);
    default:
      value satisfies never;
      throw new ProcessError('unknown-command', `Unrecognised command '${(value as Command)[COMMAND]}'`);
  }
}

/** The name under which a step is stored; it must be a method of the process. */
export function stepName(target: object, ref: StepRef): string {
  const name = typeof ref === 'string' ? ref : plainName(ref.name);
  const found: unknown = (target as Record<string, unknown>)[name];
  const same = typeof ref === 'string' || found === ref || plainName(ref.name) !== ref.name;
  if (name !== '' && typeof found === 'function' && same) return name;
  throw new ProcessError(
    'unknown-step',
    `'${name || '(anonymous)'}' is no method of ${target.constructor.name}; steps are stored by name`,
  );
}

function plainName(name: string): string {
  return name.startsWith('bound ') ? name.slice('bound '.length) : name;
}

function finish(value: unknown, context: OutcomeContext): Phase {
  const faults = context.outputFaults();
  const result = value ?? null;
  const [fault] = faults;
  if (fault === undefined) return toFinished(true, result);
  const kind = faults.every((each) => each.code === 'missing-value')
    ? BUILT_IN_EXITS['MISSING_OUTPUT']
    : BUILT_IN_EXITS['INVALID_OUTPUT'];
  const message = faults.map(printPortFault).join('; ');
  return toFinished(false, result, { status: kind?.status ?? 1, label: kind?.label ?? null, message });
}
