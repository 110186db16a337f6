// Removes what jobs made whose key is gone: files that are still as they were made, and the record. Knows no network.
import { rmdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { BuildContext } from './context.ts';
import { removeEarlier } from './commit.ts';
import type { PathPattern } from '../repository/port.ts';
import type { TaskState } from './job.ts';

export interface Pruned {
  readonly key: string;
  readonly paths: readonly string[];
}

/** Prunes a task's orphans; with `dryRun` only says what it would remove. */
export function prune(
  task: TaskState,
  context: BuildContext,
  dryRun: boolean,
  isClaimed: (path: string) => boolean,
): Pruned[] {
  const pruned: Pruned[] = [];
  const inPlace = context.outputNow.bind(context);
  for (const key of task.orphans) {
    const record = task.records.get(key);
    if (!record || task.plan.rerun === 'once') continue;
    if (dryRun) {
      const paths = record.outputs.filter(
        (output) => inPlace(output) === output.fingerprint && !isClaimed(output.path),
      );
      pruned.push({ key, paths: paths.map((output) => output.path) });
      continue;
    }
    const removed = removeEarlier(record.outputs, {
      root: context.root,
      stats: context.stats,
      inPlace,
      isClaimed,
    });
    context.store.removeRecord(task.plan.name, key);
    task.records.delete(key);
    for (const output of removed) removeEmptyFolders(output.path, context.patterns, context.root);
    pruned.push({ key, paths: removed.map((output) => output.path) });
  }
  task.orphans.clear();
  return pruned;
}

/** Folders that a fan-out's members leave empty go with them, up to the pattern's fixed part. */
export function removeEmptyFolders(
  path: string,
  patterns: ReadonlyMap<number, PathPattern>,
  root: string,
): void {
  const pattern = [...patterns.values()].find((each) => each.match(path) !== undefined);
  if (!pattern) return;
  for (
    let folder = dirname(path);
    folder !== pattern.fixed && folder.startsWith(pattern.fixed) && folder !== '.';
    folder = dirname(folder)
  ) {
    try {
      rmdirSync(resolve(root, folder));
    } catch {
      return;
    }
  }
}
