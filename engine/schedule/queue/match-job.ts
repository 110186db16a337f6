// Whether a job is among those that a target names: `task`, `task/key`, a glob of either, or `*` for all. Knows no paths.
import { matchesGlob } from 'node:path';
import { printJob } from '../../model/job.ts';
import type { JobName } from '../../model/job.ts';

export function matchesJob(target: string, job: JobName): boolean {
  if (target === '*' || target === job.task || target === printJob(job)) return true;
  if (!/[*?[{]/.test(target)) return false;
  const slash = target.indexOf('/');
  if (slash < 0) return matchesGlob(job.task, target);
  return matchesGlob(job.task, target.slice(0, slash)) && matchesGlob(job.key, target.slice(slash + 1));
}
