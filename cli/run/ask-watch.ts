// A build beside a watch: the watch does it, and this shows what it says. Loads no engine unless there is something to
// show. Knows no option but by name.
import type { Call } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { openOptions } from '../open.ts';
import type { ReporterName } from '../report/reporter.ts';
import { nothingToDoLine } from '../wording/nothing-to-do.ts';
import { hearWatch } from './watch-answer.ts';

/** Flags that ask for more than that the targets are up to date. `keep-going` is what a watch always does. */
const UNSUPPORTED = [
  'force',
  'task',
  'not-task',
  'accept-empty',
  'fail-fast',
  'timeout',
  'once',
  'launch-only',
  'profile',
];

/** The exit code that the watch's answer comes to; undefined if no watch runs here. */
export async function askWatch(call: Call, reporter: ReporterName): Promise<ExitCode | undefined> {
  const { args, io, style, looked } = call;
  const { file, params = {}, env, version = '', cwd } = openOptions(call);
  const unsupported = UNSUPPORTED.filter((name) => args.flag(name));
  const started = process.hrtime.bigint();
  const ask = {
    cwd,
    params,
    env,
    version,
    targets: args.positionals,
    unsupported: unsupported.map((name) => `--${name}`),
    onWait: (holder: string) => void io.stderr.write(`waiting for ${holder} to answer\n`),
    ...(file === undefined ? {} : { file }),
  };
  const answer = typeof looked === 'object' && 'leave' in looked ? looked : await hearWatch(ask);
  if (!answer) return undefined;
  using _signals = io.onSignal(() => answer.leave());
  const upToDate = await answer.upToDate;
  if (upToDate !== undefined && reporter !== 'json') {
    io.stdout.write(nothingToDoLine(style, Number(process.hrtime.bigint() - started) / 1e6, upToDate));
    return ExitCode.done;
  }
  const { openReporter, resolveReporter } = await import('../report/reporter.ts');
  const { buildExitCode } = await import('./run-build.ts');
  const opened = await openReporter(resolveReporter(reporter, io.stdout, io.env), {
    out: io.stdout,
    notices: io.stderr,
    style,
    root: answer.root,
    verbose: args.flag('verbose'),
    progress: () => answer.progress(),
  });
  try {
    answer.show(opened.onEvent);
    const summary = await answer.summary;
    await opened.finish(summary);
    return buildExitCode(summary);
  } finally {
    await opened.close();
  }
}
