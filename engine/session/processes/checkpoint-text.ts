// Reads from a checkpoint what people want to see: where a process is in its steps. Knows no process's code.
import type { Bundle } from '../../process/bundle.ts';

export function positionOf(bundle: Bundle | undefined): string | undefined {
  const at = bundle?.extra['at'];
  return typeof at === 'string' ? at : undefined;
}
