// Which process the code that runs belongs to, across awaits. Knows nothing of processes.
import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<object>();

/** The innermost process whose code runs here; undefined outside. */
export function currentProcess(): object | undefined {
  return scope.getStore();
}

export function runIn<T>(process: object, work: () => T): T {
  return scope.run(process, work);
}

/** Runs `work` as part of `process` when what runs now is done, unless it is cancelled before. */
export function runSoon(
  process: object,
  work: () => unknown,
  onError: (error: unknown) => void,
): { cancel(): void } {
  let cancelled = false;
  queueMicrotask(() => {
    if (!cancelled) scope.run(process, async () => await work()).catch(onError);
  });
  return {
    cancel: () => {
      cancelled = true;
    },
  };
}
