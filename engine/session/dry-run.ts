// What a call that only looks works with: a dry run of some targets, and the error for a state that cannot be opened.
// Knows no session.
import type { Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { BuildSummary } from '../model/event.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { BuildContext } from '../schedule/context.ts';
import type { Decision } from '../schedule/decide.ts';
import type { Job } from '../schedule/job.ts';
import { goesOnAt } from '../schedule/steps/steps-resume.ts';

/** Told of each look at each job, with where in its steps it would go on. */
type OnLook = (job: Job, decision: Decision, goesOn: () => ReturnType<typeof goesOnAt>) => void;

/** A dry run of targets. */
export type DryRun = (
  targets: readonly string[],
  onLook: OnLook,
) => Promise<Result<BuildSummary, Diagnostic>>;

export function looks(context: BuildContext, onLook: OnLook): (job: Job, decision: Decision) => void {
  return (job, decision) => onLook(job, decision, () => goesOnAt(context, job, decision));
}

/** The state cannot be opened: thrown by calls that only look, since they have no outcome that says so. */
export class StateError extends Error {
  readonly failure: BuildFailure;
  constructor(failure: BuildFailure) {
    super(failure.message);
    this.failure = failure;
  }
}
