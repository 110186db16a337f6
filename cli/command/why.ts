// `pipe why`: today's decision about a job, and the last run's. Knows not how it is decided.
import type { Diagnostic, Reason, WhyReport } from '../../engine/index.ts';
import { printJob } from '../../engine/model/job.ts';
import type { Call, Command } from '../command.ts';
import type { Style } from '../style.ts';
import { ExitCode } from '../exit-code.ts';
import { printFaults, printJson, withLooks } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { ago, duration } from '../wording/duration.ts';
import { reasonChange, reasonText, verdictText } from '../wording/reason.ts';

export const why: Command = {
  argument: {
    name: 'TARGET',
    help: '`task/key`, `task`, or the path of an output',
    min: 1,
    max: 1,
    kind: 'target',
  },
  details:
    'Says whether a build would run the job now, with every difference since its last success, before and after; and why ' +
    'it ran the last time. Of a job in steps that was interrupted, it names the step at which it goes on.',
  options: [jsonOption, ...pipelineOptions],
  examples: [
    { line: 'pipe why count/emma', does: 'about one job' },
    { line: 'pipe why build/counts/emma.txt', does: 'about the job that makes this file' },
  ],
  run: async (call) =>
    withLooks(call, async (looks) => {
      const reports = await looks.why(call.args.positionals[0]!);
      return reports.ok ? show(call, reports.value) : await refuse(call, reports.error);
    }),
};

async function refuse(call: Call, fault: Diagnostic): Promise<ExitCode> {
  return await printFaults(call, [fault]);
}

async function show(call: Call, reports: readonly WhyReport[]): Promise<ExitCode> {
  if (call.args.flag('json')) {
    printJson(call, reports);
    return ExitCode.done;
  }
  const now = Date.now();
  for (const report of reports) {
    const lines = [
      `${call.style.bold(printJob(report.job))} ${verdictText(report.today)}`,
      ...report.reasons.flatMap((reason) => reasonLines(reason, call.style)),
      ...(report.goesOn ? [`  goes on at ${report.goesOn.position} (process ${report.goesOn.id})`] : []),
      ...lastRun(report, now, call.style),
    ];
    call.io.stdout.write(lines.map((line) => `${line}\n`).join(''));
  }
  return ExitCode.done;
}

function reasonLines(reason: Reason, style: Style): string[] {
  const change = reasonChange(reason);
  if (!change) return [`  ${reasonText(reason)}`];
  return [
    `  ${reasonText(reason)}`,
    ...valueLines('before', change.before, style.bad),
    ...valueLines('after ', change.after, style.good),
  ];
}

function valueLines(label: string, value: string, paint: (text: string) => string): string[] {
  const [first = '', ...rest] = value.trimEnd().split('\n');
  return [`    ${label} ${paint(first)}`, ...rest.map((line) => `           ${paint(line)}`)];
}

function lastRun({ last, runningSince }: WhyReport, now: number, { dim }: Style): string[] {
  if (runningSince !== undefined) return [dim(`  it runs now, for ${duration(now - runningSince)}`)];
  if (!last) return [dim('  no run is remembered')];
  const when = `${ago(last.startedAt, now)}, ${duration(last.durationMs)}`;
  return [
    dim(`  last run: ${last.outcome} (${when}), because: ${reasonText(last.reason)}`),
    ...(last.log === undefined ? [] : [dim(`  its log: ${last.log}`)]),
  ];
}
