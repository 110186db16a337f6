// What an attempt of a job starts from, and how it ended. Types only.
import type { Definition } from '../../freshness/definition.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { RecordRow, RunResult } from '../../store/rows.ts';
import type { Job } from '../job.ts';
import type { StepsOwn } from '../steps/start-steps.ts';
import type { Resolution } from '../keys/resolution.ts';

export interface Attempt {
  readonly job: Job;
  readonly inputs: Extract<Resolution, { type: 'ready' }>;
  readonly definition: Definition;
  /** Number of the slot, from 0. */
  readonly slot: number;
  readonly runId: number;
  /** Of a job in steps. */
  readonly steps?: StepsOwn;
  /** Called in the transaction that writes the record. */
  readonly onCommit: (log: string, result: RunResult) => void;
  /** The running job has emitted a value for an output port. */
  readonly onOutput: (port: string, value: unknown) => void;
  readonly isClaimed: (path: string) => boolean;
  /** Its first process has been started. */
  readonly onRunning?: () => void;
}

export type AttemptEnd =
  | {
      readonly type: 'done';
      readonly record: RecordRow;
      readonly changed: boolean;
      readonly log: string;
      readonly result: RunResult;
    }
  /** With `failure_ok` a job that exits with a status keeps what it made: `record` lists it, and is of no success. */
  | {
      readonly type: 'failed';
      readonly failure: JobFailure;
      readonly log: string;
      readonly record?: RecordRow;
      readonly result?: RunResult;
      /** Inputs that lie at their places again, to be looked at again. */
      readonly moved?: readonly string[];
    }
  /** An input moved while the job ran: nothing was committed. */
  | {
      readonly type: 'unsure';
      readonly path: string;
      /** All that is known to have moved, to be looked at again before the next attempt. */
      readonly moved: readonly string[];
      readonly log: string;
      readonly restarted?: boolean;
    }
  /** A link that cancels the job got its member, which `by` names. */
  | { readonly type: 'cancelled'; readonly by: string; readonly log: string };
