// Which keys a task has jobs for, by what its links hold. Pure over the links; changes nothing.
import type { LinkPlan } from '../../model/plan.ts';
import type { TaskState } from '../job.ts';
import type { BoundLink } from './bound-link.ts';

export type WritersOf = (repository: number) => readonly TaskState[];

/** A task without required same-key links, and without a group alone, has one job, of the unit key. */
export function isSingle(links: readonly BoundLink[]): boolean {
  return (
    !isGroupOnly(links) && !links.some(({ plan }) => plan.select.type === 'same' && plan.requiredForStart)
  );
}

/** A required `{key}/*` group without a required same-key link makes one job per distinct key. */
export function isGroupOnly(links: readonly BoundLink[]): boolean {
  let groups = false;
  for (const { plan } of links) {
    if (!plan.requiredForStart) continue;
    if (plan.select.type === 'same') return false;
    if (isRead(plan) && plan.select.type === 'keys') groups = true;
  }
  return groups;
}

/** Whether a task has a job for a key: all its required same-key links hold it, and no inhibitor takes it away. */
export function hasKey(
  task: TaskState,
  links: readonly BoundLink[],
  key: string,
  writersOf: WritersOf,
): boolean {
  const groupOnly = isGroupOnly(links);
  let ties = 0;
  for (const link of links) {
    const { select, requiredForStart, inhibitsStart } = link.plan;
    if (select.type === 'same' && requiredForStart) {
      ties++;
      if (!link.members.get(key)) return false;
    } else if (select.type === 'same' && inhibitsStart) {
      if (link.members.get(key)?.state === 'present' && takesKeys(task, link, writersOf)) return false;
    } else if (groupOnly && select.type === 'keys' && requiredForStart) {
      ties++;
      if (!link.groups!.has(key)) return false;
    }
  }
  return ties > 0 || key === '';
}

/** Whether a link brings something to the job, or gates it, rather than being written by it. */
export function isRead(link: LinkPlan): boolean {
  return link.isInput || link.requiredForStart || link.inhibitsStart;
}

/** Whether a change of it concerns the job at all. */
export function isHeard(link: LinkPlan): boolean {
  return isRead(link) || link.cancels;
}

/** An inhibitor that the task writes itself, or that lies downstream of it, only holds back starting. */
function takesKeys(task: TaskState, link: BoundLink, writersOf: WritersOf): boolean {
  if (link.plan.isStatus) return false;
  return !writersOf(link.plan.repository).some((writer) => writer === task || dependsOn(writer, task));
}

function dependsOn(task: TaskState, other: TaskState): boolean {
  const seen = new Set<TaskState>();
  const stack = [task];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next === other) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    stack.push(...next.dependencies);
  }
  return false;
}
