// `pipe clean`: removes what pipe made and nobody changed since, and only that. Knows no terminal.
import { ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import { removeEarlier } from '../schedule/attempt/commit.ts';
import { removeEmptyFolders } from '../schedule/prune.ts';
import { scopeOf } from '../schedule/scope.ts';
import type { Store } from '../store/store.ts';
import type { CleanReport } from './types.ts';
import type { Workspace } from './workspace.ts';

export interface CleanOptions {
  readonly targets: readonly string[];
  readonly dryRun: boolean;
  /** Only what tasks made that the pipeline no longer has. */
  readonly orphans: boolean;
}

export function clean(
  plan: Plan,
  store: Store,
  workspace: Workspace,
  options: CleanOptions,
): Result<CleanReport, Diagnostic> {
  const scope = scopeOf(
    plan,
    options.targets.length > 0 ? options.targets : plan.tasks.map((task) => task.name),
    workspace.patterns,
  );
  if (!scope.ok) return scope;
  const present = new Map(plan.tasks.map((task) => [task.name, task.id]));
  const removed = new Set<string>();
  const kept = new Set<string>();
  for (const task of store.recordedTasks()) {
    const id = present.get(task);
    const isOrphan = id === undefined;
    const chosen = isOrphan ? options.targets.length === 0 : !options.orphans && scope.value.targets.has(id);
    if (!chosen) continue;
    const wanted = isOrphan ? undefined : scope.value.tasks.get(id);
    for (const record of Array.from(store.records(task))) {
      if (wanted && !wanted(record.key)) continue;
      const inPlace = (output: (typeof record.outputs)[number]) =>
        workspace.outputNow({ ...output, fingerprint: '' });
      for (const output of record.outputs) {
        const now = output.path === '' ? undefined : inPlace(output);
        if (now === undefined) continue;
        const ours = now === output.fingerprint && workspace.checkPlace(output.path).ok;
        (ours ? removed : kept).add(output.path);
      }
      if (options.dryRun) continue;
      const gone = removeEarlier(record.outputs, {
        root: plan.root,
        stats: workspace.stats,
        inPlace,
        isClaimed: () => false,
        checkPlace: (path) => workspace.checkPlace(path),
      });
      for (const output of gone) removeEmptyFolders(output.path, workspace.patterns, plan.root);
      store.removeRecord(task, record.key);
    }
  }
  if (!options.dryRun) workspace.saveStats();
  return ok({ removed: [...removed].toSorted(), kept: [...kept.difference(removed)].toSorted() });
}
