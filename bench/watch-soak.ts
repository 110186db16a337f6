// A day of changes in a quarter of an hour: `node bench/watch-soak.ts [CHANGES] [SEED]` makes changes of all kinds under a
// watch, samples its heap and its descriptors, and at the end compares what it made with a build from nothing. Ends with 1
// where that differs, or where memory or descriptors grow. Knows no part of the engine.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { Changes } from './watch-soak-changes.ts';

const [changes = 20_000, seed = 1] = process.argv.slice(2).map(Number);
const SAMPLES = 40;
const command = [join(import.meta.dirname, '..', 'cli', 'bin.mjs')];

interface Sample {
  readonly change: number;
  readonly heapMb: number;
  readonly rssMb: number;
  readonly descriptors: number;
  readonly watches: number;
}

const outside = mkdtempSync(join(realpathSync(tmpdir()), 'pipe-soak-'));
try {
  process.exitCode = await soak();
} finally {
  rmSync(outside, { recursive: true, force: true, maxRetries: 5 });
}

async function soak(): Promise<number> {
  const folder = join(outside, 'project');
  const made = new Changes(folder, seed);
  const heapFile = join(outside, 'heap');
  const probe = `
    process.on('SIGUSR2', () => {
      for (let round = 0; round < 3; round++) gc();
      const { heapUsed, rss } = process.memoryUsage();
      require('fs').writeFileSync(${JSON.stringify(`${heapFile}.new`)}, JSON.stringify({ heapUsed, rss }));
      require('fs').renameSync(${JSON.stringify(`${heapFile}.new`)}, ${JSON.stringify(heapFile)});
    });`;
  writeFileSync(join(outside, 'probe.cjs'), probe);
  const watch = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--require',
      join(outside, 'probe.cjs'),
      ...command,
      'watch',
      '--reporter',
      'json',
      '--accept-empty',
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const counts = new Map<string, number>();
  let idle: (() => void) | undefined;
  let rest = '';
  watch.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const { type, what = '' } = JSON.parse(line) as { type: string; what?: string };
      const name = type === 'watch' ? what : type;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (what === 'idle') idle?.();
    }
  });
  const ended = new Promise<number | null>((resolve) => {
    watch.once('exit', resolve);
  });
  const first = new Promise<void>((resolve) => {
    idle = resolve;
  });
  await Promise.race([first, ended]);
  const samples: Sample[] = [];
  const started = performance.now();
  for (let change = 0; change < changes; change++) {
    made.next();
    if (change % 7 === 0) await pause(made.pauseMs());
    if (watch.exitCode !== null)
      throw new Error(`the watch ended with ${watch.exitCode} after ${change} changes`);
    if ((change + 1) % Math.ceil(changes / SAMPLES) !== 0) continue;
    made.settle();
    build(folder);
    const sample = await sampleOf(watch.pid!, change + 1, heapFile);
    samples.push(sample);
    process.stdout.write(`${JSON.stringify(sample)}\n`);
  }
  made.settle();
  build(folder);
  const minutes = (performance.now() - started) / 60_000;
  watch.kill('SIGINT');
  await ended;
  const other = join(outside, 'other');
  cpSync(folder, other, { recursive: true, filter: (path) => !/\/(\.pipe|build)(\/|$)/.test(path) });
  build(other);
  const differing = differences(join(folder, 'build'), join(other, 'build'));
  const grows = (['heapMb', 'descriptors', 'watches'] as const).filter((part) => isGrowing(samples, part));
  process.stdout.write(
    `${changes} changes in ${minutes.toFixed(1)} min, seed ${seed}; ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}\n` +
      `differs from a build from nothing: ${differing.length === 0 ? 'nothing' : differing.slice(0, 20).join(', ')}\n` +
      `grows: ${grows.length === 0 ? 'nothing' : grows.join(', ')}\n`,
  );
  return differing.length === 0 && grows.length === 0 ? 0 : 1;
}

/** Beside the watch, so that it ends when all is taken up; jobs of this pipeline never fail once it is settled. */
function build(folder: string): void {
  execFileSync(process.execPath, [...command, 'build', '--reporter', 'plain'], {
    cwd: folder,
    stdio: 'pipe',
  });
}

async function sampleOf(pid: number, change: number, heapFile: string): Promise<Sample> {
  rmSync(heapFile, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (;;) {
    try {
      const { heapUsed, rss } = JSON.parse(readFileSync(heapFile, 'utf8')) as {
        heapUsed: number;
        rss: number;
      };
      return {
        change,
        heapMb: Math.round(heapUsed / 1e5) / 10,
        rssMb: Math.round(rss / 1e6),
        descriptors: readdirSync(`/proc/${pid}/fd`).length,
        watches: watchesOf(pid),
      };
    } catch {
      await pause(20);
    }
  }
}

function watchesOf(pid: number): number {
  const texts = readdirSync(`/proc/${pid}/fdinfo`).map((name) =>
    readFileSync(`/proc/${pid}/fdinfo/${name}`, 'utf8'),
  );
  return texts.reduce((sum, text) => sum + (text.match(/^inotify /gm)?.length ?? 0), 0);
}

/** Whether the last quarter lies above the second one by more than a tenth and a little. */
function isGrowing(samples: readonly Sample[], part: 'heapMb' | 'descriptors' | 'watches'): boolean {
  const quarter = Math.floor(samples.length / 4);
  const mean = (from: number): number =>
    samples.slice(from, from + quarter).reduce((sum, sample) => sum + sample[part], 0) / quarter;
  return mean(samples.length - quarter) > mean(quarter) * 1.1 + 2;
}

function differences(one: string, other: string): string[] {
  const [a, b] = [filesIn(one), filesIn(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).toSorted();
}

function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), readFileSync(path, 'utf8')];
    }),
  );
}
