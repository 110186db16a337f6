// Does the tasks that ask for processes: a worker's part. Knows classes by their ids only.
import type { Json } from '../../model/json.ts';
import { findProcess } from '../children.ts';
import { ProcessError } from '../process-error.ts';
import type { Process, ProcessClass } from '../process.ts';
import type { LiveProcess, ProcessRuntime } from '../runtime.ts';
import type { TaskAnswer, TaskHandler } from './communicator.ts';
import { readTask, type ProcessTask } from './tasks.ts';

/**
 * A handler for `Communicator.addTaskSubscriber`. A task of an unknown kind, or that needs a persister where there is none,
 * is refused; whatever else is wrong (no such class, no such process, bad inputs) is the task's outcome, so that nothing
 * is tried for ever. To continue a process that has ended gives its outputs or error again; nothing runs.
 */
export function processLauncher(runtime: ProcessRuntime): TaskHandler {
  return async (body: Json): Promise<TaskAnswer> => {
    const task = readTask(body);
    if (!task.ok) return { kind: 'rejected', reason: task.error };
    const keeps = task.value.task === 'continue' || task.value.persist;
    if (keeps && runtime.persister === null)
      return { kind: 'rejected', reason: 'this worker keeps no checkpoints' };
    return { kind: 'accepted', outcome: perform(runtime, task.value) };
  };
}

async function perform(runtime: ProcessRuntime, task: ProcessTask): Promise<unknown> {
  switch (task.task) {
    case 'create':
      return (await make(runtime, task)).pid;
    case 'launch':
      return await run(await make(runtime, task), task.noWait);
    case 'continue':
      return await run(await goOn(runtime, task.pid, task.tag), task.noWait);
    default:
      return task satisfies never;
  }
}

async function run(process: LiveProcess, noWait: boolean): Promise<unknown> {
  process.start();
  if (noWait) return process.pid;
  return await (process as Process).future();
}

async function make(
  runtime: ProcessRuntime,
  task: {
    readonly process: string;
    readonly inputs: Json;
    readonly pid: string | null;
    readonly persist: boolean;
  },
): Promise<Process> {
  const prepared = await runtime.loader.prepare([task.process]);
  if (!prepared.ok) throw new ProcessError(prepared.error.code, prepared.error.message);
  const found = runtime.loader.load(task.process);
  if (!found.ok) throw new ProcessError(found.error.code, found.error.message);
  const Made = found.value as ProcessClass & {
    create(inputs: Json, options: { runtime: ProcessRuntime; pid?: string }): Process;
  };
  const own = task.persist ? runtime : { ...runtime, persister: null };
  return Made.create(task.inputs, { runtime: own, ...(task.pid === null ? {} : { pid: task.pid }) });
}

async function goOn(runtime: ProcessRuntime, pid: string, tag: string | null): Promise<LiveProcess> {
  const process = await findProcess(runtime, pid, tag);
  if (!process.ok) throw process.error;
  return process.value;
}
