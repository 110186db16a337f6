// Reads from a checkpoint what people want to see: where a process is in its steps. Knows no process's code.
import { readBundle } from '../process/bundle.ts';
import type { Bundle } from '../process/bundle.ts';
import type { Store } from '../store/store.ts';

/** A process's own checkpoint, if there is one that can be read. */
export function readCheckpoint(store: Store, pid: string): Bundle | undefined {
  const text = store.processes.getCheckpoint(pid, '');
  if (text === undefined) return undefined;
  const bundle = readBundle(text);
  return bundle.ok ? bundle.value : undefined;
}

export function positionOf(bundle: Bundle | undefined): string | undefined {
  const at = bundle?.extra['at'];
  return typeof at === 'string' ? at : undefined;
}
