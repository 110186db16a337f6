// Pause, play and kill where no builder runs: jobs are kept from starting, and what was left behind is paused or ended.
// Only for who holds the lock. Knows no sockets.
import type { ControlReply, ControlRequest } from '../../model/process-control.ts';
import { decidePause, decidePlay } from '../../process/control.ts';
import type { ProcessRecord } from '../../process/machine.ts';
import { changeHold, Holds } from '../../schedule/queue/holds.ts';
import { matchesJob } from '../../schedule/queue/match-job.ts';
import type { RunRow } from '../../store/rows.ts';
import type { Store } from '../../store/store.ts';
import { endRun } from './leftovers.ts';

export function controlStored(
  request: ControlRequest,
  store: Store,
  isKnown: (target: string) => boolean,
): readonly ControlReply[] {
  const holds = new Holds(store);
  const targets = request.all ? ['*'] : request.targets;
  return store.transaction(() =>
    targets.flatMap((target) => {
      const isNumber = /^\d+$/.test(target);
      const runs = store
        .liveRuns()
        .filter((run) => (isNumber ? String(run.id) === target : matchesJob(target, run)));
      const replies = runs.map((run) => controlRun(request, target, run, store));
      if (isNumber) return replies.length > 0 ? replies : [ended(target, store)];
      if (request.intent === 'kill')
        return replies.length > 0 || request.all
          ? replies
          : [unreachable(target, nothingOf(target, isKnown))];
      if (target !== '*' && !isKnown(target)) return [unreachable(target, nothingOf(target, isKnown))];
      return [...replies, changeHold(request, target, holds)];
    }),
  );
}

function controlRun(request: ControlRequest, target: string, run: RunRow, store: Store): ControlReply {
  const about = { kind: 'final', target, id: String(run.id), job: { task: run.task, key: run.key } } as const;
  if (request.intent === 'kill') {
    endRun(store, run, { type: 'killed', by: request.message });
    for (const { pid, tag } of store.processes.listCheckpoints(null))
      if (pid === about.id || pid.startsWith(`${about.id}.`)) store.processes.deleteCheckpoint(pid, tag);
    return { ...about, value: true, message: 'is killed (it was left behind)' };
  }
  const row = store.processes.process(about.id);
  if (!row)
    return { ...about, value: false, message: 'was left behind, and cannot go on: `pipe repair` ends it' };
  const record = JSON.parse(row.record) as ProcessRecord;
  const decision =
    request.intent === 'pause' ? decidePause(record, request.message, false) : decidePlay(record);
  if (!('record' in decision)) throw new Error(`${request.intent} is never decided as ${decision.act}`);
  const { paused, status } = decision.record;
  store.processes.putProcess({ ...row, paused, status, record: JSON.stringify(decision.record) });
  const text =
    request.intent === 'pause' ? 'is paused; its job goes on when it is played' : 'goes on when its job runs';
  return { ...about, value: true, message: text };
}

function ended(target: string, store: Store): ControlReply {
  const run = store.run(Number(target));
  if (!run) return unreachable(target, `there is no process ${target}`);
  const job = { task: run.task, key: run.key };
  const value = run.state === 'killed';
  return { kind: 'final', target, id: target, job, value: value, message: `has ended: ${run.state}` };
}

function nothingOf(target: string, isKnown: (target: string) => boolean): string {
  return isKnown(target) ? `nothing of ${target} runs` : `there is no task, job or process ${target}`;
}

function unreachable(target: string, message: string): ControlReply {
  return { kind: 'unreachable', target, value: false, message };
}
