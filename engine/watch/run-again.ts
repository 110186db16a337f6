// Jobs that are to be looked at again for another reason than a change of their inputs. Starts nothing.
import { nameOf } from '../schedule/job.ts';
import type { Job } from '../schedule/job.ts';
import type { Network } from '../schedule/keys/network.ts';

/** All jobs, or those that failed, run again whatever their records say. */
export function runAgain(network: Network, which: 'all' | 'failed'): void {
  for (const task of network.tasks.values()) {
    for (const job of task.jobs.values()) {
      if (which === 'failed' && job.state !== 'failed') continue;
      job.again = true;
      touch(network, job);
    }
  }
}

/** One job runs again whatever its record says; why it cannot, if so. */
export function runJob(network: Network, name: string): string | undefined {
  for (const task of network.tasks.values()) {
    for (const job of task.jobs.values()) {
      if (nameOf(job) !== name) continue;
      if (job.state === 'not-ready' || job.state === 'blocked')
        return `${name} is not ready${job.detail === undefined ? '' : `: ${job.detail.text}`}`;
      job.again = true;
      touch(network, job);
      return undefined;
    }
  }
  return `there is no job ${name} in what is watched`;
}

/** The jobs of tasks whose definition is another now, also those that failed. */
export function lookAgain(network: Network, tasks: readonly number[]): void {
  for (const id of tasks) {
    for (const job of network.tasks.get(id)?.jobs.values() ?? []) {
      job.failedOn = undefined;
      touch(network, job);
    }
  }
}

function touch(network: Network, job: Job): void {
  if (job.state === 'running') job.touched = true;
  else network.touch(job);
}
