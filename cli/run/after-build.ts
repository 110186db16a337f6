// The commands that a watch runs after a build, one at a time; a later build's replaces one that waits. Knows no build.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { BuildSummary } from '../../engine/index.ts';
import type { Io } from '../io.ts';

export class AfterBuild {
  readonly #folder: string;
  readonly #env: Io['env'];
  readonly #commands: { readonly done: string | undefined; readonly failed: string | undefined };
  #running: ChildProcess | undefined;
  #next: string | undefined;

  /** `folder` is where they run, absolute. */
  constructor(
    folder: string,
    env: Io['env'],
    commands: { readonly done: string | undefined; readonly failed: string | undefined },
  ) {
    this.#folder = folder;
    this.#env = env;
    this.#commands = commands;
  }

  ended(outcome: BuildSummary['outcome']): void {
    const command =
      outcome === 'done'
        ? this.#commands.done
        : outcome === 'interrupted'
          ? undefined
          : this.#commands.failed;
    if (command === undefined) return;
    this.#next = command;
    if (!this.#running) this.#start();
  }

  end(): void {
    this.#next = undefined;
    const pid = this.#running?.pid;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGTERM');
    } catch {
      // It has just ended by itself.
    }
  }

  #start(): void {
    const command = this.#next;
    this.#next = undefined;
    if (command === undefined) return;
    const child = spawn('/bin/sh', ['-c', command], {
      cwd: this.#folder,
      env: this.#env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    this.#running = child;
    const ended = (): void => {
      this.#running = undefined;
      this.#start();
    };
    child.once('error', ended);
    child.once('exit', ended);
  }
}
