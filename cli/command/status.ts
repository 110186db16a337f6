// `pipe status`: a table of tasks with the number of their jobs in each state. Knows not how they are counted.
import type { LinkCount, Looks, StatusReport, TaskStatus } from '../../engine/index.ts';
import { printJob } from '../../engine/model/job.ts';
import type { Call, Command } from '../command.ts';
import { alignColumns } from '../columns.ts';
import { ExitCode } from '../exit-code.ts';
import { withLooks } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { refuse } from '../run/refuse.ts';
import { plural } from '../wording/duration.ts';

const MOST_FAILED = 10;
const MOST_STRAYS = 10;

export const status: Command = {
  details:
    'Outdated jobs would run in a build, among them those that failed when they last ran; blocked ones wait for a failed ' +
    'job; those that are not ready lack an input. While a build or a watch is at work here, what it runs and what waits in ' +
    'it is shown as well. ' +
    'Strays are files in the folder of an output that pipe did not make: they are never read nor removed.',
  options: [
    {
      name: 'all',
      short: 'a',
      help: 'also the links of each task, with the members that their repositories have',
    },
    { name: 'watch', short: 'w', help: 'go on, and show it again whenever it changed; Ctrl-C ends it' },
    jsonOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe status', does: 'the state of each task' },
    { line: 'pipe status --json', does: 'the same as JSON' },
    { line: 'pipe status --watch', does: 'look on while another pipe builds' },
  ],
  run: async (call) =>
    withLooks(call, async (looks) => {
      if (call.args.flag('watch')) {
        const { watchStatus } = await import('../run/watch-status.ts');
        return await watchStatus(call, looks.stateFolder, () => statusText(looks, call));
      }
      const text = await statusText(looks, call);
      if (typeof text === 'number') return text;
      call.io.stdout.write(text);
      return ExitCode.done;
    }),
};

/** The whole report as it is printed, or the exit code where it cannot be had. */
async function statusText(looks: Looks, call: Call): Promise<string | ExitCode> {
  const report = await looks.status();
  const links = call.args.flag('all') ? await looks.members.links() : undefined;
  if (links?.ok === false) return await refuse(call, links.error);
  if (call.args.flag('json')) {
    const whole = { ...report, ...(links ? { links: links.value } : {}) };
    return `${JSON.stringify(whole, undefined, call.args.flag('watch') ? 0 : 2)}\n`;
  }
  const lines = statusLines(report, call);
  if (links) lines.push(...linkLines(links.value, call));
  return lines.map((line) => `${line}\n`).join('');
}

/** `count.book  12  books`, the inputs of a task first, then its outputs. */
function linkLines(links: readonly LinkCount[], { style }: Call): string[] {
  const order = ['input', 'gate', 'output', 'status'];
  const rows = links
    .toSorted((a, b) => (a.task === b.task ? order.indexOf(a.role) - order.indexOf(b.role) : 0))
    .map(({ task, link, role, members, repository }) => [
      `${task}.${link}`,
      String(members),
      style.dim(role),
      style.dim(repository),
    ]);
  const head = ['link', 'members', 'role', 'repository'].map((cell) => style.bold(cell));
  return ['', ...alignColumns([head, ...rows], new Set([1]))];
}

function statusLines({ tasks, strays }: StatusReport, call: Call): string[] {
  const { style } = call;
  const failed = tasks.flatMap(({ lastFailed }) => lastFailed);
  const count = (value: number, paint: (text: string) => string) =>
    value === 0 ? style.dim('0') : paint(String(value));
  const isBusy = tasks.some(({ running, waiting }) => running + waiting > 0);
  const row = (counts: Totals) => [
    counts.task,
    String(counts.total),
    count(counts.upToDate, style.good),
    count(counts.outdated, style.warn),
    count(counts.failed, style.bad),
    count(counts.blocked, style.bad),
    count(counts.notReady, style.warn),
    ...(isBusy ? [count(counts.running, style.good), count(counts.waiting, style.warn)] : []),
  ];
  const head = ['task', 'jobs', 'up to date', 'outdated', 'failed', 'blocked', 'not ready'];
  if (isBusy) head.push('running', 'waiting');
  const rows = [head.map((cell) => style.bold(cell)), ...tasks.map(row)];
  if (tasks.length > 1) rows.push(row(totals(tasks)));
  return [
    ...alignColumns(rows, new Set([1, 2, 3, 4, 5, 6, 7, 8])),
    ...failed.slice(0, MOST_FAILED).map(({ job, message, log }) => {
      const where = log === undefined ? '' : style.dim(` (${log})`);
      return `${style.bad('failed')} ${printJob(job)} ${message}${where}`;
    }),
    ...(failed.length > MOST_FAILED ? [`and ${failed.length - MOST_FAILED} more: pipe logs --failed`] : []),
    ...(strays.length > 0 ? [`${style.warn(plural(strays.length, 'stray'))}, not made by pipe:`] : []),
    ...strays.slice(0, MOST_STRAYS).map((path) => `  ${path}`),
    ...(strays.length > MOST_STRAYS
      ? [`  and ${strays.length - MOST_STRAYS} more (pipe status --json)`]
      : []),
  ];
}

type Totals = Pick<
  TaskStatus,
  'task' | 'total' | 'upToDate' | 'outdated' | 'failed' | 'blocked' | 'notReady' | 'running' | 'waiting'
>;

function totals(tasks: readonly TaskStatus[]): Totals {
  const sum = (part: Exclude<keyof Totals, 'task'>) =>
    tasks.reduce((total, counts) => total + counts[part], 0);
  return {
    task: '',
    total: sum('total'),
    upToDate: sum('upToDate'),
    outdated: sum('outdated'),
    failed: sum('failed'),
    blocked: sum('blocked'),
    notReady: sum('notReady'),
    running: sum('running'),
    waiting: sum('waiting'),
  };
}
