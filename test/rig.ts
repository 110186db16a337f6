// A pipeline in a folder of its own, the real command run on it as a child process, and a count of the jobs that ran which
// does not ask pipe: each job appends a line to a file outside the pipeline. Knows no particular pipeline.
import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import type { BuildSummary, EngineEvent } from '../engine/index.ts';
import { Gate, until } from './gate.ts';
import { processesIn, signal } from './processes.ts';

export const checkout = join(import.meta.dirname, '..');

export interface Call {
  readonly env?: Readonly<Record<string, string>>;
  /** The user that pipe runs as, where the tests may choose. */
  readonly uid?: number;
}

/** What one call of pipe came to. */
export interface Done {
  /** The exit code, or null when a signal ended it. */
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
  /** With `--reporter json`. */
  readonly events: readonly EngineEvent[];
  readonly summary: BuildSummary | undefined;
  /** What `job` was called with since the last call of `ran`, sorted. */
  readonly ran: readonly string[];
  /** Codes of its warnings. */
  readonly warnings: readonly string[];
}

export class Project {
  /** Absolute folder of the pipeline. */
  readonly folder: string;
  /** Absolute folder around it: gates, the count, tools on the PATH in `bin`. */
  readonly outside: string;
  readonly #children = new Set<ChildProcess>();

  /** `parent` is the folder that everything is made in. */
  constructor(files: Readonly<Record<string, string>>, parent: string) {
    this.outside = mkdtempSync(join(realpathSync(parent), 'pipe-right-'));
    this.folder = join(this.outside, 'project');
    mkdirSync(join(this.outside, 'bin'));
    mkdirSync(this.folder);
    chmodSync(this.outside, 0o755);
    // One write of one line with O_APPEND: jobs that run at once do not tear each other's.
    this.tool('job', `printf '%s\\n' "$*" >> ${this.outside}/ran`);
    writeFileSync(join(this.outside, 'ran'), '');
    chmodSync(join(this.outside, 'ran'), 0o666);
    for (const [path, content] of Object.entries(files)) this.put(path, content);
  }

