// A generated pipeline in a folder of its own, with builds of it: in this process by the library, or by the real command as
// a child that can be killed. What ran is read from a log that the jobs write themselves. Knows no truth.
import { spawn } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { openPipeline } from '../../engine/index.ts';
import type { BuildOptions, BuildSummary, EngineEvent } from '../../engine/index.ts';
import { documentOf } from './document.ts';
import type { Pipeline } from './model.ts';

/** One that hangs would stop the whole search. */
const DEADLINE_MS = 100_000;

export interface Request extends Pick<BuildOptions, 'targets' | 'slots' | 'onFailure' | 'dryRun' | 'force'> {
  /** `early task/key`, `late task/key` or `both task/key`: that job waits there, and `atGate` is called. */
  readonly gate?: string;
  readonly atGate?: (passage: number) => void;
  readonly onEvent?: (
    event: EngineEvent,
    count: number,
    stop: AbortController,
    kill: AbortController,
  ) => void;
}

export interface Built {
  readonly summary: BuildSummary | undefined;
  readonly events: readonly EngineEvent[];
  /** `task/key` of each start, in order; by the jobs themselves. */
  readonly started: readonly string[];
  /** What each job that came to its end came to, attempt by attempt. */
  readonly results: ReadonlyMap<string, readonly number[]>;
  /** The lines of the log. */
  readonly log: readonly string[];
  readonly gated: boolean;
}

export class Project {
  readonly root: string;
  readonly #outside: string;
  #builds = 0;
  variable: string | undefined;

  constructor() {
    const memory = '/dev/shm';
    this.#outside = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'pipe-oracle-'));
    this.root = join(this.#outside, 'project');
    mkdirSync(this.root);
  }

  write(pipeline: Pipeline): void {
    writeFileSync(join(this.root, 'pipeline.yaml'), documentOf(pipeline));
  }

  put(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text, 'latin1');
  }

  /** Throws when the pipeline is refused or the build does not end. */
  async build(request: Request): Promise<Built> {
    const { env, log, fifo } = this.environment(request.gate);
    const opened = await openPipeline({ cwd: this.root, env });
    if (!opened.ok) throw new Error(`the pipeline is refused: ${JSON.stringify(opened.error.slice(0, 3))}`);
    const stop = new AbortController();
    const kill = new AbortController();
    const events: EngineEvent[] = [];
    let count = 0;
    const { gate: _, atGate: __, onEvent, ...options } = request;
    const watched = this.#watchGate(request, log, fifo);
    const building = opened.value.build({
      ...options,
      stop: stop.signal,
      kill: kill.signal,
      onEvent: (event) => {
        events.push(event);
        if (event.type === 'job-start' || event.type === 'job-end') count++;
        onEvent?.(event, count, stop, kill);
      },
    });
    const summary = await withDeadline(building).finally(() => watched.end());
    const gated = watched.passed() > 0;
    await opened.value.close();
    return { summary, events, gated, ...readLog(log) };
  }

  /** The real command; `afterEvents` and `signal` end it early, `crashAt` makes it die at a fault point. */
  async child(
    args: readonly string[],
    early: { crashAt?: string; afterEvents?: number; signal?: NodeJS.Signals } = {},
  ): Promise<Built & { readonly status: number | null; readonly error: string }> {
    const { env, log } = this.environment();
    const bin = join(import.meta.dirname, '../../cli/bin.mjs');
    const crash = early.crashAt === undefined ? {} : { PIPE_TEST_CRASH_AT: early.crashAt };
    const child = spawn(process.execPath, [bin, 'build', '--reporter', 'json', ...args], {
      cwd: this.root,
      env: { ...env, ...crash },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const events: EngineEvent[] = [];
    let error = '';
    let rest = '';
    let count = 0;
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const event = JSON.parse(line) as EngineEvent;
        events.push(event);
        if (event.type !== 'job-start' && event.type !== 'job-end') continue;
        if (++count === early.afterEvents) child.kill(early.signal ?? 'SIGKILL');
      }
    });
    const ended = new Promise<number | null>((resolve) => {
      child.on('close', resolve);
    });
    const status = await withDeadline(ended).finally(() => child.kill('SIGKILL'));
    const last = events.at(-1);
    const summary = last?.type === 'build-end' ? last.summary : undefined;
    return { summary, events, gated: false, ...readLog(log), status, error };
  }

  close(): void {
    rmSync(this.#outside, { recursive: true, force: true, maxRetries: 3 });
  }

  /** What the jobs of a build need, with a log of its own. */
  environment(gate?: string): { env: Record<string, string>; log: string; fifo: string } {
    // Each build has a log of its own, so that what a killed one left running is not counted to the next.
    const log = join(this.#outside, `log-${this.#builds++}`);
    const fifo = join(this.#outside, 'fifo');
    if (gate !== undefined && !existsSync(fifo)) execFileSync('mkfifo', [fifo]);
    return {
      log,
      fifo,
      env: {
        PATH: process.env['PATH'] ?? '/bin:/usr/bin',
        HOME: this.#outside,
        ORACLE_LOG: log,
        ...(this.variable !== undefined && { ORACLE_E: this.variable }),
        ...(gate !== undefined && { ORACLE_GATE: gate, ORACLE_FIFO: fifo }),
      },
    };
  }

  /** Waits until a job tells the log that it stands at the gate; lets it through after `atGate`. */
  #watchGate(request: Request, log: string, fifo: string): { end: () => void; passed: () => number } {
    let passed = 0;
    if (request.gate === undefined) return { end: () => {}, passed: () => 0 };
    // Open for both, so that neither opening nor writing waits, and what is written waits for the job.
    const open = openSync(fifo, 'r+');
    const timer = setInterval(() => {
      const there = linesIn(log).filter((line) => line.startsWith('G ')).length;
      if (there === passed) return;
      request.atGate?.(passed++);
      writeSync(open, 'go\n');
    }, 1);
    return {
      end: () => {
        clearInterval(timer);
        closeSync(open);
      },
      passed: () => passed,
    };
  }
}

/** What jobs told a log, after its first `from` lines. */
export function readLog(path: string, from = 0): Pick<Built, 'started' | 'results' | 'log'> {
  const log = linesIn(path).slice(from);
  const started = log.filter((line) => line.startsWith('S ')).map((line) => line.slice(2));
  const results = new Map<string, number[]>();
  for (const line of log.filter((each) => each.startsWith('E '))) {
    const [, result, ...job] = line.split(' ');
    const name = job.join(' ');
    results.set(name, [...(results.get(name) ?? []), Number(result)]);
  }
  return { started, results, log };
}

function linesIn(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}

export async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the build does not end')), DEADLINE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
