// The quickest question to a watch: an empty file in the folder that it watches for such. Whoever sees that file has seen all
// that happened before, since events come in order; a watch with nothing to do writes its answer beside it. No socket and no
// turn of the event loop, which take longer than the answer. Anything else is no answer: then the socket is asked.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differenceOf } from './ask-watch.ts';
import { stateFolderOf } from './idle-build.ts';
import type { IdleRequest } from './idle-build.ts';
import { ANSWER, ASK, GREETING, SIGNALS } from './watch-protocol.ts';
import type { Hello } from './watch-protocol.ts';

/** A watch that takes longer has other things to do, and says what by its socket. */
const PATIENCE_MS = 200;
const LOOK_MS = 0.3;

/** How many jobs are up to date, if a watch runs here that says at once that there is nothing to do. */
export function askAtRest(request: IdleRequest): { readonly upToDate: number } | undefined {
  const folder = join(stateFolderOf(join(request.cwd, request.file ?? 'pipeline.yaml')), SIGNALS);
  const greeting = textOf(join(folder, GREETING));
  if (greeting === undefined) return undefined;
  const hello = parse(greeting) as Hello | undefined;
  if (!hello || !isAlive(hello.pid)) return undefined;
  if (differenceOf(hello, request)) return undefined;
  // A name of its own, so that no answer to an earlier question is taken for this one's.
  const id = `${process.pid}-${process.hrtime.bigint()}`;
  const question = join(folder, ASK + id);
  const answer = join(folder, ANSWER + id);
  try {
    writeFileSync(question, '', { flag: 'wx' });
    const text = waitFor(answer);
    const upToDate = text === undefined ? Number.NaN : Number(text);
    return Number.isInteger(upToDate) ? { upToDate } : undefined;
  } catch {
    // Not allowed, or a full disk.
    return undefined;
  } finally {
    for (const path of [question, answer]) rmSync(path, { force: true });
  }
}

function waitFor(path: string): string | undefined {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    Atomics.wait(cell, 0, 0, LOOK_MS);
    const text = textOf(path);
    // Whole only with its last line.
    if (text?.endsWith('\n') === true) return text.trim();
  }
  return undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
