// Prunes a task whose key set is final, and tells of it. Decides nothing about single files.
import { span } from '../base/span.ts';
import type { BuildContext } from './context.ts';
import { hasFailureAbove } from './job.ts';
import type { TaskState } from './job.ts';
import type { Network } from './keys/network.ts';
import { prune } from './prune.ts';
import { isClaimed } from './keys/settle.ts';
import type { Tally } from './tally.ts';

export function pruneClosed(
  task: TaskState,
  network: Network,
  context: BuildContext,
  tally: Tally,
  dryRun: boolean,
): void {
  if (task.orphans.size === 0 || hasFailureAbove(task)) return;
  // Which keys are gone is known to who lists them all: the next build.
  if (context.narrow) return;
  using _span = span('remove what keys that are gone had');
  // What runs without a key may still write: it is pruned when it has ended.
  for (const key of task.leaving.keys()) task.orphans.delete(key);
  const links = network.links.get(task)!;
  for (const { key, paths, kept } of prune(task, links, context, dryRun, (path) =>
    isClaimed(network, context, path, undefined),
  )) {
    tally.prunedPaths(paths.length);
    const [first] = kept;
    const more = kept.length > 1 ? ` (and ${kept.length - 1} more)` : '';
    if (first !== undefined)
      tally.warn(
        'kept-changed',
        `${first}${more} stays: its key is gone, but it was changed since pipe made it`,
      );
    if (paths.length > 0)
      tally.emit({ type: 'pruned', time: Date.now(), job: { task: task.plan.name, key }, paths });
  }
}
