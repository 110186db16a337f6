// `pipe launch`: one job alone, in the background or while one waits. Knows not how it is decided whether it may run.
import type { LaunchReport, Session } from '../../engine/index.ts';
import type { Call, Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { openReporter, resolveReporter } from '../report/reporter.ts';
import { Interruption } from '../run/interruption.ts';
import { buildExitCode } from '../run/run-build.ts';
import { closest } from '../suggest.ts';
import { verdictText } from '../wording/reason.ts';
import { unitWord } from '../wording/key.ts';

export const launch: Command = {
  argument: {
    name: 'TASK KEY',
    usage: 'TASK [KEY]',
    help: 'a task and the key of a job, or task/key; no key where the task has one job',
    min: 1,
    max: 2,
  },
  details:
    'Runs the job if it is ready, and nothing else: what other tasks made stands as it is, however old. Without --sync pipe ' +
    'looks whether it is ready and lets it run in the background; `pipe logs` has what it wrote.\n' +
    'A job that is up to date, or held back by a link that only gates it, runs with --force. One whose inputs are not there ' +
    'cannot. Beside a watch it is the watch that runs it, after what it reads is up to date: it passes no link that holds a ' +
    'job back, and remembers what it ran. The exit code is 1 if the job is not ready or fails.',
  options: [
    { name: 'force', help: 'run it although it is up to date, or held back' },
    { name: 'sync', help: 'wait for its end, and show it' },
    {
      name: 'no-record',
      help: 'do not remember that it ran: the next build runs it again',
    },
    jsonOption,
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe launch count emma', does: 'run one job in the background' },
    { line: 'pipe launch --sync --force count/emma', does: 'run it again here' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const job = jobOf(call, session);
      if (!job) return ExitCode.wrong;
      if (call.args.flag('sync') || !call.io.startDetached) return await runHere(call, session, job);
      return await runBehind(call, session, job);
    }),
};

interface Named {
  readonly task: string;
  readonly key: string;
}

function jobOf(call: Call, session: Session): Named | undefined {
  const [first = '', second] = call.args.positionals;
  const names = session.plan.tasks.map((task) => task.name);
  const slash = first.indexOf('/');
  const task = names.includes(first) || slash < 0 ? first : first.slice(0, slash);
  const written = task === first ? (second ?? '') : first.slice(slash + 1);
  if (names.includes(task)) return { task, key: written === '.' ? '' : written };
  const near = closest(task, names);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  call.io.stderr.write(`${call.errorStyle.bad('error')}: there is no task "${task}"${hint}\n`);
  return undefined;
}

async function runHere(call: Call, session: Session, { task, key }: Named): Promise<ExitCode> {
  const { args, io, style } = call;
  const { printJob } = await call.engine();
  const isJson = args.flag('json');
  const reporter = isJson
    ? undefined
    : await openReporter(resolveReporter('auto', io.stdout, io.env), {
        out: io.stdout,
        notices: io.stderr,
        style,
        root: session.plan.root,
        verbose: false,
        progress: () => session.progress(),
      });
  using interruption = new Interruption(io, (text) => reporter?.notice(text));
  try {
    const report = await session.launch({
      task,
      key,
      force: args.flag('force'),
      record: !args.flag('no-record'),
      onEvent: (event) => reporter?.onEvent(event),
      stop: interruption.stop,
      kill: interruption.kill,
    });
    const ran = report.summary.tasks.some((each) => each.succeeded > 0 || each.failed > 0);
    if (ran || report.outcome === 'refused' || report.outcome === 'interrupted')
      await reporter?.finish(report.summary);
    if (isJson) printJson(call, report);
    else if (!ran) tell(call, printJob({ task, key }), report);
    return exitCodeOf(report);
  } finally {
    await reporter?.close();
  }
}

/** Looks first, since nobody would see what the background says. */
async function runBehind(call: Call, session: Session, { task, key }: Named): Promise<ExitCode> {
  const { args, io } = call;
  const { printJob } = await call.engine();
  const name = printJob({ task, key });
  const byWatch = await launchInWatch(call, session, { task, key }, name);
  if (byWatch !== undefined) return byWatch;
  if (!args.flag('force')) {
    const reports = await session.why(`${task}/${key}`);
    if (!reports.ok) return warnNotReady(call, name, 'there is no such job');
    const verdict = reports.value[0]?.today;
    if (verdict?.type === 'up-to-date') {
      if (args.flag('json')) printJson(call, { outcome: 'up-to-date' });
      else io.stdout.write(`${name} is up to date (--force runs it)\n`);
      return ExitCode.done;
    }
    if (verdict && verdict.type !== 'run') return warnNotReady(call, name, `it ${verdictText(verdict)}`);
  }
  const flags = ['force', 'no-record'].filter((flag) => args.flag(flag)).map((flag) => `--${flag}`);
  const file = args.value('file');
  const params = args.all('param').flatMap((param) => ['--param', param]);
  const pid = io.startDetached!(
    [
      'launch',
      '--sync',
      ...flags,
      ...(file === undefined ? [] : ['--file', file]),
      ...params,
      '--',
      task,
      unitWord(key),
    ],
    call.cwd,
  );
  if (args.flag('json')) printJson(call, { outcome: 'launched', pid });
  else io.stdout.write(`launched ${name} in the background (process ${pid}); its log: pipe logs ${name}\n`);
  return ExitCode.done;
}

/** The exit code, where a watch runs here: it needs no process of its own for the job. */
async function launchInWatch(
  call: Call,
  session: Session,
  { task, key }: Named,
  name: string,
): Promise<ExitCode | undefined> {
  const { args, io, errorStyle } = call;
  using interruption = new Interruption(io, () => {});
  const report = await session.launchInWatch({
    task,
    key,
    force: args.flag('force'),
    record: !args.flag('no-record'),
    onEvent: () => {},
    stop: interruption.stop,
    kill: interruption.kill,
  });
  if (!report) return undefined;
  const { outcome, builder, summary } = report;
  if (outcome === 'launched' && args.flag('json')) printJson(call, { outcome, pid: builder });
  else if (outcome === 'launched')
    io.stdout.write(`launched ${name} in the watch (process ${builder}); its log: pipe logs ${name}\n`);
  else if (args.flag('json')) printJson(call, report);
  else if (summary.refusal) {
    const { message, hint } = summary.refusal;
    io.stderr.write(
      `${errorStyle.bad('error:')} ${message}${hint === undefined ? '' : `\n  hint: ${hint}`}\n`,
    );
  } else tell(call, name, report);
  return exitCodeOf(report);
}

function tell(call: Call, name: string, report: LaunchReport): void {
  const { outcome, detail } = report;
  if (outcome === 'up-to-date') call.io.stdout.write(`${name} is up to date (--force runs it)\n`);
  else if (outcome === 'no-job') warnNotReady(call, name, 'there is no such job');
  else if (outcome === 'not-ready')
    warnNotReady(call, name, `it is not ready${detail === undefined ? '' : `: ${detail}`}`);
}

function warnNotReady(call: Call, name: string, why: string): ExitCode {
  if (call.args.flag('json')) printJson(call, { outcome: 'not-ready', detail: why });
  else call.io.stderr.write(`${call.errorStyle.warn('warning:')} ${name} was not launched: ${why}\n`);
  return ExitCode.failed;
}

function exitCodeOf({ outcome }: LaunchReport): ExitCode {
  if (outcome === 'up-to-date' || outcome === 'launched') return ExitCode.done;
  if (outcome === 'not-ready' || outcome === 'no-job') return ExitCode.failed;
  return buildExitCode({ outcome });
}
