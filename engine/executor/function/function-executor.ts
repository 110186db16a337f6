// Runs functions of users' modules in child Node processes, never in pipe itself. Knows no graph, store or repository.
import type { Executor, Exit, Running, Work } from '../port.ts';
import { Attempt } from './attempt.ts';
import { HostPool } from './host-pool.ts';

export interface FunctionOptions {
  /** Told of every new host and of its end, so that a later pipe can find survivors: the pid is that of the group. */
  readonly onGroup?: (pid: number, alive: boolean) => void;
  /** What `Work.timeoutMs` allows after SIGTERM before SIGKILL; 5000 unless given. */
  readonly timeoutGraceMs?: number;
}

const TIMEOUT_GRACE_MS = 5000;

/**
 * One running job a host. A host serves one version of one module and is used again for its next job, unless a job was
 * killed in it, may have left something behind that would disturb the next, or needs another environment at the start
 * of Node. Hosts end with the executor, and by themselves when pipe dies.
 *
 * Exit: `exit 0` when the function returned; `exception` when it threw, could not be loaded, or called `process.exit(0)`
 * before it returned; `exit n` when it called `process.exit(n)` or left `process.exitCode` at n; `signal` when the host
 * was killed by anyone but this executor.
 */
export class FunctionExecutor implements Executor {
  readonly #pool: HostPool;
  readonly #timeoutGraceMs: number;
  readonly #running = new Map<Attempt, Promise<Exit>>();

  constructor({ onGroup, timeoutGraceMs = TIMEOUT_GRACE_MS }: FunctionOptions = {}) {
    this.#pool = new HostPool(onGroup);
    this.#timeoutGraceMs = timeoutGraceMs;
  }

  run(work: Work): Running {
    const attempt = new Attempt(work, this.#pool, this.#timeoutGraceMs);
    const exit = attempt.run().finally(() => this.#running.delete(attempt));
    this.#running.set(attempt, exit);
    return {
      exit,
      kill: (graceMs) => attempt.kill(graceMs),
      suspend: () => attempt.suspend(),
      resume: () => attempt.resume(),
      tell: (message) => attempt.tell(message),
    };
  }

  /** Kills what still runs. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const attempt of this.#running.keys()) attempt.kill(0);
    await Promise.all(this.#running.values());
    await this.#pool.close();
  }
}
