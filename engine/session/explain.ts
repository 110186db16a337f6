// `pipe why`: today's decision on jobs, from a dry run, beside their last run. Knows no terminal.
import { compareBytes } from '../base/compare.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { printFailure } from '../model/print-failure.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { printJob } from '../model/job.ts';
import type { Verdict } from '../model/reason.ts';
import type { Decision } from '../schedule/decide.ts';
import { nameOf } from '../schedule/job.ts';
import type { Job } from '../schedule/job.ts';
import { jobsNamed } from '../schedule/scope.ts';
import type { Looking } from './looking.ts';
import type { WhyReport } from './types.ts';

interface Told {
  readonly decision: Decision;
  readonly goesOn: WhyReport['goesOn'];
}

export async function explain(
  looking: Looking,
  target: string,
): Promise<Result<readonly WhyReport[], Diagnostic>> {
  const { plan, store, run, workspace } = looking;
  const running = new Map((await looking.now()).running.map(({ job, since }) => [printJob(job), since]));
  const decisions = new Map<Job, Told>();
  const summary = await run([target], (job, decision, goesOn) => {
    // After a job was let succeed in the dry run it is looked at again; the first decision is the one to tell.
    if (decisions.get(job)?.decision.type !== 'run') decisions.set(job, { decision, goesOn: goesOn() });
  });
  if (!summary.ok) return summary;
  if (summary.value.refusal) {
    const { code, message, hint } = summary.value.refusal;
    return err({ code, severity: 'error', message, ...(hint ? { hint } : {}) });
  }
  const named = jobsNamed(plan, target, workspace.patterns);
  const chosen = [...decisions].filter(
    ([job]) =>
      !job.removed &&
      named.some(({ task, keys }) => task.id === job.task.plan.id && (keys?.(job.key) ?? true)),
  );
  const makers = chosen.filter(([{ task, key }]) =>
    store.record(task.plan.name, key)?.outputs.some(({ path }) => path === target.replace(/^\.\//, '')),
  );
  const told = makers.length > 0 ? makers : chosen;
  if (told.length > 0)
    return ok(
      told
        .toSorted(([a], [b]) => a.task.plan.id - b.task.plan.id || compareBytes(a.key, b.key))
        .map(([job, decided]) => reportOf(job, decided, looking, running)),
    );
  const task = plan.tasks.find(({ name }) => name === target || target.startsWith(`${name}/`))?.name;
  return err({
    code: 'unknown-job',
    severity: 'error',
    message: `there is no job ${target}`,
    hint: task === undefined ? 'name it as task/key' : `\`pipe why ${task}\` tells of each job that there is`,
  });
}

function reportOf(
  job: Job,
  { decision, goesOn }: Told,
  { store }: Looking,
  running: ReadonlyMap<string, number>,
): WhyReport {
  const last = store.lastRun(job.task.plan.name, job.key);
  const runningSince = running.get(nameOf(job));
  return {
    job: { task: job.task.plan.name, key: job.key },
    today: verdictOf(decision),
    reasons: decision.type === 'run' ? decision.reasons : [],
    ...(runningSince === undefined ? {} : { runningSince }),
    ...(goesOn && { goesOn }),
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
