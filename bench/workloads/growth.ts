// How pipe's cost grows with keys and with tasks: a build with nothing to do, by the snapshot of the last one and by the
// engine that decides, and a dry run. What it shows is that time for each stays about the same.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCopies } from '../copies.ts';
import { figure } from '../print-row.ts';
import { median } from '../statistics.ts';
import type { Bench, Contender, Row, Workload } from '../workload.ts';

const RUNS = 5;

export const growth: Workload = {
  name: 'growth',
  summary: 'growth with keys (1 000 to 100 000) and with tasks (10 to 10 000)',
  minutes: 3,
  run: (bench) => [
    ...[1000, 10_000, 100_000].flatMap((keys) => {
      const copies = { keys: bench.size(keys), joins: false, builtin: true };
      return grown(bench, `keys-${keys}`, 'keys', copies.keys, (folder) =>
        writeCopies(folder, copies, false),
      );
    }),
    ...[10, 100, 1000, 10_000].flatMap((tasks) => {
      const count = bench.size(tasks);
      return grown(bench, `tasks-${tasks}`, 'tasks', count, (folder) => writeTasks(folder, count));
    }),
  ],
};

function grown(
  bench: Bench,
  name: string,
  of: 'keys' | 'tasks',
  count: number,
  write: (folder: string) => void,
): Row[] {
  const folder = join(bench.folder(name), 'pipe');
  mkdirSync(folder, { recursive: true });
  write(folder);
  const contender: Contender = { tool: 'pipe', folder, argv: [bench.pipe, 'build', '-j', '2'] };
  bench.run(contender);
  bench.run(contender);
  const row = (what: string, before: () => void): Row => {
    const values = Array.from({ length: Math.min(RUNS, bench.pairs) }, () => {
      before();
      return bench.run(contender).ms;
    });
    const each = median(values) / count;
    return {
      title: `${what}: ${bench.count(count)} ${of}`,
      unit: 'ms',
      pipe: { tool: 'pipe', values },
      peers: [],
      jobs: 0,
      note: `${each >= 1 ? figure(each, 'ms') : `${Number((each * 1000).toPrecision(2))} µs`} each`,
    };
  };
  const rows = [
    row('nothing to do, by the snapshot', () => {}),
    row('nothing to do, all decided anew', () => rmSync(join(folder, '.pipe/idle'), { force: true })),
  ];
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

/** Tasks of one job each, in chains of ten. */
function writeTasks(folder: string, count: number): void {
  const tasks = Array.from({ length: count }, (_, task) => {
    const before = task % 10 === 0 ? 'source.txt' : `out/t${task - 1}.txt`;
    return `  t${task}:
    inputs: { before: "./${before}" }
    outputs: { out: "./out/t${task}.txt" }
    run: read -r line < {{ before }}; echo "$line ${task}" > {{ out }}
`;
  });
  writeFileSync(join(folder, 'pipeline.yaml'), `tasks:\n${tasks.join('')}`);
  writeFileSync(join(folder, 'source.txt'), 'from\n');
}
