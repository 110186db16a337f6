// One slot: a detached /bin/sh that is a process group of its own and runs one job after another, so that starting a
// job costs no fork of Node. Knows nothing of jobs, outputs or timeouts.
//
//   idle ──start──▶ busy ──status on fd 3──▶ idle
//     └──────────────┴────group ended────────▶ dead
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

export type SlotEnd =
  | { readonly type: 'status'; readonly status: number; readonly complaint: string }
  /** The shell itself ended: killed from outside, by its own job, or by `kill`. */
  | { readonly type: 'gone'; readonly signal: string | undefined };

/** What a slot uses of its process. */
interface Shell {
  readonly stdin: Writable;
  readonly stderr: Readable;
  readonly status: Readable;
  /** The signal that ended it, if one did. */
  readonly end: Promise<string | undefined>;
}

export class Slot {
  readonly pid: number;
  readonly #shell: Shell;
  #waiting: ((end: SlotEnd) => void) | undefined;
  #complaint = '';
  #dead = false;

  private constructor(shell: Shell, pid: number) {
    this.#shell = shell;
    this.pid = pid;
    // A slot that died is noticed by its exit; the broken pipe says nothing more.
    shell.stdin.on('error', () => {});
    let line = '';
    shell.status.setEncoding('latin1').on('data', (text: string) => {
      line += text;
      if (!line.endsWith('\n')) return;
      const value = Number(line);
      line = '';
      // What the shell itself complained of was written before the status; a turn of the loop lets it arrive.
      if (value === 0) this.#settle({ type: 'status', status: 0, complaint: '' });
      else
        setImmediate(() =>
          setImmediate(() => this.#settle({ type: 'status', status: value, complaint: this.#complaint })),
        );
    });
    shell.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-2000);
    });
    // Caught, so that a signal to the group ends the job but not the slot before its children; subshells reset it.
    shell.stdin.write("pipe_told_to_end=; trap : TERM INT HUP; trap 'pipe_told_to_end=1' USR1\n");
    void shell.end.then((signal) => {
      this.#dead = true;
      this.#settle({ type: 'gone', signal });
    });
  }

  static async start(env: Readonly<Record<string, string>>, cwd: string): Promise<Slot> {
    const child = spawn('/bin/sh', [], {
      cwd,
      env: { ...env },
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const { pid } = child;
    if (pid === undefined) {
      const [error] = (await once(child, 'error')) as [Error];
      throw new Error(`cannot start /bin/sh: ${error.message}`);
    }
    const { promise: end, resolve } = Promise.withResolvers<string | undefined>();
    // What it wrote before it ended arrives within a turn of the loop.
    child.once('exit', (_status, signal) =>
      setImmediate(() => setImmediate(() => resolve(signal ?? undefined))),
    );
    const [stdin, , stderr, status] = child.stdio as unknown as [Writable, null, Readable, Readable];
    return new Slot({ stdin, stderr, status, end }, pid);
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Runs one line of shell that ends by writing its status and a newline to descriptor 3. */
  run(script: string): Promise<SlotEnd> {
    if (this.#dead) return Promise.resolve({ type: 'gone', signal: undefined });
    this.#complaint = '';
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#shell.stdin.write(script);
    });
  }

  /** Ends what runs here, also a job whose script the shell has not read yet: that one does not begin. */
  terminate(): void {
    if (this.#waiting) signalQuietly(this.pid, 'SIGUSR1');
    this.signal('SIGTERM');
  }

  /** Signals the whole group; children that were left behind are in it. */
  signal(name: NodeJS.Signals): void {
    signalGroup(this.pid, name);
  }

  /** Ends the idle shell and whatever children jobs left behind. */
  async end(): Promise<void> {
    this.signal('SIGTERM');
    this.signal('SIGKILL');
    await this.#shell.end;
  }

  #settle(end: SlotEnd): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.(end);
  }
}

/** Signals a process group; one that is gone is no error. */
export function signalGroup(pid: number, name: NodeJS.Signals): void {
  signalQuietly(-pid, name);
}

function signalQuietly(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
