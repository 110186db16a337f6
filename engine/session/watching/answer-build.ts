// How a watch answers a build that asks: it makes sure that it has seen everything, waits until nothing is left to do,
// streaming what happens, and tells what that comes to for the targets. Starts nothing itself.
import type { Caller } from '../../idle/socket.ts';
import type { BuildRequest } from '../../idle/watch-protocol.ts';
import type { BuildSummary, EngineEvent } from '../../model/event.ts';
import type { BuildFailure } from '../../model/failure.ts';
import type { JobName } from '../../model/job.ts';
import type { Plan } from '../../model/plan.ts';
import { patternsOf } from '../plan-patterns.ts';
import { scopeOf } from '../../schedule/scope.ts';
import type { Scope } from '../../schedule/scope.ts';
import type { PlanKeeper } from './plan-keeper.ts';
import type { WatchLife } from './watch-life.ts';

const PROGRESS_MS = 100;
const ROUNDS: ReadonlySet<EngineEvent['type']> = new Set(['build-start', 'task-end', 'build-end']);

export interface AnswerPorts {
  readonly keeper: PlanKeeper;
  /** The life that runs, or the one that follows. */
  readonly life: () => Promise<WatchLife | undefined>;
  readonly listeners: Set<(event: EngineEvent) => void>;
  readonly slots: number;
  readonly stop: AbortSignal;
}

export async function answerBuild(request: BuildRequest, caller: Caller, ports: AnswerPorts): Promise<void> {
  const listener = (event: EngineEvent): void => {
    // The rounds of the watch are not what was asked.
    if (!ROUNDS.has(event.type)) caller.send({ type: 'event', event });
  };
  let life = await ports.life();
  const timer = setInterval(() => {
    if (life) caller.send({ type: 'progress', progress: life.build.progress() });
  }, PROGRESS_MS);
  ports.listeners.add(listener);
  const { name } = ports.keeper.plan;
  const { slots } = ports;
  const start = {
    type: 'build-start',
    time: Date.now(),
    pipeline: name,
    targets: request.targets,
    dryRun: false,
    slots,
  };
  caller.send({ type: 'event', event: start });
  const finish = (message: unknown): void => {
    caller.send(message);
    caller.end();
  };
  try {
    // A plan that is replaced meanwhile has another life, which has to get there too.
    for (let asked: WatchLife | undefined; asked !== life;) {
      asked = life;
      await life?.upToDate();
      life = await ports.life();
    }
    if (!life || ports.stop.aborted)
      return finish(refused('watch-ended', 'the watch ended before it had answered'));
    if (ports.keeper.isFaulty)
      return finish(refused('pipeline-kept', 'the pipeline has faults; `pipe check` shows them'));
    const { plan } = ports.keeper;
    const scope = scopeOf(plan, request.targets, patternsOf(plan));
    if (!scope.ok) return finish({ type: 'refused', refusal: { ...scope.error, type: 'build-failure' } });
    const missing = [...scope.value.tasks.keys()].find(
      (task) => life!.ports.scope.tasks.get(task) !== undefined || !life!.ports.scope.tasks.has(task),
    );
    if (missing !== undefined)
      return finish(
        refused(
          'watch-differs',
          `a watch runs here that does not see to all of ${plan.tasks[missing]!.name}`,
        ),
      );
    const summary = withinScope(life.summary, scope.value, plan);
    for (const counts of summary.tasks)
      caller.send({ type: 'event', event: { type: 'task-end', time: Date.now(), counts } });
    caller.send({ type: 'event', event: { type: 'build-end', time: Date.now(), summary } });
    finish({ type: 'end', summary });
  } finally {
    clearInterval(timer);
    ports.listeners.delete(listener);
  }
}

function refused(code: string, message: string): { type: 'refused'; refusal: BuildFailure } {
  return { type: 'refused', refusal: { type: 'build-failure', code, message, hint: 'or end the watch' } };
}

/** What of a watch's state concerns the targets. */
export function withinScope(summary: BuildSummary, scope: Scope, plan: Plan): BuildSummary {
  const ids = new Map(plan.tasks.map((task) => [task.name, task.id]));
  const concerns = ({ task, key }: JobName): boolean => {
    const id = ids.get(task);
    if (id === undefined || !scope.tasks.has(id)) return false;
    return scope.tasks.get(id)?.(key) ?? true;
  };
  const failures = summary.failures.filter(({ job }) => concerns(job));
  const outcome =
    summary.outcome === 'failed' && failures.every(({ tolerated }) => tolerated) ? 'done' : summary.outcome;
  return {
    ...summary,
    outcome,
    failures,
    tasks: summary.tasks.filter(({ task }) => scope.tasks.has(ids.get(task) ?? -1)),
    notReady: summary.notReady.filter(({ job }) => concerns(job)),
  };
}
