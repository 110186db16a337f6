// `pipe why`: today's decision on jobs, from a dry run, beside their last run. Knows no terminal.
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { printFailure } from '../model/print-failure.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { Verdict } from '../model/reason.ts';
import type { Decision } from '../schedule/decide.ts';
import type { Job } from '../schedule/job.ts';
import type { Store } from '../store/store.ts';
import type { DryRun } from './dry-run.ts';
import type { WhyReport } from './types.ts';

export async function explain(
  plan: Plan,
  target: string,
  store: Store,
  run: DryRun,
): Promise<Result<readonly WhyReport[], Diagnostic>> {
  const decisions = new Map<Job, { readonly decision: Decision; readonly goesOn: WhyReport['goesOn'] }>();
  const summary = await run([target], (job, decision, goesOn) => {
    // After a job was let succeed in the dry run it is looked at again; the first decision is the one to tell.
    if (decisions.get(job)?.decision.type !== 'run') decisions.set(job, { decision, goesOn: goesOn() });
  });
  if (!summary.ok) return summary;
  if (summary.value.refusal) {
    const { code, message, hint } = summary.value.refusal;
    return err({ code, severity: 'error', message, ...(hint ? { hint } : {}) });
  }
  const { task, key } = named(plan, target);
  const reports: WhyReport[] = [];
  for (const [job, { decision, goesOn }] of decisions) {
    if (task !== undefined && (job.task.plan.name !== task || (key !== undefined && job.key !== key)))
      continue;
    if (task === undefined && !job.task.plan.links.some((link) => link.isOutput)) continue;
    reports.push({ ...reportOf(job, decision, store), ...(goesOn && { goesOn }) });
  }
  if (reports.length > 0) return ok(task === undefined ? reports.slice(-1) : reports);
  return err({
    code: 'unknown-job',
    severity: 'error',
    message: `there is no job ${target}`,
    hint: task === undefined ? 'name it as task/key' : `\`pipe why ${task}\` tells of each job that there is`,
  });
}

function reportOf(job: Job, decision: Decision, store: Store): WhyReport {
  const last = store.lastRun(job.task.plan.name, job.key);
  return {
    job: { task: job.task.plan.name, key: job.key },
    today: verdictOf(decision),
    reasons: decision.type === 'run' ? decision.reasons : [],
    ...(last && last.endedAt > 0
      ? {
          last: {
            outcome: last.successful ? 'succeeded' : last.state === 'killed' ? 'killed' : 'failed',
            startedAt: last.startedAt,
            durationMs: last.endedAt - last.startedAt,
            reason: last.reason,
            ...(last.log === '' ? {} : { log: last.log }),
          },
        }
      : {}),
  };
}

export function verdictOf(decision: Decision): Verdict {
  switch (decision.type) {
    case 'up-to-date':
      return { type: 'up-to-date' };
    case 'run':
      return { type: 'run', reasons: decision.reasons };
    case 'not-ready':
      return { type: 'not-ready', link: decision.link, detail: decision.text };
    case 'blocked':
      return { type: 'blocked-by-failure', by: decision.by };
    case 'cancelled':
      return { type: 'cancelled', link: decision.link, by: decision.by };
    case 'broken':
      return { type: 'fail', detail: printFailure(decision.failure) };
    case 'wait':
      return { type: 'blocked', link: '', by: 'other jobs' };
    default: {
      const rest: never = decision;
      throw new Error(`unknown decision ${JSON.stringify(rest)}`);
    }
  }
}

/** The task and key that a target names, if it is no path. */
function named(plan: Plan, target: string): { task?: string; key?: string } {
  const slash = target.indexOf('/');
  const name = slash < 0 ? target : target.slice(0, slash);
  if (!plan.tasks.some((task) => task.name === name)) return {};
  return slash < 0 ? { task: name } : { task: name, key: target.slice(slash + 1) };
}
