// Does something when a signal is aborted, or at once if it is. Knows nothing of what.

export function onAbort(signal: AbortSignal, action: () => void): void {
  if (signal.aborted) action();
  else signal.addEventListener('abort', action, { once: true });
}
