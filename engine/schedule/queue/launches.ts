// Launches that an earlier pipe made, for the windows of pools that limit them. Knows no jobs.
import type { BuildContext } from '../context.ts';
import type { ReadyQueue } from './ready-queue.ts';

/** Has those count that lie within their pool's window, so that stopping pipe and starting it again allows no more. */
export function noteEarlierLaunches(queue: ReadyQueue, { plan, store }: BuildContext): void {
  const rates = plan.launchRates ?? {};
  const now = Date.now();
  const longest = Math.max(0, ...Object.values(rates).map(({ windowMs }) => windowMs));
  if (longest === 0) return;
  const poolOf = new Map(plan.tasks.map(({ name, pool }) => [name, pool]));
  const starts = [...store.startsSince(now - longest)].toReversed();
  for (const { task, startedAt } of starts) {
    const pool = poolOf.get(task);
    // A clock that was set back since has made times that are still to come.
    if (pool !== undefined) queue.noteLaunch(pool, Math.min(startedAt, now));
  }
}
