// The pool of services of a build or a watch: with an executor of its own, whose process groups are remembered like those of
// jobs. Knows no service.
import { LocalExecutor } from '../executor/local/local-executor.ts';
import { MaskingExecutor } from '../executor/masking-executor.ts';
import type { Plan } from '../model/plan.ts';
import { ServicePool } from '../schedule/services/service-pool.ts';
import type { Store } from '../store/store.ts';
import { jobEnvironment } from './job-env.ts';
import { rememberGroup } from './survivors.ts';

export function openServices(
  plan: Plan,
  store: Store,
  env: Readonly<Record<string, string | undefined>>,
  kill: AbortSignal,
  keepsAll = false,
): ServicePool {
  const executor = new LocalExecutor({
    root: plan.root,
    env: jobEnvironment(plan, env),
    onGroup: (pid, alive) => rememberGroup(store, pid, alive),
  });
  return new ServicePool({ root: plan.root, executor: new MaskingExecutor(executor), keepsAll, kill });
}
