// How much of the past is kept: the newest runs, with their processes and logs. Knows no plan.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Store } from '../store/store.ts';

const RUNS_KEPT = 20_000;

/** `root` is the folder that paths of logs are relative to. */
export function trimHistory(store: Store, root: string): void {
  for (const log of store.trimRuns(RUNS_KEPT)) rmSync(resolve(root, log), { force: true });
}
