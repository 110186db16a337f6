// What a build with targets is about, by plain reachability. Knows no keys of upstream jobs.
import type { Truth } from './evaluate.ts';
import type { Pipeline } from './model.ts';
import type { Random } from './random.ts';

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
      isWhole
        ? closure.has(task)
        : targets.some((target) => (target.job ?? name) === name && target.task === task),
    isWhole,
    forces: (task) => force && (targets.length === 0 || targets.some((target) => target.task === task)),
  };
}

/** One or two targets: tasks, jobs, or paths of outputs. */
export function targetsFor(pipeline: Pipeline, truth: Truth, random: Random): Target[] {
  const targets: Target[] = [];
  for (let count = random.between(1, 2); count > 0; count--) {
    const { name } = random.pick(pipeline.tasks);
    const jobs = [...truth.jobs].filter(
      ([, job]) => job.task === name && job.state === 'made' && job.key !== '',
    );
    const chosen = random.pickOr(jobs);
    const path = chosen && random.pickOr([...chosen[1].outputs.keys()]);
    const form = random.pick(['task', 'job', 'path'] as const);
    if (form === 'job' && chosen) targets.push({ task: name, job: chosen[0], text: chosen[0] });
    else if (form === 'path' && chosen && path !== undefined)
      targets.push({ task: name, job: chosen[0], text: path });
    else targets.push({ task: name, text: name });
  }
  return targets;
}
