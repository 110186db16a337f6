// The messages that ask a worker to start or go on with processes, and reading them. Knows nothing of workers.
import { err, ok, type Result } from '../../base/result.ts';
import type { Json } from '../../model/json.ts';
import { isMapping } from '../../base/storable.ts';

export type ProcessTask =
  /** Make a process and run it; the reply is its outputs, or its id with `noWait`. */
  | {
      readonly task: 'launch';
      readonly process: string;
      readonly inputs: Json;
      readonly pid: string | null;
      readonly persist: boolean;
      readonly noWait: boolean;
    }
  /** Make a process and keep it; the reply is its id. */
  | {
      readonly task: 'create';
      readonly process: string;
      readonly inputs: Json;
      readonly pid: string | null;
      readonly persist: boolean;
    }
  /** Go on with a process that is kept; the reply is as for launch. */
  | {
      readonly task: 'continue';
      readonly pid: string;
      readonly tag: string | null;
      readonly noWait: boolean;
    };

export interface LaunchOptions {
  readonly inputs?: Json;
  readonly pid?: string;
  readonly persist?: boolean;
  readonly noWait?: boolean;
}

export function launchTask(process: string, options: LaunchOptions = {}): ProcessTask {
  const { inputs = null, pid = null, persist = false, noWait = false } = options;
  return { task: 'launch', process, inputs, pid, persist, noWait };
}

export function createTask(process: string, options: LaunchOptions = {}): ProcessTask {
  const { inputs = null, pid = null, persist = true } = options;
  return { task: 'create', process, inputs, pid, persist };
}

export function continueTask(
  pid: string,
  options: { readonly tag?: string; readonly noWait?: boolean } = {},
): ProcessTask {
  return { task: 'continue', pid, tag: options.tag ?? null, noWait: options.noWait ?? false };
}

/** The task in a message, or why it is none that is known. */
export function readTask(body: Json): Result<ProcessTask, string> {
  if (!isMapping(body)) return err('a task is a JSON object');
  const { task, process, inputs = null, pid = null, tag = null } = body as Readonly<Record<string, Json>>;
  const noWait = body['noWait'] === true;
  const persist = body['persist'] === true;
  if (pid !== null && typeof pid !== 'string') return err('the pid of a task is a text');
  if (task === 'continue') {
    if (pid === null) return err('a continue task names a pid');
    return ok({ task, pid, tag: typeof tag === 'string' ? tag : null, noWait });
  }
  if (task !== 'launch' && task !== 'create') return err(`Unknown task: ${JSON.stringify(task ?? null)}`);
  if (typeof process !== 'string') return err(`a ${task} task names a process`);
  return task === 'launch'
    ? ok({ task, process, inputs, pid, persist, noWait })
    : ok({ task, process, inputs, pid, persist });
}
