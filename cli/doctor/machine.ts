// Checks of the machine: Node, SQLite, shell, watch limits. Knows no pipeline and no folder.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Finding } from './finding.ts';

const OLDEST_NODE = 24;
const FEW_WATCHES = 65_536;

export async function machineFindings(): Promise<readonly Finding[]> {
  return [node(), await sqlite(), shell(), ...watchLimits()];
}

function node(): Finding {
  const major = Number.parseInt(process.versions.node, 10);
  const message = `${process.version} at ${process.execPath}`;
  if (major >= OLDEST_NODE) return { status: 'ok', about: 'node', message };
  return { status: 'fail', about: 'node', message, remedy: `install Node ${OLDEST_NODE} or newer` };
}

async function sqlite(): Promise<Finding> {
  try {
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(':memory:');
    const row = database.prepare('SELECT sqlite_version() AS version').get();
    database.close();
    return { status: 'ok', about: 'sqlite', message: String(row?.['version']) };
  } catch (error) {
    return {
      status: 'fail',
      about: 'sqlite',
      message: `node:sqlite does not work: ${(error as Error).message}`,
      remedy: 'install Node from nodejs.org, whose builds have it',
    };
  }
}

function shell(): Finding {
  const result = spawnSync('/bin/sh', ['-eu', '-c', 'printf %s "$0"', 'works'], { encoding: 'utf8' });
  if (result.stdout === 'works') return { status: 'ok', about: 'shell', message: '/bin/sh works' };
  const reason = result.error?.message ?? `it ended with status ${result.status}`;
  return {
    status: 'fail',
    about: 'shell',
    message: `/bin/sh does not work: ${reason}`,
    remedy: 'install a POSIX shell as /bin/sh',
  };
}

/** inotify(7); other systems than Linux have no such limit. */
function watchLimits(): Finding[] {
  if (process.platform !== 'linux') return [];
  const watches = readLimit('max_user_watches');
  const instances = readLimit('max_user_instances');
  if (watches === undefined || instances === undefined) {
    return [
      {
        status: 'warn',
        about: 'inotify',
        message: 'its limits cannot be read',
        remedy: 'pipe watch may not work here',
      },
    ];
  }
  const message = `${watches} watches, ${instances} instances, ${readLimit('max_queued_events') ?? 'unknown'} queued events`;
  if (watches >= FEW_WATCHES) return [{ status: 'ok', about: 'inotify', message }];
  return [
    {
      status: 'warn',
      about: 'inotify',
      message,
      remedy: 'for large trees: sysctl fs.inotify.max_user_watches=524288',
    },
  ];
}

function readLimit(name: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/sys/fs/inotify/${name}`, 'utf8'));
  } catch {
    return undefined;
  }
}
