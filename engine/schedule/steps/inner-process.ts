// A process inside a job, as it is asked from afar: a recipe that a step launched, or a process of a user's class. Types only.
import type { ProcessRecord } from '../../process/machine.ts';

export type InnerIntent = 'pause' | 'play' | 'kill';

export interface InnerAnswer {
  readonly value: boolean;
  /** For people, after the name of the process: `is paused`. */
  readonly message: string;
  /** Set while it is not the last word; resolves with that. */
  readonly outcome?: Promise<InnerAnswer>;
}

export interface InnerProcess {
  readonly pid: string;
  readonly record: Pick<ProcessRecord, 'state' | 'paused' | 'status'>;
  ask(intent: InnerIntent, message: string, force: boolean): InnerAnswer;
}
