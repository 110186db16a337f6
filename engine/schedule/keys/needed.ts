// Members that are kept only while they are needed: which of a job's inputs are gone although their jobs are up to date.
// Starts nothing.
import type { BuildContext } from '../context.ts';
import { nameOf } from '../job.ts';
import type { Job } from '../job.ts';
import type { LinkMembers } from './resolution.ts';

/** The jobs that must run again before one that reads `links` can. */
export function missingMakers(context: BuildContext, job: Job, links: readonly LinkMembers[]): Job[] {
  const makers: Job[] = [];
  for (const { link, members } of links) {
    const plan = context.plan.repositories[link.plan.repository]!;
    if (plan.type !== 'memory' && !('keep' in plan && plan.keep === 'needed')) continue;
    for (const { key, maker } of members) {
      if (!maker || maker === job || maker.state !== 'up-to-date') continue;
      const isThere = maker.task.plan.service
        ? context.services?.isReady(nameOf(maker))
        : context.repositories.get(plan.id)!.has(key);
      if (isThere !== true) makers.push(maker);
    }
  }
  return makers;
}
