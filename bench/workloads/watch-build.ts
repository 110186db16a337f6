// `pipe build` beside a watch that has nothing to do, at ten thousand jobs; ninja has to look at every file itself.
import { contendersFor } from '../contenders.ts';
import { OUTPUTS, writeCopies } from '../copies.ts';
import { WatchProcess } from '../watch-process.ts';
import type { Workload } from '../workload.ts';

const START_MS = 60_000;

export const watchBuild: Workload = {
  name: 'watch-build',
  summary: '`pipe build` beside a watch, nothing to do, 10 000 keys and 100 joins',
  minutes: 2,
  run: async (bench) => {
    const copies = { keys: bench.size(10_000), joins: true };
    const contenders = contendersFor(bench, 'watch-build', [{ tool: 'ninja', target: 0.6 }], (folder) =>
      writeCopies(folder, copies),
    );
    for (const contender of [...contenders, ...contenders]) bench.run(contender);
    const { folder } = contenders[0]!;
    const argv = [bench.pipe, 'watch', '--reporter', 'json'] as const;
    await using watch = new WatchProcess({ tool: 'pipe', folder, argv });
    const isIdle = (): boolean => watch.text.includes('"what":"idle"');
    if (!(await watch.until(isIdle, START_MS))) throw new Error(`the watch does not start:\n${watch.text}`);
    return [
      bench.contest({
        title: `nothing to do, beside a watch: ${bench.count(copies.keys)} keys and their joins`,
        contenders,
        outputs: OUTPUTS,
        changes: 0,
        jobs: 0,
        commands: ['cp', 'cat'],
      }),
    ];
  },
};
