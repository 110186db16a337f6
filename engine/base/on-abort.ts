// Does something when a signal is aborted, or at once if it is. Knows nothing of what.

/**
 * `over` ends the waiting, so that a signal that lives long keeps nothing alive. Not by the `signal` option of
 * `addEventListener`: Node forgets to remove such a listener where garbage was collected since another one was added to the
 * same signal.
 */
export function onAbort(signal: AbortSignal, action: () => void, over?: AbortSignal): void {
  if (over?.aborted) return;
  if (signal.aborted) return action();
  signal.addEventListener('abort', action, { once: true });
  over?.addEventListener('abort', () => signal.removeEventListener('abort', action), { once: true });
}
