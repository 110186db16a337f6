// Runs tubes, and functions that are handed assets, in one child host that lives as long as the executor: runners and
// assets stay open in it from job to job, and are closed in the reverse order at the end. Knows no graph and no store.
import { closeSync, openSync } from 'node:fs';
import type { Executor, Exit, Running, Work } from '../port.ts';
import { Attempt } from '../function/attempt.ts';
import type { Hosts } from '../function/host-pool.ts';
import { HostProcess } from '../function/host-process.ts';

export interface TubeExecutorOptions {
  /** Told of every new host and of its end: the pid is that of the group. */
  readonly onGroup?: (pid: number, alive: boolean) => void;
  /** Told what could not be closed, one sentence. */
  readonly onTrouble?: (message: string) => void;
  /** What a host may take to close what it has open before it is killed; 10 000 unless given. */
  readonly closeGraceMs?: number;
}

/** What `Work.timeoutMs` allows after SIGTERM before SIGKILL. */
const TIMEOUT_GRACE_MS = 5000;
const CLOSE_GRACE_MS = 10_000;

/**
 * One job at a time, in the order of `run`, since working directory, environment and standard streams are the whole
 * process's; within a job whatever can overlaps. A job's timeout counts from its start. A job that is killed, or a
 * module that has changed, ends the host, which closes what it has open first; the next job gets a new one.
 */
export class TubeExecutor implements Executor {
  readonly #host: SoleHost;
  readonly #running = new Map<object, { readonly kill: (graceMs: number) => void; end: Promise<unknown> }>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: TubeExecutorOptions = {}) {
    this.#host = new SoleHost(options);
  }

  run(work: Work): Running {
    const { promise: exit, resolve } = Promise.withResolvers<Exit>();
    let attempt: Attempt | undefined;
    let killed = false;
    const kill = (graceMs: number): void => {
      killed = true;
      attempt?.kill(graceMs);
      if (attempt) return;
      closeSync(openSync(work.log, 'w'));
      resolve({ type: 'killed' });
    };
    const end = this.#last.then(async () => {
      if (killed) return;
      attempt = new Attempt(work, this.#host, TIMEOUT_GRACE_MS);
      resolve(await attempt.run());
    });
    this.#last = end;
    const running = { kill, end };
    this.#running.set(running, running);
    void end.finally(() => this.#running.delete(running));
    return {
      exit,
      kill,
      suspend: () => attempt?.suspend() ?? false,
      resume: () => attempt?.resume(),
      tell: (message) => attempt?.tell(message),
    };
  }

  /** Kills what still runs, then closes what is open. */
  async [Symbol.asyncDispose](): Promise<void> {
    const running = [...this.#running.values()];
    for (const { kill } of running) kill(TIMEOUT_GRACE_MS);
    await Promise.all(running.map(({ end }) => end));
    await this.#host.close();
  }
}

/** The one host, replaced when something that it has loaded is no longer as it was. */
class SoleHost implements Hosts {
  readonly #options: TubeExecutorOptions;
  #host: HostProcess | undefined;
  /** Tubes, modules and assets that the host has loaded, with their digests. */
  #loaded = new Map<string, string>();

  constructor(options: TubeExecutorOptions) {
    this.#options = options;
  }

  take(work: Work): HostProcess | undefined {
    if (this.#host?.gone) this.#host = undefined;
    const wanted = loadedBy(work);
    if (wanted.some(([name, digest]) => (this.#loaded.get(name) ?? digest) !== digest)) return undefined;
    for (const [name, digest] of wanted) this.#loaded.set(name, digest);
    return this.#host;
  }

  async start(work: Work, output: number): Promise<HostProcess> {
    await this.close();
    const host = await HostProcess.start({ cwd: work.cwd, env: work.env, output });
    this.#host = host;
    this.#loaded = new Map(loadedBy(work));
    this.#options.onGroup?.(host.pid, true);
    void host.closed.then(() => this.#options.onGroup?.(host.pid, false));
    return host;
  }

  giveBack(host: HostProcess): void {
    this.#host = host.gone ? undefined : host;
  }

  async discard(host: HostProcess): Promise<void> {
    this.#host = undefined;
    for (const trouble of await host.close(this.#options.closeGraceMs ?? CLOSE_GRACE_MS))
      this.#options.onTrouble?.(trouble);
  }

  async close(): Promise<void> {
    if (this.#host) await this.discard(this.#host);
  }
}

function loadedBy({ action }: Work): [string, string][] {
  if (action.type !== 'function' && action.type !== 'tube')
    throw new Error(`the tube executor runs no ${action.type}`);
  const own: [string, string] =
    action.type === 'tube' ? [action.file, action.digest] : [action.module, action.moduleDigest];
  const assets = (action.assets ?? []).map(({ id, digest }): [string, string] => [`asset ${id}`, digest]);
  return [own, ...assets];
}
