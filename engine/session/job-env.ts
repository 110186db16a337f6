// The environment that every job of a pipeline gets: a few standard names, and what the pipeline lets through. Pure.
import { declaredVariables } from '../idle/request.ts';
import type { Plan } from '../model/plan.ts';

const STANDARD = ['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TERM', 'TZ', 'LANG'];

export function jobEnvironment(
  plan: Plan,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const names = [...STANDARD, ...declaredVariables(plan.env, env), ...declaredVariables(plan.passEnv, env)];
  const chosen: Record<string, string> = { PIPE_PIPELINE: plan.name };
  for (const name of names) if (env[name] !== undefined) chosen[name] = env[name];
  return chosen;
}
