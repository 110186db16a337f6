// A ProcessStore with real transactions over a Map, which can be told to fail: stands in for SQLite behind the port.
import type { ProcessRow, ProcessStore } from '../../engine/process/persisters/store.ts';

export interface MemoryStore {
  readonly store: ProcessStore;
  process(pid: string): ProcessRow | undefined;
  /** The next write of a checkpoint throws. */
  failNext(): void;
}

export function memoryStore(): MemoryStore {
  let processes = new Map<string, ProcessRow>();
  let checkpoints = new Map<string, { readonly pid: string; readonly tag: string; readonly text: string }>();
  let failing = false;
  const key = (pid: string, tag: string): string => JSON.stringify([pid, tag]);
  const store: ProcessStore = {
    transaction(work) {
      const before = { processes: new Map(processes), checkpoints: new Map(checkpoints) };
      try {
        work();
      } catch (error) {
        ({ processes, checkpoints } = before);
        throw error;
      }
    },
    putProcess: (row) => void processes.set(row.pid, row),
    putCheckpoint(pid, tag, text) {
      if (failing) {
        failing = false;
        throw new Error('disk full');
      }
      checkpoints.set(key(pid, tag), { pid, tag, text });
    },
    getCheckpoint: (pid, tag) => checkpoints.get(key(pid, tag))?.text,
    listCheckpoints: (pid) => [...checkpoints.values()].filter((each) => pid === null || each.pid === pid),
    deleteCheckpoint: (pid, tag) => void checkpoints.delete(key(pid, tag)),
  };
  return { store, process: (pid) => processes.get(pid), failNext: () => void (failing = true) };
}
