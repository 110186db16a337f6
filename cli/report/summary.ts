// The lines at the end of a build: what ran, what did not, and what failed. Knows no reporter.
import {
  printFailure,
  printJob,
  type BuildSummary,
  type FailedJob,
  type TaskCounts,
} from '../../engine/pipelines.ts';
import { duration, plural } from '../wording/duration.ts';
import { failureLog } from './failure-log.ts';
import type { ReportContext } from './port.ts';

const MOST_FAILURES = 10;
const MOST_NOT_READY = 5;

/** `told` are the jobs whose failure has been shown when it happened, with the end of its log: that is not shown again. */
export function summaryLines(
  summary: BuildSummary,
  context: Pick<ReportContext, 'root' | 'style'>,
  told: ReadonlySet<string> = new Set(),
): string[] {
  return [
    ...failureLines(summary.failures, context, told),
    ...notReadyLines(summary, context),
    ...headline(summary, context),
  ];
}

function failureLines(
  failures: readonly FailedJob[],
  context: Pick<ReportContext, 'root' | 'style'>,
  told: ReadonlySet<string>,
): string[] {
  const { style } = context;
  const isTold = ({ job }: FailedJob) => told.has(printJob(job));
  // A single failure that was shown a moment ago needs no second mention.
  if (failures.length < 2 && failures.every(isTold)) return [];
  const lines = failures
    .slice(0, MOST_FAILURES)
    .flatMap((failed) => [
      `${label(failed, style)} ${printJob(failed.job)} ${printFailure(failed.failure)}${blocking(failed)}`,
      ...(isTold(failed) ? [] : failureLog(failed, context)),
    ]);
  const more = failures.length - MOST_FAILURES;
  return more > 0 ? [...lines, `and ${more} more: pipe logs --failed`] : lines;
}

/** A job that pipe itself ended did nothing wrong. */
function label({ failure }: FailedJob, style: ReportContext['style']): string {
  return failure.type === 'killed' ? style.warn('KILLED') : style.bad('FAILED');
}

function blocking({ blocks }: FailedJob): string {
  return blocks === 0 ? '' : `; ${plural(blocks, 'job')} could not run because of it`;
}

/** The first jobs that lack an input, with what they lack. */
export function notReadyLines(
  { notReady, tasks }: BuildSummary,
  { style }: Pick<ReportContext, 'style'>,
): string[] {
  const lines = notReady
    .slice(0, MOST_NOT_READY)
    .map(({ job, link, detail }) => `${style.warn('not ready')} ${printJob(job)}: link ${link}: ${detail}`);
  const more = total(tasks, 'notReady') - lines.length;
  return more > 0 && lines.length > 0 ? [...lines, `and ${more} more that are not ready`] : lines;
}

function headline(summary: BuildSummary, { style }: Pick<ReportContext, 'style'>): string[] {
  const took = duration(summary.durationMs);
  const counts = countsText(summary);
  switch (summary.outcome) {
    case 'done':
      if (summary.failures.length > 0)
        return [`${style.good('done')} in ${took}, with failures that are allowed: ${counts}`];
      return total(summary.tasks, 'succeeded') === 0 && summary.pruned === 0
        ? [`${style.good('nothing to do')} in ${took}: ${counts}`]
        : [`${style.good('done')} in ${took}: ${counts}`];
    case 'failed':
      return [`${style.bad('failed')} after ${took}: ${counts}`];
    case 'interrupted':
      return [`${style.warn('interrupted')} after ${took}: ${counts}`];
    case 'refused':
      return refusal(summary, style.bad('error'));
    default:
      return summary.outcome satisfies never;
  }
}

function refusal({ refusal }: BuildSummary, label: string): string[] {
  if (!refusal) return [`${label}: the build could not start`];
  return [`${label}: ${refusal.message}`, ...(refusal.hint === undefined ? [] : [`  hint: ${refusal.hint}`])];
}

/** `12 ran, 3 up to date, 1 failed`; what is zero is left out. */
function countsText({ tasks, pruned, warnings }: BuildSummary): string {
  const parts: readonly (readonly [number, string])[] = [
    [total(tasks, 'succeeded'), 'ran'],
    [total(tasks, 'upToDate'), 'up to date'],
    [total(tasks, 'failed'), 'failed'],
    [total(tasks, 'blocked'), 'blocked'],
    [total(tasks, 'notReady'), 'not ready'],
    [total(tasks, 'waiting') + total(tasks, 'running'), 'not started'],
    [pruned, 'removed with their inputs'],
  ];
  const shown = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  if (warnings > 0) shown.push(plural(warnings, 'warning'));
  return shown.length === 0 ? 'no job' : shown.join(', ');
}

function total(tasks: readonly TaskCounts[], part: Exclude<keyof TaskCounts, 'task'>): number {
  return tasks.reduce((sum, counts) => sum + counts[part], 0);
}
