// One run of a function from its files to its Exit: takes a host, sends the job, and ends both when the job is killed or
// out of time. Knows neither how hosts are kept nor what the job is for.
//
//   waiting for a host ──▶ running ──end or death of the host──▶ exited
//           └──stop──────────┴──stop: SIGTERM, grace, SIGKILL──▶ exited
import { closeSync, openSync } from 'node:fs';
import { PausableTimer } from '../../base/pausable-timer.ts';
import type { Json } from '../../model/json.ts';
import type { Exit, Work } from '../port.ts';
import type { FunctionArgument } from './argument.ts';
import type { Hosts } from './host-pool.ts';
import type { HostEnd, HostProcess } from './host-process.ts';
import type { ManyCalls, Outcome, RunMessage } from './protocol.ts';

type Ending = Extract<Exit, { readonly type: 'timeout' | 'killed' }>;

export class Attempt {
  readonly #work: Work;
  readonly #pool: Hosts;
  readonly #timeoutGraceMs: number;
  #host: HostProcess | undefined;
  /** Why it was told to end: the first reason wins. */
  #ending: Ending | undefined;
  #deadline = Infinity;
  #hardKill: NodeJS.Timeout | undefined;
  #timeout: PausableTimer | undefined;
  #suspended = false;

  constructor(work: Work, pool: Hosts, timeoutGraceMs: number) {
    this.#work = work;
    this.#pool = pool;
    this.#timeoutGraceMs = timeoutGraceMs;
  }

  /** To be called once; never rejects. */
  async run(): Promise<Exit> {
    let output: number | undefined;
    try {
      output = createOutputs(this.#work);
      return await this.#runOnHost(output);
    } catch (error) {
      return { type: 'exception', message: (error as Error).message };
    } finally {
      clearTimeout(this.#hardKill);
      if (output !== undefined) closeSync(output);
    }
  }

  /** A later call can only shorten the grace. */
  kill(graceMs: number): void {
    this.#stop({ type: 'killed' }, graceMs);
  }

  /** Stops host and children where they stand; false where none runs yet, or it is ending. */
  suspend(): boolean {
    if (this.#ending || !this.#host) return false;
    this.#suspended = true;
    this.#timeout?.pause();
    this.#host.signal('SIGSTOP');
    return true;
  }

  resume(): void {
    if (!this.#suspended) return;
    this.#suspended = false;
    this.#host?.signal('SIGCONT');
    this.#timeout?.resume();
  }

  tell(message: Json): void {
    this.#host?.tell(message);
  }

  async #runOnHost(output: number): Promise<Exit> {
    const message = messageOf(this.#work);
    for (;;) {
      const idle = this.#pool.take(this.#work);
      const host = idle ?? (await this.#pool.start(this.#work, output));
      if (this.#ending) {
        this.#pool.giveBack(host);
        return this.#ending;
      }
      const end = await this.#runWithin(this.#work.timeoutMs, host, message);
      const ending = this.#ending;
      // It died while it was idle, and the news came too late.
      if (idle && !ending && end.type === 'gone' && !end.started) continue;
      if (!ending && end.type === 'end' && end.reusable) this.#pool.giveBack(host);
      else await this.#pool.discard(host);
      return ending ?? exitOf(end);
    }
  }

  async #runWithin(afterMs: number | undefined, host: HostProcess, message: RunMessage): Promise<HostEnd> {
    if (afterMs !== undefined) {
      const stop = (): void => this.#stop({ type: 'timeout', afterMs }, this.#timeoutGraceMs);
      this.#timeout = new PausableTimer(afterMs, stop);
    }
    this.#host = host;
    try {
      return await host.run(message, this.#work.ask);
    } finally {
      this.#host = undefined;
      this.#timeout?.[Symbol.dispose]();
      this.#timeout = undefined;
    }
  }

  #stop(ending: Ending, graceMs: number): void {
    if (!this.#ending) this.#host?.signal('SIGTERM');
    // What is stopped hears of it when it goes on.
    this.resume();
    this.#ending ??= ending;
    const deadline = performance.now() + graceMs;
    if (deadline >= this.#deadline) return;
    this.#deadline = deadline;
    clearTimeout(this.#hardKill);
    if (this.#host) this.#hardKill = setTimeout(() => this.#host?.signal('SIGKILL'), graceMs);
  }
}

/** Makes the files that the work's streams go to, empty, and gives an open descriptor of the log. */
function createOutputs({ log, stdout, stderr }: Work): number {
  for (const path of [stdout, stderr]) if (path !== undefined) closeSync(openSync(path, 'w'));
  return openSync(log, 'w');
}

function messageOf({ action, cwd, env, log, stdin, stdout, stderr }: Work): RunMessage {
  if (action.type !== 'function' && action.type !== 'tube') throw new Error(`no host runs a ${action.type}`);
  return {
    type: 'run',
    what:
      action.type === 'function'
        ? {
            type: 'function',
            module: action.module,
            export: action.export,
            ...(action.many && { many: action.many as ManyCalls }),
          }
        : { type: 'tube', file: action.file, input: action.input },
    assets: action.assets ?? [],
    argument: action.argument as FunctionArgument,
    cwd,
    env,
    streams: {
      log,
      ...(stdin !== undefined && { stdin }),
      ...(stdout !== undefined && { stdout }),
      ...(stderr !== undefined && { stderr }),
    },
  };
}

function exitOf(end: HostEnd): Exit {
  if (end.type === 'end') return exitOfOutcome(end.outcome);
  if (!end.started) {
    const how = end.signal ?? `status ${end.status}`;
    return { type: 'exception', message: `the process for functions ended before it could run one (${how})` };
  }
  if (end.signal !== null) return { type: 'signal', signal: end.signal };
  if (end.status !== 0) return { type: 'exit', status: end.status ?? 1 };
  return { type: 'exception', message: 'the function ended its process before it returned' };
}

function exitOfOutcome(outcome: Outcome): Exit {
  switch (outcome.type) {
    case 'returned':
      return { type: 'exit', status: 0 };
    case 'status':
      return { type: 'exit', status: outcome.status };
    case 'threw': {
      const { message, stack } = outcome;
      return { type: 'exception', message, ...(stack !== undefined && { stack }) };
    }
    default: {
      const rest: never = outcome;
      throw new Error(`unknown outcome ${JSON.stringify(rest)}`);
    }
  }
}
