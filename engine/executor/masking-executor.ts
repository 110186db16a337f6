// Runs work by another executor and keeps what it must not show out of its streams while they are written: the work writes to
// a named pipe, and what is read there goes to the file without the hidden texts. Knows not how the work is run.
import { execFile } from 'node:child_process';
import { closeSync, constants, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { promisify } from 'node:util';
import type { Mask } from '../base/mask.ts';
import type { MaskStream } from '../base/mask-stream.ts';
import type { Executor, Exit, Running, Work } from './port.ts';

const SUFFIX = '.fifo';
const AT_ONCE = 65_536;
/** What a pipe holds at the most that nobody made larger as root. */
const MOST_IN_PIPE = 2 ** 20;

/** Work with nothing to hide goes on as it is. */
export class MaskingExecutor implements Executor {
  readonly #executor: Executor;

  constructor(executor: Executor) {
    this.#executor = executor;
  }

  run(work: Work): Running {
    return work.hidden ? this.#runMasked(work) : this.#executor.run(work);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#executor[Symbol.asyncDispose]();
  }

  #runMasked(work: Work): Running {
    let running: Running | undefined;
    let killed: number | undefined;
    const start = async (): Promise<Exit> => {
      using streams = new MaskedFiles();
      try {
        const paths = await streams.open(work);
        if (killed !== undefined) return { type: 'killed' };
        running = this.#executor.run({ ...work, ...paths });
        const exit = await running.exit;
        const fault = streams.finish();
        return fault !== undefined && exit.type === 'exit' ? notKept(fault) : exit;
      } catch (error) {
        return notKept((error as Error).message);
      }
    };
    return {
      exit: start(),
      kill: (graceMs) => {
        killed = graceMs;
        running?.kill(graceMs);
      },
      suspend: () => running?.suspend() ?? false,
      resume: () => running?.resume(),
      tell: (message) => running?.tell?.(message),
    };
  }
}

/** Whether a name is that of what masked work writes to in place of a log. */
export function isFifo(name: string): boolean {
  return name.endsWith(SUFFIX);
}

function notKept(why: string): Exit {
  return { type: 'exception', message: `what it prints could not be kept: ${why.trim()}` };
}

/** The files that the streams of one work go to. */
class MaskedFiles implements Disposable {
  readonly #files = new Map<string, MaskedFile>();

  /** What the work is to write to in their place. */
  async open(work: Work): Promise<Partial<Pick<Work, 'log' | 'stdout' | 'stderr'>>> {
    const paths: Record<string, string> = {};
    for (const name of work.hidden?.streams ?? []) {
      const path = work[name];
      if (path === undefined) continue;
      // Both streams may go to one file.
      const file = this.#files.get(path) ?? (await MaskedFile.open(path, work.hidden!.mask));
      this.#files.set(path, file);
      paths[name] = file.fifo;
    }
    return paths;
  }

  finish(): string | undefined {
    return [...this.#files.values()].map((file) => file.finish()).find((fault) => fault !== undefined);
  }

  [Symbol.dispose](): void {
    for (const file of this.#files.values()) file[Symbol.dispose]();
  }
}

/** A file, and the named pipe beside it that is written to in its place. */
class MaskedFile implements Disposable {
  readonly fifo: string;
  readonly #file: number;
  readonly #pipe: number;
  readonly #socket: Socket;
  readonly #mask: MaskStream;
  #fault: string | undefined;

  private constructor(path: string, fifo: string, mask: Mask) {
    this.fifo = fifo;
    this.#mask = mask.stream();
    this.#file = openSync(path, 'w');
    // For both: so it never ends, and whoever writes need not wait for a reader. What is written when it is closed fails.
    this.#pipe = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
    this.#socket = new Socket({ fd: this.#pipe, readable: true, writable: false });
    this.#socket.on('data', (bytes: Buffer) => this.#put(this.#mask.take(bytes)));
    this.#socket.on('error', (error) => (this.#fault ??= error.message));
  }

  static async open(path: string, mask: Mask): Promise<MaskedFile> {
    const fifo = `${path}${SUFFIX}`;
    rmSync(fifo, { force: true });
    await promisify(execFile)('mkfifo', ['-m', '600', fifo]);
    return new MaskedFile(path, fifo, mask);
  }

  /** Takes what was written and not read yet; returns what went wrong. */
  finish(): string | undefined {
    this.#socket.pause();
    const ahead = this.#socket.read() as Buffer | null;
    if (ahead) this.#put(this.#mask.take(ahead));
    const bytes = Buffer.alloc(AT_ONCE);
    // Not for ever: a child that was left behind may go on writing.
    for (let left = MOST_IN_PIPE, length = 1; left > 0 && length > 0; left -= length) {
      length = this.#read(bytes);
      this.#put(this.#mask.take(bytes.subarray(0, length)));
    }
    this.#put(this.#mask.rest());
    return this.#fault;
  }

  [Symbol.dispose](): void {
    this.#socket.destroy();
    closeSync(this.#file);
    rmSync(this.fifo, { force: true });
  }

  #read(bytes: Buffer): number {
    try {
      return readSync(this.#pipe, bytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') this.#fault ??= (error as Error).message;
      return 0;
    }
  }

  /** A disk that is full is told at the end; until then the work can go on. */
  #put(bytes: Buffer): void {
    if (this.#fault !== undefined) return;
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    } catch (error) {
      this.#fault = (error as Error).message;
    }
  }
}
