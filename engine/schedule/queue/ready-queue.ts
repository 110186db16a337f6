// Jobs that may start, in the order in which they should, and the pools that they draw on. Knows no graph and no clock
// but the one it is given.
//
// Order: priority (higher first), task order, key. Jobs with the same demand on the same pool stand in one lane, so that
// a look at the first of each lane tells who may start, however many wait. A job that does not fit its pool lets others
// pass (backfill), but only so many times: then nothing of its priority or less starts in that pool before it does.
import { compareBytes } from '../../base/compare.ts';
import { Heap } from '../../base/heap.ts';
import type { Plan, Quantities } from '../../model/plan.ts';
import type { Job, TaskState } from '../job.ts';
import { Pool } from './pool.ts';
import { slotKind } from './slots.ts';
import type { SlotKind } from './slots.ts';

/** How many jobs of its own priority or less may pass one that does not fit before its pool waits for it. */
export const MAX_PASSES = 20;

/** Jobs that wait for the same thing. */
interface Lane {
  readonly jobs: Heap<Job>;
  readonly kind: SlotKind;
  readonly pool: Pool | undefined;
  readonly quota: Quantities;
  /** Of a task with `max_concurrent`: such a task has lanes of its own. */
  readonly limit: { readonly most: number; running: number } | undefined;
  passes: number;
}

/** What a job lacks that other jobs could give back. */
export type Need = Pick<Lane, 'kind' | 'pool' | 'quota'>;

/** What a replica has of a pool. */
export interface Booking extends Need {
  release(): void;
}

export class ReadyQueue {
  readonly #pools = new Map<string, Pool>();
  readonly #lanes = new Map<string, Lane>();
  /** Of each task: the lane of its jobs, and that of jobs that failed, where there is a `fallback_quota`. */
  readonly #lanesOf = new Map<TaskState, { readonly first: Lane; readonly retry: Lane }>();
  readonly #booked = new Map<Job, Lane>();
  /** Lanes that have been passed too often. */
  readonly #reserved = new Map<Pool, Lane>();
  readonly #isHeld: (job: Job) => boolean;
  #held: Job[] = [];
  #size = 0;

  /** `isHeld`: a job is paused, and put aside until `releaseHeld`. */
  constructor(plan: Plan, tasks: Iterable<TaskState>, isHeld: (job: Job) => boolean = () => false) {
    this.#isHeld = isHeld;
    for (const name of new Set([...Object.keys(plan.quotas), ...Object.keys(plan.launchRates ?? {})])) {
      this.#pools.set(name, new Pool(plan.quotas[name] ?? {}, plan.launchRates?.[name]));
    }
    for (const task of tasks) {
      const { maxConcurrent, quota, fallbackQuota = quota } = task.plan;
      const limit = maxConcurrent === undefined ? undefined : { most: maxConcurrent, running: 0 };
      const first = this.#lane(task, quota, limit);
      const retry = fallbackQuota === quota ? first : this.#lane(task, fallbackQuota, limit);
      this.#lanesOf.set(task, { first, retry });
    }
  }

  get size(): number {
    return this.#size;
  }

