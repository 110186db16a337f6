// A monorepo of a hundred packages in chains of ten: nothing to do, from nothing, and one edit that five packages follow.
import { contendersFor, withTargets } from '../contenders.ts';
import type { Wanted } from '../contenders.ts';
import { CHAIN, cleanPackages, editPackage, packagesOf, writePackages, writeTurbo } from '../packages.ts';
import { linkPackages } from '../wireit-scripts.ts';
import type { Bench, Row, Workload } from '../workload.ts';

export const packages: Workload = {
  name: 'packages',
  summary: '100 packages in chains of 10: nothing, clean, one edit',
  minutes: 4,
  run: (bench) => {
    const chains = bench.size(10);
    const count = chains * CHAIN;
    const common = {
      outputs: packagesOf(chains).map(({ name }) => `packages/${name}/dist`),
      commands: ['cat'],
    };
    const among = `${bench.count(count)} packages in chains of ${CHAIN}`;
    const rows: Row[] = [];
    const clean = contenders(bench, 'clean', chains, [{ tool: 'turbo' }, { tool: 'wireit', target: 0.5 }]);
    rows.push(
      bench.contest({
        ...common,
        title: `${among}: clean`,
        contenders: clean,
        before: ({ folder }) => cleanPackages(folder, chains),
        changes: count,
        jobs: count,
      }),
    );
    const nothing = contenders(bench, 'nothing', chains, [
      { tool: 'turbo', target: 0.3 },
      { tool: 'wireit' },
    ]);
    for (const contender of [...nothing, ...nothing]) bench.run(contender);
    rows.push(
      bench.contest({
        ...common,
        title: `${among}: nothing to do`,
        contenders: nothing,
        changes: 0,
        jobs: 0,
      }),
    );
    const edit = withTargets(nothing, { turbo: 0.1 });
    rows.push(
      bench.contest({
        ...common,
        title: `${among}: one edit, five follow`,
        contenders: edit,
        before: ({ folder }, round) => editPackage(folder, round),
        changes: 5,
        jobs: 5,
      }),
    );
    return rows;
  },
};

function contenders(bench: Bench, name: string, chains: number, wanted: readonly Wanted[]) {
  return contendersFor(bench, `packages-${name}`, wanted, (folder, tool) => {
    writePackages(folder, chains);
    if (tool === 'turbo') writeTurbo(folder, chains);
    if (tool === 'wireit') linkPackages(folder, bench.peer(tool)!);
  });
}
