// Runs a watch with its reporter, keys, commands and signals, and gives the exit code. Knows no option.
import type { BuildSummary, EngineEvent, Session, WatchControl } from '../../engine/index.ts';
import type { Call } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printDiagnostics } from '../open.ts';
import { openReporter } from '../report/reporter.ts';
import { WatchView } from '../report/watch-view.ts';
import { AfterBuild } from './after-build.ts';
import { buildExitCode } from './run-build.ts';
import type { WatchRequest } from './watch-request.ts';

export async function runWatch(call: Call, session: Session, request: WatchRequest): Promise<ExitCode> {
  const { io, style } = call;
  const { clear, onSuccess, onFailure, verbose, reporter: name, ...options } = request;
  const isLive = name === 'auto' && io.stdout.isTTY && io.env['TERM'] !== 'dumb' && !io.env['CI'];
  const stop = new AbortController();
  const kill = new AbortController();
  let control: WatchControl | undefined;
  let interrupted = false;
  const view = isLive ? new WatchView(io, style, () => control?.progress()) : undefined;
  const reporter = await openReporter(name === 'json' ? 'json' : 'plain', {
    out: view?.above ?? io.stdout,
    notices: io.stderr,
    style,
    root: session.plan.root,
    verbose,
    progress: () => session.progress(),
  });
  const after = new AfterBuild(session.plan.root, io.env, { done: onSuccess, failed: onFailure });
  let written = Promise.resolve();
  const write = (words: Promise<void>): void => {
    written = Promise.all([written, words]).then(() => {});
  };
  const onEvent = (event: EngineEvent): void => {
    if (clear && event.type === 'build-start' && io.stdout.isTTY)
      io.stdout.write('\u001b[2J\u001b[3J\u001b[H');
    if (event.type === 'diagnostic' && name !== 'json') {
      // With its place and line: it is the pipeline that someone is editing.
      write(printDiagnostics(call, [event.diagnostic]));
      return;
    }
    reporter.onEvent(event);
    if (event.type === 'watch' && name !== 'json' && !isLive) sayWatch(event, reporter.notice.bind(reporter));
    if (event.type === 'build-end') {
      // A plain or JSON reporter has written it all when this returns.
      write(reporter.finish(event.summary));
      after.ended(event.summary.outcome);
    }
    view?.onEvent(event);
  };
  using _signals = io.onSignal((signal) => {
    interrupted = true;
    stop.abort(signal);
    if (signal !== 'SIGINT') kill.abort(signal);
  });
  view?.listen({
    quit: () => stop.abort('q'),
    rebuild: (which) => control?.rebuild(which),
    pause: (isPaused) => control?.pause(isPaused),
    root: session.plan.root,
  });
  try {
    const ended = await session.watch({
      ...options,
      onEvent,
      onControl: (given) => {
        control = given;
      },
      stop: stop.signal,
      kill: kill.signal,
    });
    await written;
    if (interrupted) return ExitCode.interrupted;
    if (ended.ok) return buildExitCode({ outcome: settledOutcome(ended.value) });
    return ended.error.code === 'interrupted' ? ExitCode.interrupted : ExitCode.wrong;
  } finally {
    after.end();
    await reporter.close();
    view?.close();
  }
}

/** Being told to end is no interruption of what was done before. */
function settledOutcome({ outcome, failures }: BuildSummary): BuildSummary['outcome'] {
  if (outcome !== 'interrupted') return outcome;
  return failures.some(({ tolerated }) => !tolerated) ? 'failed' : 'done';
}

function sayWatch(
  { what, detail }: Extract<EngineEvent, { type: 'watch' }>,
  say: (text: string) => void,
): void {
  if (what === 'idle' || what === 'scanned') return;
  say(detail === '' ? what : `${what}: ${detail}`);
}
