// Which further replicas of running jobs run: as many as there is room for while no job waits for it, and fewer as soon as
// one does. Knows no processes; what starts and ends them stands behind ports.
import type { EngineEvent } from '../../model/event.ts';
import type { Quantities } from '../../model/plan.ts';
import type { Job } from '../job.ts';
import type { Pool } from './pool.ts';
import type { Booking, ReadyQueue, Need } from './ready-queue.ts';
import type { Runs } from '../attempt/runs.ts';
import { slotKind } from './slots.ts';
import { nameParts } from '../summary.ts';

interface Replica {
  readonly job: Job;
  readonly number: number;
  readonly priority: number;
  readonly booking: Booking;
  /** It was told to make room. */
  yields: boolean;
}

export interface ReplicaPorts {
  readonly queue: ReadyQueue;
  readonly runs: Runs;
  readonly emit: (event: EngineEvent) => void;
  /** Room came free. */
  readonly onEnd: () => void;
  readonly onFault: (error: unknown) => void;
}

export class Replicas {
  readonly #ports: ReplicaPorts;
  /** Jobs that run and may have more. */
  readonly #jobs = new Set<Job>();
  readonly #live = new Set<Replica>();

  constructor(ports: ReplicaPorts) {
    this.#ports = ports;
  }

  /** A job was started. */
  note(job: Job): void {
    if (job.task.plan.replicas) this.#jobs.add(job);
  }

  forget(job: Job): void {
    this.#jobs.delete(job);
  }

  /** After all jobs that may start have started: ends replicas for those that wait, or starts more. */
  settle(now: number): void {
    if (this.#jobs.size === 0 && this.#live.size === 0) return;
    const needs = this.#ports.queue.needs(now);
    if (needs.length > 0) this.#makeRoom(needs);
    else while (this.#startNext(now));
  }

  /** For the first job that waits and can be helped; what makes room already is counted as free. */
  #makeRoom(needs: readonly Need[]): void {
    const leaving = [...this.#live].filter(({ yields }) => yields);
    const staying = [...this.#live].filter(({ yields }) => !yields).toSorted(lastFirst);
    for (const need of needs) {
      const gone = [...leaving];
      const chosen: Replica[] = [];
      for (const replica of staying) {
        if (this.#isMet(need, gone)) break;
        if (!helps(replica, need)) continue;
        gone.push(replica);
        chosen.push(replica);
      }
      if (!this.#isMet(need, gone)) continue;
      for (const replica of chosen) {
        replica.yields = true;
        this.#ports.runs.yieldReplica(replica.job, replica.number);
      }
      return;
    }
  }

  #isMet({ kind, pool, quota }: Need, gone: readonly Replica[]): boolean {
    const slots = gone.filter(({ booking }) => booking.kind === kind).length;
    if (!this.#ports.runs.hasRoom(kind, slots)) return false;
    return !pool || pool.fits(quota, sumOf(gone, pool));
  }

  /** Starts the one that comes first, if there is room for any. */
  #startNext(now: number): boolean {
    const { queue, runs } = this.#ports;
    let best: { readonly job: Job; readonly number: number; readonly priority: number } | undefined;
    for (const job of this.#jobs) {
      const number = runs.nextReplica(job);
      const { most = Infinity } = job.task.plan.replicas!;
      if (number === undefined || number >= most || !runs.hasRoom(slotKind(job.task))) continue;
      const priority = replicaPriority(job, number);
      if (best && !comesBefore({ job, number, priority }, best)) continue;
      if (queue.hasRoomFor(job, now)) best = { job, number, priority };
    }
    if (!best) return false;
    const replica: Replica = { ...best, booking: queue.bookReplica(best.job, now), yields: false };
    this.#live.add(replica);
    this.#tell(replica, 'started');
    runs.startReplica(best.job, best.number).then((end) => {
      this.#live.delete(replica);
      replica.booking.release();
      this.#tell(replica, end);
      this.#ports.onEnd();
    }, this.#ports.onFault);
    return true;
  }

  #tell({ job, number }: Replica, what: 'started' | 'ended' | 'failed' | 'yielded'): void {
    this.#ports.emit({ type: 'replica', time: Date.now(), job: nameParts(job), replica: number, what });
  }
}

function replicaPriority({ priority, task }: Job, number: number): number {
  const { factor, addend } = task.plan.replicas!;
  const less = priority - addend * number;
  return less < 0 ? less / factor ** number : less * factor ** number;
}

type Candidate = Pick<Replica, 'job' | 'number' | 'priority'>;

/** By priority; then whose job has fewer, and the task that comes first. */
function comesBefore(a: Candidate, b: Candidate): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority;
  if (a.number !== b.number) return a.number < b.number;
  if (a.job.task !== b.job.task) return a.job.task.plan.id < b.job.task.plan.id;
  return a.job.key < b.job.key;
}

function lastFirst(a: Replica, b: Replica): number {
  return comesBefore(a, b) ? 1 : -1;
}

function helps({ booking }: Replica, { kind, pool }: Need): boolean {
  return booking.kind === kind || (pool !== undefined && booking.pool === pool);
}

function sumOf(replicas: readonly Replica[], pool: Pool): Quantities {
  const sum: Record<string, number> = {};
  for (const { booking } of replicas) {
    if (booking.pool !== pool) continue;
    for (const [name, amount] of Object.entries(booking.quota)) sum[name] = (sum[name] ?? 0) + amount;
  }
  return sum;
}
