// Processes in words. Knows not where they run.
import { printJob, type ProcessSummary } from '../../engine/pipelines.ts';

/** `running`, `running, paused`, `finished`, `failed` (it finished with another status than 0), … */
export function stateWord({ state, paused, live, successful }: ProcessSummary): string {
  if (state === 'finished' && !successful) return 'failed';
  if (state !== 'created' && state !== 'running' && state !== 'waiting') return state;
  if (paused) return live ? 'paused' : 'paused, left behind';
  return live ? state : 'left behind';
}

export function processName({ job, parent }: ProcessSummary): string {
  return parent === null ? printJob(job) : `  ${printJob(job)}`;
}
