// The executors of a pipeline that is open, each made when the first work needs it. Knows no jobs.
import { FunctionExecutor } from '../executor/function/function-executor.ts';
import { LocalExecutor } from '../executor/local/local-executor.ts';
import { MaskingExecutor } from '../executor/masking-executor.ts';
import { executorKind } from '../executor/port.ts';
import type { Executor, Work } from '../executor/port.ts';
import { TubeExecutor } from '../executor/tube/tube-executor.ts';
import type { Store } from '../store/store.ts';
import { rememberGroup } from './survivors.ts';

export class Executors implements AsyncDisposable {
  readonly #root: string;
  readonly #store: Store;
  readonly #warn: (code: string, message: string) => void;
  readonly #made = new Map<'local' | 'function' | 'tube', Executor>();

  constructor(root: string, store: Store, warn: (code: string, message: string) => void) {
    this.#root = root;
    this.#store = store;
    this.#warn = warn;
  }

  /** `env` is what every job has. */
  for(work: Work, env: Readonly<Record<string, string>>): Executor {
    const kind = executorKind(work);
    let executor = this.#made.get(kind);
    if (!executor) {
      const onGroup = (pid: number, alive: boolean): void => rememberGroup(this.#store, pid, alive);
      executor =
        kind === 'local'
          ? new LocalExecutor({ root: this.#root, env, onGroup })
          : kind === 'function'
            ? new FunctionExecutor({ onGroup })
            : new TubeExecutor({ onGroup, onTrouble: (trouble) => this.#warn('asset-not-closed', trouble) });
      executor = new MaskingExecutor(executor);
      this.#made.set(kind, executor);
    }
    return executor;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const executor of this.#made.values()) await executor[Symbol.asyncDispose]();
    this.#made.clear();
  }
}
