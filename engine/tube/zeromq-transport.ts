// The transport between processes over ZeroMQ: a router and its dealers on a Unix socket. Knows nothing of the messages.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostTransport, HubTransport } from './transport.ts';

/** Opens the runner's end, in a folder that only this user can enter. */
export async function openHub(): Promise<HubTransport> {
  const { Router } = await import('zeromq');
  const folder = await mkdtemp(join(tmpdir(), 'pipe-tube-'));
  const router = new Router({ mandatory: true, linger: 0 });
  const address = `ipc://${join(folder, 'hub')}`;
  await router.bind(address);
  const send = oneAtATime((frames: (string | Uint8Array)[]) => router.send(frames));
  return {
    address,
    send: (host, message) => send([host, message]),
    async *messages() {
      for await (const [host, message] of router) {
        if (host !== undefined && message !== undefined) yield [host.toString(), message];
      }
    },
    async [Symbol.asyncDispose]() {
      router.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a host's end. */
export async function openHost(address: string, host: string): Promise<HostTransport> {
  const { Dealer } = await import('zeromq');
  const dealer = new Dealer({ routingId: host, linger: 1000 });
  dealer.connect(address);
  const send = oneAtATime((message: Uint8Array) => dealer.send(message));
  return {
    send,
    async *messages() {
      for await (const [message] of dealer) if (message !== undefined) yield message;
    },
    [Symbol.dispose]() {
      dealer.close();
    },
  };
}

/** A ZeroMQ socket takes one message after the other. */
function oneAtATime<T>(send: (message: T) => Promise<void>): (message: T) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (message) => {
    const next = last.then(() => send(message));
    last = next.catch(() => undefined);
    return next;
  };
}
