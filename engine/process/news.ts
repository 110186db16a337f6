// What is said when a process has entered a state: the event for listeners, the broadcast for the rest. Knows no hooks.
import type { ProcessEvent } from './listener.ts';
import type { ProcessRecord, ProcessState } from './machine.ts';
import type { ProcessRuntime } from './runtime.ts';

export function eventOf(record: ProcessRecord, outputs: Readonly<Record<string, unknown>>): ProcessEvent {
  switch (record.state) {
    case 'finished':
      return { type: 'finished', outputs };
    case 'excepted':
      return { type: 'excepted', reason: record.failure.message };
    case 'killed':
      return { type: 'killed', message: record.message };
    case 'created':
    case 'running':
    case 'waiting':
      return { type: record.state };
    default:
      return record satisfies never;
  }
}

/** `state_changed.FROM.TO` with the process as sender; `none` is before the first state. A failure only warns. */
export function announce(
  runtime: ProcessRuntime,
  pid: string,
  from: ProcessState | null,
  to: ProcessState,
): void {
  try {
    runtime.communicator?.sendBroadcast({ sender: pid, subject: `state_changed.${from ?? 'none'}.${to}` });
  } catch (error) {
    runtime.warn(`the state of process ${pid} could not be announced`, error);
  }
}
