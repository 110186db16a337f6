// The path patterns of a plan by repository, without opening any. Pure.
import type { Plan } from '../model/plan.ts';
import { compilePattern } from '../repository/pattern.ts';
import type { PathPattern } from '../repository/port.ts';

export function patternsOf(plan: Plan): Map<number, PathPattern> {
  const patterns = new Map<number, PathPattern>();
  for (const repository of plan.repositories) {
    const compiled = 'pattern' in repository ? compilePattern(repository.pattern) : undefined;
    if (compiled?.ok) patterns.set(repository.id, compiled.value);
  }
  return patterns;
}
