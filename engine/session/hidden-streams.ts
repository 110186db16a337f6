// Which tasks know a secret, and so have it kept out of what their jobs print. Knows no job and no value.
import type { Work } from '../executor/port.ts';
import { declaredVariables } from '../idle/request.ts';
import type { Json } from '../model/json.ts';
import type { Plan, TaskPlan } from '../model/plan.ts';
import { isSecret } from '../model/secret.ts';
import type { Secrets } from './secrets.ts';

/** What a task's work hides, if anything. What is an output is the job's own doing. */
export function hiddenStreams(plan: Plan, task: TaskPlan, { mask }: Secrets): Work['hidden'] {
  if (plan.secrets.length === 0 || mask.isEmpty || !knowsSecret(plan, task)) return undefined;
  const status = task.links.filter((link) => link.isStatus && !link.isOutput).map(({ role }) => role);
  return {
    mask,
    streams: ['log', ...(['stdout', 'stderr'] as const).filter((role) => status.includes(role))],
  };
}

function knowsSecret(plan: Plan, { action, params, assets = [] }: TaskPlan): boolean {
  const given: Json[] = [params, ...assets.map((asset) => asset.params)];
  if (action.type === 'tube') given.push(action.input);
  if (given.some(isSecret)) return true;
  // A pipeline may hand the variable to all its jobs, too.
  const names = new Set(plan.secrets);
  return [plan.env, plan.passEnv].some((declared) =>
    declaredVariables(declared, Object.fromEntries(plan.secrets.map((name) => [name, '']))).some((name) =>
      names.has(name),
    ),
  );
}
