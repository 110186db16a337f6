// Jobs between the decision that they run and their start: their priority is worked out, then they wait for room. Knows no
// processes.
import { PausableTimer } from '../../base/pausable-timer.ts';
import type { Result } from '../../base/result.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { BuildContext } from '../context.ts';
import type { Job, TaskState } from '../job.ts';
import type { RunDecision } from '../judge.ts';
import { noteEarlierLaunches } from './launches.ts';
import { Priorities } from './priorities.ts';
import { ReadyQueue } from './ready-queue.ts';
import type { SlotKind } from './slots.ts';
import { nameParts } from '../summary.ts';

export interface EntrancePorts {
  readonly context: BuildContext;
  /** Its priority cannot be worked out. */
  readonly onFailure: (job: Job, failure: JobFailure) => void;
  /** Answers came, or a window of launches opened: it is worth to try again. */
  readonly onChange: () => void;
  readonly onFault: (error: unknown) => void;
}

export class Entrance {
  readonly queue: ReadyQueue;
  readonly #ports: EntrancePorts;
  readonly #priorities: Priorities;
  /** The opening of a window of launches that is waited for. */
  #opening: { readonly time: number; readonly timer: PausableTimer } | undefined;
  readonly #decisions = new Map<Job, RunDecision>();

  constructor(tasks: Iterable<TaskState>, ports: EntrancePorts) {
    this.#ports = ports;
    const { plan, holds } = ports.context;
    this.queue = new ReadyQueue(plan, tasks, (job) => holds.isHeld(nameParts(job)));
    noteEarlierLaunches(this.queue, ports.context);
    this.#priorities = new Priorities({
      rank: ports.context.rank,
      onAnswer: (job, priority) => this.#rank(job, priority),
      onBatch: ports.onChange,
      onFault: ports.onFault,
    });
  }

  get isEmpty(): boolean {
    return this.queue.size === 0 && !this.#priorities.isAsking;
  }

  /** Whether none but long-running jobs are in it. */
  get isAtRest(): boolean {
    return !this.#priorities.isAsking && this.queue.countOf('job') === 0;
  }

  /** The latest decision counts, since what a job reads may have changed while it waited. */
  note(job: Job, decision: RunDecision): void {
    this.#decisions.set(job, decision);
  }

  /** A job that became ready. */
  enter(job: Job): void {
    const { inputs } = this.#decisions.get(job)!;
    const ranking = job.task.plan.ranking?.type;
    if (ranking === undefined) this.queue.push(job);
    else if (ranking === 'function') this.#priorities.ask(job, inputs.links);
    else this.#rank(job, this.#ports.context.renderer.rank(job, inputs.links));
  }

  /** The next that may start, booked; none while priorities are still asked for, since any may turn out to be first. */
  take(
    now: number,
    hasRoom: (kind: SlotKind) => boolean,
  ): { readonly job: Job; readonly decision: RunDecision } | undefined {
    this.#priorities.send();
    if (this.#priorities.isAsking) return undefined;
    for (let job = this.queue.take(now, hasRoom); job; job = this.queue.take(now, hasRoom)) {
      const decision = this.#decisions.get(job);
      this.#decisions.delete(job);
      if (decision) return { job, decision };
      this.queue.release(job);
    }
    this.#awaitOpening(now);
    return undefined;
  }

  /** Between rounds nothing is waited for. */
  rest(): void {
    this.#opening?.timer[Symbol.dispose]();
    this.#opening = undefined;
  }

  /** Has it tried again when a pool's window of launches opens, since nothing that ends may tell of that. */
  #awaitOpening(now: number): void {
    const time = this.queue.nextOpening(now);
    if (time === undefined || time === this.#opening?.time) return;
    this.rest();
    const timer = new PausableTimer(time - now, () => {
      this.#opening = undefined;
      this.#ports.onChange();
    });
    this.#opening = { time, timer };
  }

  #rank(job: Job, priority: Result<number, JobFailure>): void {
    if (job.removed || job.state !== 'ready') return;
    if (priority.ok) {
      job.priority = priority.value;
      this.queue.push(job);
      return;
    }
    this.#decisions.delete(job);
    this.#ports.onFailure(job, priority.error);
  }
}
