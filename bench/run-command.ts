// Runs one command as a whole process and measures it. The clock is bash's, which forks faster than Node, so that a tool
// of a few milliseconds is not charged for Node's size. Knows no tool.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Contender, Run } from './workload.ts';

const TIMER = `
LC_ALL=C; TIMEFORMAT='%U %S'
out=$1 cpu=$2; shift 2
start=$EPOCHREALTIME
{ time "$@" </dev/null >"$out" 2>&1; } 2>"$cpu"
status=$?
end=$EPOCHREALTIME
read -r user sys <"$cpu"
printf '%s %s %s %s %s' "$status" "$start" "$end" "$user" "$sys"
`;

export function runCommand({ argv, folder, env }: Contender, extra: readonly string[] = []): Run {
  const scratch = mkdtempSync(join(tmpdir(), 'pipe-bench-run-'));
  try {
    const out = join(scratch, 'out');
    const { stdout } = spawnSync(
      'bash',
      ['-c', TIMER, 'timer', out, join(scratch, 'cpu'), ...argv, ...extra],
      {
        cwd: folder,
        env: environment(folder, env),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [status = 1, start = 0, end = 0, user = 0, sys = 0] = stdout.split(' ').map(Number);
    const ms = (end - start) * 1000;
    return { ms, cpuMs: (user + sys) * 1000, status, text: readFileSync(out, 'utf8') };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const LOOK_MS = 5;

/** With the high-water mark of the process's memory, which Linux keeps in /proc; 0 elsewhere. */
export async function peakOf(
  { argv: [command, ...args], folder, env }: Contender,
  extra: readonly string[] = [],
): Promise<Run & { readonly mb: number }> {
  const start = performance.now();
  const child = spawn(command, [...args, ...extra], {
    cwd: folder,
    env: environment(folder, env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  child.stderr.on('data', (data: Buffer) => (text += data.toString()));
  let kilobytes = 0;
  const look = setInterval(() => {
    kilobytes = Math.max(kilobytes, highWater(child.pid));
  }, LOOK_MS);
  const status = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  clearInterval(look);
  return { ms: performance.now() - start, cpuMs: 0, status, text, mb: (kilobytes * 1024) / 1e6 };
}

/** Without what `npm run bench` itself was called with, which tools that npm calls would take for theirs. */
export function environment(folder: string, more: Contender['env']): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_RUN_|INIT_CWD$|WIREIT_)/.test(name),
  );
  return { ...Object.fromEntries(own), ...more, PWD: folder };
}

function highWater(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
