// Removes what jobs made whose key is gone: files that are still as they were made, and the record. Knows no network.
import { rmdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { faultPoint } from '../base/fault-point.ts';
import type { BuildContext } from './context.ts';
import { removeEarlier } from './attempt/commit.ts';
import type { PathPattern } from '../repository/port.ts';
import type { TaskState } from './job.ts';
import type { BoundLink } from './keys/bound-link.ts';
import type { Network } from './keys/network.ts';
import type { OutputRow } from '../store/rows.ts';
import { removeStatus } from './attempt/status-links.ts';

export interface Pruned {
  readonly key: string;
  readonly paths: readonly string[];
  /** Made by pipe and changed since: they stay. */
  readonly kept: readonly string[];
}

/** Prunes a task's orphans; with `dryRun` only says what it would remove. */
export function prune(
  task: TaskState,
  links: readonly BoundLink[],
  context: BuildContext,
  dryRun: boolean,
  isClaimed: (path: string) => boolean,
): Pruned[] {
  const pruned: Pruned[] = [];
  const inPlace = (output: OutputRow) => context.outputNow({ ...output, fingerprint: '' });
  for (const key of task.orphans) {
    const record = task.records.get(key);
    if (!record || task.plan.rerun === 'once') continue;
    if (dryRun) {
      const paths = record.outputs.filter(
        (output) => inPlace(output) === output.fingerprint && !isClaimed(output.path),
      );
      pruned.push({ key, paths: paths.map((output) => output.path), kept: [] });
      continue;
    }
    // What goes, goes by records that are kept.
    context.store.flush();
    const removed = removeEarlier(record.outputs, {
      root: context.root,
      stats: context.stats,
      inPlace,
      isClaimed,
      checkPlace: context.checkPlace,
    });
    faultPoint('prune-removed');
    removeStatus(links, key, context.paths, context.root);
    context.store.removeRecord(task.plan.name, key);
    task.records.delete(key);
    for (const output of removed) removeEmptyFolders(output.path, context.patterns, context.root);
    const kept = record.outputs.filter(
      (output) => output.path !== '' && !isClaimed(output.path) && inPlace(output) !== undefined,
    );
    pruned.push({
      key,
      paths: removed.map((output) => output.path),
      kept: [...new Set(kept.map((output) => output.path))],
    });
  }
  task.orphans.clear();
  return pruned;
}

/** After a build that went well: members of `keep: needed` repositories go, since all that read them have run. */
export function dropUnneeded(network: Network, context: BuildContext): void {
  for (const { plan, all } of network.members.map((members) => ({
    plan: members.plan,
    all: members.all(),
  }))) {
    const repository = context.paths.get(plan.id);
    if (!repository || !('keep' in plan) || plan.keep !== 'needed') continue;
    for (const member of all) {
      const path = repository.pathOf(member.key);
      if (!member.maker || member.state !== 'present' || !repository.has(member.key)) continue;
      if (context.outputNow({ link: '', key: member.key, path, fingerprint: '' }) !== member.fingerprint)
        continue;
      if (!context.checkPlace(path).ok) continue;
      rmSync(resolve(context.root, path), { recursive: true, force: true });
      context.stats.forget(path);
    }
  }
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
