// What the events of a build tell of who ran beside whom. Knows no pipeline.
import type { EngineEvent } from '../../engine/index.ts';

/** Printed names of jobs in the order in which they started. */
export function starts(events: readonly EngineEvent[]): string[] {
  return events.flatMap((event) =>
    event.type === 'job-start' ? [`${event.job.task}/${event.job.key}`] : [],
  );
}

/** The most jobs, of one task or of all, that ran at the same time. */
export function mostAtOnce(events: readonly EngineEvent[], task?: string): number {
  let running = 0;
  let most = 0;
  for (const event of events) {
    if ((event.type !== 'job-start' && event.type !== 'job-end') || (task && event.job.task !== task))
      continue;
    running += event.type === 'job-start' ? 1 : -1;
    most = Math.max(most, running);
  }
  return most;
}
