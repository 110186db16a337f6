// Which repositories and tasks are plain: what their jobs read and write can be told from paths and records alone. Pure.
import type { LinkPlan, PathRepositoryPlan, Plan, TaskPlan } from '../../model/plan.ts';

/** Repositories of single files that no other is made of. */
export function plainRepositories(plan: Plan): ReadonlySet<number> {
  const plain = new Set<number>();
  for (const repository of plan.repositories)
    if (repository.type === 'file' && isPlainFile(repository)) plain.add(repository.id);
  for (const repository of plan.repositories) {
    const others =
      'children' in repository ? repository.children : 'sees' in repository ? repository.sees : [];
    for (const other of others) plain.delete(other.repository);
  }
  return plain;
}

function isPlainFile({ sees, keep, acceptStrays }: PathRepositoryPlan): boolean {
  return sees.length === 0 && keep === 'always' && !acceptStrays;
}

/** A task whose jobs each make the same members every time, and run when what they read has changed, and only then. */
export function isPlainTask(task: TaskPlan, plain: ReadonlySet<number>): boolean {
  const { action, rerun, service, longRunning, replicas, ranking, emits, failureOk } = task;
  if (action.type !== 'shell' && action.type !== 'exec' && action.type !== 'function') return false;
  if (rerun !== 'changed' || service || longRunning || replicas || ranking || emits || failureOk)
    return false;
  return task.links.every((link) => plain.has(link.repository) && isPlainLink(link));
}

function isPlainLink(link: LinkPlan): boolean {
  const { isInput, isOutput, isStatus, requiredForStart, requiredForSuccess, select, role, values } = link;
  if (isInput === isOutput || isStatus || link.cancels || link.inhibitsStart || link.inhibitsOutput)
    return false;
  if (role || values || link.inPlace || link.orElse !== undefined) return false;
  if (isOutput) return requiredForSuccess && (select.type === 'same' || select.type === 'unit');
  return requiredForStart && !link.requiredForOutput && INPUTS.has(select.type);
}

const INPUTS: ReadonlySet<LinkPlan['select']['type']> = new Set(['same', 'unit', 'all', 'keys']);
