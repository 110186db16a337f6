// A job as the scheduler sees it, and a task with its jobs. Data and counters; knows no rules.
//
//   waiting ──inputs settled──▶ ready ──slot──▶ running ──▶ succeeded | failed
//      │                          ▲                │
//      ├──▶ up-to-date            └── retry, unsure┘        any end ──an input changes──▶ waiting
//      ├──▶ blocked      (an input's job failed)
//      └──▶ not-ready    (a unit, joined or grouped input is missing)
import { printJob } from '../model/job.ts';
import type { TaskPlan } from '../model/plan.ts';
import type { Reason } from '../model/reason.ts';
import type { RecordRow } from '../store/rows.ts';

export type JobState =
  | 'waiting'
  | 'ready'
  | 'running'
  | 'up-to-date'
  | 'succeeded'
  | 'failed'
  | 'blocked'
  | 'not-ready';

export interface Job {
  readonly task: TaskState;
  readonly key: string;
  state: JobState;
  /** It stands in the queue of jobs to look at again. */
  queued: boolean;
  /** An input changed while it ran. */
  touched: boolean;
  removed: boolean;
  /** A consumer must run and needs an output of it that was not kept. */
  needed: boolean;
  /** It runs whatever its record says; until it starts. */
  again: boolean;
  /** Attempts made in this build, and those of them that belong to earlier ends of the job. */
  attempts: number;
  before: number;
  /** Times that an input moved while it ran, and that it failed, since its last end. */
  unsure: number;
  failures: number;
  /** Whose turn it is among those that are ready. */
  priority: number;
  /** `failed`: the definition and inputs that it failed on, as text; `UNSETTLED` until they are looked at again. */
  failedOn: string | undefined;
  /** `ready`, `running`: why. */
  reason: Reason | undefined;
  /** `blocked`: printed name of the job at the root; `not-ready`: what is missing. */
  detail: { readonly link: string; readonly text: string } | undefined;
}

/** Stands for inputs that moved while the job ran: what it failed on is only known at the next look. */
export const UNSETTLED = 'unsettled';

export class TaskState {
  readonly plan: TaskPlan;
  readonly jobs = new Map<string, Job>();
  /** Jobs whose key went while they ran, until they end. */
  readonly leaving = new Map<string, Job>();
  /** Which keys this build is about; undefined is all. */
  readonly wanted: ((key: string) => boolean) | undefined;
  /** Whether its jobs are forced to run. */
  readonly forced: boolean;
  /** Jobs that are known to be up to date, and that the build does not look at. */
  readonly spared: number;
  /** Records by key, loaded when the task is opened. */
  readonly records = new Map<string, RecordRow>();
  /** Keys that have a record but no job: candidates for pruning. */
  readonly orphans = new Set<string>();
  /** Tasks that wait for this one's end, and how many this one waits for. */
  readonly dependents: TaskState[] = [];
  readonly dependencies: TaskState[] = [];
  openDependencies = 0;
  /** Jobs that have not ended. */
  unended = 0;
  /** Not ended: it has unended jobs, or its key set may still change. */
  open = true;
  readonly counts: Record<JobState, number> = {
    waiting: 0,
    ready: 0,
    running: 0,
    'up-to-date': 0,
    succeeded: 0,
    failed: 0,
    blocked: 0,
    'not-ready': 0,
  };

  constructor(
    plan: TaskPlan,
    wanted: ((key: string) => boolean) | undefined,
    forced: boolean,
    spared: number = 0,
  ) {
    this.spared = spared;
    this.plan = plan;
    this.wanted = wanted;
    this.forced = forced;
  }
}

export function newJob(task: TaskState, key: string): Job {
  return {
    task,
    key,
    state: 'waiting',
    queued: false,
    touched: false,
    removed: false,
    needed: false,
    again: false,
    attempts: 0,
    before: 0,
    unsure: 0,
    failures: 0,
    priority: task.plan.priority,
    failedOn: undefined,
    reason: undefined,
    detail: undefined,
  };
}

export function isEnded(state: JobState): boolean {
  return state !== 'waiting' && state !== 'ready' && state !== 'running';
}

/** Whether nobody waits for a job in that state: a long-running one gates nobody once it has all that it reads. */
export function gatesNobody({ plan }: TaskState, state: JobState): boolean {
  return isEnded(state) || (plan.longRunning === true && state !== 'waiting');
}

export function nameOf(job: Job): string {
  return printJob({ task: job.task.plan.name, key: job.key });
}

/** Whether anything that a task's key set depends on failed: then keys may be missing for that reason alone. */
export function hasFailureAbove(task: TaskState): boolean {
  const seen = new Set<TaskState>();
  const stack = [...task.dependencies];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.counts.failed > 0 || next.counts.blocked > 0) return true;
    stack.push(...next.dependencies);
  }
  return false;
}

/** Counts an attempt and forgets what led to it. */
export function beginAttempt(job: Job): void {
  job.attempts++;
  job.needed = false;
  job.again = false;
  job.touched = false;
  job.failedOn = undefined;
}
