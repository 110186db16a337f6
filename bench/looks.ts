// How long looks take by themselves and beside a watch: `node bench/looks.ts` makes a pipeline of 10 000 jobs below the
// system's temporary folder, builds it and runs the real commands: alone, beside a watch that rests, and beside one where a
// job has failed. Prints the medians in ms. `PIPE=/path/to/bin.mjs` measures another pipe.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { writeCopies } from './copies.ts';
import { median } from './statistics.ts';

const TIMES = 15;
const JOB = 'g0000/50';
const LOOKS = [['status'], ['why', `copy/${JOB}`], ['trace', JOB], ['ps']];
const pipe = process.env['PIPE'] ?? join(import.meta.dirname, '..', 'cli', 'bin.mjs');
const folder = mkdtempSync(join(tmpdir(), 'pipe-looks-'));

try {
  writeCopies(folder, { keys: 10_000, joins: false, builtin: true }, false);
  call(['build']);
  say(
    '',
    LOOKS.map(([name]) => name!),
  );
  say('alone', measure());
  const watch = spawn(process.execPath, [pipe, 'watch', '--reporter', 'json'], {
    cwd: folder,
    stdio: 'ignore',
  });
  try {
    // A build beside the watch ends when that has nothing left to do; it is there with its socket.
    while (!existsSync(join(folder, '.pipe', 'socket'))) await delay(10);
    call(['build']);
    say('beside a watch', measure());
    writeFileSync(join(folder, 'src', `${JOB}.txt`), '');
    call(['build']);
    say('beside a watch, one job failed', measure());
  } finally {
    watch.kill('SIGTERM');
    await new Promise((resolve) => watch.once('exit', resolve));
  }
  say('alone, one job failed', measure());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(): string[] {
  return LOOKS.map((look) => {
    const times = Array.from({ length: TIMES }, () => {
      const since = performance.now();
      call(look);
      return performance.now() - since;
    });
    return median(times).toFixed(0);
  });
}

function call(words: readonly string[]): string {
  return spawnSync(process.execPath, [pipe, ...words], { cwd: folder, encoding: 'utf8' }).stdout;
}

function say(what: string, cells: readonly string[]): void {
  process.stdout.write(`${what.padEnd(32)}${cells.map((cell) => cell.padStart(8)).join('')}\n`);
}
