// What follows the end of an attempt: done, again at once, again later, or failed. Pure; starts nothing.
import type { JobFailure } from '../model/failure.ts';
import type { RetryPlan } from '../model/plan.ts';
import type { AttemptEnd } from './attempt.ts';
import type { Job } from './job.ts';

/** How often a job runs again in a build because an input moved while it ran. */
const MAX_UNSURE = 2;

export type Step =
  | { readonly type: 'done' }
  | { readonly type: 'again' }
  | { readonly type: 'later'; readonly delayMs: number }
  | { readonly type: 'fail' };

/** `job` has counted the attempt that ended, and `unsure` if that is how it ended. */
export function stepAfter(job: Job, end: AttemptEnd, isStopped: boolean): Step {
  switch (end.type) {
    case 'done':
      return { type: 'done' };
    case 'unsure':
      return job.unsure <= MAX_UNSURE && !isStopped ? { type: 'again' } : { type: 'fail' };
    case 'failed': {
      const { retry } = job.task.plan;
      const tries = job.attempts - job.unsure;
      const isRetried = !isStopped && tries < retry.attempts && isRetriable(end.failure, retry.on);
      return isRetried ? { type: 'later', delayMs: backoff(retry, tries) } : { type: 'fail' };
    }
    default: {
      const rest: never = end;
      throw new Error(`unknown end ${JSON.stringify(rest)}`);
    }
  }
}

/** Doubles with each try, up to the cap. */
function backoff(retry: RetryPlan, tries: number): number {
  return Math.min(retry.backoffMs * 2 ** (tries - 1), retry.maxBackoffMs);
}

function isRetriable(failure: JobFailure, on: RetryPlan['on']): boolean {
  if (failure.type === 'killed') return false;
  if (on.length === 0) return true;
  return failure.type === 'timeout'
    ? on.includes('timeout')
    : failure.type === 'exit' && on.includes(failure.status);
}
