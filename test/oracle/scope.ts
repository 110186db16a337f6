// What a build with targets is about, by plain reachability. Knows no keys of upstream jobs.
import type { Truth } from './evaluate.ts';

export interface Scope {
  /** The targets as pipe gets them; none is everything. */
  readonly targets: readonly string[];
  /** Whether a job may run at all. */
  readonly isIn: (task: string) => boolean;
  /** Whether a job has to be right after a build that ended well. */
  readonly isWanted: (task: string, name: string) => boolean;
  /** Whether all jobs of the tasks in it are wanted, so that pipe removes what has no job any more. */
  readonly isWhole: boolean;
  readonly forces: (task: string) => boolean;
}

export type Target = { readonly task: string; readonly job?: string; readonly text: string };

export function scopeOf(truth: Truth, targets: readonly Target[], force: boolean): Scope {
  const closure = new Set<string>();
  const stack = targets.length === 0 ? [...truth.upstream.keys()] : targets.map((target) => target.task);
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    if (closure.has(task)) continue;
    closure.add(task);
    stack.push(...(truth.upstream.get(task) ?? []));
  }
  const isWhole = targets.every((target) => target.job === undefined);
  return {
    targets: targets.map((target) => target.text),
    isIn: (task) => closure.has(task),
    isWanted: (task, name) =>
      isWhole ? closure.has(task) : targets.some((target) => (target.job ?? name) === name && target.task === task),
    isWhole,
    forces: (task) => force && (targets.length === 0 || targets.some((target) => target.task === task)),
  };
}
