// An edit under a watch, until the output of two stages shows it: the last two of a chain of ten packages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contendersFor, WATCHES } from '../contenders.ts';
import { holdWatchContest } from '../hold-watch-contest.ts';
import { CHAIN, editPackage, packagesOf, writePackages, writeRules, writeTurbo } from '../packages.ts';
import { linkPackages } from '../wireit-scripts.ts';
import type { Workload } from '../workload.ts';

const EDITED = 'c0-p8';
const LAST = 'packages/c0-p9/dist/out.txt';

export const watchEdit: Workload = {
  name: 'watch-edit',
  summary: 'under a watch: an edit until the output of two stages follows',
  minutes: 2,
  run: async (bench) => {
    const wanted = [{ tool: 'wireit', target: 0.5 }, { tool: 'turbo' }, { tool: 'entr' }, { tool: 'tup' }];
    const write = (folder: string, tool: string): void => {
      writePackages(folder, 1);
      if (tool === 'entr' || tool === 'tup') writeRules(folder, 1);
      if (tool === 'turbo') writeTurbo(folder, 1);
      if (tool === 'wireit') linkPackages(folder, bench.peer(tool)!);
    };
    const [pipe, ...peers] = await holdWatchContest(bench, {
      contenders: contendersFor(bench, 'watch-edit', wanted, write, WATCHES),
      change: (folder, round) => editPackage(folder, round, EDITED),
      isDone: (folder, round) => textOf(join(folder, LAST)).includes(`edit ${round}\n`),
      outputs: packagesOf(1).map(({ name }) => `packages/${name}/dist`),
      changes: 2,
      commands: [],
    });
    const title = `watch: an edit until the output of two stages follows, in a chain of ${CHAIN} packages`;
    return [{ title, unit: 'ms', pipe: pipe!, peers, jobs: 2 }];
  },
};

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
