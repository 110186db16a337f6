// What a build is told and what it shows while it runs. Types only.
import type { EventSink, TaskCounts } from '../model/event.ts';
import type { JobName } from '../model/job.ts';

export interface BuildOptions {
  /** `task`, `task/key`, globs of them, or output paths; none means all default tasks. */
  readonly targets: readonly string[];
  /** Only these tasks run; what the others made stands as it is. Names or globs; none means all. */
  readonly only?: readonly string[] | undefined;
  /** These tasks do not run; what they made stands as it is. */
  readonly except?: readonly string[] | undefined;
  /** How many jobs may run at once. */
  readonly slots: number;
  /** After a failure: start nothing more, go on with what does not depend on it, or kill what runs. */
  readonly onFailure: 'stop' | 'keep-going' | 'fail-fast';
  readonly dryRun: boolean;
  /** Run every job in the targets, whatever its record says. */
  readonly force: boolean;
  /** Let a source root that had members and is now missing or empty count as empty. */
  readonly acceptEmpty?: boolean;
  /** A watch: the build stays, and is patient with inputs that someone is writing. */
  readonly stays?: boolean;
  /** Called when nothing is left to do, while long-running jobs go on. */
  readonly onSettled?: () => void;
  /** Starts only what is ready at the start; what becomes ready through that waits for the next build. */
  readonly launchOnly?: boolean;
  /** Each job is tried once, whatever its `retry:` says. */
  readonly noRetry?: boolean;
  /** Removes nothing: neither what keys that are gone had, nor members that are kept only while they are needed. */
  readonly keepAll?: boolean;
  readonly onEvent: EventSink;
  /** Aborted by the first Ctrl-C: nothing more is started, running jobs end. */
  readonly stop: AbortSignal;
  /** Aborted by the second, SIGTERM or SIGHUP: running jobs are killed. */
  readonly kill: AbortSignal;
}

/** A cheap look at a running build, for redrawing. */
export interface Progress {
  readonly tasks: readonly TaskCounts[];
  readonly running: readonly { readonly job: JobName; readonly since: number }[];
}
