// Does something when a signal is aborted, or at once if it is. Knows nothing of what.

/** `over` ends the waiting, so that a signal that lives long keeps nothing alive. */
export function onAbort(signal: AbortSignal, action: () => void, over?: AbortSignal): void {
  if (signal.aborted) action();
  else signal.addEventListener('abort', action, { once: true, ...(over && { signal: over }) });
}
