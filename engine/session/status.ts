// `pipe status`: how each task stands, from a dry run, with last failures and strays. Knows no terminal.
import { resolve } from 'node:path';
import { compareBytes } from '../base/compare.ts';
import { printFailure } from '../model/print-failure.ts';
import type { TaskPlan } from '../model/plan.ts';
import { listPaths } from '../repository/lister.ts';
import type { Store } from '../store/store.ts';
import { StateError } from './dry-run.ts';
import type { Looking } from './looking.ts';
import type { StatusReport, TaskStatus } from './types.ts';
import type { Workspace } from './workspace.ts';

const MAX_STRAYS = 1000;
const MAX_FAILED = 100;

export async function statusOf(looking: Looking): Promise<StatusReport> {
  const { plan, store, run } = looking;
  const now = new Map((await looking.now()).tasks.map((counts) => [counts.task, counts]));
  const outdated = new Map<string, Set<string>>();
  const targets = plan.tasks.filter((task) => !task.disabled).map((task) => task.name);
  const summary = await run(targets, (job, decision) => {
    if (decision.type !== 'run') return;
    const { name } = job.task.plan;
    if (!outdated.has(name)) outdated.set(name, new Set());
    outdated.get(name)!.add(job.key);
  });
  if (!summary.ok)
    throw new StateError({ type: 'build-failure', code: summary.error.code, message: summary.error.message });
  if (summary.value.refusal) throw new StateError(summary.value.refusal);
  const tasks = summary.value.tasks.map((counts): TaskStatus => {
    const would = outdated.get(counts.task)?.size ?? 0;
    const runs = would > 0 ? store.lastRuns(counts.task) : [];
    const failed = runs.filter(
      (each) => each.endedAt > 0 && !each.successful && outdated.get(counts.task)?.has(each.key),
    );
    const { running = 0, waiting = 0 } = now.get(counts.task) ?? {};
    // Those that could not even be started, such as for want of a file that the pipeline names.
    const broken = summary.value.failures.filter(({ job }) => job.task === counts.task);
    return {
      ...counts,
      succeeded: 0,
      running,
      waiting,
      upToDate: counts.total - would - counts.blocked - counts.notReady - counts.failed,
      outdated: would,
      failed: failed.length + broken.length,
      lastFailed: [
        ...broken.map(({ job, failure }) => ({ job, message: printFailure(failure) })),
        ...failed.map((each) => ({
          job: { task: counts.task, key: each.key },
          message: each.failure ? printFailure(each.failure) : 'failed',
          ...(each.log === '' ? {} : { log: each.log }),
        })),
      ]
        .toSorted((a, b) => compareBytes(a.job.key, b.job.key))
        .slice(0, MAX_FAILED),
    };
  });
  return { pipeline: plan.name, tasks, strays: straysOf(looking) };
}

/** Files in owned repositories that no record or interrupted commit names. */
function straysOf(looking: Looking): string[] {
  const { plan, workspace } = looking;
  let made: ReadonlySet<string> | undefined;
  const strays: string[] = [];
  for (const repository of plan.repositories) {
    const pattern = workspace.patterns.get(repository.id);
    if (!pattern || repository.writers.length === 0) continue;
    const listing = listPaths(
      resolve(plan.root),
      pattern,
      repository.type === 'directory' ? 'directory' : 'file',
    );
    for (const key of listing.ok ? listing.value.keys : []) {
      const path = pattern.format(key);
      if (path === undefined || strays.length === MAX_STRAYS || looking.isMade(repository.id, key)) continue;
      made ??= madePaths(looking);
      if (!made.has(path)) strays.push(path);
    }
  }
  return strays.toSorted();
}

function madePaths({ plan, store, workspace }: Looking): Set<string> {
  const made = new Set<string>();
  for (const task of store.recordedTasks())
    for (const record of store.records(task)) for (const output of record.outputs) made.add(output.path);
  for (const task of plan.tasks) for (const path of statusPaths(task, store, workspace)) made.add(path);
  return made;
}

/** What status links wrote for the keys that a task ran for, or that were restored with their records. */
function* statusPaths(task: TaskPlan, store: Store, workspace: Workspace): Generator<string> {
  const repositories = task.links
    .filter((link) => link.isStatus && link.select.type === 'same')
    .flatMap((link) => workspace.paths.get(link.repository) ?? []);
  if (repositories.length === 0) return;
  const keys = new Set([...store.lastRuns(task.name), ...store.records(task.name)].map(({ key }) => key));
  for (const key of keys) for (const repository of repositories) yield repository.pathOf(key);
}
