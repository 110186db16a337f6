// Which repository an output is in: of a link to a `fallback`, the one whose path it has. Pure.
import type { LinkPlan } from '../../model/plan.ts';
import type { PathPattern } from '../../repository/port.ts';

export function homeOf(
  { repository, orElse }: Pick<LinkPlan, 'repository' | 'orElse'>,
  path: string,
  patterns: ReadonlyMap<number, PathPattern>,
): number {
  if (orElse === undefined) return repository;
  return patterns.get(repository)?.match(path) === undefined ? orElse : repository;
}
