// The tasks of a build with their records, before any key is known. Knows no network.
import type { TaskPlan } from '../model/plan.ts';
import type { BuildContext } from './context.ts';
import { TaskState } from './job.ts';
import type { RecordRow } from '../store/rows.ts';
import type { Narrow } from './narrow/narrow.ts';
import type { Scope } from './scope.ts';

export function openTasks(context: BuildContext, scope: Scope, force: boolean): Map<number, TaskState> {
  const tasks = new Map<number, TaskState>();
  for (const [id, wanted] of scope.tasks) {
    const plan = context.plan.tasks[id]!;
    if (context.narrow) {
      tasks.set(id, openNarrow(plan, context.narrow));
      continue;
    }
    const task = new TaskState(plan, wanted, force && scope.targets.has(id));
    for (const record of context.store.records(plan.name)) {
      task.records.set(record.key, record);
      if (!wanted || wanted(record.key)) task.orphans.add(record.key);
    }
    tasks.set(id, task);
  }
  return tasks;
}

function openNarrow(plan: TaskPlan, { jobs, spared }: Narrow): TaskState {
  const records = jobs.get(plan.id) ?? new Map<string, RecordRow>();
  const task = new TaskState(plan, (key) => records.has(key), false, spared.get(plan.id));
  for (const [key, record] of records) {
    task.records.set(key, record);
    task.orphans.add(key);
  }
  return task;
}
