// When a task has ended, or is open again, and who waits for that. Knows no members.
import type { Job, TaskState } from '../job.ts';

/** Passes on that a task has ended or is open again, to all that wait for it, without recursion. */
export function passOnEnd(
  first: TaskState,
  onClosed: (task: TaskState) => void,
  touch: (job: Job) => void,
): void {
  const stack = [first];
  for (let task = stack.pop(); task; task = stack.pop()) {
    const open = task.unended > 0 || task.openDependencies > 0;
    if (open === task.open) continue;
    task.open = open;
    for (const dependent of task.dependents) {
      dependent.openDependencies += open ? 1 : -1;
      if (!open) {
        if (dependent.openDependencies === 0) onClosed(dependent);
        for (const job of dependent.jobs.values())
          if (job.state === 'waiting' || job.state === 'blocked') touch(job);
      }
      stack.push(dependent);
    }
  }
}
