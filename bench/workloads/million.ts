// A million keys: a plan of a million jobs that were never built, and a build that finds a million files as they were.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Contender, Row, Workload } from '../workload.ts';

const FOLDERS = 1000;
const RUNS = 3;
const LIMIT_MS = 6000;
const LIMIT_MB = 700;

export const million: Workload = {
  name: 'million',
  summary: '1 000 000 keys: plan, and find all up to date',
  minutes: 5,
  run: async (bench) => {
    const keys = bench.size(1_000_000);
    const of = `${bench.count(keys)} keys`;
    const folder = bench.folder('million');
    write(folder, keys);
    const call = (...args: string[]): Contender => ({
      tool: 'pipe',
      folder,
      argv: [bench.pipe, ...args],
    });
    const plan = await measured(bench, `plan of a job for each of ${of}`, call('plan', 'check'));
    bench.run(call('build', 'all'));
    bench.run(call('build'));
    const nothing = await measured(
      bench,
      `nothing to do: ${of} in one fan-in, by the snapshot`,
      call('build'),
    );
    const anew = await measured(
      bench,
      `nothing to do: ${of} in one fan-in, all decided anew`,
      call('build', 'all'),
    );
    return [...plan, ...nothing, ...anew];
  },
};

async function measured(bench: Bench, title: string, contender: Contender): Promise<Row[]> {
  const ms: number[] = [];
  const mb: number[] = [];
  for (let run = 0; run < Math.min(RUNS, bench.pairs); run++) {
    const peak = await bench.peak(contender);
    ms.push(peak.ms);
    mb.push(peak.mb);
  }
  return [
    { title, unit: 'ms', pipe: { tool: 'pipe', values: ms }, peers: [], limit: LIMIT_MS },
    { title: `${title}: memory`, unit: 'MB', pipe: { tool: 'pipe', values: mb }, peers: [], limit: LIMIT_MB },
  ];
}

function write(folder: string, keys: number): void {
  for (let key = 0; key < keys; key++) {
    const group = `src/${String(key % FOLDERS).padStart(3, '0')}`;
    if (key < FOLDERS) mkdirSync(join(folder, group), { recursive: true });
    writeFileSync(join(folder, group, `${key}.txt`), `${key}\n`);
  }
  writeFileSync(
    join(folder, 'pipeline.yaml'),
    `tasks:
  check:
    default: false
    inputs: { source: "src/{group}/{name}.txt" }
    run: test -s {{ source }}
  all:
    inputs: { sources: "src/*/*.txt" }
    outputs: { list: ./list.txt }
    run: cp {{ sources | list_file }} {{ list }}
`,
  );
}
