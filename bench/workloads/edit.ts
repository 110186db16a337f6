// One byte of one source in ten thousand changed, below a join of a hundred: two jobs, and all else is to be found as it was.
import { contendersFor } from '../contenders.ts';
import { editCopies, OUTPUTS, writeCopies } from '../copies.ts';
import type { Workload } from '../workload.ts';

export const edit: Workload = {
  name: 'edit',
  summary: 'one byte changed in one of 10 000, with joins of 100',
  minutes: 1,
  run: (bench) => {
    const copies = { keys: bench.size(10_000), joins: true };
    // Not tup: an edit that follows its last build at once goes unseen by it now and then.
    const wanted = [{ tool: 'ninja', target: 2 }, { tool: 'make' }];
    const contenders = contendersFor(bench, 'edit', wanted, (folder) => writeCopies(folder, copies));
    for (const contender of contenders) bench.run(contender);
    for (const contender of contenders) bench.run(contender);
    return [
      bench.contest({
        title: `one byte changed in one of ${bench.count(copies.keys)}, with joins of 100`,
        contenders,
        before: ({ folder }, round) => editCopies(folder, round),
        outputs: OUTPUTS,
        changes: 2,
        jobs: 2,
        commands: ['cp', 'cat'],
      }),
    ];
  },
};
