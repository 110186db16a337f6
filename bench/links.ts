// What a watch costs while nothing happens, and how soon it reacts: 20 tasks × 1000 jobs, each with six joined links over
// YAML records. `node bench/links.ts` writes the pipeline below the system's temporary folder, starts the real `pipe
// watch`, reads its CPU time from /proc over ten idle seconds, injects members and waits for their outputs. Linux only.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { EngineEvent } from '../engine/index.ts';
import { generate, item } from './links-pipeline.ts';

type Pipe = ChildProcessByStdio<null, Readable, null>;

const SIZE = { tasks: 20, jobs: 1000, links: 6 };
const IDLE_SECONDS = 10;
const INJECTIONS = 10;

await measure();

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-links-'));
  const { names, jobs } = generate(folder, SIZE);
  const pipe = join(import.meta.dirname, '..', 'cli', 'bin.mjs');
  const child = spawn(process.execPath, [pipe, 'watch', '--reporter', 'json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const since = performance.now();
    await firstBuild(child);
    say('first build', `${jobs} jobs in ${((performance.now() - since) / 1000).toFixed(1)} s`);
    // The one full look that follows the first idle moment, and what the system still writes.
    await delay(15_000);
    const before = cpuMs(child.pid!);
    const idleSince = performance.now();
    await delay(IDLE_SECONDS * 1000);
    const idle = (cpuMs(child.pid!) - before) / ((performance.now() - idleSince) / 1000);
    say('an idle second', `${idle.toFixed(1)} ms of CPU`);
    const reactions: { readonly first: number; readonly last: number }[] = [];
    for (let index = 0; index < INJECTIONS; index++)
      reactions.push(await react(folder, names, SIZE.jobs + index));
    const sorted = reactions.toSorted((a, b) => a.first - b.first);
    const middle = sorted[Math.floor(sorted.length / 2)]!;
    say(
      'one new member, first output',
      `${Math.round(middle.first)} ms (median of ${INJECTIONS}; worst ${Math.round(Math.max(...reactions.map((each) => each.first)))} ms)`,
    );
    const lasts = reactions.map((each) => each.last).toSorted((a, b) => a - b);
    say(
      `one new member, all ${SIZE.tasks} outputs`,
      `${Math.round(lasts[Math.floor(lasts.length / 2)]!)} ms (worst ${Math.round(lasts.at(-1)!)} ms)`,
    );
    say(
      'memory',
      `${Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000)} MB`,
    );
  } finally {
    child.kill('SIGTERM');
    await new Promise<void>((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(),
    );
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A member appears whole; how long until its first output and until all of them lie there. */
async function react(
  folder: string,
  names: readonly string[],
  job: number,
): Promise<{ readonly first: number; readonly last: number }> {
  const outputs = Array.from({ length: SIZE.tasks }, (_, index) =>
    join(folder, 'build', `task${index + 1}`, `i${job}.txt`),
  );
  const beside = join(folder, 'new.tmp');
  writeFileSync(beside, item(names, job, SIZE.jobs));
  const missing = new Set(outputs);
  let first: number | undefined;
  const { promise, resolve } = Promise.withResolvers<number>();
  const watchers = outputs.map((output) =>
    watch(dirname(output), (_event, name) => {
      if (name !== basename(output) || !missing.has(output) || !existsSync(output)) return;
      missing.delete(output);
      first ??= performance.now();
      if (missing.size === 0) resolve(performance.now());
    }),
  );
  const since = performance.now();
  renameSync(beside, join(folder, 'items', `i${job}.yaml`));
  const last = await promise;
  for (const each of watchers) each.close();
  await delay(500);
  return { first: (first ?? last) - since, last: last - since };
}

function firstBuild(child: Pipe): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const event = JSON.parse(line) as EngineEvent;
        if (event.type !== 'build-end') continue;
        if (event.summary.outcome === 'done') resolve();
        else reject(new Error(`the build came to ${event.summary.outcome}`));
      }
    });
    child.once('exit', () => reject(new Error('pipe watch ended')));
  });
}

/** User and system time of a process, of all its threads. */
function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(execFileSync('getconf', ['CLK_TCK']).toString());
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
}

function say(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(32)} ${figure}\n`);
}
