// A second thread that takes a share of some work, where there is a core for it. Knows no work.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Has `module` run with `data` beside this thread, which goes on without it if it fails. False where it cannot run. */
export function startThread(module: URL, data: unknown): boolean {
  if (process.getBuiltinModule('node:os').availableParallelism() < 2) return false;
  if (!existsSync(fileURLToPath(module))) return false;
  // Loading it takes some milliseconds, which a small build has no use for.
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const helper = new Worker(module, {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // What it cannot do, this thread does.
  helper.on('error', () => {});
  helper.unref();
  return true;
}

/** Of what such a thread makes little stays: the rest is not to lie about. */
const YOUNG_MB = 1;
