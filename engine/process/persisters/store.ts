// Keeps checkpoints in a store with transactions, each in the same transaction as the row of its process. Knows no SQL:
// the store stands behind a small port.
import { err, ok, type Result } from '../../base/result.ts';
import { missing, readBundle, writeBundle, type Bundle, type CheckpointFault } from '../bundle.ts';
import type { ProcessRecord } from '../machine.ts';
import { compareRefs, type CheckpointPersister, type CheckpointRef } from '../persister.ts';

/** One row of a process's state; the columns that listings filter by, and the whole record as JSON. */
export interface ProcessRow {
  readonly pid: string;
  readonly uuid: string;
  readonly parent: string | null;
  readonly process: string | null;
  readonly state: ProcessRecord['state'];
  readonly paused: boolean;
  readonly epoch: number;
  readonly status: string | null;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly record: string;
}

/** What the persister needs of a store. `tag` is '' for the process's own checkpoint. */
export interface ProcessStore {
  /** Runs `work` in one transaction, rolled back when it throws. */
  transaction(work: () => void): void;
  putProcess(row: ProcessRow): void;
  putCheckpoint(pid: string, tag: string, text: string): void;
  getCheckpoint(pid: string, tag: string): string | undefined;
  listCheckpoints(pid: string | null): readonly { readonly pid: string; readonly tag: string }[];
  deleteCheckpoint(pid: string, tag: string): void;
}

export class StorePersister implements CheckpointPersister {
  readonly #store: ProcessStore;

  constructor(store: ProcessStore) {
    this.#store = store;
  }

  save(bundle: Bundle, tag: string | null = null): Result<null, CheckpointFault> {
    const text = writeBundle(bundle);
    if (!text.ok) return text;
    try {
      this.#store.transaction(() => {
        if (tag === null) this.#store.putProcess(rowOf(bundle));
        this.#store.putCheckpoint(bundle.record.pid, tag ?? '', text.value);
      });
      return ok(null);
    } catch (error) {
      return err({
        code: 'persister-failed',
        message: `the store did not take process ${bundle.record.pid}: ${(error as Error).message}`,
      });
    }
  }

  load(pid: string, tag: string | null = null): Result<Bundle, CheckpointFault> {
    const text = this.#store.getCheckpoint(pid, tag ?? '');
    return text === undefined ? err(missing(pid, tag)) : readBundle(text);
  }

  list(): readonly CheckpointRef[] {
    return this.#refs(null);
  }

  listOf(pid: string): readonly CheckpointRef[] {
    return this.#refs(pid);
  }

  delete(pid: string, tag: string | null = null): void {
    this.#store.deleteCheckpoint(pid, tag ?? '');
  }

  deleteAll(pid: string): void {
    this.#store.transaction(() => {
      for (const ref of this.#refs(pid)) this.delete(ref.pid, ref.tag);
    });
  }

  #refs(pid: string | null): readonly CheckpointRef[] {
    const rows = this.#store.listCheckpoints(pid);
    return rows.map((row) => ({ pid: row.pid, tag: row.tag === '' ? null : row.tag })).toSorted(compareRefs);
  }
}

/** The row of a process for listings; also what a scheduler writes for its jobs' records. */
export function rowOf(bundle: Pick<Bundle, 'uuid' | 'parent' | 'process' | 'record'>): ProcessRow {
  const { record } = bundle;
  return {
    pid: record.pid,
    uuid: bundle.uuid,
    parent: bundle.parent,
    process: bundle.process,
    state: record.state,
    paused: record.paused,
    epoch: record.epoch,
    status: record.status,
    createdAt: record.createdAt,
    changedAt: record.changedAt,
    record: JSON.stringify(record),
  };
}
