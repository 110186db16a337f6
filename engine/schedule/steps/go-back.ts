// Sets a process that waits for its job to go on back to a checkpoint that was kept under a tag. Knows no builder.
import { ARROWS, isTerminal } from '../../process/machine.ts';
import type { ProcessRecord } from '../../process/machine.ts';
import { readBundle } from '../../process/bundle.ts';
import { StorePersister } from '../../process/persisters/store.ts';
import type { Store } from '../../store/store.ts';
import { stageOfKept } from './steps-resume.ts';

/** Why it cannot, in words that follow the process's name; undefined when it is done. The process may not run. */
export function goBackTo(store: Store, pid: string, tag: string): string | undefined {
  const { processes } = store;
  const row = processes.process(pid);
  if (!row || isTerminal(row.state) || stageOfKept(store, pid) === undefined)
    return 'is not waiting to go on: it has ended, or there is none';
  const text = processes.getCheckpoint(pid, tag);
  if (text === undefined) return `has no checkpoint "${tag}"`;
  const bundle = readBundle(text);
  if (!bundle.ok) return `cannot use its checkpoint "${tag}": ${bundle.error.message}`;
  const { state } = bundle.value.record;
  if (!ARROWS[row.state].includes(state)) return `is ${row.state}, and cannot go back to being ${state}`;
  // A move like any other, so that the moves still lead to the state that is kept.
  const record: ProcessRecord = {
    ...bundle.value.record,
    epoch: row.epoch + 1,
    paused: false,
    wish: null,
    changedAt: Date.now(),
  };
  store.transaction(() => {
    const { epoch, changedAt: at } = record;
    processes.addMove({ pid, epoch, state, at, detail: `goes back to checkpoint ${tag}` });
    const saved = new StorePersister(processes).save({ ...bundle.value, record });
    if (!saved.ok) throw new Error(saved.error.message);
  });
  return undefined;
}
