// Builds without a child process, where many are needed: the session that the command uses, in the test's own process.
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { openPipeline, type BuildSummary, type EngineEvent } from '../../engine/index.ts';
import type { Project } from '../rig.ts';

export interface BuiltHere {
  readonly summary: BuildSummary;
  readonly ran: readonly string[];
  readonly warnings: readonly string[];
}

/** `onEvent` is told before anything else of what the event tells happens. */
export async function buildHere(desk: Project, onEvent?: (event: EngineEvent) => void): Promise<BuiltHere> {
  const PATH = [join(desk.outside, 'bin'), process.env['PATH'] ?? ''].join(delimiter);
  const opened = await openPipeline({ cwd: desk.folder, env: { PATH } });
  if (!opened.ok) throw new Error(opened.error.map((fault) => fault.message).join('\n'));
  await using session = opened.value;
  const events: EngineEvent[] = [];
  const never = new AbortController().signal;
  const summary = await session.build({
    targets: [],
    slots: 2,
    onFailure: 'stop',
    dryRun: false,
    force: false,
    onEvent: (event) => {
      events.push(event);
      onEvent?.(event);
    },
    stop: never,
    kill: never,
  });
  const warnings = events.flatMap((event) => (event.type === 'warning' ? [event.code] : []));
  return { summary, ran: desk.ran(), warnings };
}
