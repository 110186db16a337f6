// What a life is defined by, while its files change: looks at the plan and makes definitions anew, notes which files matter
// from now on, and tells what cannot be made. What was good last holds then. Knows no build.
import type { Scope } from '../../schedule/scope.ts';
import type { Dependencies } from '../../watch/dependencies.ts';
import type { LifeWatcher } from './life-watcher.ts';
import type { PlanKeeper } from './plan-keeper.ts';
import type { Trial } from './trial.ts';
import type { Workspace } from '../workspace.ts';

export interface DefinitionPorts {
  readonly workspace: Workspace;
  readonly keeper: PlanKeeper;
  readonly trial: Trial;
  readonly scope: Scope;
}

export class LifeDefinitions {
  readonly #ports: DefinitionPorts;
  readonly #dependencies: Dependencies;
  readonly #watcher: LifeWatcher;

  constructor(ports: DefinitionPorts, dependencies: Dependencies, watcher: LifeWatcher) {
    this.#ports = ports;
    this.#dependencies = dependencies;
    this.#watcher = watcher;
  }

  /** Whether there is another plan now. */
  async lookAtPlan(): Promise<boolean> {
    const { keeper, trial } = this.#ports;
    if (await keeper.look(trial)) return true;
    this.#dependencies.suspectAll(keeper.suspects.length > 0);
    for (const path of keeper.suspects) {
      this.#dependencies.addSource(path);
      this.#watcher.addFile(path);
    }
    return false;
  }

  /** Makes definitions of tasks anew; returns those that are others now. */
  redefine(tasks: readonly number[]): readonly number[] {
    const { scope, keeper, workspace } = this.#ports;
    const inScope = tasks.filter((task) => scope.tasks.has(task));
    const onFile = (task: number, path: string): void => {
      this.#dependencies.addFile(task, path);
      this.#watcher.addFile(path);
    };
    const all = workspace.redefine(inScope, onFile);
    if (all.ok) {
      for (const task of inScope) keeper.noteDefinition(task, undefined);
      return all.value;
    }
    // One that cannot be made does not keep the others back.
    return inScope.flatMap((task) => {
      const made = workspace.redefine([task], onFile);
      keeper.noteDefinition(task, made.ok ? undefined : made.error.message);
      return made.ok ? made.value : [];
    });
  }
}
