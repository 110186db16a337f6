// `pipe logs`: what the last runs of jobs wrote. Knows no terminal.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import { scopeOf } from '../schedule/scope.ts';
import type { RunRow } from '../store/rows.ts';
import type { Store } from '../store/store.ts';
import type { RunLog } from './types.ts';
import type { Workspace } from './workspace.ts';

/** The newest run of each job that the targets name (all jobs without targets), oldest first. */
export function logsOf(
  plan: Plan,
  store: Store,
  targets: readonly string[],
  failedOnly: boolean,
  { patterns, secrets }: Workspace,
): Result<readonly RunLog[], Diagnostic> {
  const scope = scopeOf(plan, targets.length > 0 ? targets : plan.tasks.map((task) => task.name), patterns);
  if (!scope.ok) return scope;
  const runs: RunRow[] = [];
  for (const id of scope.value.targets) {
    const wanted = scope.value.tasks.get(id);
    for (const run of store.lastRuns(plan.tasks[id]!.name)) {
      if ((!wanted || wanted(run.key)) && !(failedOnly && (run.successful || run.endedAt === 0)))
        runs.push(run);
    }
  }
  return ok(
    runs
      .toSorted((a, b) => a.id - b.id)
      .map((run) => ({
        job: { task: run.task, key: run.key },
        outcome:
          run.endedAt === 0
            ? 'running'
            : run.successful
              ? 'succeeded'
              : run.state === 'killed'
                ? 'killed'
                : 'failed',
        startedAt: run.startedAt,
        durationMs: Math.max(0, run.endedAt - run.startedAt),
        ...(run.log === '' ? {} : { path: run.log }),
        ...(run.result?.outputs && { outputs: run.result.outputs }),
        text: run.log === '' ? '' : secrets.mask.text(readText(resolve(plan.root, run.log))),
      })),
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
