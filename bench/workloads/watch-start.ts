// What it takes to begin to watch 100 000 files in 1 000 folders: pipe's watcher and chokidar with its defaults, each alone
// in a small program; and the whole of `pipe watch` over those files. Linux, which counts a process's memory.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build, stop } from 'esbuild';
import { WatchProcess } from '../watch-process.ts';
import type { Against, Bench, Row, Sample, Workload } from '../workload.ts';

const FOLDERS = 1000;
const TARGET = 0.15;
const START_MS = 60_000;
const program = join(import.meta.dirname, '../watchers.mjs');
const watcher = join(import.meta.dirname, '../../engine/watch/folder-watcher.ts');

/** Start-up in ms, memory in MB. */
interface Start {
  readonly ms: number;
  readonly mb: number;
  readonly pssMb: number;
}

export const watchStart: Workload = {
  name: 'watch-start',
  summary: 'start-up and memory of a watcher of 100 000 files, beside chokidar',
  minutes: 2,
  run: async (bench) => {
    const files = bench.size(100_000);
    const folder = bench.folder('watch-start');
    write(folder, files);
    const module = join(bench.folder('program'), 'watcher.mjs');
    await build({ entryPoints: [watcher], outfile: module, bundle: true, platform: 'node', format: 'esm' });
    await stop();
    const start = (way: string): Start =>
      JSON.parse(
        execFileSync(process.execPath, [program, way, folder, module], { encoding: 'utf8' }),
      ) as Start;
    const ways = {
      pipe: () => start('one fs.watch a folder'),
      chokidar: () => start('chokidar, its defaults'),
      whole: () => wholeWatch(bench, folder),
    };
    bench.run({ tool: 'pipe', folder, argv: [bench.pipe, 'build'] });
    const starts: Record<keyof typeof ways, Start[]> = { pipe: [], chokidar: [], whole: [] };
    const names = Object.keys(ways) as (keyof typeof ways)[];
    for (let pair = 0; pair < bench.pairs; pair++)
      for (const name of pair % 2 === 0 ? names : names.toReversed()) starts[name].push(await ways[name]());
    const sample = (name: keyof typeof ways, part: keyof Start): Sample => ({
      tool: name === 'whole' ? 'pipe' : name,
      values: starts[name].map((each) => each[part]),
    });
    const row = (title: string, name: 'pipe' | 'whole', part: keyof Start, target?: number): Row => {
      const peer: Against = { ...sample('chokidar', part), ...(target !== undefined && { target }) };
      return { title, unit: part === 'ms' ? 'ms' : 'MB', pipe: sample(name, part), peers: [peer] };
    };
    const of = `${bench.count(files)} files in ${bench.count(FOLDERS)} folders`;
    return [
      row(`watcher of ${of}: until it watches`, 'pipe', 'ms', TARGET),
      row(`watcher of ${of}: memory (proportional set size)`, 'pipe', 'pssMb', TARGET),
      row(`watcher of ${of}: memory with Node's program (resident set size)`, 'pipe', 'mb'),
      row(`\`pipe watch\` of ${of}, until all is found up to date`, 'whole', 'ms'),
      row(`\`pipe watch\` of ${of}: memory (proportional set size)`, 'whole', 'pssMb'),
    ];
  },
};

/** From its start until it rests. */
async function wholeWatch({ pipe }: Bench, folder: string): Promise<Start> {
  const since = performance.now();
  await using watch = new WatchProcess({ tool: 'pipe', folder, argv: [pipe, 'watch', '--reporter', 'json'] });
  const isIdle = (): boolean => watch.text.includes('"what":"idle"');
  if (!(await watch.until(isIdle, START_MS))) throw new Error(`pipe does not watch:\n${watch.text}`);
  const ms = performance.now() - since;
  const text = readFileSync(`/proc/${watch.pid}/smaps_rollup`, 'utf8');
  const megabytes = (name: string): number =>
    (Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) * 1024) / 1e6;
  return { ms, mb: megabytes('Rss'), pssMb: megabytes('Pss') };
}

function write(folder: string, files: number): void {
  for (let index = 0; index < FOLDERS; index++)
    mkdirSync(join(folder, `files/d${index}`), { recursive: true });
  for (let file = 0; file < files; file++)
    writeFileSync(join(folder, `files/d${file % FOLDERS}`, `f${file}.txt`), 'x');
  writeFileSync(
    join(folder, 'pipeline.yaml'),
    `tasks:
  list:
    inputs: { files: "files/**.txt" }
    outputs: { list: ./list.txt }
    run: cp {{ files | list_file }} {{ list }}
`,
  );
}
