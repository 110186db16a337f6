// A build from nothing: ten thousand `cp`, the same by builtins of the shell alone, and a thousand against a tool of
// scientists, which starts slowly.
import { contendersFor } from '../contenders.ts';
import type { Wanted } from '../contenders.ts';
import { cleanCopies, OUTPUTS, writeCopies } from '../copies.ts';
import type { Bench, Row, Workload } from '../workload.ts';

export const cleanCp: Workload = {
  name: 'clean-cp',
  summary: 'clean build of 10 000 `cp`, -j2',
  minutes: 7,
  run: (bench) => [
    clean(bench, 'cp', 10_000, false, [
      { tool: 'ninja', target: 1 },
      { tool: 'make', target: 1.2 },
    ]),
  ],
};

export const cleanBuiltin: Workload = {
  name: 'clean-builtin',
  summary: 'clean build of 10 000 commands of builtins, -j2',
  minutes: 3,
  run: (bench) => [clean(bench, 'builtin', 10_000, true, [{ tool: 'ninja', target: 0.65 }])],
};

export const cleanSnakemake: Workload = {
  name: 'clean-snakemake',
  summary: 'clean build of 1 000 `cp` beside snakemake',
  minutes: 5,
  run: (bench) => [clean(bench, 'snakemake', 1000, false, [{ tool: 'snakemake', target: 0.05 }])],
};

function clean(bench: Bench, name: string, full: number, builtin: boolean, wanted: readonly Wanted[]): Row {
  const copies = { keys: bench.size(full), joins: false, builtin };
  const contenders = contendersFor(bench, `clean-${name}`, wanted, (folder) => writeCopies(folder, copies));
  return bench.contest({
    title: `clean build of ${bench.count(copies.keys)} ${builtin ? 'commands of builtins' : '`cp`'}, -j2`,
    contenders,
    before: ({ folder }) => cleanCopies(folder, copies),
    outputs: OUTPUTS,
    changes: copies.keys,
    jobs: copies.keys,
    // A counting wrapper starts two processes for one: enough of it was counted in a reduced run.
    commands: builtin ? [] : ['cp'],
  });
}
