// Pause, play and kill for one process inside of a job that runs: a launched recipe, or a process of a user's class. Knows
// not what they do.
import type { ControlReply, ControlRequest } from '../model/process-control.ts';
import type { LiveRun } from './attempt/runs.ts';
import type { InnerProcess } from './steps/inner-process.ts';

export function innerOf({ run }: LiveRun): readonly InnerProcess[] {
  return [...(run.processes.steps?.inner ?? [])];
}

/** Nothing where no job that runs has it. */
export function controlInner(
  { intent, message, force, suspend }: ControlRequest,
  target: string,
  live: Iterable<LiveRun>,
  onSettled: (reply: ControlReply) => void,
): ControlReply[] {
  for (const each of live) {
    const found = innerOf(each).find(({ pid }) => pid === target);
    if (!found) continue;
    const about = { target, id: target, job: each.process.job };
    if (suspend && intent === 'pause') {
      const message = 'cannot be stopped by itself; --suspend is for whole jobs';
      return [{ kind: 'final', ...about, value: false, message }];
    }
    const { outcome, ...answer } = found.ask(intent, message, force);
    void outcome?.then((last) => onSettled({ kind: 'final', ...about, ...last }));
    return [{ kind: outcome ? 'pending' : 'final', ...about, ...answer }];
  }
  return [];
}
