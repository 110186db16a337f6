// `pipe plan`: a dry run that is told event by event. Knows no terminal.
import type { BuildSummary } from '../model/event.ts';
import type { BuildFailure } from '../model/failure.ts';
import { Build } from '../schedule/build.ts';
import type { BuildOptions } from '../schedule/options.ts';
import { scopeOf } from '../schedule/scope.ts';
import type { Looking } from './looking.ts';
import { asFailure, refusedSummary } from './refused-summary.ts';

/** Which jobs a plan is about, as in a build. */
export type PlanRequest = Pick<BuildOptions, 'targets' | 'only' | 'except' | 'force' | 'acceptEmpty'>;

/** Who listens, and how it is ended. */
export type PlanPorts = Pick<BuildOptions, 'onEvent' | 'stop' | 'kill'>;

export async function planAhead(
  { plan, workspace, context }: Looking,
  request: PlanRequest,
  ports: PlanPorts,
): Promise<BuildSummary> {
  const refused = (refusal: BuildFailure): BuildSummary => {
    const summary = refusedSummary(refusal);
    ports.onEvent({ type: 'build-end', time: Date.now(), summary });
    return summary;
  };
  const scope = scopeOf(plan, request.targets, workspace.patterns, request);
  if (!scope.ok) return refused(asFailure(scope.error));
  const made = await context(scope.value.tasks.keys());
  if (!made.ok) return refused(made.error);
  // Names that are skipped are told of, so names are listed although they are known.
  const { listed: _, ...parts } = made.value;
  const options = { ...request, ...ports, slots: 1, onFailure: 'stop', dryRun: true } as const;
  return await new Build(parts, options, scope.value).run();
}
