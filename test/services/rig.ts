// A small server for pipelines to keep running, and what is left of it. Knows no particular pipeline.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Project } from '../rig.ts';
import { until } from '../gate.ts';

/** `serve NAME TEXT`: writes its process id to NAME.pid beside the project, prints `up TEXT`, and stays. */
export function addServer(desk: Project): void {
  desk.tool('serve', `echo $$ > ${desk.outside}/$1.pid; job serve "$@"; echo "up $2"; exec sleep 1000`);
}

/** The process of a server; 0 if it never ran. */
export function pidOf(desk: Project, name: string): number {
  const path = `${desk.outside}/${name}.pid`;
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
}

export function isAlive(pid: number): boolean {
  try {
    // One that only waits to be reaped is gone.
    return pid > 0 && !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

export async function gone(pid: number): Promise<void> {
  await until(`process ${pid} is gone`, () => !isAlive(pid));
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => {
    server.once('listening', resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
