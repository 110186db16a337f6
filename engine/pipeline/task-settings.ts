// How a task's jobs are run: timeouts, retries, replicas. Knows nothing of what they do.
import type { Task } from '../../schemas/generated/pipeline.ts';
import type { ExitCodes } from '../model/exit-code.ts';
import type { Location } from '../model/location.ts';
import type { RetryPlan, TaskPlan } from '../model/plan.ts';
import { below, type Context, type Located } from './context.ts';
import { durationAt } from './duration-at.ts';
import { retryOn } from './exit-codes.ts';
import { serviceSettings } from './service-settings.ts';

export type Settings = Pick<
  TaskPlan,
  | 'retry'
  | 'rerun'
  | 'onChange'
  | 'failureOk'
  | 'isDefault'
  | 'disabled'
  | 'timeoutMs'
  | 'maxConcurrent'
  | 'longRunning'
  | 'replicas'
  | 'service'
>;

export function taskSettings(task: Task, origin: Located, codes: ExitCodes, context: Context): Settings {
  const timeoutMs = durationAt(task.timeout, below(origin, 'timeout'), context);
  return {
    ...serviceSettings(task, origin, context),
    retry: retryPlan(task.retry, below(origin, 'retry'), codes, context),
    rerun: task.rerun ?? 'changed',
    ...(task.on_change === 'restart' && { onChange: 'restart' as const }),
    failureOk: task.failure_ok ?? false,
    isDefault: task.default ?? true,
    disabled: task.disabled ?? false,
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(task.max_concurrent !== undefined && { maxConcurrent: task.max_concurrent }),
    ...(task.long_running && { longRunning: true as const }),
    ...replicaPlan(task, origin, context),
  };
}

function replicaPlan(task: Task, origin: Located, { faults }: Context): Pick<Settings, 'replicas'> {
  if (task.replicable !== true) {
    for (const key of ['max_replicas', 'priority_factor', 'priority_addend'] as const)
      if (task[key] !== undefined)
        faults.error('misplaced-key', `\`${key}\` goes with \`replicable: true\``, keyAt(origin, key));
    return {};
  }
  const { max_replicas: most, priority_factor: factor = 1, priority_addend: addend = 0 } = task;
  for (const [name, output] of Object.entries(task.outputs ?? {}))
    if (typeof output === 'object' && output.in_place === true)
      faults.error(
        'misplaced-key',
        'replicas cannot write in place: they would write over each other',
        keyAt(origin, 'outputs', name, 'in_place'),
      );
  return { replicas: { factor, addend, ...(most !== undefined && { most }) } };
}

function keyAt(origin: Located, ...path: readonly string[]): Location {
  return origin.document.keyAt([...origin.path, ...path]);
}

function retryPlan(retry: Task['retry'], where: Located, codes: ExitCodes, context: Context): RetryPlan {
  const form = typeof retry === 'object' ? retry : { attempts: retry ?? 1 };
  return {
    attempts: form.attempts ?? 3,
    backoffMs: durationAt(form.backoff, below(where, 'backoff'), context) ?? 1000,
    maxBackoffMs: durationAt(form.max_backoff, below(where, 'max_backoff'), context) ?? 300_000,
    on: retryOn(form.on ?? [], codes, below(where, 'on'), context),
  };
}
