// The invariants of a dry run: it changes nothing, and names all that a build would run. Pure; knows no files but as values.
import { nameOf } from './check.ts';
import type { Observation } from './check.ts';
import { printEntry } from './disk.ts';
import type { Truth } from './evaluate.ts';

export function checkPlan(seen: Omit<Observation, 'isComplete'>): string[] {
  return [...idle(seen), ...complete(seen)];
}

function* idle({ before, after, built }: Omit<Observation, 'isComplete'>): Generator<string> {
  for (const name of built.started) yield `${name} ran in a dry run`;
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(path);
    const is = after.get(path);
    if (printEntry(was) !== printEntry(is) || was?.mtimeNs !== is?.mtimeNs) yield `a dry run changed ${path}`;
  }
}

/** Members of fan-outs are not known before they are made, so what comes after them is only known when all stays as it was. */
function* complete({ truth, needs, scope, built }: Omit<Observation, 'isComplete'>): Generator<string> {
  const planned = new Map(
    built.events.flatMap((event) => (event.type === 'job-planned' ? [[nameOf(event.job), event]] : [])),
  );
  for (const [name, need] of needs) {
    const job = truth.jobs.get(name)!;
    if (need !== 'must' || planned.has(name) || !scope.isWanted(job.task, name)) continue;
    if (hasChangingUpstream(truth, job.task, needs)) continue;
    yield `${name} would run, and the dry run does not say so`;
  }
  for (const [name, event] of planned) {
    const job = truth.jobs.get(name);
    if (!event.certain || !job || needs.get(name) !== 'no' || !job.action) continue;
    if (!hasChangingUpstream(truth, job.task, needs)) yield `${name} is said to run for sure, and would not`;
  }
}

/** Whether a task that it reads from has jobs to run: what they make decides. */
function hasChangingUpstream(truth: Truth, task: string, needs: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  const stack = [...(truth.upstream.get(task) ?? [])];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    stack.push(...(truth.upstream.get(next) ?? []));
  }
  return [...needs].some(([name, need]) => need !== 'no' && seen.has(truth.jobs.get(name)!.task));
}
