// The port behind which checkpoints are kept. Knows no store; every persister passes the contract suite in
// test/process/contracts/persister.ts.
import type { Result } from '../base/result.ts';
import type { Bundle, CheckpointFault } from './bundle.ts';

export interface CheckpointRef {
  readonly pid: string;
  /** null is the process's own checkpoint, written with every transition; others were asked for. */
  readonly tag: string | null;
}

/** Synchronous, so that a transition and its write are one: nothing happens to the process in between. */
export interface CheckpointPersister {
  /**
   * Keeps a bundle in place of the one with the same process and tag. Without a tag, the process's state is written in
   * the same transaction. All or nothing; a bundle that would not read back is refused.
   */
  save(bundle: Bundle, tag?: string | null): Result<null, CheckpointFault>;
  load(pid: string, tag?: string | null): Result<Bundle, CheckpointFault>;
  /** By process id, then tag, the untagged one first. Reads no bundle. */
  list(): readonly CheckpointRef[];
  /** Empty for a process that is not known. */
  listOf(pid: string): readonly CheckpointRef[];
  /** Removes the one with that tag (or without); one that is not there is no fault. */
  delete(pid: string, tag?: string | null): void;
  deleteAll(pid: string): void;
}

export function compareRefs(a: CheckpointRef, b: CheckpointRef): number {
  if (a.pid !== b.pid) return a.pid < b.pid ? -1 : 1;
  const left = a.tag ?? '';
  const right = b.tag ?? '';
  return left === right ? 0 : left < right ? -1 : 1;
}
