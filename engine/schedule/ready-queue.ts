// Jobs that may start, in the order in which they should, and the pools that they draw on. Knows no graph and no clock
// but the one it is given.
//
// Order: priority (higher first), task order, key. A job that does not fit its pool lets later ones pass (backfill), but
// only so many times: then its pool starts nothing else until it fits.
import { compareBytes } from '../base/compare.ts';
import type { LaunchRate, Plan, Quantities } from '../model/plan.ts';
import type { Job } from './job.ts';

/** How many jobs may pass one that does not fit before its pool waits for it. */
const MAX_PASSES = 50;

export class ReadyQueue {
  readonly #heap: Job[] = [];
  readonly #pools = new Map<string, Pool>();
  readonly #limits: ReadonlyMap<Job['task'], number>;
  readonly #running = new Map<Job['task'], number>();
  readonly #passes = new Map<Job, number>();
  readonly #isHeld: (job: Job) => boolean;
  #held: Job[] = [];

  /** `isHeld`: a job is paused, and put aside until `releaseHeld`. */
  constructor(plan: Plan, tasks: Iterable<Job['task']>, isHeld: (job: Job) => boolean = () => false) {
    this.#isHeld = isHeld;
    for (const name of new Set([...Object.keys(plan.quotas), ...Object.keys(plan.launchRates ?? {})])) {
      this.#pools.set(name, new Pool(plan.quotas[name] ?? {}, plan.launchRates?.[name]));
    }
    const limits = new Map<Job['task'], number>();
    for (const task of tasks)
      if (task.plan.maxConcurrent !== undefined) limits.set(task, task.plan.maxConcurrent);
    this.#limits = limits;
  }

  get size(): number {
    return this.#heap.length;
  }

  push(job: Job): void {
    this.#heap.push(job);
    this.#up(this.#heap.length - 1);
  }

  /** Takes the first job that may start at `now` and books what it needs; undefined if none may. */
  take(now: number): Job | undefined {
    const passed: Job[] = [];
    const closed = new Set<Pool>();
    let found: Job | undefined;
    while (!found && this.#heap.length > 0) {
      const job = this.#pop();
      if (job.removed || job.state !== 'ready') continue;
      if (this.#isHeld(job)) {
        this.#held.push(job);
        continue;
      }
      const pool = this.#pools.get(job.task.plan.pool);
      const full = (this.#limits.get(job.task) ?? Infinity) <= (this.#running.get(job.task) ?? 0);
      if (full || (pool && (closed.has(pool) || !pool.fits(job.task.plan.quota, now)))) {
        passed.push(job);
        if (pool && !full && (this.#passes.get(job) ?? 0) >= MAX_PASSES) closed.add(pool);
        continue;
      }
      pool?.book(job.task.plan.quota, now);
      this.#running.set(job.task, (this.#running.get(job.task) ?? 0) + 1);
      found = job;
    }
    for (const job of passed) {
      if (found) this.#passes.set(job, (this.#passes.get(job) ?? 0) + 1);
      this.push(job);
    }
    if (found) this.#passes.delete(found);
    return found;
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

  /** Gives back what a started job had booked. */
  release(job: Job): void {
    this.#pools.get(job.task.plan.pool)?.free(job.task.plan.quota);
    this.#running.set(job.task, (this.#running.get(job.task) ?? 1) - 1);
  }

  /** When a pool's window of launches opens again, if that is what holds jobs back; ms since 1970. */
  nextOpening(now: number): number | undefined {
    let next: number | undefined;
    for (const pool of this.#pools.values()) {
      const opening = pool.nextOpening(now);
      if (opening !== undefined && (next === undefined || opening < next)) next = opening;
    }
    return next;
  }

  #pop(): Job {
    const first = this.#heap[0]!;
    const last = this.#heap.pop()!;
    if (this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#down(0);
    }
    return first;
  }

  #up(start: number): void {
    const heap = this.#heap;
    for (let index = start; index > 0;) {
      const parent = (index - 1) >> 1;
      if (!before(heap[index]!, heap[parent]!)) return;
      [heap[index], heap[parent]] = [heap[parent]!, heap[index]!];
      index = parent;
    }
  }

  #down(start: number): void {
    const heap = this.#heap;
    for (let index = start; ;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < heap.length && before(heap[child]!, heap[least]!)) least = child;
      }
      if (least === index) return;
      [heap[index], heap[least]] = [heap[least]!, heap[index]!];
      index = least;
    }
  }
}

function before(a: Job, b: Job): boolean {
  if (a.task.plan.priority !== b.task.plan.priority) return a.task.plan.priority > b.task.plan.priority;
  if (a.task !== b.task) return a.task.plan.id < b.task.plan.id;
  return compareBytes(a.key, b.key) < 0;
}

/** Amounts in use against their limits, and launches within a window. */
class Pool {
  readonly #limits: Quantities;
  readonly #rate: LaunchRate | undefined;
  readonly #used: Record<string, number> = {};
  #launches: number[] = [];

  constructor(limits: Quantities, rate: LaunchRate | undefined) {
    this.#limits = limits;
    this.#rate = rate;
  }

  fits(quota: Quantities, now: number): boolean {
    for (const name in quota) {
      const limit = this.#limits[name];
      if (limit !== undefined && (this.#used[name] ?? 0) + quota[name]! > limit + 1e-9) return false;
    }
    return this.#rate === undefined || this.#recent(now, this.#rate).length < this.#rate.count;
  }

  book(quota: Quantities, now: number): void {
    for (const name in quota) this.#used[name] = (this.#used[name] ?? 0) + quota[name]!;
    if (this.#rate) this.#launches.push(now);
  }

  free(quota: Quantities): void {
    for (const name in quota) this.#used[name] = (this.#used[name] ?? 0) - quota[name]!;
  }

  nextOpening(now: number): number | undefined {
    if (!this.#rate || this.#recent(now, this.#rate).length < this.#rate.count) return undefined;
    return this.#launches[0]! + this.#rate.windowMs;
  }

  /** Launches within the window; N of them are allowed, not N - 1. */
  #recent(now: number, { windowMs }: LaunchRate): number[] {
    if (this.#launches.length > 0 && this.#launches[0]! <= now - windowMs) {
      this.#launches = this.#launches.filter((time) => time > now - windowMs);
    }
    return this.#launches;
  }
}
