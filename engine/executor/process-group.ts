// Process groups that outlive the pipe that started them: what tells one from another that got its number later, and an end
// for it. Knows no jobs and no state.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { signalGroup } from './local/slot.ts';

/** When a process started, in a text that no other process of any boot has together with that pid; undefined if it is gone. */
export function birthOf(pid: number): string | undefined {
  return processes(pid)[0]?.birth;
}

/**
 * Ends the group whose leader is, or was, the process `pid` born at `birth`: SIGTERM, grace, SIGKILL. Returns whether
 * any of it was alive. A group that has only the number in common is left alone.
 */
export async function endGroup(pid: number, birth: string, graceMs: number): Promise<boolean> {
  if (!isAlive(pid, birth)) return false;
  signalGroup(pid, 'SIGTERM');
  if (await isGoneWithin(pid, graceMs)) return true;
  signalGroup(pid, 'SIGKILL');
  await isGoneWithin(pid, 1000);
  return true;
}

async function isGoneWithin(group: number, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await pause(10)) {
    if (membersOf(group).length === 0) return true;
  }
  return false;
}

/**
 * As long as its leader lives, the leader's birth tells. Without it, the number still belongs to the group while it has
 * members; that they are jobs of a pipe shows in their environment.
 */
function isAlive(pid: number, birth: string): boolean {
  const members = membersOf(pid);
  const leader = members.find((each) => each.pid === pid);
  if (leader) return leader.birth === birth;
  return birth.startsWith(BOOT) && members.some((each) => isJob(each.pid));
}

function isJob(pid: number): boolean {
  return `\0${readQuietly(`/proc/${pid}/environ`)}`.includes('\0PIPE_PIPELINE=');
}

interface Process {
  readonly pid: number;
  readonly group: number;
  readonly birth: string;
}

function membersOf(group: number): Process[] {
  return processes().filter((each) => each.group === group);
}

/** The process with that pid, or all; those that only wait to be reaped are gone. */
function processes(pid?: number): Process[] {
  if (process.platform !== 'linux') return processesByPs(pid);
  const pids = pid === undefined ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [String(pid)];
  return pids.flatMap((name) => {
    // The name of the program stands in brackets and may hold anything. Source: proc_pid_stat(5).
    const stat = readQuietly(`/proc/${name}/stat`);
    const [state, , group, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === '' || state === 'Z' || state === 'X') return [];
    return [{ pid: Number(name), group: Number(group), birth: `${BOOT}${rest[16]}` }];
  });
}

function processesByPs(pid?: number): Process[] {
  const chosen = pid === undefined ? ['-ax'] : ['-p', String(pid)];
  try {
    const text = execFileSync('ps', [...chosen, '-o', 'pid=,pgid=,stat=,lstart='], { encoding: 'utf8' });
    return text.split('\n').flatMap((line) => {
      const [number, group, state, ...birth] = line.trim().split(/\s+/);
      if (!state || state.startsWith('Z')) return [];
      return [{ pid: Number(number), group: Number(group), birth: birth.join(' ') }];
    });
  } catch {
    return [];
  }
}

function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** Start times count from the boot. */
const BOOT = `${readQuietly('/proc/sys/kernel/random/boot_id').trim()} `;
