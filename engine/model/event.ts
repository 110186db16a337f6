// Everything that the engine says while it works; the CLI and every report are built from it. Knows no terminal.
import type { Diagnostic } from './diagnostic.ts';
import type { NamedExit } from './exit-code.ts';
import type { BuildFailure, JobFailure } from './failure.ts';
import type { JobName } from './job.ts';
import type { Reason } from './reason.ts';

/** How many jobs of a task are in which state; `total` is the number known so far. */
export interface TaskCounts {
  readonly task: string;
  readonly total: number;
  readonly upToDate: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly blocked: number;
  readonly notReady: number;
  readonly running: number;
  readonly waiting: number;
}

export type JobOutcome = 'succeeded' | 'failed' | 'killed' | 'retry' | 'dropped';

/** Times are milliseconds since 1970; durations milliseconds. */
export type EngineEvent =
  | {
      readonly type: 'build-start';
      readonly time: number;
      readonly pipeline: string;
      readonly targets: readonly string[];
      readonly dryRun: boolean;
      readonly slots: number;
    }
  | { readonly type: 'waiting-for-lock'; readonly time: number; readonly holder: string }
  | {
      readonly type: 'job-start';
      readonly time: number;
      readonly job: JobName;
      readonly attempt: number;
      readonly reason: Reason;
    }
  /** A running job has emitted a value for an output port. */
  | {
      readonly type: 'job-output';
      readonly time: number;
      readonly job: JobName;
      readonly attempt: number;
      /** Dotted path. */
      readonly port: string;
      readonly value: unknown;
    }
  | {
      readonly type: 'job-end';
      readonly time: number;
      readonly job: JobName;
      readonly attempt: number;
      readonly outcome: JobOutcome;
      readonly durationMs: number;
      /** Whether any output's content differs from what was there before. */
      readonly changed: boolean;
      /** Of a success with another status than 0. */
      readonly exit?: NamedExit;
      /** What the job emitted, as far as it was valid. */
      readonly outputs?: Readonly<Record<string, unknown>>;
      readonly failure?: JobFailure;
      /** Path of the log relative to the pipeline's folder, if the job wrote anything. */
      readonly log?: string;
    }
  /** A further process of a running job; one that `yielded` made room for another job. */
  | {
      readonly type: 'replica';
      readonly time: number;
      readonly job: JobName;
      readonly replica: number;
      readonly what: 'started' | 'ended' | 'failed' | 'yielded';
    }
  /** Dry run only: a job that would run; `certain` is false where early cut-off may spare it. */
  | {
      readonly type: 'job-planned';
      readonly time: number;
      readonly job: JobName;
      readonly reasons: readonly Reason[];
      readonly certain: boolean;
    }
  | {
      readonly type: 'pruned';
      readonly time: number;
      readonly job: JobName;
      readonly paths: readonly string[];
    }
  | {
      readonly type: 'warning';
      readonly time: number;
      readonly code: string;
      readonly message: string;
      readonly job?: JobName;
    }
  /** What a watch does between its builds; `schemas/event.schema.json` says what each means. */
  | {
      readonly type: 'watch';
      readonly time: number;
      readonly what: 'watching' | 'idle' | 'reloaded' | 'kept' | 'mended' | 'scanned' | 'paused' | 'resumed';
      readonly detail: string;
    }
  /** A service was started, is ready, or ended; `durationMs` counts from its start. */
  | {
      readonly type: 'service';
      readonly time: number;
      readonly job: JobName;
      readonly what: 'starting' | 'ready' | 'failed' | 'stopped';
      readonly detail: string;
      readonly durationMs: number;
      readonly log: string;
    }
  | { readonly type: 'diagnostic'; readonly time: number; readonly diagnostic: Diagnostic }
  | { readonly type: 'task-end'; readonly time: number; readonly counts: TaskCounts }
  | { readonly type: 'build-end'; readonly time: number; readonly summary: BuildSummary };

export interface FailedJob {
  readonly job: JobName;
  readonly failure: JobFailure;
  readonly log?: string;
  /** How many jobs could not run because of it. */
  readonly blocks: number;
  /** Its task is `failure_ok`: the build did not fail for it. */
  readonly tolerated?: boolean;
}

export interface BuildSummary {
  readonly outcome: 'done' | 'failed' | 'interrupted' | 'refused';
  readonly durationMs: number;
  readonly tasks: readonly TaskCounts[];
  readonly failures: readonly FailedJob[];
  /** Jobs that lack a joined member, a field or a required unit input, with what is missing (at most 100 of them). */
  readonly notReady: readonly { readonly job: JobName; readonly link: string; readonly detail: string }[];
  readonly pruned: number;
  readonly warnings: number;
  /** With outcome `refused`: why the build could not start. */
  readonly refusal?: BuildFailure;
}

export type EventSink = (event: EngineEvent) => void;
