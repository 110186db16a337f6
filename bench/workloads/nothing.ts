// Nothing to do: all is up to date, and a tool has to find that out. A thousand, ten thousand and fifty thousand keys.
import { OUTPUTS, writeCopies } from '../copies.ts';
import { contendersFor } from '../contenders.ts';
import type { Wanted } from '../contenders.ts';
import { linkPackages, writeScripts } from '../wireit-scripts.ts';
import type { Bench, Row, Workload } from '../workload.ts';

export const nothing1000: Workload = {
  name: 'nothing-1000',
  summary: 'nothing to do, 1 000 keys',
  minutes: 1,
  run: (bench) =>
    nothing(bench, 1000, false, [
      { tool: 'ninja', target: 5 },
      { tool: 'wireit', target: 0.07 },
    ]),
};

export const nothing10000: Workload = {
  name: 'nothing-10000',
  summary: 'nothing to do, 10 000 keys and 100 joins',
  minutes: 1,
  run: (bench) =>
    nothing(bench, 10_000, true, [
      { tool: 'ninja', target: 1.8 },
      { tool: 'make', target: 1.8 },
      { tool: 'tup' },
    ]),
};

export const nothing50000: Workload = {
  name: 'nothing-50000',
  summary: 'nothing to do, 50 000 keys (100 000 files)',
  minutes: 3,
  run: (bench) => nothing(bench, 50_000, false, [{ tool: 'ninja', target: 0.9 }]),
};

function nothing(bench: Bench, full: number, joins: boolean, wanted: readonly Wanted[]): readonly Row[] {
  const copies = { keys: bench.size(full), joins };
  const contenders = contendersFor(bench, `nothing-${full}`, wanted, (folder, tool) => {
    writeCopies(folder, copies);
    if (tool !== 'wireit') return;
    writeScripts(folder, copies.keys);
    linkPackages(folder, bench.peer(tool)!);
  });
  for (const contender of contenders) bench.run(contender);
  // The first look at what was just built knows the stamps to be young, and looks closer.
  for (const contender of contenders) bench.run(contender);
  const title = `nothing to do: ${bench.count(copies.keys)} keys${joins ? ' and their joins' : ''}`;
  return [
    bench.contest({ title, contenders, outputs: OUTPUTS, changes: 0, jobs: 0, commands: ['cp', 'cat'] }),
  ];
}
