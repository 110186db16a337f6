// The entries of the stat table as the store keeps them: a path and the rest as JSON. Knows no file.
import type { StatRow } from '../repository/stat-rows.ts';
import type { Store } from '../store/store.ts';

export function* storedStats(store: Store): Generator<StatRow> {
  for (const { path, body } of store.stats()) yield toRow(path, body);
}

export function storedStat(store: Store, path: string): StatRow | undefined {
  const body = store.stat(path);
  return body === undefined ? undefined : toRow(path, body);
}

function toRow(path: string, body: string): StatRow {
  return Object.assign(JSON.parse(body) as Omit<StatRow, 'path'>, { path });
}
