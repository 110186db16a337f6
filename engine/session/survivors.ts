// The process groups of a build, kept in the store while they live, so that the next builder ends those of one that was
// killed before they can write where its own jobs write. Knows no jobs.
import { birthOf, endGroup } from '../executor/process-group.ts';
import type { Store } from '../store/store.ts';

const GRACE_MS = 1000;
const PREFIX = 'group ';

/** For an executor's `onGroup`. */
export function rememberGroup(store: Store, pid: number, alive: boolean): void {
  const name = `${PREFIX}${pid}`;
  const birth = alive ? birthOf(pid) : undefined;
  if (birth !== undefined) store.putFact(name, birth);
  else removeQuietly(store, name);
}

/** A host may end after the store was closed. What stays then names a birth that no process has. */
function removeQuietly(store: Store, name: string): void {
  try {
    store.removeFact(name);
  } catch {
    // The next builder removes it.
  }
}

/** Ends what an earlier builder left running; returns how many groups that were. Only for who holds the lock. */
export async function endSurvivors(store: Store): Promise<number> {
  const ended = await Promise.all(
    store.factsNamed(PREFIX).map(async ({ name, body }) => {
      const alive = await endGroup(Number(name.slice(PREFIX.length)), body, GRACE_MS);
      store.removeFact(name);
      return alive;
    }),
  );
  return ended.filter(Boolean).length;
}
