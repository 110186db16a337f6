// The runner's side of one host process: starts it, asks it, ends it. Knows no nodes and no epochs.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HostMessage, HostRequest, HubTransport } from './transport.ts';
import { TubeError } from './tube-error.ts';
import { encode, errorFromWire } from './wire.ts';

interface Question {
  readonly id: number;
  readonly request: HostRequest;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * ```
 * starting ── hello ──> ready ── end ──> ending ── exit ──> gone
 *    └──────────── exit ───┴────────── exit ──────────────────┘
 * ```
 */
type LinkState = 'starting' | 'ready' | 'ending' | 'gone';

export class HostLink {
  readonly id: string;
  readonly #hub: HubTransport;
  readonly #most: number;
  readonly #child: ChildProcess;
  readonly #ready = Promise.withResolvers<void>();
  readonly #asked = new Map<number, Question>();
  readonly #waiting: Question[] = [];
  #nextId = 0;
  #state: LinkState = 'starting';

  /** `most`: how many questions may be under way; others wait here, so that a slow host is not flooded. */
  constructor(id: string, hub: HubTransport, most: number) {
    this.id = id;
    this.#hub = hub;
    this.#most = most;
    this.#ready.promise.catch(() => undefined);
    this.#child = spawn(process.execPath, [hostModule(), hub.address, id], {
      // The fourth is the line by which the host learns that this process is gone.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Each host loads the same modules: from the second on in a third of the time.
      env: {
        NODE_COMPILE_CACHE: getCompileCacheDir() ?? join(tmpdir(), 'node-compile-cache'),
        ...process.env,
      },
    });
    this.#child.once('error', (error) => this.#gone(error.message));
    this.#child.once('exit', (code, signal) => this.#gone(signal === null ? `exit status ${code}` : signal));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Resolves when the host has said hello. */
  async connected(timeoutMs: number): Promise<void> {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(
      () =>
        reject(
          new TubeError('host-failed', `the process of ${this.id} did not answer within ${timeoutMs} ms`),
        ),
      timeoutMs,
    );
    try {
      await Promise.race([this.#ready.promise, promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  ask(request: HostRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#state === 'gone') return reject(this.#lost('it has ended'));
      const question: Question = { id: this.#nextId++, request, resolve, reject };
      if (this.#asked.size < this.#most) this.#send(question);
      else this.#waiting.push(question);
    });
  }

  receive(message: HostMessage): void {
    if (message.type === 'hello') {
      if (this.#state === 'starting') this.#state = 'ready';
      return this.#ready.resolve();
    }
    const question = this.#asked.get(message.id);
    if (question === undefined) return;
    this.#asked.delete(message.id);
    if (message.type === 'answer') question.resolve(message.value);
    else question.reject(errorFromWire(message.error));
    const next = this.#waiting.shift();
    if (next !== undefined) this.#send(next);
  }

  /** Lets the host end by itself within the grace; then it is killed. Throws what its tear-down threw. */
  async end(graceMs: number): Promise<void> {
    if (this.#state === 'gone') return;
    const exited = once(this.#child, 'exit');
    const orderly = this.#state === 'ready';
    this.#state = 'ending';
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), graceMs);
    try {
      if (orderly) {
        await this.ask({ type: 'end' });
        this.#child.disconnect();
      } else this.#child.kill('SIGKILL');
    } catch (error) {
      if (this.#child.connected) this.#child.disconnect();
      if (!(error instanceof TubeError && error.code === 'host-failed')) throw error;
    } finally {
      if (this.#child.exitCode === null && this.#child.signalCode === null) await exited;
      clearTimeout(kill);
    }
  }

  #send(question: Question): void {
    this.#asked.set(question.id, question);
    const failed = (error: unknown): void => {
      this.#asked.delete(question.id);
      question.reject(error instanceof Error ? error : new Error(String(error)));
    };
    try {
      this.#hub.send(this.id, encode({ ...question.request, id: question.id })).catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  #gone(how: string): void {
    if (this.#state === 'gone') return;
    this.#state = 'gone';
    const error = this.#lost(how);
    this.#ready.reject(error);
    for (const question of [...this.#asked.values(), ...this.#waiting]) question.reject(error);
    this.#asked.clear();
    this.#waiting.length = 0;
  }

  #lost(how: string): TubeError {
    return new TubeError('host-failed', `the process of ${this.id} is gone: ${how}`);
  }
}

/** The entry of the host process: beside this file, in the same form. */
function hostModule(): string {
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
  return fileURLToPath(new URL(`./process-host${extension}`, import.meta.url));
}
