// Runs one build with its reporter and signals, and gives the exit code. Knows no option.
import type { BuildOptions, BuildSummary, Session } from '../../engine/index.ts';
import type { Call } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { openReporter, type ReporterName, resolveReporter } from '../report/reporter.ts';
import { Interruption } from './interruption.ts';
import { TimeLimit } from './time-limit.ts';

export interface BuildRequest extends Omit<BuildOptions, 'onEvent' | 'stop' | 'kill'> {
  readonly reporter: ReporterName;
  readonly verbose: boolean;
  /** After that, what runs is killed. */
  readonly timeoutMs?: number | undefined;
}

export async function runBuild(call: Call, session: Session, request: BuildRequest): Promise<ExitCode> {
  const { io, style } = call;
  const { reporter: name, verbose, timeoutMs, ...options } = request;
  const reporter = await openReporter(resolveReporter(name, io.stdout, io.env), {
    out: io.stdout,
    notices: io.stderr,
    style,
    root: session.plan.root,
    verbose,
    progress: () => session.progress(),
  });
  using interruption = new Interruption(io, (text) => reporter.notice(text));
  using limit = new TimeLimit(timeoutMs, (text) => reporter.notice(text));
  try {
    const summary = await session.build({
      ...options,
      onEvent: reporter.onEvent,
      stop: AbortSignal.any([interruption.stop, limit.signal]),
      kill: AbortSignal.any([interruption.kill, limit.signal]),
    });
    await reporter.finish(summary);
    return limit.signal.aborted && !interruption.happened ? ExitCode.failed : buildExitCode(summary);
  } finally {
    await reporter.close();
  }
}

export function buildExitCode({ outcome }: Pick<BuildSummary, 'outcome'>): ExitCode {
  switch (outcome) {
    case 'done':
      return ExitCode.done;
    case 'failed':
      return ExitCode.failed;
    case 'interrupted':
      return ExitCode.interrupted;
    case 'refused':
      return ExitCode.wrong;
    default:
      return outcome satisfies never;
  }
}
