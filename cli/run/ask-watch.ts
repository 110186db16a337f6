// A build beside a watch: the watch does it, and this shows what it says. Loads no engine unless there is something to
// show. Knows no option but by name.
import { findWatch } from '../../engine/idle/ask-watch.ts';
import type { BuildSummary, EngineEvent, Progress } from '../../engine/index.ts';
import type { Call } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { openOptions } from '../open.ts';
import type { ReporterName } from '../report/reporter.ts';
import { nothingToDoLine } from '../wording/nothing-to-do.ts';

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
  const { args, io, style } = call;
  const { file, params = {}, env, version = '', cwd } = openOptions(call);
  const unsupported = UNSUPPORTED.filter((name) => args.flag(name));
  const started = performance.now();
  const watch = await findWatch({
    cwd,
    params,
    env,
    version,
    targets: args.positionals,
    unsupported: unsupported.map((name) => `--${name}`),
    onWait: (holder) => void io.stderr.write(`waiting for ${holder} to answer\n`),
    ...(file === undefined ? {} : { file }),
  });
  if (!watch) return undefined;
  const heard: EngineEvent[] = [];
  let show: ((event: EngineEvent) => void) | undefined;
  let progress: Progress = { tasks: [], running: [] };
  const stop = new AbortController();
  using _signals = io.onSignal((signal) => stop.abort(signal));
  const opening = Promise.withResolvers<undefined>();
  const asked = watch.build({
    onEvent: (event) => {
      if (show) show(event);
      else heard.push(event);
      if (event.type === 'job-start') opening.resolve(undefined);
    },
    onProgress: (now) => {
      progress = now;
      // It takes long enough to be shown.
      opening.resolve(undefined);
    },
    stop: stop.signal,
  });
  const quick = await Promise.race([asked, opening.promise]);
  if (quick && reporter !== 'json' && saysNothing(quick, heard)) {
    const upToDate = quick.tasks.reduce((sum, task) => sum + task.upToDate + task.succeeded, 0);
    io.stdout.write(nothingToDoLine(style, performance.now() - started, upToDate));
    return ExitCode.done;
  }
  const { openReporter, resolveReporter } = await import('../report/reporter.ts');
  const { buildExitCode } = await import('./run-build.ts');
  const opened = await openReporter(resolveReporter(reporter, io.stdout, io.env), {
    out: io.stdout,
    notices: io.stderr,
    style,
    root: watch.root,
    verbose: args.flag('verbose'),
    progress: () => progress,
  });
  try {
    for (const event of heard) opened.onEvent(event);
    show = opened.onEvent;
    const summary = await asked;
    await opened.finish(summary);
    return buildExitCode(summary);
  } finally {
    await opened.close();
  }
}

function saysNothing({ outcome, failures }: BuildSummary, heard: readonly EngineEvent[]): boolean {
  if (outcome !== 'done' || failures.length > 0) return false;
  return heard.every(({ type }) => QUIET.has(type));
}

const QUIET: ReadonlySet<EngineEvent['type']> = new Set(['build-start', 'build-end', 'task-end', 'watch']);
