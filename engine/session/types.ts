// What a session offers to a command line or another program. Types only; knows no implementation.
import type { Glance } from '../idle/glance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { BuildSummary, TaskCounts } from '../model/event.ts';
import type { JobName } from '../model/job.ts';
import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import type { Reason, Verdict } from '../model/reason.ts';
import type { Result } from '../base/result.ts';
import type { BuildOptions, Progress } from '../schedule/options.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { MemberCommands } from './members/member-types.ts';
import type { PlanPorts, PlanRequest } from './plan-ahead.ts';
import type { ProcessCommands } from './processes/process-types.ts';
import type { WatchOptions } from './watching/watch-types.ts';

export type { WatchControl, WatchOptions } from './watching/watch-types.ts';

export type { BuildOptions, Progress } from '../schedule/options.ts';

export interface OpenOptions {
  /** Absolute folder that `file` is relative to and where `pipeline.yaml` is looked for (no ancestor is). */
  readonly cwd: string;
  /** The pipeline file; `pipeline.yaml` by default. */
  readonly file?: string;
  /** Values of `--param NAME=VALUE`, as text. */
  readonly params?: Readonly<Record<string, string>>;
  /** The environment that declared variables are read from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Of the program, so that what one version keeps to be quick is not taken up by another; without it nothing is kept. */
  readonly version?: string;
  /** What a look at the last snapshot found just now: the first build goes on from there. */
  readonly glance?: Glance;
}

export interface WhyReport {
  readonly job: JobName;
  /** Today's decision. */
  readonly today: Verdict;
  /** Every difference found today, in the fixed order; empty when up to date. */
  readonly reasons: readonly Reason[];
  /** Of a job in steps that was interrupted: the process that goes on, and the place in its steps. */
  readonly goesOn?: { readonly id: string; readonly position: string };
  /** It runs now in the builder that is at work here: since when, milliseconds since 1970. */
  readonly runningSince?: number;
  /** The last run that ended, if any is remembered. */
  readonly last?: {
    readonly outcome: string;
    readonly startedAt: number;
    readonly durationMs: number;
    readonly reason: Reason;
    readonly log?: string;
  };
}

/** `running` and `waiting` are what the builder does that is at work here; 0 if there is none. */
export interface TaskStatus extends TaskCounts {
  /** Jobs that would run if built now; those that run now are among them. */
  readonly outdated: number;
  /** By key, at most 100. */
  readonly lastFailed: readonly { readonly job: JobName; readonly message: string; readonly log?: string }[];
}

export interface StatusReport {
  readonly pipeline: string;
  readonly tasks: readonly TaskStatus[];
  /** Files in owned repositories that pipe did not make, relative paths (at most 1000). */
  readonly strays: readonly string[];
}

export interface CleanReport {
  /** Relative paths that were (or with dryRun would be) removed. */
  readonly removed: readonly string[];
  /** Made by pipe, but changed by hand since: kept. */
  readonly kept: readonly string[];
}

export interface RunLog {
  readonly job: JobName;
  readonly outcome: string;
  readonly startedAt: number;
  readonly durationMs: number;
  /** Relative path; absent when the job wrote nothing. */
  readonly path?: string;
  readonly text: string;
  /** What it emitted, by the names of its output ports. */
  readonly outputs?: JsonObject;
}

export interface LaunchRequest extends Pick<BuildOptions, 'onEvent' | 'stop' | 'kill'> {
  readonly task: string;
  readonly key: string;
  /** Although it is up to date, and past links that only gate it. */
  readonly force: boolean;
  /** Without, it is not remembered as a success, and its status links are not written: the next build runs it. */
  readonly record: boolean;
}

export interface LaunchReport {
  /** `launched`: it is on its way, in a watch. */
  readonly outcome: BuildSummary['outcome'] | 'up-to-date' | 'not-ready' | 'no-job' | 'launched';
  /** The process of the watch that did it, if one did. */
  readonly builder?: number;
  /** `not-ready`: what is missing. */
  readonly detail?: string;
  readonly summary: BuildSummary;
}

/** The calls that only look and that a watch answers too, the same way. */
export interface Looks {
  /** `target` is `task/key`, `task`, a glob of them, or an output path; a fault says what there is instead. */
  why(target: string): Promise<Result<readonly WhyReport[], Diagnostic>>;
  status(): Promise<StatusReport>;
  /** What a build would do, told event by event. */
  dryRun(request: PlanRequest & PlanPorts): Promise<BuildSummary>;
  readonly members: Pick<MemberCommands, 'trace' | 'links'>;
}

export interface Session extends Looks, AsyncDisposable {
  readonly plan: Plan;
  /** Absolute folder of what pipe keeps for itself. */
  readonly stateFolder: string;
  /** What looks into repositories, and changes single members. */
  readonly members: MemberCommands;
  /** What looks at the processes of jobs, and controls them. */
  readonly processes: ProcessCommands;
  /** Runs one job alone; what others made stands as it is. A watch that runs here does it instead, by its own rules. */
  launch(request: LaunchRequest): Promise<LaunchReport>;
  /** Has a watch that runs here see to it without waiting for the job's end; undefined if none runs. */
  launchInWatch(request: LaunchRequest): Promise<LaunchReport | undefined>;
  build(options: BuildOptions): Promise<BuildSummary>;
  /** Keeps everything up to date until it is stopped; what the last round came to, or why it could not go on. */
  watch(options: WatchOptions): Promise<Result<BuildSummary, BuildFailure>>;
  progress(): Progress;
  /** The newest logs of the jobs that match; with `failedOnly` those whose last run failed. */
  logs(
    targets: readonly string[],
    options: { readonly failedOnly: boolean },
  ): Promise<Result<readonly RunLog[], Diagnostic>>;
  /** Removes what pipe made and only that: all, or of the targets, or of tasks that the pipeline no longer has. */
  clean(options: {
    readonly targets: readonly string[];
    readonly dryRun: boolean;
    readonly orphans: boolean;
    /** Told for whom it waits, when another pipe is at work here. */
    readonly onWait: (holder: string) => void;
    /** Ends the waiting. */
    readonly stop: AbortSignal;
  }): Promise<Result<CleanReport, Diagnostic>>;
  close(): Promise<void>;
}
