// Makes the listeners of a checkpoint again. One whose class is not known is told of, and left out.
import type { ListenerClass, Listeners, StoredListener } from './listener.ts';
import type { ProcessRuntime } from './runtime.ts';

export function restoreListeners(
  stored: readonly StoredListener[],
  runtime: ProcessRuntime,
  into: Listeners<never>,
): void {
  for (const each of stored) {
    const found = runtime.loader.load(each.id);
    if (!found.ok) {
      runtime.warn(`a listener could not be made again: ${found.error.message}`, found.error);
      continue;
    }
    const Listener = found.value as ListenerClass;
    into.add(new Listener(each.params as never));
  }
}
