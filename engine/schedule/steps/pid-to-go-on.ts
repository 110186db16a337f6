// Whether a child that a step launched earlier goes on, or is asked for what it left. Pure.
import type { Bundle } from '../../process/bundle.ts';
import { isTerminal } from '../../process/machine.ts';

/** Its id; undefined where there is none, or it failed, so that another takes its place. */
export function pidToGoOn(kept: Bundle | undefined): string | undefined {
  if (!kept) return undefined;
  const { record } = kept;
  const hasFailed = isTerminal(record.state) && !(record.state === 'finished' && record.successful);
  return hasFailed ? undefined : record.pid;
}
