// Shows a dry run: the jobs that would run, by task, with their reasons. Knows no option of the command line.
import { printJob, type BuildSummary, type EngineEvent, type Session } from '../../engine/index.ts';
import type { Call } from '../command.ts';
import { alignColumns } from '../columns.ts';
import type { ExitCode } from '../exit-code.ts';
import { printJson } from '../open.ts';
import { summaryLines } from '../report/summary.ts';
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

export interface PlanView {
  /** Every job, not only the first of each task. */
  readonly all: boolean;
  readonly json: boolean;
}

export async function showPlan(call: Call, session: Session, view: PlanView): Promise<ExitCode> {
  const groups = new Map<string, TaskGroup>();
  const limit = view.all || view.json ? Infinity : SHOWN_PER_TASK;
  const onEvent = (event: EngineEvent) => {
    if (event.type === 'job-planned') collect(groups, event, limit);
    if (event.type === 'warning' || event.type === 'diagnostic') {
      call.io.stderr.write(`${warningLine(event, call.errorStyle)}\n`);
    }
  };
  using interruption = new Interruption(call.io, () => undefined);
  const summary = await session.build({
    ...planRequest(call),
    onEvent,
    stop: interruption.stop,
    kill: interruption.kill,
  });
  if (view.json) printJson(call, asJson(groups, summary));
  else
    for (const line of planLines(groups, summary, call, session.plan.root)) call.io.stdout.write(`${line}\n`);
  return buildExitCode(summary);
}

function collect(groups: Map<string, TaskGroup>, event: PlannedJob, limit: number): void {
  let group = groups.get(event.job.task);
  if (!group) groups.set(event.job.task, (group = { certain: 0, possible: 0, shown: [] }));
  if (event.certain) group.certain++;
  else group.possible++;
  if (group.shown.length < limit) group.shown.push(event);
}

function asJson(groups: ReadonlyMap<string, TaskGroup>, summary: BuildSummary): unknown {
  return {
    jobs: [...groups.values()].flatMap(({ shown }) =>
      shown.map(({ job, certain, reasons }) => ({ task: job.task, key: job.key, certain, reasons })),
    ),
    summary,
  };
}

function planLines(
  groups: ReadonlyMap<string, TaskGroup>,
  summary: BuildSummary,
  call: Call,
  root: string,
): string[] {
  const { style } = call;
  if (summary.outcome !== 'done') return summaryLines(summary, { style, root }, { tails: false });
  const lines: string[] = [];
  let certain = 0;
  let possible = 0;
  for (const [task, group] of groups) {
    lines.push(`${style.bold(task)}  ${style.dim(counted(group))}`);
    const rows = group.shown.map((event) => [
      event.certain ? ' ' : style.warn('?'),
      printJob(event.job),
      style.dim(event.reasons[0] ? reasonText(event.reasons[0]) : ''),
    ]);
    for (const row of alignColumns(rows)) lines.push(` ${row}`);
    const more = group.certain + group.possible - group.shown.length;
    if (more > 0) lines.push(style.dim(`   and ${more} more (pipe plan --all shows them)`));
    certain += group.certain;
    possible += group.possible;
  }
  const upToDate = summary.tasks.reduce((sum, counts) => sum + counts.upToDate, 0);
  if (certain + possible === 0) return [`${style.good('nothing to do')}: ${upToDate} up to date`];
  const parts = [counted({ certain, possible }), ...(upToDate > 0 ? [`${upToDate} up to date`] : [])];
  return [...lines, parts.join(', ')];
}

/** `3 jobs would run, 1 may run (?)`. */
function counted({ certain, possible }: Pick<TaskGroup, 'certain' | 'possible'>): string {
  if (certain === 0) return `${plural(possible, 'job')} may run (?)`;
  return `${plural(certain, 'job')} would run${possible > 0 ? `, ${possible} may run (?)` : ''}`;
}
