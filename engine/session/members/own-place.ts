// Where a member lies in the end: a repository that is only read may see files of one that a task writes. Knows no state.
import type { RepositoryPlan } from '../../model/plan.ts';
import type { Looking } from '../looking.ts';

/** A repository that holds members of its own. */
export type StoredRepository = Exclude<RepositoryPlan, { children: unknown }>;

/** The repository that a task writes there, with its key for the same path; else the one given. */
export function ownerOf(
  { plan, workspace }: Pick<Looking, 'plan' | 'workspace'>,
  repository: StoredRepository,
  key: string,
): { readonly repository: StoredRepository; readonly key: string } {
  const path = workspace.patterns.get(repository.id)?.format(key);
  for (const seen of 'sees' in repository ? repository.sees : []) {
    const owned = path === undefined ? undefined : workspace.patterns.get(seen.repository)?.match(path);
    if (owned !== undefined)
      return { repository: plan.repositories[seen.repository] as StoredRepository, key: owned };
  }
  return { repository, key };
}

/** Repositories under which a member of one is seen too, with the key there: views of its path and combinators of it. */
export function derivedOf(
  { plan, workspace }: Pick<Looking, 'plan' | 'workspace'>,
  repository: number,
  key: string,
  relatedKeys: (combinator: Extract<RepositoryPlan, { children: unknown }>, key: string) => readonly string[],
): { readonly repository: number; readonly key: string }[] {
  const found: { repository: number; key: string }[] = [];
  const path = workspace.patterns.get(repository)?.format(key);
  for (const other of plan.repositories) {
    if ('children' in other) {
      const at = other.children.findIndex((child) => child.repository === repository);
      if (at < 0) continue;
      const keys = other.type === 'related' && at === 0 ? relatedKeys(other, key) : [key];
      for (const each of keys) found.push({ repository: other.id, key: each });
    } else if ('sees' in other && other.sees.some((seen) => seen.repository === repository)) {
      const seen = path === undefined ? undefined : workspace.patterns.get(other.id)?.match(path);
      if (seen !== undefined) found.push({ repository: other.id, key: seen });
    }
  }
  return found;
}
