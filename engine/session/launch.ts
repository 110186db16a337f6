// `pipe launch`: one job alone, as a build of just that job in which everything else stands as it is. Knows no terminal.
//
// With `force` it runs although it is up to date, and past links that only gate it (an inhibitor, a required link that is
// no input). A missing input stops it all the same: there would be nothing to render.
import type { BuildSummary } from '../model/event.ts';
import type { LinkPlan, Plan, TaskPlan } from '../model/plan.ts';
import type { BuildContext } from '../schedule/context.ts';
import type { Store } from '../store/store.ts';
import type { BuildOptions, LaunchReport, LaunchRequest } from './types.ts';

/** How a build differs that launches one job. */
export interface BuildHooks {
  /** What the lock says is at work. */
  readonly command?: string;
  readonly adapt?: (context: BuildContext) => BuildContext;
  /** After a build that was not refused. */
  readonly after?: (store: Store, summary: BuildSummary) => void;
}

export function launchOptions(request: LaunchRequest): BuildOptions {
  const { task, key, force, onEvent, stop, kill } = request;
  return {
    targets: [`${task}/${key}`],
    only: [task],
    slots: 1,
    onFailure: 'stop',
    dryRun: false,
    force,
    acceptEmpty: true,
    keepAll: true,
    onEvent,
    stop,
    kill,
  };
}

export function launchHooks({ task, key, force, record }: LaunchRequest): BuildHooks {
  return {
    command: 'pipe launch',
    // Definitions were made of the plan as it is, so the record is that of any other run.
    adapt: (context) => ({
      ...context,
      plan: withTask(context.plan, task, (links) => {
        const told = record ? links : links.filter((link) => !link.isStatus);
        return force ? told.map(openGate) : told;
      }),
    }),
    after: (store) => {
      const made = record ? undefined : store.record(task, key);
      // Listed as made by pipe, but of no success: the next build runs the job.
      if (made) store.putRecord(task, { ...made, state: 'committing' });
    },
  };
}

export function launchReport({ task, key }: LaunchRequest, summary: BuildSummary): LaunchReport {
  const counts = summary.tasks.find((each) => each.task === task);
  const missing = summary.notReady.find(({ job }) => job.task === task && job.key === key);
  if (summary.outcome !== 'done') return { outcome: summary.outcome, summary };
  if (missing) return { outcome: 'not-ready', detail: `link ${missing.link}: ${missing.detail}`, summary };
  if (!counts || counts.total === 0) return { outcome: 'no-job', summary };
  if (counts.succeeded > 0) return { outcome: 'done', summary };
  if (counts.upToDate > 0) return { outcome: 'up-to-date', summary };
  return { outcome: 'not-ready', detail: 'it waits for a member that is not there', summary };
}

function withTask(
  plan: Plan,
  name: string,
  change: (links: readonly LinkPlan[]) => readonly LinkPlan[],
): Plan {
  const changed = (task: TaskPlan): TaskPlan =>
    task.name === name ? { ...task, links: change(task.links) } : task;
  return { ...plan, tasks: plan.tasks.map(changed) };
}

function openGate(link: LinkPlan): LinkPlan {
  return {
    ...link,
    inhibitsStart: false,
    cancels: false,
    requiredForStart: link.requiredForStart && link.isInput,
  };
}
