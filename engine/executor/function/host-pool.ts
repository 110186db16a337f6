// Idle hosts, and which of them may run a job. Knows no running jobs and no kills.
import type { Work } from '../port.ts';
import { HostProcess } from './host-process.ts';

/** What a host and the jobs that it may run have in common. */
interface Kind {
  readonly module: string;
  readonly moduleDigest: string;
  /** Variables that a running process cannot take on. */
  readonly startup: string;
}

/** More idle hosts than this are not kept; the one that has been idle longest goes first. */
const MAX_IDLE = 8;
/** What Node, the C library and the linker read only when a process starts. */
const STARTUP = /^(?:NODE_|UV_|LD_|DYLD_|LC_|LANG|ICU_|OPENSSL_|SSL_|MALLOC_|GLIBC_)/;

/** Where attempts get their hosts from. */
export interface Hosts {
  /** An idle host that suits. */
  take(work: Work): HostProcess | undefined;
  /** A new host. Rejects where none can be started; `output` is the open descriptor for what it says before its job. */
  start(work: Work, output: number): Promise<HostProcess>;
  giveBack(host: HostProcess): void;
  /** Ends a host that is of no more use. */
  discard(host: HostProcess): Promise<void>;
}

export class HostPool implements Hosts {
  readonly #onGroup: ((pid: number, alive: boolean) => void) | undefined;
  readonly #kinds = new WeakMap<HostProcess, Kind>();
  /** In the order in which they became idle. */
  readonly #idle = new Set<HostProcess>();
  readonly #leaving = new Set<Promise<void>>();

  constructor(onGroup?: (pid: number, alive: boolean) => void) {
    this.#onGroup = onGroup;
  }

  /** An idle host that suits; idle hosts with another version of the module leave. */
  take(work: Work): HostProcess | undefined {
    const { module, moduleDigest, startup } = kindOf(work);
    let found: HostProcess | undefined;
    for (const host of this.#idle) {
      const kind = this.#kinds.get(host)!;
      if (kind.module !== module) continue;
      if (kind.moduleDigest !== moduleDigest) this.#dismiss(host);
      else if (kind.startup === startup) found = host;
    }
    if (found) this.#idle.delete(found);
    return found;
  }

  async start(work: Work, output: number): Promise<HostProcess> {
    const host = await HostProcess.start({ cwd: work.cwd, env: work.env, output });
    this.#kinds.set(host, kindOf(work));
    this.#onGroup?.(host.pid, true);
    void host.closed.then(() => {
      this.#idle.delete(host);
      this.#onGroup?.(host.pid, false);
    });
    return host;
  }

  giveBack(host: HostProcess): void {
    if (host.gone) return;
    this.#idle.add(host);
    if (this.#idle.size > MAX_IDLE) for (const oldest of this.#idle) return this.#dismiss(oldest);
  }

  async discard(host: HostProcess): Promise<void> {
    await host.kill();
  }

  /** Ends every host that is idle, and waits for those that leave. */
  async close(): Promise<void> {
    for (const host of this.#idle) this.#dismiss(host);
    await Promise.all(this.#leaving);
  }

  #dismiss(host: HostProcess): void {
    this.#idle.delete(host);
    const leaving = host.leave().finally(() => this.#leaving.delete(leaving));
    this.#leaving.add(leaving);
  }
}

function kindOf({ action, env }: Work): Kind {
  if (action.type !== 'function') throw new Error(`the function executor runs no ${action.type}`);
  const startup = Object.entries(env)
    .filter(([name]) => STARTUP.test(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { module: action.module, moduleDigest: action.moduleDigest, startup: JSON.stringify(startup) };
}
