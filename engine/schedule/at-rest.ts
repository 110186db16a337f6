// Whether a network has come to rest with all of some tasks' jobs up to date: then a dry run would find just what it says.
// Asks only what is counted; looks at no job and no file.
import type { Network } from './keys/network.ts';

export function isAtRest(network: Network, tasks: Iterable<number>): boolean {
  if (!network.isStarted || !network.dirty.isEmpty) return false;
  for (const id of tasks) {
    const task = network.tasks.get(id);
    // Of a task of which it sees to single keys only, it knows no others.
    if (!task || task.wanted || task.open || task.orphans.size > 0) return false;
    const { rerun, service, longRunning, failureOk } = task.plan;
    // A dry run starts none of these anew, or each.
    if (rerun === 'always' || service || longRunning || failureOk) return false;
    if (task.counts['up-to-date'] + task.counts.succeeded < task.jobs.size) return false;
  }
  return true;
}
