// Which stored processes are inside of another: its children, and theirs. Pure; knows no states.
import type { StoredProcess } from '../../store/process-rows.ts';

type Row = Pick<StoredProcess, 'pid' | 'parent'>;

/** By the process that no other is the parent of: those inside of it, parents first. */
export function insideByOutermost<R extends Row>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const parents = new Map(rows.map(({ pid, parent }) => [pid, parent]));
  const inside = new Map<string, R[]>();
  for (const row of rows) {
    if (row.parent === null) continue;
    const outermost = outermostOf(row.parent, parents);
    inside.set(outermost, [...(inside.get(outermost) ?? []), row]);
  }
  return inside;
}

/** Those inside of one process, at whatever depth. */
export function insideOf<R extends Row>(rows: readonly R[], pid: string): readonly R[] {
  const found = new Set([pid]);
  // A child may be listed before its parent.
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const row of rows) if (row.parent !== null && found.has(row.parent)) found.add(row.pid);
  }
  return rows.filter((row) => row.pid !== pid && found.has(row.pid));
}

function outermostOf(pid: string, parents: ReadonlyMap<string, string | null>): string {
  const seen = new Set<string>();
  let at = pid;
  for (let above = parents.get(at); typeof above === 'string' && !seen.has(above); above = parents.get(at)) {
    seen.add(at);
    at = above;
  }
  return at;
}
