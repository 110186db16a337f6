// A tool that watches a folder: started as a group of its own, and ended with all that it has started. Knows no tool.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { environment } from './run-command.ts';
import type { Contender } from './workload.ts';

const GRACE_MS = 5000;

export class WatchProcess implements AsyncDisposable {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #text = '';

  constructor({ argv: [program, ...args], folder, env }: Contender) {
    this.#child = spawn(program, args, {
      cwd: folder,
      env: environment(folder, env),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.pid = this.#child.pid ?? 0;
    const take = (data: Buffer): void => {
      this.#text = (this.#text + data.toString()).slice(-100_000);
    };
    this.#child.stdout!.on('data', take);
    this.#child.stderr!.on('data', take);
    process.prependOnceListener('exit', this.#killAll);
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', resolve);
      this.#child.once('error', resolve);
    });
  }

  /** The end of what it said. */
  get text(): string {
    return this.#text;
  }

  /** Looks every millisecond; false if that is not so after a while, or the tool has ended. */
  async until(isSo: () => boolean, limitMs: number): Promise<boolean> {
    const end = performance.now() + limitMs;
    while (!isSo()) {
      if (performance.now() > end || this.#child.exitCode !== null || this.pid === 0) return false;
      await pause(1);
    }
    return true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#signal('SIGINT');
    await Promise.race([this.#ended, pause(GRACE_MS, undefined, { ref: false })]);
    // Also what the tool itself has left behind in its group.
    this.#killAll();
    await this.#ended;
    process.off('exit', this.#killAll);
  }

  /** A group of its own is reached by no Ctrl-C. */
  readonly #killAll = (): void => this.#signal('SIGKILL');

  #signal(signal: NodeJS.Signals): void {
    if (this.pid === 0) return;
    try {
      process.kill(-this.pid, signal);
    } catch {
      // All of it has ended.
    }
  }
}
