// The name of a job: a task and a key. Knows nothing of tasks.

/** The key of a repository or task whose path has no field; printed as nothing. */
export const UNIT_KEY = '';

export interface JobName {
  readonly task: string;
  readonly key: string;
}

/** `task/key`, or `task` alone for the only job of a task without keys. */
export function printJob(job: JobName): string {
  return job.key === UNIT_KEY ? job.task : `${job.task}/${job.key}`;
}
