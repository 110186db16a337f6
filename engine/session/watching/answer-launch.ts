// How a watch has one job run for somebody: by its own rules, in which what the job reads is up to date first, and with what
// happens to the job streamed to who asked. What only a pipe that builds by itself could do is refused, and told why.
// Knows no socket.
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { BuildSummary, EngineEvent, TaskCounts } from '../../model/event.ts';
import type { BuildFailure } from '../../model/failure.ts';
import type { TaskPlan } from '../../model/plan.ts';
import { isEnded, nameOf } from '../../schedule/job.ts';
import type { Job } from '../../schedule/job.ts';
import { runJob } from '../../watch/run-again.ts';
import type { Questions } from '../door/questions.ts';
import type { LaunchReport } from '../types.ts';
import type { WatchLife } from './watch-life.ts';

/** Whether the job has ended is also looked at without an event. */
const LOOK_MS = 100;

export interface LaunchPorts {
  /** Has taken up all that happened before. */
  readonly life: WatchLife;
  readonly listeners: Set<(event: EngineEvent) => void>;
  readonly tell: (event: EngineEvent) => void;
  /** Nobody waits for the answer any more. */
  readonly left: () => boolean;
}

export async function answerLaunch(
  asked: Questions['launch']['with'],
  ports: LaunchPorts,
): Promise<Result<LaunchReport, BuildFailure>> {
  const { life } = ports;
  const { network } = life.build;
  const task = [...network.tasks.values()].find(({ plan }) => plan.name === asked.task);
  if (!task || task.wanted?.(asked.key) === false)
    return refused(`it does not see to ${asked.task}`, 'have it see to all, or end it');
  if (!asked.record) return refused('what it does not remember it would run again at once (--no-record)');
  const job = task.jobs.get(asked.key);
  const gates = task.plan.links.filter(isGate);
  const isHeldBack = job ? gates.some(({ name }) => isEnded(job.state) && name === job.detail?.link) : true;
  if (asked.force && isHeldBack && gates.length > 0)
    return refused('it starts no job past a link that holds it back (--force)');
  if (!job) return ok({ outcome: 'no-job', summary: summaryOf(task.plan, undefined, []) });
  if (!asked.force && isUpToDate(job)) return ok(reportOf(job, life, false));
  const unready = unreadyNow(job, life);
  if (unready !== undefined) return ok(notReady(job, unready));
  if (asked.force || job.state === 'failed') life.apply(() => runJob(network, nameOf(job)));
  if (!asked.wait) return ok({ outcome: 'launched', summary: summaryOf(task.plan, job, []) });
  return await untilEnded(job, ports);
}

async function untilEnded(
  job: Job,
  { life, listeners, tell, left }: LaunchPorts,
): Promise<Result<LaunchReport, BuildFailure>> {
  const since = Date.now();
  const { context, options } = life.ports;
  let hasRun = false;
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    const isOver = job.removed || (isEnded(job.state) && !job.again && !job.queued);
    if (isOver || life.isLeaving || left()) resolve();
  };
  const listener = (event: EngineEvent): void => {
    if (!('job' in event) || event.job?.task !== job.task.plan.name || event.job.key !== job.key) return;
    hasRun ||= event.type === 'job-end';
    tell(event);
    setImmediate(look);
  };
  listeners.add(listener);
  tell({
    type: 'build-start',
    time: since,
    pipeline: context.plan.name,
    targets: [nameOf(job)],
    dryRun: false,
    slots: options.slots,
  });
  const timer = setInterval(look, LOOK_MS);
  try {
    await promise;
  } finally {
    clearInterval(timer);
    listeners.delete(listener);
  }
  if (life.isLeaving) return refused('it ended, or its pipeline was edited, before the job had');
  const report = job.removed
    ? ({ outcome: 'no-job', summary: summaryOf(job.task.plan, undefined, []) } as const)
    : reportOf(job, life, hasRun);
  return ok({ ...report, summary: { ...report.summary, durationMs: Date.now() - since } });
}

/** Why a job cannot start as things are, if so. */
function unreadyNow(job: Job, life: WatchLife): string | undefined {
  if (job.state === 'not-ready') return missing(job);
  if (job.state === 'blocked')
    return `${job.detail?.text ?? 'what it reads'} failed, and a watch runs nothing after that`;
  const isWaiting = job.state !== 'running';
  if (isWaiting && life.ports.context.holds.isHeld({ task: job.task.plan.name, key: job.key }))
    return 'it is paused (`pipe play` lets go)';
  return undefined;
}

function reportOf(job: Job, life: WatchLife, hasRun: boolean): LaunchReport {
  const failures = life.summary.failures.filter(
    (each) => each.job.task === job.task.plan.name && each.job.key === job.key,
  );
  switch (job.state) {
    case 'failed':
      return { outcome: 'failed', summary: summaryOf(job.task.plan, job, failures) };
    case 'blocked':
    case 'not-ready':
      return notReady(
        job,
        job.state === 'blocked' ? `${job.detail?.text ?? 'what it reads'} failed` : missing(job),
      );
    default:
      return { outcome: hasRun ? 'done' : 'up-to-date', summary: summaryOf(job.task.plan, job, [], hasRun) };
  }
}

function notReady(job: Job, detail: string): LaunchReport {
  return { outcome: 'not-ready', detail, summary: summaryOf(job.task.plan, job, []) };
}

function missing({ detail }: Job): string {
  return detail ? `link ${detail.link}: ${detail.text}` : 'it waits for a member that is not there';
}

function isUpToDate(job: Job): boolean {
  return (job.state === 'up-to-date' || job.state === 'succeeded') && !job.queued && !job.again;
}

/** Past which `pipe launch --force` goes by itself. */
function isGate({ inhibitsStart, cancels, requiredForStart, isInput }: TaskPlan['links'][number]): boolean {
  return inhibitsStart || cancels || (requiredForStart && !isInput);
}

/** Of a launch: what became of the one job. */
function summaryOf(
  task: TaskPlan,
  job: Job | undefined,
  failures: BuildSummary['failures'],
  hasRun = false,
): BuildSummary {
  const failed = job?.state === 'failed' ? 1 : 0;
  const counts: TaskCounts = {
    task: task.name,
    total: job ? 1 : 0,
    upToDate: job && isUpToDate(job) && !hasRun ? 1 : 0,
    succeeded: hasRun && !failed ? 1 : 0,
    failed,
    blocked: job?.state === 'blocked' ? 1 : 0,
    notReady: job?.state === 'not-ready' ? 1 : 0,
    running: 0,
    waiting: 0,
  };
  return {
    outcome: failures.some(({ tolerated }) => !tolerated) ? 'failed' : 'done',
    durationMs: 0,
    tasks: [counts],
    failures,
    notReady: [],
    pruned: 0,
    warnings: 0,
  };
}

function refused(
  what: string,
  hint = 'end the watch to launch the job otherwise',
): Result<LaunchReport, BuildFailure> {
  const message = `a watch runs here (process ${process.pid}), and ${what}`;
  return err({ type: 'build-failure', code: 'watch-differs', message, hint });
}
