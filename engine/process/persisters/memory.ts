// Keeps checkpoints as long as the program lives, as texts, so that what is loaded shares nothing with what was saved.
import { err, ok, type Result } from '../../base/result.ts';
import { missing, readBundle, writeBundle, type Bundle, type CheckpointFault } from '../bundle.ts';
import { compareRefs, type CheckpointPersister, type CheckpointRef } from '../persister.ts';

export class MemoryPersister implements CheckpointPersister {
  readonly #texts = new Map<string, { readonly ref: CheckpointRef; readonly text: string }>();

  save(bundle: Bundle, tag: string | null = null): Result<null, CheckpointFault> {
    const text = writeBundle(bundle);
    if (!text.ok) return text;
    const ref = { pid: bundle.record.pid, tag };
    this.#texts.set(keyOf(ref), { ref, text: text.value });
    return ok(null);
  }

  load(pid: string, tag: string | null = null): Result<Bundle, CheckpointFault> {
    const kept = this.#texts.get(keyOf({ pid, tag }));
    return kept === undefined ? err(missing(pid, tag)) : readBundle(kept.text);
  }

  list(): readonly CheckpointRef[] {
    return [...this.#texts.values()].map((kept) => kept.ref).toSorted(compareRefs);
  }

  listOf(pid: string): readonly CheckpointRef[] {
    return this.list().filter((ref) => ref.pid === pid);
  }

  delete(pid: string, tag: string | null = null): void {
    this.#texts.delete(keyOf({ pid, tag }));
  }

  deleteAll(pid: string): void {
    for (const ref of this.listOf(pid)) this.delete(ref.pid, ref.tag);
  }
}

function keyOf(ref: CheckpointRef): string {
  return JSON.stringify([ref.pid, ref.tag]);
}
