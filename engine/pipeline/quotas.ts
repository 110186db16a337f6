// Quota pools, and what a task takes of one. Knows nothing of when jobs run.
import type { Quota } from '../../schemas/generated/pipeline.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import type { LaunchRate, Quantities } from '../model/plan.ts';
import { below, type Context, type Located } from './context.ts';
import { parseRate } from './duration.ts';
import { Names } from './names.ts';
import { likelyQuantity, parseQuantity, shareOf } from './quantity.ts';
import type { PipelineSource } from './sources.ts';

export interface Demand {
  readonly pool: string;
  readonly quota: Quantities;
}

export interface Pool {
  readonly name: string;
  readonly limits: Quantities;
  /** The limits as they stand in the file. */
  readonly written: Readonly<Record<string, string | number | undefined>>;
  readonly launches?: LaunchRate;
  readonly origin: Located;
}

export class Pools {
  readonly #names = new Names<Pool>('pool');
  readonly #context: Context;
  #broken = false;

  constructor(context: Context, sources: readonly PipelineSource[]) {
    this.#context = context;
    for (const source of sources) {
      if ([...source.broken].some((entry) => entry.startsWith('quotas'))) this.#broken = true;
      for (const [name, spec] of Object.entries(source.file.quotas ?? {})) {
        const origin = { ...source, path: ['quotas', name] };
        const { launches, ...amounts } = spec;
        const rate = launches === undefined ? undefined : this.#rate(launches, below(origin, 'launches'));
        const pool = {
          name: source.prefix + name,
          limits: this.#quantities(amounts, origin),
          written: amounts,
          origin,
          ...(rate && { launches: rate }),
        };
        this.#names.declare(pool.name, pool, source.document.keyAt(origin.path), context.faults, context.cwd);
      }
    }
  }

  all(): readonly Pool[] {
    return this.#names.values();
  }

  /** What a task takes; asking for more than the whole pool is a fault. */
  demand(quota: Quota | undefined, origin: Located): Demand {
    if (typeof quota === 'string') return this.#shareOfAll(quota, 'main', origin);
    const { pool: name = 'main', ...amounts } = quota ?? {};
    const pool = this.#names.find(origin.prefix, name);
    if (pool === undefined && quota?.pool !== undefined && !this.#broken)
      this.#unknownPool(name, below(origin, 'pool'));
    const demanded: Record<string, number> = {};
    for (const [unit, value] of Object.entries(amounts)) {
      if (value === undefined) continue;
      const where = below(origin, unit);
      const share = shareOf(value);
      const amount =
        share === undefined ? this.#quantity(value, where) : this.#part(share, unit, pool, where);
      if (amount === undefined) continue;
      demanded[unit] = amount;
      if (pool) this.#compare(unit, amount, pool, where);
    }
    return { pool: pool?.name ?? name, quota: demanded };
  }

  /** What a task takes once it has failed: of the same pool. */
  fallback(quota: Quota | undefined, usual: Quota | undefined, origin: Located): Quantities | undefined {
    if (quota === undefined) return undefined;
    const pool = typeof usual === 'object' ? usual.pool : undefined;
    if (typeof quota === 'string') return this.#shareOfAll(quota, pool ?? 'main', origin).quota;
    if (quota.pool !== undefined && quota.pool !== (pool ?? 'main')) {
      this.#context.faults.error(
        'misplaced-key',
        'a retry draws on the pool of the first attempt',
        origin.document.keyAt([...origin.path, 'pool']),
      );
      return undefined;
    }
    return this.demand(pool === undefined ? quota : { ...quota, pool }, origin).quota;
  }

