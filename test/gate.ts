// Meeting points between a test and the jobs it runs, without sleeps: named pipes, and conditions that are asked again
// until a deadline. Knows no pipeline.
import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A machine with busy neighbours may stand still for many seconds; less than a test may take, so that this is what is told. */
const DEADLINE_MS = 90_000;

/** Asks again and again until the answer is not undefined or false; throws after a deadline. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const deadline = Date.now() + DEADLINE_MS; Date.now() < deadline;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await pause(2);
  }
  throw new Error(`waited too long until ${what}`);
}

/** A named pipe: a job that runs `cat PATH` stands there from `reached` until it is let through. For one job, once. */
export class Gate {
  readonly path: string;
  #writer: number | undefined;

  constructor(path: string) {
    this.path = path;
    execFileSync('mkfifo', ['-m', '666', path]);
  }

  /** Resolves when a job stands at the gate. */
  async reached(): Promise<void> {
    this.#writer = await until(`a job reaches ${this.path}`, () => {
      try {
        // Opening for writing fails at once as long as nobody reads.
        return openSync(this.path, constants.O_WRONLY | constants.O_NONBLOCK);
      } catch {
        return undefined;
      }
    });
  }

  /** Lets the job that has reached it through. */
  open(): void {
    if (this.#writer === undefined) throw new Error('nobody stands at the gate');
    closeSync(this.#writer);
    this.#writer = undefined;
  }
}
