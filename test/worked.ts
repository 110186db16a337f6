// How long work takes, without the time for which a busy machine lets it wait.
import process from 'node:process';

/** How many ms of a processor some work takes. */
export async function worked(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
