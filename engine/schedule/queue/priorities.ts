// Jobs whose priority a function of the user's gives: asked for in batches, since each question leaves pipe's process, and
// nothing starts before the answers are there. Knows no queue and no function.
import type { Result } from '../../base/result.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { TaskPlan } from '../../model/plan.ts';
import type { Job } from '../job.ts';
import type { LinkMembers } from '../keys/resolution.ts';

/** A job with what it will read. */
export interface RankAsk {
  readonly job: Job;
  readonly links: readonly LinkMembers[];
}

/** One answer for each question, in their order. */
export type Ranker = (
  task: TaskPlan,
  asks: readonly RankAsk[],
) => Promise<readonly Result<number, JobFailure>[]>;

export interface PriorityPorts {
  readonly rank: Ranker;
  readonly onAnswer: (job: Job, answer: Result<number, JobFailure>) => void;
  /** Every job of a batch has its answer. */
  readonly onBatch: () => void;
  readonly onFault: (error: unknown) => void;
}

export class Priorities {
  readonly #ports: PriorityPorts;
  #asks = new Map<TaskPlan, RankAsk[]>();
  #open = 0;

  constructor(ports: PriorityPorts) {
    this.#ports = ports;
  }

  /** Whether answers are still to come. */
  get isAsking(): boolean {
    return this.#open > 0 || this.#asks.size > 0;
  }

  ask(job: Job, links: readonly LinkMembers[]): void {
    const asks = this.#asks.get(job.task.plan);
    if (asks) asks.push({ job, links });
    else this.#asks.set(job.task.plan, [{ job, links }]);
  }

  /** Asks all that has gathered. */
  send(): void {
    for (const [task, asks] of this.#asks) {
      this.#open++;
      this.#ports.rank(task, asks).then((answers) => {
        this.#open--;
        asks.forEach(({ job }, index) => this.#ports.onAnswer(job, answers[index]!));
        this.#ports.onBatch();
      }, this.#ports.onFault);
    }
    this.#asks = new Map();
  }
}
