// `pipe trace`: where keys stand, task by task. Knows not how it is found out.
import type { TraceReport, TracedTask } from '../../engine/index.ts';
import type { Call, Command } from '../command.ts';
import type { Style } from '../style.ts';
import { alignColumns } from '../columns.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withLooks } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { refuse } from '../run/refuse.ts';
import { unitWord } from '../wording/key.ts';
import { reasonText, verdictText } from '../wording/reason.ts';

const MOST_SHOWN = 5;

export const trace: Command = {
  argument: { name: 'KEY', help: 'a key; the keys below it (KEY/…) belong to it', min: 1, max: Infinity },
  details:
    'Says of each task which of its links hold the key, and how the job of that key stands. Tasks that know nothing of it ' +
    "are left out, without --all. Members that a link reaches by another key than the job's own are shown by that key.",
  options: [
    { name: 'all', short: 'a', help: 'every task and link, also those that do not hold it' },
    jsonOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe trace emma', does: 'how far one book has come' },
    { line: 'pipe trace --json emma walden', does: 'two of them, as JSON' },
  ],
  run: async (call) =>
    withLooks(call, async (looks) => {
      const all = call.args.flag('all');
      const reports = await looks.members.trace(call.args.positionals, { all });
      if (!reports.ok) return await refuse(call, reports.error);
      if (call.args.flag('json')) printJson(call, reports.value);
      else for (const report of reports.value) show(call, report, all);
      const unknown = reports.value.filter((report) => report.tasks.length === 0);
      for (const { key } of unknown)
        call.io.stderr.write(
          `${call.style.bad('error')}: no task and no repository has ${JSON.stringify(unitWord(key))}\n`,
        );
      return unknown.length === 0 ? ExitCode.done : ExitCode.failed;
    }),
};

function show(call: Call, { key, tasks }: TraceReport, all: boolean): void {
  const { style, io } = call;
  if (tasks.length === 0) return;
  io.stdout.write(`${style.bold(unitWord(key))}\n`);
  const rows: string[][] = [];
  for (const task of tasks) {
    rows.push([`  ${style.bold(task.task)}`, '', jobText(task, key, style)]);
    for (const { link, role, members, count } of task.links) {
      if (count === 0 && !all) continue;
      const shown = members.slice(0, MOST_SHOWN).map(unitWord).join(' ');
      const more = count > MOST_SHOWN ? ` and ${count - MOST_SHOWN} more` : '';
      rows.push([
        `    ${task.task}.${link}`,
        style.dim(role),
        count === 0 ? style.dim('-') : `${shown}${more}`,
      ]);
    }
  }
  for (const line of alignColumns(rows)) io.stdout.write(`${line}\n`);
}

function jobText({ jobs }: TracedTask, key: string, style: Style): string {
  const [first] = jobs;
  if (!first) return style.dim('has no such job');
  if (jobs.length > 1) {
    const current = jobs.filter(({ verdict }) => verdict.type === 'up-to-date').length;
    return `${jobs.length} jobs, ${current} up to date`;
  }
  const { verdict, running } = first;
  const paint = verdict.type === 'up-to-date' ? style.good : style.warn;
  const why = verdict.type === 'run' ? `: ${reasonText(verdict.reasons[0])}` : '';
  const whose = first.key === key ? '' : `${unitWord(first.key)} `;
  return `${whose}${running ? style.good('runs now') : paint(verdictText(verdict))}${why}`;
}