  countOf(kind: SlotKind): number {
    let count = 0;
    for (const lane of this.#lanes.values()) if (lane.kind === kind) count += lane.jobs.size;
    return count;
  }

  push(job: Job): void {
    this.#laneOf(job).jobs.push(job);
    this.#size++;
  }

  /** Takes the first job that may start at `now` and books what it needs; undefined if none may. */
  take(now: number, hasRoom: (kind: SlotKind) => boolean): Job | undefined {
    let found: { readonly lane: Lane; readonly job: Job } | undefined;
    for (const lane of this.#lanes.values()) {
      const job = this.#first(lane);
      if (!job || (found && !before(job, found.job))) continue;
      if (hasRoom(lane.kind) && this.#mayStart(lane, job, now)) found = { lane, job };
    }
    if (!found) return undefined;
    const { lane, job } = found;
    this.#notePasses(lane, job);
    lane.jobs.pop();
    this.#size--;
    lane.passes = 0;
    if (lane.pool && this.#reserved.get(lane.pool) === lane) this.#reserved.delete(lane.pool);
    lane.pool?.take(lane.quota);
    if (lane.limit) lane.limit.running++;
    this.#booked.set(job, lane);
    return job;
  }

  /** Jobs that are ready, and paused. */
  get held(): readonly Job[] {
    return this.#held.filter((job) => !job.removed && job.state === 'ready');
  }

  /** Lets those that are not paused any more stand in the queue again; returns them. */
  releaseHeld(): readonly Job[] {
    const free = this.held.filter((job) => !this.#isHeld(job));
    this.#held = this.held.filter((job) => this.#isHeld(job));
    for (const job of free) this.push(job);
    return free;
  }

  /** One that was taken has started: windows of launches count from then, however long its start took. */
  started(job: Job, now: number): void {
    this.#booked.get(job)?.pool?.noteLaunch(now);
  }

  /** Gives back what a started job had booked. */
  release(job: Job): void {
    const lane = this.#booked.get(job);
    if (!lane) return;
    this.#booked.delete(job);
    lane.pool?.free(lane.quota);
    if (lane.limit) lane.limit.running--;
  }

  /** What the jobs need that wait for others to end, the first of each lane, in their order. */
  needs(now: number): Need[] {
    return [...this.#lanes.values()]
      .flatMap((lane) => {
        const job = this.#first(lane);
        const waits = job && !isFull(lane) && (lane.pool?.mayLaunch(now) ?? true);
        return waits ? [{ lane, job }] : [];
      })
      .toSorted((a, b) => (before(a.job, b.job) ? -1 : 1))
      .map(({ lane }) => lane);
  }

  /** Whether one more process of a running job would fit. */
  hasRoomFor(job: Job, now: number): boolean {
    const { pool, quota } = this.#booked.get(job)!;
    return !pool || (pool.fits(quota) && pool.mayLaunch(now));
  }

  bookReplica(job: Job, now: number): Booking {
    const { kind, pool, quota } = this.#booked.get(job)!;
    pool?.take(quota);
    pool?.noteLaunch(now);
    return { kind, pool, quota, release: () => pool?.free(quota) };
  }

  /** Launches of an earlier pipe count too. */
  noteLaunch(pool: string, time: number): void {
    this.#pools.get(pool)?.noteLaunch(time);
  }

  /** When a pool's window of launches opens again, if that is what holds jobs back; ms since 1970. */
  nextOpening(now: number): number | undefined {
    let next: number | undefined;
    for (const lane of this.#lanes.values()) {
      if (!lane.pool || !this.#first(lane)) continue;
      const opening = lane.pool.nextOpening(now);
      if (opening !== undefined && (next === undefined || opening < next)) next = opening;
    }
    return next;
  }

  #lane(task: TaskState, quota: Quantities, limit: Lane['limit']): Lane {
    const kind = slotKind(task);
    const declared = this.#pools.get(task.plan.pool);
    const pool = declared?.bounds(quota) ? declared : undefined;
    const demand = pool
      ? [task.plan.pool, Object.entries(quota).toSorted(([a], [b]) => (a < b ? -1 : 1))]
      : [];
    const name = JSON.stringify([kind, limit ? task.plan.id : null, demand]);
    let lane = this.#lanes.get(name);
    if (!lane)
      this.#lanes.set(name, (lane = { jobs: new Heap(before), kind, pool, quota, limit, passes: 0 }));
    return lane;
  }

  #laneOf(job: Job): Lane {
    const { first, retry } = this.#lanesOf.get(job.task)!;
    return job.failures > 0 ? retry : first;
  }

  /** The first job of a lane that is still to start and not held; those before it are dropped, or put aside. */
  #first({ jobs }: Lane): Job | undefined {
    for (let job = jobs.first; job; job = jobs.first) {
      const waits = !job.removed && job.state === 'ready';
      if (waits && !this.#isHeld(job)) return job;
      jobs.pop();
      this.#size--;
      if (waits) this.#held.push(job);
    }
    return undefined;
  }

  #mayStart(lane: Lane, job: Job, now: number): boolean {
    const { pool, quota } = lane;
    if (isFull(lane)) return false;
    if (!pool) return true;
    return pool.fits(quota) && pool.mayLaunch(now) && !this.#yields(lane, job, pool);
  }

  /** Whether the pool waits for a job that has been passed too often, and that this one may not pass. */
  #yields(lane: Lane, job: Job, pool: Pool): boolean {
    const reserved = this.#reserved.get(pool);
    if (!reserved || reserved === lane || isFull(reserved)) return false;
    const waiting = this.#first(reserved);
    if (waiting) return job.priority <= waiting.priority;
    this.#reserved.delete(pool);
    return false;
  }

  /** Counts whom a job passes: those of its pool that stand before it, or level with it, and do not fit. */
  #notePasses({ pool }: Lane, job: Job): void {
    if (!pool) return;
    for (const lane of this.#lanes.values()) {
      if (lane.pool !== pool || isFull(lane) || pool.fits(lane.quota)) continue;
      const waiting = this.#first(lane);
      if (!waiting || waiting.priority < job.priority) continue;
      lane.passes++;
      if (lane.passes >= MAX_PASSES && !this.#reserved.has(pool)) this.#reserved.set(pool, lane);
    }
  }
}

function isFull({ limit }: Lane): boolean {
  return limit !== undefined && limit.running >= limit.most;
}

function before(a: Job, b: Job): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority;
  if (a.task !== b.task) return a.task.plan.id < b.task.plan.id;
  return compareBytes(a.key, b.key) < 0;
}
