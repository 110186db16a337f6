// Whether a plan that compiles can be worked with: its targets exist, and the definitions of its tasks can be made. Changes
// nothing; starts nothing.
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Plan } from '../../model/plan.ts';
import { findSameFiles } from '../../schedule/keys/same-files.ts';
import { scopeOf } from '../../schedule/scope.ts';
import type { Store } from '../../store/store.ts';
import { Workspace } from '../workspace.ts';

export interface PlanFault {
  readonly diagnostic: Diagnostic;
  /** Files that may mend it when they change, as the plan names them. */
  readonly files: readonly string[];
}

export type Trial = (plan: Plan) => Promise<PlanFault | undefined>;

export function trialOf(
  store: Store,
  state: string,
  env: Readonly<Record<string, string | undefined>>,
  targets: readonly string[],
): Trial {
  return async (plan) => {
    await using workspace = new Workspace(plan, store, state, env);
    const scope = scopeOf(plan, targets, workspace.patterns);
    if (!scope.ok) return { diagnostic: scope.error, files: [] };
    const same = findSameFiles(plan, workspace.patterns);
    if (same) return { diagnostic: { ...same, severity: 'error' }, files: [] };
    const files: string[] = [];
    const made = workspace.redefine([...scope.value.tasks.keys()], (_task, path) => files.push(path));
    if (made.ok) return undefined;
    return { diagnostic: definitionFault(made.error.message), files };
  };
}

export function definitionFault(message: string): Diagnostic {
  return { code: 'definition', severity: 'error', message };
}
