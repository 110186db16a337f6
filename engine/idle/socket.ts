// A socket in the state folder where lines of JSON are spoken. Knows nothing of what they say.
import { chmodSync, closeSync, openSync, rmSync } from 'node:fs';
import type { Server, Socket } from 'node:net';
import { join, relative } from 'node:path';

/** Loaded where it is used: most builds have nobody to talk to, and better uses for the milliseconds. */
const net = () => process.getBuiltinModule('node:net');

/** What the kernel holds of a socket's path, less some room. */
const LONGEST_PATH = 100;

export type Send = (message: unknown) => void;

/** One that connected: what it says, until it goes. */
export interface Caller {
  readonly send: Send;
  onMessage(listener: (message: unknown) => void): void;
  /** Tells when it goes, at once where it has. */
  onGone(listener: () => void): void;
  readonly gone: AbortSignal;
  end(): void;
}

/** Listens on `folder/name`, in place of what an earlier process left there. */
export async function listen(
  folder: string,
  name: string,
  onCaller: (caller: Caller) => void,
): Promise<AsyncDisposable> {
  const path = join(folder, name);
  rmSync(path, { force: true });
  const sockets = new Set<Socket>();
  const server = net().createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    onCaller(speak(socket));
  });
  const short = shortPath(folder, name);
  await listening(server, short.path);
  // Whoever may write there may have jobs run.
  chmodSync(path, 0o600);
  const close = async (): Promise<void> => {
    // What is due by now is said.
    await new Promise((resolve) => setImmediate(resolve));
    for (const socket of sockets) socket.end();
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    // Those that do not go by themselves.
    setTimeout(() => sockets.forEach((socket) => socket.destroy()), 200).unref();
    await closed;
    short.close();
    rmSync(path, { force: true });
  };
  let closing: Promise<void> | undefined;
  // Once: the number of the folder, and the name of the socket, may be another's by the second time.
  return { [Symbol.asyncDispose]: () => (closing ??= close()) };
}

/** Undefined if nobody listens. */
export async function call(folder: string, name: string): Promise<Caller | undefined> {
  const short = shortPath(folder, name);
  try {
    return await new Promise((resolve) => {
      const socket = net().createConnection(short.path);
      socket.once('connect', () => resolve(speak(socket)));
      socket.once('error', () => resolve(undefined));
    });
  } finally {
    short.close();
  }
}

function speak(socket: Socket): Caller {
  const listeners: ((message: unknown) => void)[] = [];
  const early: unknown[] = [];
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const message = parse(line);
      if (listeners.length === 0) early.push(message);
      else for (const listener of listeners) listener(message);
    }
  });
  socket.on('error', () => socket.destroy());
  const onGone = (listener: () => void): void => {
    if (socket.closed) listener();
    else socket.once('close', listener);
  };
  let gone: AbortController | undefined;
  return {
    onGone,
    // Made when it is wanted, since the first of a process takes its time.
    get gone() {
      if (!gone) {
        gone = new AbortController();
        onGone(() => gone!.abort());
      }
      return gone.signal;
    },
    send: (message) => {
      if (!socket.destroyed) socket.write(`${JSON.stringify(message)}\n`);
    },
    onMessage: (listener) => {
      listeners.push(listener);
      for (const message of early.splice(0)) listener(message);
    },
    end: () => socket.end(),
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

async function listening(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve());
  });
}

/** Absolute, relative or, where both are too long for a socket, through an open folder (Linux). */
function shortPath(folder: string, name: string): { readonly path: string; close(): void } {
  const absolute = join(folder, name);
  const below = relative(process.cwd(), absolute);
  const path = below.length < absolute.length ? below : absolute;
  if (Buffer.byteLength(path) <= LONGEST_PATH) return { path, close: () => {} };
  const fd = openSync(folder, 'r');
  return { path: `/proc/self/fd/${fd}/${name}`, close: () => closeSync(fd) };
}
