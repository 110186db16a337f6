// What becomes of a job whose attempt has ended, or that cannot run: its state, its members, whether it runs again, and
// what the build says of it. Starts nothing.
import type { JobFailure } from '../model/failure.ts';
import type { RecordRow } from '../store/rows.ts';
import { endEvent, stepAfter } from './attempt/after-run.ts';
import type { AttemptEnd } from './attempt/attempt-end.ts';
import type { BuildContext } from './context.ts';
import { UNSETTLED } from './job.ts';
import type { Job, TaskState } from './job.ts';
import type { Network } from './keys/network.ts';
import type { BuildOptions } from './options.ts';
import { failureOf } from './attempt/runs.ts';
import { refresh, settle, showLive, showStatus } from './keys/settle.ts';
import { dropKept } from './steps/steps-resume.ts';
import type { Tally } from './tally.ts';

export interface EndingPorts {
  readonly context: BuildContext;
  readonly network: Network;
  readonly tally: Tally;
  readonly options: BuildOptions;
  readonly isStopped: () => boolean;
  readonly onSuccess: (job: Job) => void;
  readonly onRetry: (job: Job, delayMs: number) => void;
  /** A job failed for good, and nobody allowed it to. */
  readonly onFailure: () => void;
  readonly onOrphan: (task: TaskState) => void;
}

export class Endings {
  readonly #ports: EndingPorts;

  constructor(ports: EndingPorts) {
    this.#ports = ports;
  }

  finish(job: Job, end: AttemptEnd, since: number): void {
    const { context, network, tally, options, isStopped, onRetry } = this.#ports;
    if (end.type === 'unsure') {
      if (!end.restarted) job.unsure++;
      for (const path of end.moved) refresh(network, context, path);
      // That very change is why the attempt did not count; it is no further reason to look at a job that now fails.
      job.touched = false;
    }
    if (end.type === 'failed') {
      job.failures++;
      // Before anything else, since it may have gone from the task's keys meanwhile.
      for (const path of end.moved ?? []) refresh(network, context, path);
    }
    const isLast = isStopped() || job.removed || (options.noRetry === true && end.type === 'failed');
    const step = stepAfter(job, end, isLast, options.stays ?? false);
    tally.emit(endEvent(job, end, step, since));
    if (end.type === 'cancelled') job.before = job.attempts;
    showLive(network, context, job);
    if (job.removed) this.#forget(job, end);
    else if (end.type === 'done') this.#succeed(job, end.record);
    else if (step.type !== 'fail') onRetry(job, step.type === 'later' ? step.delayMs : 0);
    else this.#failed(job, end);
    // One that failed is looked at to learn what it failed on.
    if ((job.touched || job.state === 'failed') && !job.removed) network.touch(job);
  }

  #failed(job: Job, end: Exclude<AttemptEnd, { type: 'done' }>): void {
    job.failedOn = UNSETTLED;
    this.fail(job, failureOf(end), end.log, end.type === 'failed' ? end.record : undefined);
  }

  retry(job: Job, delayMs: number): void {
    this.#ports.onRetry(job, delayMs);
  }

  /** One that could not even start has failed on nothing, and is looked at again when that changes. */
  fail(job: Job, failure: JobFailure, log: string, made?: RecordRow): void {
    const { context, network, tally, onFailure } = this.#ports;
    tally.failed(job, failure, log);
    dropKept(context, job);
    if (job.task.plan.failureOk && failure.type !== 'killed') {
      // Nobody waits for its success: what it made is there, what it did not make is not.
      settle(network, context, job, made);
      if (job.state !== 'failed') network.moveTo(job, 'failed');
      return;
    }
    showStatus(network, context, job);
    network.expectOutputs(job, 'failed');
    if (job.state !== 'failed') network.moveTo(job, 'failed');
    onFailure();
  }

  #succeed(job: Job, record: RecordRow): void {
    const { context, network, onSuccess } = this.#ports;
    settle(network, context, job, record);
    network.moveTo(job, 'succeeded');
    onSuccess(job);
  }

  /** Its key went while it ran: what it made goes too. */
  #forget(job: Job, end: AttemptEnd): void {
    const { task, key } = job;
    task.leaving.delete(key);
    if (end.type === 'done') task.records.set(key, end.record);
    if (task.records.has(key)) task.orphans.add(key);
    this.#ports.onOrphan(task);
  }
}
