// Peak memory of a build of a hundred thousand jobs, each of builtins of the shell.
import { contendersFor } from '../contenders.ts';
import { writeCopies } from '../copies.ts';
import type { Workload } from '../workload.ts';

export const memory: Workload = {
  name: 'memory',
  summary: 'memory of a build of 100 000 jobs',
  minutes: 3,
  run: async (bench) => {
    const copies = { keys: bench.size(100_000), joins: false, builtin: true };
    const contenders = contendersFor(bench, 'memory', [{ tool: 'ninja', target: 4 }], (folder) =>
      writeCopies(folder, copies),
    );
    const samples = [];
    for (const { tool, target, ...rest } of contenders) {
      const { mb, ms } = await bench.peak({ tool, ...rest });
      bench.say(`${tool}: ${mb.toFixed(0)} MB, ${(ms / 1000).toFixed(1)} s`);
      samples.push({ tool, values: [mb], ...(target !== undefined && { target }) });
    }
    const [pipe, ...peers] = samples;
    return [
      {
        title: `memory of a clean build of ${bench.count(copies.keys)} jobs`,
        unit: 'MB',
        pipe: pipe!,
        peers,
      },
    ];
  },
};
