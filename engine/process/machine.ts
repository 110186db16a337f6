// The states of a process, the arrows between them and the one gate that moves a record along an arrow. Pure: knows
// nothing of hooks, stores, executors or who asks. Cheap enough for every job attempt (about 1 µs, one object a move).
import { err, ok, type Result } from '../base/result.ts';
import type { FailureData } from './failure-data.ts';

export type ProcessState = 'created' | 'running' | 'waiting' | 'finished' | 'excepted' | 'killed';

/** Where a process stands, with the data of that state only. */
export type Phase = Created | Running | Waiting | Finished | Excepted | Killed;

export interface Created {
  readonly state: 'created';
}
export interface Running {
  readonly state: 'running';
  /** Name of the method that runs, for in-process processes; null where a job's command runs. */
  readonly step: string | null;
  readonly args: readonly unknown[];
}
export interface Waiting {
  readonly state: 'waiting';
  readonly message: string | null;
  readonly data: unknown;
  /** Name of the method that a resume runs. */
  readonly next: string | null;
  /** The arguments of the resume that has come (none, or one value); null until then. */
  readonly resumed: readonly unknown[] | null;
}
export interface Finished {
  readonly state: 'finished';
  readonly successful: boolean;
  readonly result: unknown;
  /** What the exit meant, where it has a number or a name; see exit-codes.ts. */
  readonly exit: {
    readonly status: number;
    readonly label: string | null;
    readonly message: string | null;
  } | null;
}
export interface Excepted {
  readonly state: 'excepted';
  readonly failure: FailureData;
}
export interface Killed {
  readonly state: 'killed';
  readonly message: string;
  readonly forced: boolean;
  /** The error of the step that the kill overtook, which would be lost otherwise. */
  readonly overtaken: FailureData | null;
}

/** A control request that takes effect when the step that runs now has ended. There is one at most; kill beats pause. */
export type Wish =
  | { readonly kind: 'pause'; readonly message: string | null }
  | { readonly kind: 'kill'; readonly message: string };

/** What is the same in every state. Times are milliseconds since 1970. */
export interface ProcessHead {
  readonly pid: string;
  /** Moves made so far: 0 for a created process. A step's outcome counts only in the epoch in which it began. */
  readonly epoch: number;
  /** A flag, not a state. Never set in a terminal state. */
  readonly paused: boolean;
  readonly wish: Wish | null;
  /** Free text for people. */
  readonly status: string | null;
  /** The status to go back to when a pause ends. */
  readonly savedStatus: string | null;
  readonly createdAt: number;
  readonly changedAt: number;
}

export type ProcessRecord = ProcessHead & Phase;

/**
 * The arrows. `none` is before the first state; the last three states are terminal, nothing leaves them.
 *
 *     none     ──▶ created
 *     created  ──▶ running excepted killed
 *     running  ──▶ running waiting finished excepted killed
 *     waiting  ──▶ running waiting finished excepted killed
 *     finished ──▶
 *     excepted ──▶
 *     killed   ──▶
 *
 * `running ──▶ running` is each further step. A move whose hooks fail has not been made: another one, to excepted,
 * takes its place from the state before (same epoch). Source: plumpy 0.26, less its defects.
 */
export const ARROWS: Readonly<Record<ProcessState, readonly ProcessState[]>> = {
  created: ['running', 'excepted', 'killed'],
  running: ['running', 'waiting', 'finished', 'excepted', 'killed'],
  waiting: ['running', 'waiting', 'finished', 'excepted', 'killed'],
  finished: [],
  excepted: [],
  killed: [],
};

export interface IllegalTransition {
  readonly code: 'illegal-transition';
  readonly from: ProcessState;
  readonly to: ProcessState;
  readonly message: string;
}

/**
 * The gate: the record after the move to `phase`, or why there is no such arrow. Entering a terminal state ends a pause
 * and drops a pending wish; being killed shows the kill's message as the status.
 */
export function transition(
  record: ProcessRecord,
  phase: Phase,
  now: number = record.changedAt,
): Result<ProcessRecord, IllegalTransition> {
  if (!ARROWS[record.state].includes(phase.state)) return err(illegal(record.state, phase.state));
  const ends = isTerminal(phase.state);
  const unpaused = ends && record.paused;
  const status = phase.state === 'killed' ? phase.message : unpaused ? record.savedStatus : record.status;
  return ok({
    pid: record.pid,
    epoch: record.epoch + 1,
    paused: record.paused && !ends,
    wish: ends ? null : record.wish,
    status,
    savedStatus: ends ? null : record.savedStatus,
    createdAt: record.createdAt,
    changedAt: now,
    ...phase,
  });
}

/** The record of a process that has just been created, the only first state. */
export function created(pid: string, now: number): ProcessRecord {
  return {
    pid,
    epoch: 0,
    paused: false,
    wish: null,
    status: null,
    savedStatus: null,
    createdAt: now,
    changedAt: now,
    state: 'created',
  };
}

export function isTerminal(state: ProcessState): boolean {
  return state === 'finished' || state === 'excepted' || state === 'killed';
}

export function toRunning(step: string | null = null, args: readonly unknown[] = []): Running {
  return { state: 'running', step, args };
}

export function toWaiting(
  message: string | null = null,
  next: string | null = null,
  data: unknown = null,
): Waiting {
  return { state: 'waiting', message, data, next, resumed: null };
}

export function toFinished(
  successful: boolean,
  result: unknown = null,
  exit: Finished['exit'] = null,
): Finished {
  return { state: 'finished', successful, result, exit };
}

export function toExcepted(failure: FailureData): Excepted {
  return { state: 'excepted', failure };
}

export function toKilled(message = '', forced = false, overtaken: FailureData | null = null): Killed {
  return { state: 'killed', message, forced, overtaken };
}

function illegal(from: ProcessState, to: ProcessState): IllegalTransition {
  return { code: 'illegal-transition', from, to, message: `Cannot transition from ${from} to ${to}` };
}
