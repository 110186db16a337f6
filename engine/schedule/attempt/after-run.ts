// What follows the end of an attempt: done, again at once, again later, or failed. Pure; starts nothing.
import type { EngineEvent } from '../../model/event.ts';
import type { ExitCodes } from '../../model/exit-code.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { RetryPlan } from '../../model/plan.ts';
import type { AttemptEnd } from './attempt-end.ts';
import type { Job } from '../job.ts';
import { failureOf } from './runs.ts';
import { nameParts } from '../summary.ts';

/** How often a job runs again in a build because an input moved while it ran. */
const MAX_UNSURE = 2;

/** A watch goes on with that, since someone may be writing for a while: so many times more, with growing pauses. */
const PATIENCE = 6;
const PATIENT_PAUSE_MS = 100;

export type Step =
  | { readonly type: 'done' }
  | { readonly type: 'again' }
  | { readonly type: 'later'; readonly delayMs: number }
  | { readonly type: 'fail' };

/** `job` has counted the attempt that ended, and in `unsure` or `failures` how. */
export function stepAfter(job: Job, end: AttemptEnd, isStopped: boolean, stays: boolean): Step {
  switch (end.type) {
    case 'done':
      return { type: 'done' };
    case 'cancelled':
      // It is looked at again, and then held back, unless what cancels it went meanwhile.
      return { type: 'again' };
    case 'unsure':
      return isStopped ? { type: 'fail' } : afterUnsure(job.unsure, end.restarted ?? false, stays);
    case 'failed': {
      const { retry, exitCodes } = job.task.plan;
      const isRetried =
        !isStopped && job.failures < retry.attempts && isRetriable(end.failure, retry.on, exitCodes);
      return isRetried ? { type: 'later', delayMs: backoff(retry, job.failures) } : { type: 'fail' };
    }
    default: {
      const rest: never = end;
      throw new Error(`unknown end ${JSON.stringify(rest)}`);
    }
  }
}

function afterUnsure(times: number, restarted: boolean, stays: boolean): Step {
  if (restarted || times <= MAX_UNSURE) return { type: 'again' };
  const more = times - MAX_UNSURE;
  return stays && more <= PATIENCE
    ? { type: 'later', delayMs: PATIENT_PAUSE_MS * 2 ** (more - 1) }
    : { type: 'fail' };
}

/** Doubles with each failure, up to the cap. */
export function backoff(retry: RetryPlan, failures: number): number {
  return Math.min(retry.backoffMs * 2 ** (failures - 1), retry.maxBackoffMs);
}

/** What `retry.on` names is tried again even where its exit code says that it is not. */
function isRetriable(failure: JobFailure, on: RetryPlan['on'], codes: ExitCodes): boolean {
  const kind = kindOf(failure);
  if (kind === 'killed') return false;
  if (on.length > 0) return on.some((each) => each === kind);
  return !Object.values(codes).some(({ status, retry }) => status === kind && !retry);
}

function kindOf(failure: JobFailure): RetryPlan['on'][number] | 'killed' | undefined {
  switch (failure.type) {
    case 'exit':
      return failure.status;
    case 'timeout':
    case 'killed':
      return failure.type;
    case 'missing-output':
      return 'MISSING_OUTPUT';
    case 'invalid-output':
    case 'unexpected-output':
      return 'INVALID_OUTPUT';
    case 'emission':
      return failure.problem === 'missing' ? 'MISSING_OUTPUT' : 'INVALID_OUTPUT';
    case 'signal':
    case 'missing-input':
    case 'invalid-input':
    case 'undeclared-input':
    case 'stray-in-the-way':
    case 'unsure':
    case 'input-taken':
    case 'render':
    case 'exception':
    case 'system':
      return undefined;
    default:
      return failure satisfies never;
  }
}

/** What is told of the end of an attempt that began at `since`. */
export function endEvent(
  job: Job,
  end: AttemptEnd,
  step: Step,
  since: number,
): Extract<EngineEvent, { type: 'job-end' }> {
  const time = Date.now();
  const event = {
    type: 'job-end',
    time,
    job: nameParts(job),
    attempt: job.attempts - job.before,
    durationMs: time - since,
    ...(end.log === '' ? {} : { log: end.log }),
  } as const;
  if (end.type === 'done') return { ...event, outcome: 'succeeded', changed: end.changed, ...end.result };
  const failure = failureOf(end);
  const isDropped = job.removed && failure.type !== 'killed';
  const isKilled = failure.type === 'killed' && (step.type === 'fail' || end.type === 'cancelled');
  const outcome = isKilled ? 'killed' : isDropped ? 'dropped' : step.type === 'fail' ? 'failed' : 'retry';
  const result = end.type === 'failed' ? end.result : undefined;
  return { ...event, outcome, changed: false, ...result, failure };
}
