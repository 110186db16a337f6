// What a watch says to a build beside it, heard from the beginning and shown from when there is something to show. Loads
// neither engine nor reporter; knows no option.
import { findWatch } from '../../engine/idle/ask-watch.ts';
import type { WatchAsk } from '../../engine/idle/ask-watch.ts';
import type { BuildSummary, EngineEvent, Progress } from '../../engine/index.ts';

export interface WatchAnswer {
  /** The pipeline's folder. */
  readonly root: string;
  /** How many jobs are up to date, if there is nothing else to say; undefined as soon as there is. */
  readonly upToDate: Promise<number | undefined>;
  readonly summary: Promise<BuildSummary>;
  progress(): Progress;
  /** Tells what was heard so far, and from now on all that comes. */
  show(onEvent: (event: EngineEvent) => void): void;
  /** Nobody waits any more: the summary says so, and the watch goes on. */
  readonly leave: () => void;
}

/** Undefined if no watch runs here. */
export async function hearWatch(ask: WatchAsk): Promise<WatchAnswer | undefined> {
  const watch = await findWatch(ask);
  if (!watch) return undefined;
  const heard: EngineEvent[] = [];
  let tell = (event: EngineEvent): void => void heard.push(event);
  let progress: Progress = { tasks: [], running: [] };
  const { promise: upToDate, resolve } = Promise.withResolvers<number | undefined>();
  const { summary, leave } = watch.build({
    onEvent: (event) => {
      tell(event);
      if (!QUIET.has(event.type)) resolve(undefined);
    },
    onProgress: (now) => {
      progress = now;
      // It takes long enough to be shown.
      resolve(undefined);
    },
  });
  void summary.then((whole) => resolve(upToDateIn(whole)));
  return {
    root: watch.root,
    upToDate,
    summary,
    progress: () => progress,
    show: (onEvent) => {
      for (const event of heard.splice(0)) onEvent(event);
      tell = onEvent;
    },
    leave,
  };
}

function upToDateIn({ outcome, failures, tasks }: BuildSummary): number | undefined {
  if (outcome !== 'done' || failures.length > 0) return undefined;
  return tasks.reduce((sum, task) => sum + task.upToDate + task.succeeded, 0);
}

const QUIET: ReadonlySet<EngineEvent['type']> = new Set(['build-start', 'build-end', 'task-end', 'watch']);
