// What a workload works with, put together: folders that go at the end, contests, single runs. Knows no workload.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { holdContest } from './hold-contest.ts';
import { peakOf, runCommand } from './run-command.ts';
import type { Bench, Run } from './workload.ts';

export interface BenchOptions {
  readonly reduced: boolean;
  readonly pairs: number;
  readonly pipe: string;
  readonly peers: ReadonlyMap<string, string>;
  readonly say: (text: string) => void;
}

const REDUCTION = 20;
/** Fewer would leave no group to join. */
const LEAST = 200;

export function openBench(
  folder: string,
  { reduced, pairs, pipe, peers, say }: BenchOptions,
): Bench & Disposable {
  return {
    reduced,
    pairs: reduced ? 1 : pairs,
    pipe,
    peer: (name) => peers.get(name),
    folder: (name) => {
      const path = join(folder, name);
      mkdirSync(path, { recursive: true });
      return path;
    },
    size: (full) => (reduced ? Math.min(full, Math.max(LEAST, full / REDUCTION)) : full),
    count: (value) => value.toLocaleString('en').replaceAll(',', ' '),
    contest: (contest) => holdContest(contest, reduced ? 1 : pairs),
    run: (contender, extra) => succeeded(runCommand(contender, extra)),
    peak: async (contender, extra) => succeeded(await peakOf(contender, extra)),
    say: (text) => say(`  ${text}`),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function succeeded<R extends Run>(run: R): R {
  if (run.status !== 0) throw new Error(`ended with ${run.status}:\n${run.text.slice(-2000)}`);
  return run;
}
