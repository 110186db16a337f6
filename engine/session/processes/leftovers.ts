// What a pipe that was killed left behind: process groups that still run, and processes that the store takes for running.
// Only for who holds the lock. Knows no plan.
import { isTerminal } from '../../process/machine.ts';
import { printFailure } from '../../model/print-failure.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { RunRow } from '../../store/rows.ts';
import type { Store } from '../../store/store.ts';
import { endInside, endStored } from '../../schedule/steps/end-stored.ts';
import { stageOfKept } from '../../schedule/steps/steps-resume.ts';
import { endSurvivors } from '../survivors.ts';

/** Why a process ended that nobody ended. */
export const LEFT_BEHIND = 'a pipe that ended before it';

export interface Leftovers {
  /** Process groups that were ended. */
  readonly groups: number;
  /** Processes that were running for the store, and are killed now. */
  readonly killed: readonly RunRow[];
  /** Ids of processes that will go on from their checkpoints when their jobs run. */
  readonly kept: readonly string[];
  /** Ids and tags of checkpoints whose process has ended, or is not known. */
  readonly checkpoints: readonly { readonly pid: string; readonly tag: string }[];
}

/**
 * Ends and records what is left behind; what has a checkpoint waits for its job to run again. `keepLog` says where a run's
 * log is from now on: what it was would be written over.
 */
export async function settleLeftovers(store: Store, keepLog: (run: RunRow) => string): Promise<Leftovers> {
  const groups = await endSurvivors(store);
  const found = findLeftovers(store);
  if (found.killed.length > 0 || found.checkpoints.length > 0)
    store.transaction(() => {
      for (const run of found.killed) endRun(store, run, { type: 'killed', by: LEFT_BEHIND }, keepLog(run));
      for (const { pid, tag } of found.checkpoints) store.processes.deleteCheckpoint(pid, tag);
    });
  return { groups, ...found };
}

/** The same without changing anything; nobody may be building. */
export function findLeftovers(store: Store): Omit<Leftovers, 'groups'> {
  const refs = store.processes.listCheckpoints(null);
  const resumable = new Set(refs.filter(({ tag }) => tag === '').map(({ pid }) => pid));
  const killed: RunRow[] = [];
  const kept: string[] = [];
  for (const run of store.liveRuns()) {
    if (resumable.has(String(run.id))) kept.push(String(run.id));
    else killed.push(run);
  }
  // Children go on with their parent, and a process with what an earlier try of it kept: they share a stage.
  const stages = new Set(kept.map((pid) => stageOfKept(store, pid)));
  const checkpoints = refs.filter(({ pid }) => {
    const stage = stageOfKept(store, pid);
    if (stage !== undefined) return !stages.has(stage);
    const process = store.processes.process(pid);
    return process === undefined || isTerminal(process.state);
  });
  return { killed, kept, checkpoints };
}

/** Writes the end of a run that nobody runs any more. */
export function endRun(
  store: Store,
  run: RunRow,
  failure: Extract<JobFailure, { type: 'killed' }>,
  log = '',
): void {
  const now = Date.now();
  const pid = String(run.id);
  const { processes } = store;
  const row = processes.process(pid);
  const last = processes.moves(pid).at(-1);
  const detail = printFailure(failure);
  endInside(store, pid, 'its parent');
  if (!row || !endStored(processes, row, failure.by, detail)) {
    processes.addMove({ pid, epoch: (last?.epoch ?? 0) + 1, state: 'killed', at: now, detail });
  }
  store.updateRun({ ...run, state: 'killed', successful: false, endedAt: now, failure, log });
}
