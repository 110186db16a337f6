// The members that a change of one member changes in other repositories: combinators of it, and repositories that see its
// path under a pattern of their own. Knows no task and no job.
import type { Plan, RepositoryPlan } from '../../model/plan.ts';
import type { PathPattern } from '../../repository/port.ts';
import { combine } from './combine.ts';
import type { Combined, CombineContext } from './combine.ts';
import type { Members } from './members.ts';
import { RelatedIndex } from './related-index.ts';

export interface DerivedChange {
  readonly repository: number;
  readonly key: string;
  /** Undefined: the member is gone. */
  readonly now: Combined | undefined;
}

export class Derived {
  readonly #members: readonly Members[];
  readonly #patterns: ReadonlyMap<number, PathPattern>;
  readonly #context: CombineContext;
  /** By repository. */
  readonly #combinators: RepositoryPlan[][];
  readonly #viewers: { readonly id: number; readonly pattern: PathPattern }[][];
  /** By the number of the related repository. */
  readonly #related = new Map<number, RelatedIndex>();

  constructor(
    plan: Plan,
    members: readonly Members[],
    patterns: ReadonlyMap<number, PathPattern>,
    context: CombineContext,
  ) {
    this.#members = members;
    this.#patterns = patterns;
    this.#context = context;
    this.#combinators = plan.repositories.map(() => []);
    this.#viewers = plan.repositories.map(() => []);
    for (const repository of plan.repositories) {
      const { id } = repository;
      // One that is made of the same repository twice is told once.
      const children = 'children' in repository ? repository.children.map((child) => child.repository) : [];
      for (const child of new Set(children)) this.#combinators[child]!.push(repository);
      if (repository.type === 'related') this.#related.set(id, new RelatedIndex());
      const pattern = patterns.get(id);
      for (const seen of pattern && 'sees' in repository ? repository.sees : [])
        this.#viewers[seen.repository]!.push({ id, pattern: pattern! });
    }
  }

  /** What changes with a member that has just changed, or gone; nothing for the many repositories that nothing is made of. */
  changes(repository: number, key: string): Iterable<DerivedChange> {
    const isAlone = this.#viewers[repository]!.length + this.#combinators[repository]!.length === 0;
    return isAlone ? [] : this.#find(repository, key);
  }

  *#find(repository: number, key: string): Generator<DerivedChange> {
    const member = this.#members[repository]!.get(key);
    for (const { id, pattern } of this.#viewers[repository]!) {
      const path = this.#patterns.get(repository)!.format(key);
      const seen = path === undefined ? undefined : pattern.match(path);
      if (seen !== undefined) yield { repository: id, key: seen, now: member };
    }
    for (const plan of this.#combinators[repository]!) {
      const made = combine(plan, repository, key, this.#members, this.#context, this.#related.get(plan.id));
      for (const [derivedKey, now] of made) yield { repository: plan.id, key: derivedKey, now };
    }
  }
}
