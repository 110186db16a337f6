// A small server for pipelines to keep running, and what is left of it. Knows no particular pipeline.
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Project } from '../rig.ts';
import { until } from '../gate.ts';
import { isAlive } from '../processes.ts';

/** `serve NAME TEXT`: writes its process id to NAME.pid beside the project, prints `up TEXT`, and stays. */
export function addServer(desk: Project): void {
  desk.tool('serve', `echo $$ > ${desk.outside}/$1.pid; job serve "$@"; echo "up $2"; exec sleep 1000`);
}

/** The process of a server; 0 if it never ran. */
export function pidOf(desk: Project, name: string): number {
  const path = `${desk.outside}/${name}.pid`;
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
}

export async function gone(pid: number): Promise<void> {
  await until(`process ${pid} is gone`, () => !isAlive(pid));
}

/** A port that is free now, and that the system gives to nobody by itself. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 30_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('listening', () => resolve(true)).once('error', () => resolve(false));
    });
    if (!isFree) continue;
    await new Promise((resolve) => {
      server.close(resolve);
    });
    return port;
  }
}
