// Members that nobody knows of after a failure: what a job makes that finds its members out only by running, and the jobs
// that would have followed from those. What is not there then may only be unknown. Changes nothing.
import { isGroupOnly, isRead } from './admission.ts';
import type { BoundLink } from './bound-link.ts';
import type { Job, TaskState } from '../job.ts';
import type { Network } from './network.ts';

/** About which members of a repository one asks: all, one, or the group that a pattern of keys gives a job. */
type Ask =
  | { readonly type: 'all' }
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'group'; readonly group: string; readonly pattern: string };

/** A job that did not succeed and might have made such members, itself or through others; for settled repositories. */
export function gapIn(network: Network, repository: number, ask: Ask): Job | undefined {
  const { plan } = network.members[repository]!;
  const sees = 'sees' in plan && plan.sees.length > 0;
  const pending = network.writersOf(repository).map((task) => ({ task, repository, ask: sees ? ALL : ask }));
  const seen = new Set<TaskState>();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const links = network.links.get(next.task)!;
    const isOfThem = ({ plan }: BoundLink): boolean => network.doesReach(next.repository, plan.repository);
    const gap = ownGap(next.task, links.filter(isOfThem), next.ask);
    if (gap) return gap;
    if (seen.has(next.task)) continue;
    seen.add(next.task);
    for (const { plan } of links) {
      if (!makesKeys(plan.select.type, links) || !isRead(plan) || !plan.requiredForStart) continue;
      for (const task of network.writersOf(plan.repository))
        pending.push({ task, repository: plan.repository, ask: ALL });
    }
  }
  return undefined;
}

/** What a job asks by a fan-in or a group. */
export function askOf({ plan, groupFor }: BoundLink, job: Job): Ask {
  if (plan.select.type !== 'keys') return ALL;
  return { type: 'group', group: groupFor!(job.key), pattern: plan.select.pattern };
}

const ALL: Ask = { type: 'all' };

function ownGap(task: TaskState, links: readonly BoundLink[], ask: Ask): Job | undefined {
  if (task.plan.failureOk || (task.counts.failed === 0 && task.counts.blocked === 0)) return undefined;
  for (const link of links) {
    if (!link.plan.isOutput || link.keyFor) continue;
    const group = groupAsked(link, ask);
    if (group === 'none') continue;
    for (const job of task.jobs.values()) {
      if (job.state !== 'failed' && job.state !== 'blocked') continue;
      if (group === 'any' || link.groupFor!(job.key) === group.of) return job;
    }
  }
  return undefined;
}

/** Which of an output link's groups the asked members would be in. */
function groupAsked({ plan, groupOf }: BoundLink, ask: Ask): 'any' | 'none' | { readonly of: string } {
  if (plan.select.type !== 'keys' || !groupOf || ask.type === 'all') return 'any';
  if (ask.type === 'group')
    return shape(plan.select.pattern) === shape(ask.pattern) ? { of: ask.group } : 'any';
  const of = groupOf(ask.key);
  return of === undefined ? 'none' : { of };
}

/** Patterns that differ only in how fields are called make the same groups. */
function shape(pattern: string): string {
  return pattern.replaceAll(/\{[^}]*\}/g, '{}');
}

function makesKeys(select: string, links: readonly BoundLink[]): boolean {
  return select === (isGroupOnly(links) ? 'keys' : 'same');
}
