// What makes a task a service: when it is ready, and which keys have no meaning for it. Knows no other task.
import type { Task } from '../../schemas/generated/pipeline.ts';
import type { TaskPlan } from '../model/plan.ts';
import type { Context, Located } from './context.ts';
import { rebase } from './rebase.ts';

/** Keys that say something of a job that ends. */
const OF_JOBS = [
  'outputs',
  'stdout',
  'stderr',
  'logs',
  'done',
  'function',
  'tube',
  'depfile',
  'rerun',
  'on_change',
  'failure_ok',
  'max_concurrent',
  'quota',
  'fallback_quota',
  'replicable',
  'max_replicas',
  'long_running',
  'plug',
  'live',
] as const;

export function serviceSettings(task: Task, origin: Located, context: Context): Pick<TaskPlan, 'service'> {
  const { faults, root } = context;
  const keyAt = (key: string) => origin.document.keyAt([...origin.path, key]);
  if (task.service !== true) {
    if (task.ready_when)
      faults.error('misplaced-key', '`ready_when` goes with `service: true`', keyAt('ready_when'));
    return {};
  }
  for (const key of OF_JOBS) {
    if (task[key] !== undefined)
      faults.error('misplaced-key', `a service has no \`${key}\``, keyAt(key), {
        hint: "it runs until it is ended; what it makes is nobody's input",
      });
  }
  const { line, port, file } = task.ready_when ?? {};
  if (line !== undefined && !isExpression(line))
    faults.error(
      'wrong-value',
      `${JSON.stringify(line)} is no regular expression`,
      origin.document.at([...origin.path, 'ready_when', 'line']),
    );
  return {
    service: {
      ...(line !== undefined && { line }),
      ...(port !== undefined && { port }),
      ...(file !== undefined && { file: rebase(root, origin.folder, file) }),
    },
  };
}

function isExpression(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
