// Shows a dry run: the jobs that would run, by task, with their reasons. Knows no option of the command line.
import type { BuildSummary, EngineEvent } from '../../engine/index.ts';
import { printJob } from '../../engine/model/job.ts';
import type { WatchedLooks } from '../../engine/session/door/watched-looks.ts';
import type { Call } from '../command.ts';
import { alignColumns } from '../columns.ts';
import type { ExitCode } from '../exit-code.ts';
import { printJson } from '../open.ts';
import { notReadyLines, summaryLines } from '../report/summary.ts';
import { warningLine } from '../report/warning.ts';
import { plural } from '../wording/duration.ts';
import { reasonText } from '../wording/reason.ts';
import { planRequest } from './build-options.ts';
import { Interruption } from './interruption.ts';
import { buildExitCode } from './run-build.ts';

type PlannedJob = Extract<EngineEvent, { type: 'job-planned' }>;

interface TaskGroup {
  certain: number;
  possible: number;
  /** As many as will be shown, so that a plan of a million jobs takes no memory. */
  readonly shown: PlannedJob[];
}

const SHOWN_PER_TASK = 20;
const MOST_REMOVED = 10;

/** What a dry run told, as far as it will be shown. */
interface Told {
  readonly groups: Map<string, TaskGroup>;
  /** Outputs whose inputs are gone: the first of them, and how many in all. */
  readonly removed: string[];
  removedCount: number;
}

export interface PlanView {
  /** Every job, not only the first of each task. */
  readonly all: boolean;
  readonly json: boolean;
}

export async function showPlan(call: Call, looks: WatchedLooks, view: PlanView): Promise<ExitCode> {
  const told: Told = { groups: new Map(), removed: [], removedCount: 0 };
  const limit = view.all || view.json ? Infinity : SHOWN_PER_TASK;
  const onEvent = (event: EngineEvent) => {
    if (event.type === 'job-planned') collect(told.groups, event, limit);
    if (event.type === 'pruned') {
      told.removedCount += event.paths.length;
      for (const path of event.paths)
        if (told.removed.length < MOST_REMOVED || limit === Infinity) told.removed.push(path);
    }
    if (event.type === 'warning' || event.type === 'diagnostic') {
      call.io.stderr.write(`${warningLine(event, call.errorStyle)}\n`);
    }
  };
  using interruption = new Interruption(call.io, () => undefined);
  const summary = await looks.dryRun({
    ...planRequest(call),
    onEvent,
    stop: interruption.stop,
    kill: interruption.kill,
  });
  if (view.json) printJson(call, asJson(told, summary));
  else for (const line of planLines(told, summary, call, looks.root)) call.io.stdout.write(`${line}\n`);
  return buildExitCode(summary);
}

function collect(groups: Map<string, TaskGroup>, event: PlannedJob, limit: number): void {
  let group = groups.get(event.job.task);
  if (!group) groups.set(event.job.task, (group = { certain: 0, possible: 0, shown: [] }));
  if (event.certain) group.certain++;
  else group.possible++;
  if (group.shown.length < limit) group.shown.push(event);
}

function asJson({ groups, removed }: Told, summary: BuildSummary): unknown {
  return {
    jobs: [...groups.values()].flatMap(({ shown }) =>
      shown.map(({ job, certain, reasons }) => ({ task: job.task, key: job.key, certain, reasons })),
    ),
    removed,
    summary,
  };
}

function planLines(
  { groups, removed, removedCount }: Told,
  summary: BuildSummary,
  call: Call,
  root: string,
): string[] {
  const { style } = call;
  if (summary.outcome !== 'done') return summaryLines(summary, { style, root });
  const lines: string[] = [];
  let certain = 0;
  let possible = 0;
  for (const [task, group] of groups) {
    lines.push(`${style.bold(task)}  ${style.dim(counted(group))}`);
    const rows = group.shown
      .toSorted(byKey)
      .map((event) => [
        event.certain ? ' ' : style.warn('?'),
        printJob(event.job),
        style.dim(tellingReason(event)),
      ]);
    for (const row of alignColumns(rows)) lines.push(` ${row}`);
    const more = group.certain + group.possible - group.shown.length;
    if (more > 0) lines.push(style.dim(`   and ${more} more (pipe plan --all shows them)`));
    certain += group.certain;
    possible += group.possible;
  }
  lines.push(...removed.map((path) => `${style.dim('would remove')} ${path}`));
  if (removedCount > removed.length)
    lines.push(`and ${removedCount - removed.length} more (pipe plan --all shows them)`);
  lines.push(...notReadyLines(summary, { style }));
  const sum = (part: 'upToDate' | 'notReady') => summary.tasks.reduce((total, each) => total + each[part], 0);
  const others = [
    ...(sum('upToDate') > 0 ? [`${sum('upToDate')} up to date`] : []),
    ...(sum('notReady') > 0 ? [`${sum('notReady')} not ready`] : []),
    ...(removedCount > 0 ? [`${plural(removedCount, 'file')} to remove`] : []),
  ];
  if (certain + possible > 0) return [...lines, [counted({ certain, possible }), ...others].join(', ')];
  const nothing = removedCount > 0 ? 'no job would run' : style.good('nothing to do');
  return [...lines, others.length === 0 ? `${nothing}: no job` : `${nothing}: ${others.join(', ')}`];
}

/** Of a job that runs in any case the first reason that says so, not one that may come to nothing. */
function tellingReason({ certain, reasons }: PlannedJob): string {
  const reason = (certain && reasons.find(({ type }) => type !== 'upstream')) || reasons[0];
  return reason ? reasonText(reason) : '';
}

const byKey = (a: PlannedJob, b: PlannedJob) => (a.job.key < b.job.key ? -1 : a.job.key > b.job.key ? 1 : 0);

/** `3 jobs would run, 1 may run (?)`. */
function counted({ certain, possible }: Pick<TaskGroup, 'certain' | 'possible'>): string {
  if (certain === 0) return `${plural(possible, 'job')} may run (?)`;
  return `${plural(certain, 'job')} would run${possible > 0 ? `, ${possible} may run (?)` : ''}`;
}
