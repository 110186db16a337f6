// What a build came to, from the tasks' jobs and the failures. Pure; knows no loop.
import type { BuildSummary, FailedJob, TaskCounts } from '../model/event.ts';
import type { BuildFailure, JobFailure } from '../model/failure.ts';
import type { JobName } from '../model/job.ts';
import { nameOf } from './job.ts';
import type { Job, TaskState } from './job.ts';

export interface Ended {
  readonly tasks: Iterable<TaskState>;
  readonly failures: ReadonlyMap<Job, { readonly failure: JobFailure; readonly log: string }>;
  readonly durationMs: number;
  readonly interrupted: boolean;
  readonly pruned: number;
  readonly warnings: number;
  readonly refusal?: BuildFailure | undefined;
}

const MAX_NOT_READY = 100;

export function summarize({
  tasks,
  failures,
  durationMs,
  interrupted,
  pruned,
  warnings,
  refusal,
}: Ended): BuildSummary {
  const blocks = new Map<string, number>();
  const notReady: BuildSummary['notReady'][number][] = [];
  const counts: TaskCounts[] = [];
  for (const task of tasks) {
    counts.push(countsOf(task));
    if (task.counts.blocked === 0 && task.counts['not-ready'] === 0) continue;
    for (const job of task.jobs.values()) {
      if (!job.detail) continue;
      const { link, text } = job.detail;
      if (job.state === 'blocked') blocks.set(text, (blocks.get(text) ?? 0) + 1);
      if (job.state === 'not-ready' && notReady.length < MAX_NOT_READY)
        notReady.push({ job: nameParts(job), link, detail: text });
    }
  }
  const failed: FailedJob[] = [];
  for (const [job, { failure, log }] of failures) {
    if (job.state !== 'failed') continue;
    failed.push({
      job: nameParts(job),
      failure,
      ...(log === '' ? {} : { log }),
      blocks: blocks.get(nameOf(job)) ?? 0,
      ...(job.task.plan.failureOk ? { tolerated: true } : {}),
    });
  }
  const outcome = refusal
    ? 'refused'
    : interrupted
      ? 'interrupted'
      : failed.some((each) => !each.tolerated)
        ? 'failed'
        : 'done';
  return {
    outcome,
    durationMs,
    tasks: counts,
    failures: failed,
    notReady,
    pruned,
    warnings,
    ...(refusal ? { refusal } : {}),
  };
}

export function nameParts(job: Job): JobName {
  return { task: job.task.plan.name, key: job.key };
}

export function countsOf(task: TaskState): TaskCounts {
  const { counts } = task;
  return {
    task: task.plan.name,
    total: task.jobs.size + task.spared,
    upToDate: counts['up-to-date'] + task.spared,
    succeeded: counts.succeeded,
    failed: counts.failed,
    blocked: counts.blocked,
    notReady: counts['not-ready'],
    running: counts.running,
    waiting: counts.waiting + counts.ready,
  };
}
