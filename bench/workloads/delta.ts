// The change of a single key among many: what the engine needs from hearing of it to having decided again, which must not
// depend on how many keys there are.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { writeCopies } from '../copies.ts';
import type { Workload } from '../workload.ts';

const LIMIT_MS = 5;
const SCRIPT = join(import.meta.dirname, '../delta.ts');

export const delta: Workload = {
  name: 'delta',
  summary: 'one key among 1 000, 100 000 and 1 000 000 changes',
  minutes: 3,
  run: (bench) =>
    [1000, 100_000, 1_000_000].map((full) => {
      const keys = bench.size(full);
      const folder = bench.folder(`delta-${full}`);
      writeCopies(folder, { keys, joins: false }, false);
      const text = execFileSync(process.execPath, ['--max-old-space-size=8000', SCRIPT, folder, 'copy'], {
        encoding: 'utf8',
      });
      const { keys: found, times } = JSON.parse(text) as { keys: number; times: readonly number[] };
      if (found !== keys) throw new Error(`${found} keys and not ${keys}`);
      return {
        title: `one key of ${bench.count(keys)} changes, in the engine alone`,
        unit: 'ms',
        pipe: { tool: 'pipe', values: times },
        peers: [],
        limit: LIMIT_MS,
      } as const;
    }),
};
