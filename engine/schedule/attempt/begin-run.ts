// The row and the process that a run begins with: new ones, or those that a dead pipe left to be gone on with. Runs nothing.
import type { Reason } from '../../model/reason.ts';
import type { RunRow } from '../../store/rows.ts';
import { placeLogOf } from './attempt-process.ts';
import type { BuildContext } from '../context.ts';
import type { Job } from '../job.ts';
import { JobProcess } from './job-process.ts';
import type { StepsStart } from '../steps/steps-resume.ts';
import { nameParts } from '../summary.ts';

export function beginRun(
  context: BuildContext,
  job: Job,
  reason: Reason,
  since: number,
  slot: number,
  steps: StepsStart | undefined,
): { readonly process: JobProcess; readonly row: RunRow } {
  const { store, tell } = context;
  const name = nameParts(job);
  if (steps?.run && steps.from)
    return { process: JobProcess.again(steps.from.record, name, { store, tell }), row: steps.run };
  const row: Omit<RunRow, 'id'> = {
    ...name,
    attempt: job.attempts - job.before,
    state: 'running',
    successful: false,
    startedAt: since,
    endedAt: 0,
    reason,
    // Where it prints to while it runs.
    log: steps ? '' : placeLogOf(context, slot),
  };
  return store.transaction(() => {
    const id = store.addRun(row);
    return { process: JobProcess.begin(id, name, since, { store, tell }), row: { ...row, id } };
  });
}
