// Ends processes that nobody runs any more, in the store: those inside of a job that has ended, or was left behind. Knows no
// job and no stage.
import type { ProcessRecord } from '../../process/machine.ts';
import { isTerminal, toKilled, transition } from '../../process/machine.ts';
import type { StoredProcess } from '../../store/process-rows.ts';
import type { Store } from '../../store/store.ts';
import { insideOf } from './descendants.ts';

/** Those that have not ended are killed now; `onEnd` is told of each with the state that it was in. */
export function endInside(
  { processes }: Store,
  pid: string,
  by: string,
  onEnd: (row: StoredProcess) => void = () => {},
): void {
  for (const row of insideOf(processes.processes(), pid)) if (endStored(processes, row, by)) onEnd(row);
}

/** False where it had ended. */
export function endStored(
  processes: Store['processes'],
  row: StoredProcess,
  by: string,
  detail = `was killed by ${by}`,
): boolean {
  if (isTerminal(row.state)) return false;
  const next = transition(JSON.parse(row.record) as ProcessRecord, toKilled(by), Date.now());
  if (!next.ok) return false;
  const { state, epoch, paused, status, changedAt } = next.value;
  processes.putProcess({
    ...row,
    state,
    epoch,
    paused,
    status,
    changedAt,
    record: JSON.stringify(next.value),
    detail,
  });
  return true;
}
