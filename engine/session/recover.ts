// What the next builder says of what a pipe that was killed left behind, and does with what its jobs had printed. Knows no
// graph.
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { posix, join } from 'node:path';
import { isFifo } from '../executor/masking-executor.ts';
import { printJob } from '../model/job.ts';
import type { RunRow } from '../store/rows.ts';
import type { Store } from '../store/store.ts';
import { settleLeftovers } from './processes/leftovers.ts';

const NAMED = 5;

/** Only for who holds the lock. `state` is the absolute state folder; `warn` is told what was found. */
export async function recover(
  store: Store,
  state: string,
  warn: (code: string, message: string) => void,
): Promise<void> {
  const { groups, killed, kept } = await settleLeftovers(store, (run) => keepLog(run, state));
  if (groups + killed.length + kept.length > 0) removeFifos(join(state, 'logs'));
  if (groups > 0)
    warn('survivors-ended', `ended ${groups} process group(s) that a pipe which was killed left behind`);
  if (killed.length > 0)
    warn('runs-ended', `pipe was killed while these ran, and nothing of them was kept: ${names(killed)}`);
}

/** Moves what a run had printed out of the way of its slot's next job; where it is then, as the run's row says it. */
export function keepLog({ id, log }: RunRow, state: string): string {
  if (log === '') return '';
  const written = join(state, 'logs', posix.basename(log));
  const size = statSync(written, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return '';
  renameSync(written, join(state, 'logs', `${id}.log`));
  return `${posix.dirname(log)}/${id}.log`;
}

/** What those wrote to whose log is masked. */
function removeFifos(folder: string): void {
  for (const name of readdirSync(folder)) if (isFifo(name)) rmSync(join(folder, name), { force: true });
}

function names(runs: readonly RunRow[]): string {
  const first = runs.slice(0, NAMED).map(printJob);
  return first.join(', ') + (runs.length > NAMED ? ` and ${runs.length - NAMED} more` : '');
}
