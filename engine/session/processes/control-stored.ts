// Pause, play and kill where no builder runs: jobs are kept from starting, and what was left behind is paused or ended.
// Only for who holds the lock. Knows no sockets.
import type { ControlReply, ControlRequest } from '../../model/process-control.ts';
import { decidePause, decidePlay } from '../../process/control.ts';
import type { Bundle } from '../../process/bundle.ts';
import { isTerminal } from '../../process/machine.ts';
import { StorePersister } from '../../process/persisters/store.ts';
import { insideOf } from '../../schedule/steps/descendants.ts';
import { checkpointOf } from '../../schedule/steps/steps-resume.ts';
import { changeHold, Holds } from '../../schedule/queue/holds.ts';
import { isProcessId } from '../../model/process-id.ts';
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
      const isId = isProcessId(target);
      const runs = store
        .liveRuns()
        .filter((run) => (isId ? String(run.id) === target : matchesJob(target, run)));
      const replies = runs.map((run) => controlRun(request, target, run, store));
      if (isId) return replies.length > 0 ? replies : [storedById(request, target, store)];
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
    const inside = insideOf(store.processes.processes(), about.id);
    for (const pid of [about.id, ...inside.map((each) => each.pid)])
      for (const { tag } of store.processes.listCheckpoints(pid)) store.processes.deleteCheckpoint(pid, tag);
    return { ...about, value: true, message: 'is killed (it was left behind)' };
  }
  const bundle = checkpointOf(store, about.id);
  if (!bundle)
    return { ...about, value: false, message: 'was left behind, and cannot go on: `pipe repair` ends it' };
  putFlag(request, bundle, store);
  const text =
    request.intent === 'pause' ? 'is paused; its job goes on when it is played' : 'goes on when its job runs';
  return { ...about, value: true, message: text };
}

/** Pauses or plays what goes on from a checkpoint: the flag is in the row and in the checkpoint. */
function putFlag(request: ControlRequest, bundle: Bundle, store: Store): void {
  const { record } = bundle;
  const decision =
    request.intent === 'pause' ? decidePause(record, request.message, false) : decidePlay(record);
  if (!('record' in decision)) throw new Error(`${request.intent} is never decided as ${decision.act}`);
  const saved = new StorePersister(store.processes).save({ ...bundle, record: decision.record });
  if (!saved.ok) throw new Error(saved.error.message);
}

/** A process that is none of a run that was left behind: one inside of such a run, or one that has ended. */
function storedById(request: ControlRequest, target: string, store: Store): ControlReply {
  const run = store.run(Number.parseInt(target, 10));
  const state = target.includes('.') ? store.processes.process(target)?.state : run?.state;
  if (!run || !state) return unreachable(target, `there is no process ${target}`);
  const about = { kind: 'final', target, id: target, job: { task: run.task, key: run.key } } as const;
  if (isTerminal(state)) return { ...about, value: state === 'killed', message: `has ended: ${state}` };
  if (request.intent === 'kill')
    return { ...about, value: false, message: `was left behind with its job: kill ${run.id}` };
  const bundle = checkpointOf(store, target);
  if (!bundle) return { ...about, value: false, message: 'was left behind, and cannot go on' };
  putFlag(request, bundle, store);
  const message = request.intent === 'pause' ? 'is paused when its job goes on' : 'goes on with its job';
  return { ...about, value: true, message };
}

function nothingOf(target: string, isKnown: (target: string) => boolean): string {
  return isKnown(target) ? `nothing of ${target} runs` : `there is no task, job or process ${target}`;
}

function unreachable(target: string, message: string): ControlReply {
  return { kind: 'unreachable', target, value: false, message };
}
