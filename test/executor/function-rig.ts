// A temp folder with users' modules, an executor of its own, and works for it.
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FunctionArgument, LinkArgument } from '../../engine/executor/function/argument.ts';
import { FunctionExecutor, type FunctionOptions } from '../../engine/executor/function/function-executor.ts';
import type { Exit, Running, Work } from '../../engine/executor/port.ts';
import { until } from '../gate.ts';
import { isAlive } from '../processes.ts';

export interface Order {
  readonly export: string;
  readonly module?: string;
  readonly digest?: string;
  readonly argument?: Partial<FunctionArgument>;
  readonly links?: Readonly<Record<string, LinkArgument>>;
  readonly work?: Partial<Work>;
}

export class FunctionRig implements AsyncDisposable {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'pipe-function-')));
  readonly executor: FunctionExecutor;
  /** Every group that was told of, and whether it still lives. */
  readonly groups = new Map<number, boolean>();
  #orders = 0;

  constructor(options: FunctionOptions = {}) {
    this.executor = new FunctionExecutor({
      onGroup: (pid, alive) => this.groups.set(pid, alive),
      ...options,
    });
  }

  path(name: string): string {
    return join(this.root, name);
  }

  write(name: string, text: string): string {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Each order has a log of its own: `1.log`, `2.log`, … */
  work(order: Order): Work {
    const argument: FunctionArgument = {
      task: 'press',
      key: '',
      fields: {},
      params: {},
      links: order.links ?? {},
      ...order.argument,
    };
    return {
      job: 'press',
      action: {
        type: 'function',
        module: this.path(order.module ?? 'press.ts'),
        moduleDigest: order.digest ?? 'first edition',
        export: order.export,
        argument,
      },
      cwd: this.root,
      env: { PATH: process.env['PATH'] ?? '' },
      log: this.path(`${++this.#orders}.log`),
      ...order.work,
    };
  }

  start(order: Order): Running & { readonly log: string } {
    const work = this.work(order);
    return { ...this.executor.run(work), log: work.log };
  }

  /** Runs the export of `press.ts`; the exit and what the log then holds. */
  async run(order: string | Order): Promise<{ readonly exit: Exit; readonly log: string }> {
    const work = this.work(typeof order === 'string' ? { export: order } : order);
    const exit = await this.executor.run(work).exit;
    return { exit, log: readFileSync(work.log, 'utf8') };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.executor[Symbol.asyncDispose]();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Waits until a file has a text in it. */
export async function untilSaid(path: string, text: string): Promise<void> {
  await until(`${path} says ${text}`, () => existsSync(path) && readFileSync(path, 'utf8').includes(text));
}

export async function untilDead(pid: number): Promise<void> {
  await until(`process ${pid} is dead`, () => !isAlive(pid));
}
