// What a look works with: the state of earlier builds, the pipeline's parts, and a dry run over them. Writes nothing; knows
// no question, and not whether files or a watch say what is there.
import { relative } from 'node:path';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { Plan } from '../model/plan.ts';
import { Stage } from '../schedule/attempt/stage.ts';
import { Build } from '../schedule/build.ts';
import type { BuildContext } from '../schedule/context.ts';
import type { BuildOptions, Progress } from '../schedule/options.ts';
import { scopeOf } from '../schedule/scope.ts';
import type { Store } from '../store/store.ts';
import { looks } from './dry-run.ts';
import type { DryRun } from './dry-run.ts';
import type { Workspace } from './workspace.ts';

export interface Looking {
  readonly plan: Plan;
  readonly store: Store;
  /** Absolute state folder. */
  readonly state: string;
  readonly workspace: Workspace;
  readonly run: DryRun;
  /** What a dry run of these tasks works with. */
  readonly context: (tasks: Iterable<number>) => Promise<Result<BuildContext, BuildFailure>>;
  /** What the builder does that is at work here; nothing if there is none. */
  readonly now: () => Promise<Progress>;
  /** Whether it is known, without a look at records, that a job which is there made a member. */
  readonly isMade: (repository: number, key: string) => boolean;
}

export interface LookPorts extends Pick<Looking, 'plan' | 'store' | 'state' | 'workspace' | 'now'> {
  /** Puts what is known in the place of what files would say. */
  readonly adapt?: (context: BuildContext) => BuildContext;
}

export function lookingOver({ adapt = (context) => context, ...ports }: LookPorts): Looking {
  const { plan, state, workspace } = ports;
  const context: Looking['context'] = async (tasks) => {
    const made = await workspace.context(tasks, new Stage(plan.root, relative(plan.root, state), 'look'));
    return made.ok ? ok(adapt(made.value)) : made;
  };
  const run: DryRun = async (targets, onLook) => {
    const scope = scopeOf(plan, targets, workspace.patterns);
    if (!scope.ok) return scope;
    const made = await context(scope.value.tasks.keys());
    if (!made.ok) return err({ ...made.error, severity: 'error' as const });
    const onDecision = looks(made.value, onLook);
    return ok(await new Build(made.value, lookOptions(targets), scope.value, onDecision).run());
  };
  return { ...ports, run, context, isMade: () => false };
}

function lookOptions(targets: readonly string[]): BuildOptions {
  const never = new AbortController().signal;
  return {
    targets,
    slots: 1,
    onFailure: 'keep-going',
    dryRun: true,
    force: false,
    acceptEmpty: true,
    onEvent: () => {},
    stop: never,
    kill: never,
  };
}
