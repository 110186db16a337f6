// The tasks of a build with their records, before any key is known. Knows no network.
import type { BuildContext } from './context.ts';
import { TaskState } from './job.ts';
import type { Scope } from './scope.ts';

export function openTasks(context: BuildContext, scope: Scope, force: boolean): Map<number, TaskState> {
  const tasks = new Map<number, TaskState>();
  for (const [id, wanted] of scope.tasks) {
    const plan = context.plan.tasks[id]!;
    const task = new TaskState(plan, wanted, force && scope.targets.has(id));
    for (const record of context.store.records(plan.name)) {
      task.records.set(record.key, record);
      if (!wanted || wanted(record.key)) task.orphans.add(record.key);
    }
    tasks.set(id, task);
  }
  return tasks;
}
