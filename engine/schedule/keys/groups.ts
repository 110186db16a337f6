// Members that are read in groups (`keys:`), and the jobs that read each group. Knows no other link.
import type { BoundLink } from './bound-link.ts';
import type { Job } from '../job.ts';

export function enterGroups(job: Job, links: readonly BoundLink[]): void {
  for (const { groupFor, groupJobs } of links) {
    if (!groupFor || !groupJobs) continue;
    const group = groupFor(job.key);
    const jobs = groupJobs.get(group);
    if (jobs) jobs.add(job);
    else groupJobs.set(group, new Set([job]));
  }
}

export function leaveGroups(job: Job, links: readonly BoundLink[]): void {
  for (const { groupFor, groupJobs } of links) {
    if (!groupFor || !groupJobs) continue;
    const group = groupFor(job.key);
    const jobs = groupJobs.get(group);
    if (jobs?.delete(job) && jobs.size === 0) groupJobs.delete(group);
  }
}

/** Takes up that a member came or went; returns its group, if it is in any. */
export function noteInGroup({ members, groupOf, groups }: BoundLink, key: string): string | undefined {
  const group = groupOf!(key);
  if (group === undefined) return undefined;
  const present = members.get(key) !== undefined;
  const keys = groups!.get(group);
  if (present && keys) keys.add(key);
  else if (present) groups!.set(group, new Set([key]));
  else if (keys?.delete(key) && keys.size === 0) groups!.delete(group);
  return group;
}
