// A quota pool while jobs run: amounts in use against their limits, and launches within a window. Knows no jobs and no
// clock.
import type { LaunchRate, Quantities } from '../../model/plan.ts';

/** Sums of fractions such as 0.1 are off by less than that. */
const ROUNDING = 1e-9;

export class Pool {
  readonly #limits: Quantities;
  readonly #rate: LaunchRate | undefined;
  readonly #used: Record<string, number> = {};
  /** Times of launches, the earliest first. */
  #launches: number[] = [];

  constructor(limits: Quantities, rate: LaunchRate | undefined) {
    this.#limits = limits;
    this.#rate = rate;
  }

  /** Whether jobs of that demand need the pool at all. */
  bounds(quota: Quantities): boolean {
    return this.#rate !== undefined || Object.keys(quota).some((name) => this.#limits[name] !== undefined);
  }

  /** `without` are amounts that are about to come back. */
  fits(quota: Quantities, without: Quantities = {}): boolean {
    for (const name in quota) {
      const limit = this.#limits[name];
      if (limit === undefined) continue;
      const used = (this.#used[name] ?? 0) - (without[name] ?? 0);
      if (used + quota[name]! > limit * (1 + ROUNDING) + ROUNDING) return false;
    }
    return true;
  }

  /** Whether one more may start at `now`: of `N/min`, N may start in any minute. */
  mayLaunch(now: number): boolean {
    return this.#rate === undefined || this.#recent(now, this.#rate).length < this.#rate.count;
  }

  take(quota: Quantities): void {
    for (const name in quota) this.#used[name] = (this.#used[name] ?? 0) + quota[name]!;
  }

  free(quota: Quantities): void {
    for (const name in quota) this.#used[name] = (this.#used[name] ?? 0) - quota[name]!;
  }

  noteLaunch(time: number): void {
    if (this.#rate) this.#launches.push(time);
  }

  /** When the window of launches opens again, if it is closed; ms since 1970. */
  nextOpening(now: number): number | undefined {
    return this.mayLaunch(now)
      ? undefined
      : this.#launches[this.#launches.length - this.#rate!.count]! + this.#rate!.windowMs;
  }

  #recent(now: number, { windowMs }: LaunchRate): number[] {
    if (this.#launches.length > 0 && this.#launches[0]! <= now - windowMs) {
      this.#launches = this.#launches.filter((time) => time > now - windowMs);
    }
    return this.#launches;
  }
}
