// How fast tubes run, by runner: a chain of ten trivial nodes, a map over 10 000 items, and memory over a million epochs.
// Writes bench/results/tube.json; `node bench/tube.ts [--quick]`, in a checkout, with nothing else at work.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  AsyncRunner,
  loadTube,
  ProcessRunner,
  SyncRunner,
  type Tube,
  type TubeRunner,
} from '../engine/tube/index.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const quick = process.argv.includes('--quick');
const CHAIN = 10;
const ITEMS = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'pipe-bench-tube-'));
writeFileSync(
  join(folder, 'nodes.ts'),
  `export function* count() { for (let n = 0; ; n++) yield n; }
export function* lists() { for (;;) yield Array.from({ length: ${ITEMS} }, (_, n) => n); }
export const add = (value: number): number => value + 1;
export const total = (values: readonly number[]): number => values.length;
`,
);
const chainFile = join(folder, 'chain.tube.yaml');
writeFileSync(
  chainFile,
  ['nodes:', '  n0: { type: ./nodes.ts#count }']
    .concat(
      Array.from(
        { length: CHAIN - 1 },
        (_, n) => `  n${n + 1}: { type: ./nodes.ts#add, depends: n${n}.value }`,
      ),
      `  out: { type: return, depends: n${CHAIN - 1}.value }`,
    )
    .join('\n'),
);
const mapFile = join(folder, 'map.tube.yaml');
writeFileSync(
  mapFile,
  `nodes:
  list: { type: ./nodes.ts#lists }
  item: { type: map, depends: list.value }
  add: { type: ./nodes.ts#add, depends: item.value }
  all: { type: gather, depends: [{ value: add.value }, { n: item.n }] }
  total: { type: ./nodes.ts#total, depends: all.value }
  out: { type: return, depends: total.value }
`,
);

interface Figures {
  readonly runner: string;
  readonly what: 'chain' | 'map';
  readonly epochs: number;
  readonly seconds: number;
  /** Values that nodes emitted, items included. */
  readonly eventsPerSecond: number;
  readonly secondsPerEpoch: number;
}

type Make = (file: string) => Promise<TubeRunner>;
const tubeOf = async (file: string): Promise<Tube> => {
  const found = await loadTube(file);
  if (!found.ok) throw new Error(found.error.map((fault) => fault.message).join('\n'));
  return found.value;
};
const runners: readonly (readonly [name: string, chain: number, map: number, make: Make])[] = [
  ['sync', 200_000, 20, async (file) => new SyncRunner(await tubeOf(file))],
  ['async', 200_000, 20, async (file) => new AsyncRunner(await tubeOf(file))],
  [
    'async, 16 epochs at once',
    200_000,
    20,
    async (file) => new AsyncRunner(await tubeOf(file), { epochs: 16 }),
  ],
  ['process', 2_000, 2, async (file) => new ProcessRunner(await tubeOf(file))],
  [
    'process, 16 epochs at once',
    5_000,
    2,
    async (file) => new ProcessRunner(await tubeOf(file), { epochs: 16 }),
  ],
];

// First, while nothing else has left anything behind.
const memory = await memoryOf(quick ? 100_000 : 1_000_000);
const results: Figures[] = [];
for (const [runner, chain, map, make] of runners) {
  results.push(await measure(runner, 'chain', make, chainFile, quick ? chain / 10 : chain, CHAIN));
  // The list, its items twice, their number, the gather and the total.
  results.push(await measure(runner, 'map', make, mapFile, quick ? 2 : map, 2 * ITEMS + 4));
}
rmSync(folder, { recursive: true });

const report = {
  what: 'tubes: a chain of ten trivial nodes, a map over 10 000 items with one node and a gather',
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: availableParallelism(),
  // Of this machine while it was measured: above the cores, figures are too low.
  load: round(loadavg()[0] ?? 0),
  quick,
  results,
  memory,
};
const target = join(import.meta.dirname, 'results');
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'tube.json'), `${JSON.stringify(report, undefined, 2)}\n`);

async function measure(
  runner: string,
  what: Figures['what'],
  make: Make,
  file: string,
  epochs: number,
  events: number,
): Promise<Figures> {
  await using running = await make(file);
  await running.init();
  await running.run(Math.max(1, Math.round(epochs / 20)));
  const start = performance.now();
  await running.run(epochs);
  const seconds = (performance.now() - start) / 1000;
  const figures = {
    runner,
    what,
    epochs,
    seconds: round(seconds),
    eventsPerSecond: Math.round((epochs * events) / seconds),
    secondsPerEpoch: Number((seconds / epochs).toPrecision(3)),
  };
  process.stdout.write(
    `${runner}, ${what}: ${figures.eventsPerSecond.toLocaleString('en')} events a second, ${figures.secondsPerEpoch} s an epoch\n`,
  );
  return figures;
}

/** Epochs that the runner holds, and memory in use after a collection, at ten points of the way. */
async function memoryOf(epochs: number): Promise<unknown> {
  const runner = new SyncRunner(await tubeOf(chainFile));
  const points: { epochs: number; held: number; heapMb: number; residentMb: number }[] = [];
  await runner.init();
  for (let part = 1; part <= 10; part++) {
    // Not `run(n)`, which keeps n results.
    for (let count = 0; count < epochs / 10; count++) void runner.process();
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    points.push({
      epochs: (part * epochs) / 10,
      held: runner.store.epochs.length,
      heapMb: round(heapUsed / 2 ** 20),
      residentMb: round(rss / 2 ** 20),
    });
  }
  await runner.deinit();
  const last = points.at(-1)!;
  process.stdout.write(
    `sync, chain, ${epochs.toLocaleString('en')} epochs: ${last.held} epoch held, heap ${points[0]!.heapMb} → ${last.heapMb} MB, resident ${points[0]!.residentMb} → ${last.residentMb} MB\n`,
  );
  return points;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
