// What a session tells of processes, and how they are controlled. Types only; knows no implementation.
import type { JsonObject } from '../../model/json.ts';
import type { Result } from '../../base/result.ts';
import type { JobName } from '../../model/job.ts';
import type { ControlReply, ControlRequest } from '../../model/process-control.ts';
import type { ProcessNews } from '../../model/process-news.ts';
import type { Reason } from '../../model/reason.ts';
import type { RunRow } from '../../store/rows.ts';
import type { RequestFault } from '../members/member-types.ts';

export type ProcessState = RunRow['state'];

/** One process: an attempt of a job, or a child of one. Times are milliseconds since 1970. */
export interface ProcessSummary {
  readonly id: string;
  readonly parent: string | null;
  readonly job: JobName;
  readonly attempt: number;
  readonly state: ProcessState;
  readonly paused: boolean;
  /** A builder runs it now. One that has not ended and is not live was left behind, and goes on with its job. */
  readonly live: boolean;
  readonly successful: boolean;
  readonly startedAt: number;
  readonly changedAt: number;
  /** 0 while it has not ended. */
  readonly endedAt: number;
  /** Where it is in its steps. */
  readonly position?: string;
  /** Why it failed, or what it was told, in plain words. */
  readonly status?: string;
  /** Path relative to the pipeline's folder. */
  readonly log?: string;
}

export interface ProcessFilter {
  readonly targets: readonly string[];
  /** None means all that have not ended, or with `ended` all. */
  readonly states: readonly ProcessState[];
  readonly ended: boolean;
  readonly failed: boolean;
  /** Began at least, or at most, that long ago. */
  readonly olderThanMs?: number | undefined;
  readonly newerThanMs?: number | undefined;
  /** The newest so many. */
  readonly limit: number;
}

export interface ProcessListing {
  /** Newest first. */
  readonly processes: readonly ProcessSummary[];
  /** Targets whose jobs are not started, with why. */
  readonly held: readonly { readonly target: string; readonly message: string }[];
  /** The builder that runs here, if any. */
  readonly builder?: { readonly pid: number; readonly serves: 'watch' | 'build' };
}

export interface ProcessMove {
  readonly epoch: number;
  readonly state: ProcessState;
  readonly at: number;
  readonly detail: string;
}

export interface ProcessDetail extends ProcessSummary {
  readonly reason: Reason;
  readonly transitions: readonly ProcessMove[];
  /** Of a success: the members that it read and made, by link. */
  readonly inputs: readonly { readonly link: string; readonly keys: readonly string[] }[];
  readonly outputs: readonly { readonly link: string; readonly key: string; readonly path: string }[];
  /** What it emitted, by the names of its output ports. */
  readonly emitted?: JsonObject;
  readonly checkpoints: readonly string[];
  /** What its steps left for later ones. */
  readonly context?: unknown;
  readonly children: readonly ProcessSummary[];
}

export interface RepairReport {
  /** Process groups that still ran and were ended; with `dryRun` none are looked for. */
  readonly groups: number;
  /** Processes that the store took for running. */
  readonly killed: readonly { readonly id: string; readonly job: JobName }[];
  /** Those that go on from a checkpoint when their job runs. */
  readonly kept: readonly { readonly id: string; readonly job: JobName; readonly position?: string }[];
  readonly checkpoints: readonly { readonly pid: string; readonly tag: string }[];
}

export interface ProcessCommands {
  list(filter: ProcessFilter): Promise<ProcessListing>;
  /** The newest process of a job, or the one with an id; undefined if there is none. */
  show(target: string): Promise<ProcessDetail | undefined>;
  /**
   * Asks the builder that runs here, or changes the state where there is none. `onPending` hears at once what will take
   * time; the replies are final then, or pending still when `signal` is aborted.
   */
  control(
    request: ControlRequest,
    onPending: (reply: ControlReply) => void,
    signal: AbortSignal,
  ): Promise<readonly ControlReply[]>;
  /** Until `signal` is aborted, from whichever builder runs; `onBuilder` is told of each that comes. */
  follow(
    onNews: (news: ProcessNews) => void,
    onBuilder: (pid: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Ends what a dead pipe left behind. Refused while a builder runs. */
  repair(options: { readonly dryRun: boolean }): Promise<Result<RepairReport, RequestFault>>;
}
