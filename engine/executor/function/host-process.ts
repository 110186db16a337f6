// Pipe's end of one host: a child Node that leads a process group and runs one job at a time. Knows no timeouts and no
// pool, and nothing of what a job is but its message.
//
//   idle ──run──▶ busy ──`end`──▶ idle
//     └────────────┴──exit of the child──▶ gone
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Duplex } from 'node:stream';
import type { Json } from '../../model/json.ts';
import { answerQuestions } from './questions.ts';
import { QUESTIONS_FD } from './protocol.ts';
import type { CloseMessage, HostMessage, Outcome, RunMessage, TellMessage } from './protocol.ts';

export type HostEnd =
  | { readonly type: 'end'; readonly outcome: Outcome; readonly reusable: boolean }
  /** The child ended by itself or was killed; `started` is false where it ran none of the job's code. */
  | {
      readonly type: 'gone';
      readonly started: boolean;
      readonly status: number | null;
      readonly signal: string | null;
    };

export interface HostOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Open descriptor for what the child says before its first job. */
  readonly output: number;
}

/** The sources in a checkout, the bundle in the published package; there this module is part of a file in `dist`. */
const HOST = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './function-host.ts' : './function-host.mjs', import.meta.url),
);
/** A module without `type` in its package.json is not worth a line in the first job's log. */
const FLAGS = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
/** What an idle host is given to run its modules' exit handlers. */
const LEAVE_MS = 1000;

export class HostProcess {
  readonly pid: number;
  /** Resolves when the child has ended, all that it sent was received, and its group was killed. */
  readonly closed: Promise<void>;
  readonly #child: ChildProcess;
  #settle: ((end: HostEnd) => void) | undefined;
  #started = false;
  #ask: ((question: Json) => Json) | undefined;
  #gone = false;
  readonly #emptied = Promise.withResolvers<readonly string[]>();

  private constructor(child: ChildProcess, pid: number) {
    this.#child = child;
    this.pid = pid;
    answerQuestions(child.stdio[QUESTIONS_FD] as Duplex, (question) => this.#ask?.(question) ?? null);
    child.on('message', (message) => this.#onMessage(message as HostMessage));
    // Not `close`, which does not come after a `disconnect` of ours.
    const exited = Promise.withResolvers<readonly [number | null, NodeJS.Signals | null]>();
    child.once('exit', (status, signal) => exited.resolve([status, signal]));
    const disconnected = Promise.withResolvers<void>();
    child.once('disconnect', () => disconnected.resolve());
    this.closed = Promise.all([exited.promise, disconnected.promise]).then(([[status, signal]]) => {
      this.#gone = true;
      this.signal('SIGKILL');
      this.#end({ type: 'gone', started: this.#started, status, signal });
      this.#emptied.resolve([]);
    });
  }

  /** Rejects with execa's error where Node cannot be started there. */
  static async start({ cwd, env, output }: HostOptions): Promise<HostProcess> {
    const { execa } = await import('execa');
    // Any descriptor will do; the types of execa know those of one digit.
    const log = output as 3;
    const subprocess = execa(process.execPath, [...FLAGS, HOST], {
      cwd,
      env: { ...env },
      extendEnv: false,
      stdio: ['ignore', log, log, 'pipe'],
      ipc: true,
      serialization: 'json',
      detached: true,
      reject: false,
      buffer: false,
      cleanup: false,
    });
    if (subprocess.pid === undefined)
      throw new Error((await subprocess).shortMessage ?? 'no process can be started');
    return new HostProcess(subprocess.nodeChildProcess, subprocess.pid);
  }

  get gone(): boolean {
    return this.#gone;
  }

  /** `ask` answers what the job asks until it has ended. */
  run(message: RunMessage, ask?: (question: Json) => Json): Promise<HostEnd> {
    this.#ask = ask;
    const { promise, resolve } = Promise.withResolvers<HostEnd>();
    this.#settle = resolve;
    this.#started = false;
    if (this.#gone) this.#end({ type: 'gone', started: false, status: null, signal: null });
    // A message that cannot be sent is noticed by the end of the child.
    else this.#child.send(message, () => {});
    return promise;
  }

  /** Something for the processes of the job that runs. */
  tell(message: Json): void {
    if (!this.#gone) this.#child.send({ type: 'tell', message } satisfies TellMessage, () => {});
  }

  /** Signals the whole group: the host, and children that its jobs left behind. A group that is gone is no error. */
  signal(name: NodeJS.Signals): void {
    try {
      process.kill(-this.pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  /** Kills the group. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.closed;
  }

  /** Lets an idle host run its modules' exit handlers, then kills the group. */
  async leave(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    const timer = setTimeout(() => this.signal('SIGKILL'), LEAVE_MS);
    await this.closed;
    clearTimeout(timer);
  }

  /** Lets it close what it has open, then leave; returns what could not be closed. Kills it after the grace. */
  async close(graceMs: number): Promise<readonly string[]> {
    if (this.#gone) return [];
    const timer = setTimeout(() => this.signal('SIGKILL'), graceMs);
    this.#child.send({ type: 'close' } satisfies CloseMessage, () => {});
    const failures = await this.#emptied.promise;
    clearTimeout(timer);
    await this.leave();
    return failures;
  }

  #onMessage(message: HostMessage): void {
    switch (message.type) {
      case 'started':
        this.#started = true;
        return;
      case 'end':
        this.#end(message);
        return;
      case 'closed':
        this.#emptied.resolve(message.failures);
        return;
      default:
        // Not ours: the user's code found another way to the channel.
        message satisfies never;
    }
  }

  #end(end: HostEnd): void {
    const settle = this.#settle;
    this.#settle = undefined;
    this.#ask = undefined;
    settle?.(end);
  }
}