  /** `50%` of everything that the pool has. */
  #shareOfAll(text: string, name: string, origin: Located): Demand {
    const pool = this.#names.find(origin.prefix, name);
    const share = shareOf(text);
    if (share === undefined) return { pool: name, quota: {} };
    if (pool === undefined) {
      if (!this.#broken) this.#noWhole(text, `there is no pool "${name}"`, origin);
      return { pool: name, quota: {} };
    }
    if (share > 1) this.#overShare(pool, origin);
    const parts = Object.entries(pool.limits).map(([unit, limit]) => [unit, limit * share] as const);
    return { pool: pool.name, quota: Object.fromEntries(parts) };
  }

  #part(share: number, unit: string, pool: Pool | undefined, where: Located): number | undefined {
    const limit = pool && Object.hasOwn(pool.limits, unit) ? pool.limits[unit] : undefined;
    if (limit !== undefined) return limit * share;
    const lack = pool ? `the pool "${pool.name}" has no "${unit}"` : 'there is no such pool';
    if (!this.#broken) this.#noWhole(`${share * 100}%`, lack, where);
    return undefined;
  }

  #noWhole(share: string, lack: string, where: Located): void {
    this.#context.faults.error(
      'unknown-unit',
      `${share} of nothing: ${lack}`,
      where.document.at(where.path),
      {
        hint: 'give it a limit under `quotas:`, or write an amount',
      },
    );
  }

  #overShare(pool: Pool, where: Located): void {
    const message = `a job would take more than the whole pool "${pool.name}" has`;
    this.#context.faults.error('over-quota', message, where.document.at(where.path), {
      expected: 'at most 100%',
    });
  }

  #compare(unit: string, amount: number, pool: Pool, where: Located): void {
    const limit = Object.hasOwn(pool.limits, unit) ? pool.limits[unit] : undefined;
    const location = where.document.at(where.path);
    const poolAt = pool.origin.document.keyAt(pool.origin.path);
    const related = [{ message: 'the pool', location: poolAt }];
    if (limit === undefined) {
      if (unit === 'cpu' || unit === 'memory') return;
      const units = Object.keys(pool.limits);
      const message = `the pool "${pool.name}" has no "${unit}"`;
      this.#context.faults.error('unknown-unit', message, where.document.keyAt(where.path), {
        ...didYouMean(unit, units),
        related,
      });
    } else if (amount > limit) {
      const message = `a job would take more ${unit} than the whole pool "${pool.name}" has`;
      this.#context.faults.error('over-quota', message, location, {
        expected: `at most ${String(pool.written[unit] ?? limit)}`,
        related: [{ message: 'the limit', location: pool.origin.document.at([...pool.origin.path, unit]) }],
      });
    }
  }

  #unknownPool(name: string, where: Located): void {
    const names = this.#names.seenFrom(where.prefix);
    this.#context.faults.error('unknown-pool', `there is no pool "${name}"`, where.document.at(where.path), {
      expected: names.length === 0 ? 'a pool under `quotas:`' : `one of: ${names.join(', ')}`,
      ...didYouMean(name, names),
    });
  }

  #quantities(amounts: Readonly<Record<string, string | number | undefined>>, origin: Located): Quantities {
    const parsed: Record<string, number> = {};
    for (const [unit, value] of Object.entries(amounts)) {
      const quantity = value === undefined ? undefined : this.#quantity(value, below(origin, unit));
      if (quantity !== undefined) parsed[unit] = quantity;
    }
    return parsed;
  }

  #quantity(value: string | number, where: Located): number | undefined {
    const quantity = parseQuantity(value);
    if (quantity === undefined)
      this.#bad(JSON.stringify(value), 'quantity', where, likelyQuantity(String(value)));
    return quantity;
  }

  #rate(value: string, where: Located): LaunchRate | undefined {
    const rate = parseRate(value);
    if (rate === undefined) this.#bad(JSON.stringify(value), 'launch rate', where);
    return rate;
  }

  #bad(value: string, what: string, where: Located, likely?: string): void {
    this.#context.faults.error(
      'wrong-value',
      `${value} is no ${what}`,
      where.document.at(where.path),
      likely ? { hint: `did you mean "${likely}"?` } : {},
    );
  }
}