  /** Puts a shell script on the jobs' PATH. */
  tool(name: string, script: string): void {
    const path = join(this.outside, 'bin', name);
    rmSync(path, { force: true });
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  /** A place where a job waits until the test lets it go on: `cat {gate.path}` in its text. */
  gate(name: string): Gate {
    return new Gate(join(this.outside, name));
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  /** In place, as shells and most programs write. */
  put(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeWhole(this.path(path), content, join(this.outside, 'next'));
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  remove(path: string): void {
    rmSync(this.path(path), { recursive: true, force: true });
  }

  /** Every file and link below a folder with its content; what pipe keeps for itself is left out. */
  tree(folder = 'build'): Record<string, string> {
    const found: Record<string, string> = {};
    const pending = [folder];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const entry of list(this.path(next))) {
        const path = `${next}/${entry.name}`;
        if (entry.name.startsWith('.pipe')) continue;
        if (entry.isDirectory()) pending.push(path);
        else found[path] = entry.isSymbolicLink() ? `-> ${readlinkSync(this.path(path))}` : this.read(path);
      }
    }
    return Object.fromEntries(Object.entries(found).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** What `job` was called with since this was last asked, sorted. */
  ran(): string[] {
    const log = join(this.outside, 'ran');
    if (!existsSync(log)) return [];
    const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1).toSorted();
    writeFileSync(log, '');
    return lines;
  }

  async build(...args: readonly string[]): Promise<Done> {
    return this.start(['build', ...args]).done;
  }

  /** Any other command, its output as text. */
  async pipe(...args: readonly string[]): Promise<Done> {
    return this.start(args).done;
  }

  start(args: readonly string[], call: Call = {}): Running {
    const events = args[0] === 'build' && !args.includes('--reporter') ? ['--reporter', 'json'] : [];
    const child = spawn(process.execPath, [join(checkout, 'cli', 'bin.mjs'), ...args, ...events], {
      cwd: this.folder,
      env: {
        PATH: [join(this.outside, 'bin'), dirname(process.execPath), process.env['PATH'] ?? ''].join(
          delimiter,
        ),
        HOME: this.outside,
        ...call.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(call.uid === undefined ? {} : { uid: call.uid, gid: call.uid }),
    });
    this.#children.add(child);
    return new Running(child, () => this.ran());
  }

  /** Ends what the test left running, pipes and their jobs, and removes everything. */
  async close(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    await until('nothing of the test runs any more', () => {
      const left = processesIn(this.outside);
      for (const pid of left) signal(pid, 'SIGKILL');
      return left.length === 0;
    });
    rmSync(this.outside, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A project that goes when the test ends. */
export function project(files: Readonly<Record<string, string>>, parent = tmpdir()): Project {
  const made = new Project(files, parent);
  onTestFinished(() => made.close());
  return made;
}

/** A call of pipe that may still be running. */
export class Running {
  readonly pid: number;
  readonly done: Promise<Done>;
  readonly #child: ChildProcess;
  readonly #events: EngineEvent[] = [];
  readonly #waiting = new Set<() => void>();
  #out = '';
  #error = '';
  #ended = false;

  constructor(child: ChildProcess, ran: () => string[]) {
    this.#child = child;
    this.pid = child.pid ?? -1;
    let line = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#out += text;
      const lines = (line + text).split('\n');
      line = lines.pop() ?? '';
      for (const each of lines)
        if (each.startsWith('{"type"')) this.#events.push(JSON.parse(each) as EngineEvent);
      for (const look of this.#waiting) look();
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#error += text;
      for (const look of this.#waiting) look();
    });
    this.done = new Promise((resolve) => {
      child.on('close', (status) => {
        this.#ended = true;
        for (const look of this.#waiting) look();
        const end = this.#events.at(-1);
        const summary = end?.type === 'build-end' ? end.summary : undefined;
        const warnings = this.#events.flatMap((event) => (event.type === 'warning' ? [event.code] : []));
        resolve({
          status,
          out: this.#out,
          error: this.#error,
          events: this.#events,
          summary,
          ran: ran(),
          warnings,
        });
      });
    });
  }

  /** What it has told so far. */
  get events(): readonly EngineEvent[] {
    return this.#events;
  }

  kill(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Resolves when standard error has this text in it. Rejects when pipe ends without it. */
  async says(text: string): Promise<void> {
    await this.#find(`saying ${text}`, () => this.#error.includes(text) || undefined);
  }

  /** Resolves when standard output has this text in it. Rejects when pipe ends without it. */
  async prints(text: string): Promise<void> {
    await this.#find(`printing ${text}`, () => this.#out.includes(text) || undefined);
  }

  /** Resolves with the first event, past or to come, that fits. Rejects when pipe ends without one. */
  until<T extends EngineEvent['type']>(
    type: T,
    fits: (event: Extract<EngineEvent, { type: T }>) => boolean = () => true,
  ): Promise<Extract<EngineEvent, { type: T }>> {
    return this.#find(`the event ${type}`, () =>
      this.#events.find(
        (event): event is Extract<EngineEvent, { type: T }> =>
          event.type === type && fits(event as Extract<EngineEvent, { type: T }>),
      ),
    );
  }

  #find<T>(what: string, ask: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = ask();
        if (found === undefined && !this.#ended) return;
        this.#waiting.delete(look);
        if (found === undefined) reject(new Error(`pipe ended without ${what}`));
        else resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

/**
 * Writes a file so that nobody who looks meanwhile finds it empty, however long the machine lets the writer stand, but where it
 * gets shorter. A file that is there stays the same file. `beside` is a free path, on the same file system for most.
 */
function writeWhole(path: string, content: string | Uint8Array, beside: string): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) {
    writeFileSync(beside, content);
    try {
      renameSync(beside, path);
    } catch {
      rmSync(beside);
      writeFileSync(path, content);
    }
  } else if (stats.isFile() && stats.size > 0 && stats.size <= Buffer.byteLength(content))
    writeFileSync(path, content, { flag: 'r+' });
  else writeFileSync(path, content);
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
