// The values that the functions of `map` repositories give, each asked for once as long as nothing that it is made of is
// another. Knows no combinator but by its plan.
import { canonicalJson } from '../base/digest.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { SyncFunctions } from '../executor/function/sync-functions.ts';
import { moduleClosure } from '../freshness/module-closure.ts';
import type { Json } from '../model/json.ts';
import type { CombinatorRepositoryPlan } from '../model/plan.ts';
import type { StatTable } from '../repository/stat-table.ts';

type MapFunction = NonNullable<CombinatorRepositoryPlan['function']>;

export class MapFunctions {
  readonly #stats: StatTable;
  readonly #functions = new SyncFunctions();
  readonly #noted = new Set<string>();
  /** By repository, then key. */
  readonly #known = new Map<number, Map<string, { readonly of: string; readonly value: Json }>>();

  constructor(stats: StatTable) {
    this.#stats = stats;
  }

  /** `content` tells members apart whose arguments are the same, such as the paths of files. */
  call(
    { id, name }: CombinatorRepositoryPlan,
    { module, export: exported }: MapFunction,
    key: string,
    argument: Json,
    content: string,
  ): Result<Json, { readonly message: string }> {
    this.#note(module);
    const of = `${content}\n${canonicalJson(argument)}`;
    const known = this.#known.get(id) ?? new Map<string, { readonly of: string; readonly value: Json }>();
    this.#known.set(id, known);
    const before = known.get(key);
    if (before?.of === of) return ok(before.value);
    const value = this.#functions.call({ module, name: exported, argument });
    if (!value.ok) return err({ message: `the function of ${name} failed for ${key}: ${value.error}` });
    known.set(key, { of, value: value.value });
    return value;
  }

  close(): void {
    this.#functions.close();
  }

  /** A build with nothing to do has to look at the module and at what it imports. */
  #note(module: string): void {
    if (this.#noted.has(module)) return;
    this.#noted.add(module);
    const closure = moduleClosure(module);
    for (const file of closure.ok ? [...closure.value.files, ...closure.value.absent] : [module])
      this.#stats.file(file);
  }
}
