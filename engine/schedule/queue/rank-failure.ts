// What is said when a job's priority cannot be worked out: with the place of the `priority:`, since the job's own command
// is not at fault. Pure.
import { relative } from 'node:path';
import type { JobFailure } from '../../model/failure.ts';
import type { TaskPlan } from '../../model/plan.ts';

/** `root` is the pipeline's folder. */
export function rankFailure({ ranking }: TaskPlan, root: string, message: string): JobFailure {
  const { file, line, col } = ranking!.at;
  return {
    type: 'exception',
    message: `its priority cannot be worked out (${relative(root, file)}:${line}:${col}): ${message}`,
  };
}

export function badRank(task: TaskPlan, root: string, text: string): JobFailure {
  return rankFailure(task, root, `${text} is no number`);
}
