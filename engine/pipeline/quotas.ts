// Quota pools, and what a task takes of one. Knows nothing of when jobs run.
import type { Quota } from '../../schemas/generated/pipeline.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import type { LaunchRate, Quantities } from '../model/plan.ts';
import { below, type Context, type Located } from './context.ts';
import { parseRate } from './duration.ts';
import { Names } from './names.ts';
import { likelyQuantity, parseQuantity } from './quantity.ts';
import type { PipelineSource } from './sources.ts';

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
  demand(quota: Quota | undefined, origin: Located): { readonly pool: string; readonly quota: Quantities } {
    const { pool: name = 'main', ...amounts } = quota ?? {};
    const quantities = this.#quantities(amounts, origin);
    const pool = this.#names.find(origin.prefix, name);
    if (pool === undefined) {
      if (quota?.pool !== undefined && !this.#broken) this.#unknownPool(name, below(origin, 'pool'));
      return { pool: name, quota: quantities };
    }
    for (const [unit, amount] of Object.entries(quantities))
      this.#compare(unit, amount, pool, below(origin, unit));
    return { pool: pool.name, quota: quantities };
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
      if (value === undefined) continue;
      const quantity = parseQuantity(value);
      if (quantity !== undefined) parsed[unit] = quantity;
      else this.#bad(JSON.stringify(value), 'quantity', below(origin, unit), likelyQuantity(String(value)));
    }
    return parsed;
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
