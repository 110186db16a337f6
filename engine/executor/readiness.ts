// Waits until a process that stays is ready: a line in its log, a port that takes connections, a file that is new. Looks
// every few milliseconds, since a process tells nobody. Knows no job and starts nothing.
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ReadyPlan } from '../model/plan.ts';

const LOOK_MS = 20;

export interface Readiness {
  /** Resolves once all of it holds; never after the signal. */
  wait(signal: AbortSignal): Promise<void>;
  /** What is still missing, in words. */
  missing(): string;
}

/** To be called before the process starts: a file that is there already does not count. Paths are absolute. */
export function readinessOf(plan: ReadyPlan, log: string): Readiness {
  const open = new Map<string, () => boolean | Promise<boolean>>();
  const { line, port, file } = plan;
  if (line !== undefined) open.set(`no line of its log fits /${line}/`, lineIn(log, new RegExp(line, 'u')));
  if (port !== undefined) open.set(`port ${port} takes no connection`, () => takesConnections(port));
  if (file !== undefined) {
    const before = stampOf(file);
    open.set(`${file} was not made`, () => ![before, ''].includes(stampOf(file)));
  }
  return {
    missing: () => [...open.keys()].join(', '),
    wait: async (signal) => {
      while (open.size > 0 && !signal.aborted) {
        for (const [what, holds] of open) if (await holds()) open.delete(what);
        if (open.size > 0) await delay(LOOK_MS, undefined, { signal }).catch(() => {});
      }
    },
  };
}

/** Whether something listens at a port of this machine, on either of its addresses. */
export async function takesConnections(port: number): Promise<boolean> {
  const found = await Promise.all(['127.0.0.1', '::1'].map((host) => answers(host, port)));
  return found.includes(true);
}

async function answers(host: string, port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (found: boolean): void => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** Reads on where it stopped; a line counts when it is whole. */
function lineIn(path: string, expression: RegExp): () => boolean {
  let at = 0;
  let rest = '';
  const decoder = new TextDecoder();
  return () => {
    const bytes = readFrom(path, at);
    at += bytes.length;
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    return lines.some((line) => expression.test(line));
  };
}

function readFrom(path: string, at: number): Buffer {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    // It has printed nothing yet.
    return Buffer.alloc(0);
  }
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - at));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, at));
  } finally {
    closeSync(file);
  }
}

/** Empty if nothing lies there. */
function stampOf(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeNs} ${stats.ctimeNs}` : '';
}
