// What a call that only looks works with: a dry run of some targets, and the error for a state that cannot be opened.
// Knows no session.
import type { Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { BuildSummary } from '../model/event.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { Decision } from '../schedule/decide.ts';
import type { Job } from '../schedule/job.ts';

/** A dry run of targets; `onDecision` is told of each look at each job. */
export type DryRun = (
  targets: readonly string[],
  onDecision: (job: Job, decision: Decision) => void,
) => Promise<Result<BuildSummary, Diagnostic>>;

/** The state cannot be opened: thrown by calls that only look, since they have no outcome that says so. */
export class StateError extends Error {
  readonly failure: BuildFailure;
  constructor(failure: BuildFailure) {
    super(failure.message);
    this.failure = failure;
  }
}
