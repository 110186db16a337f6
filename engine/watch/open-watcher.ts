// Which backend watches: the best of this platform, or polling where it is asked for or the system's limit is reached.
// Knows no plan.
import { readFileSync } from 'node:fs';
import { FolderWatcher } from './folder-watcher.ts';
import type { WatchFolder } from './folder-watcher.ts';
import { WatchFailure } from './port.ts';
import type { Watcher, WatchRequest } from './port.ts';

export interface WatcherChoice {
  /** Look at the files every few hundred milliseconds instead of waiting for events. */
  readonly poll: boolean;
  readonly platform: NodeJS.Platform;
  /** Told when it polls although that was not asked for. */
  readonly warn: (code: string, message: string) => void;
  readonly watchFolder?: WatchFolder;
}

export async function openWatcher(request: WatchRequest, choice: WatcherChoice): Promise<Watcher> {
  if (choice.poll) return await openChokidar(request, true);
  if (choice.platform !== 'linux') return await openChokidar(request, false);
  try {
    return new FolderWatcher(request, choice.watchFolder);
  } catch (error) {
    if (!(error instanceof WatchFailure)) throw error;
    choice.warn('watch-limit', limitMessage(error.code, error.message));
    return await openChokidar(request, true);
  }
}

/** What the limit is and how to raise it. */
export function limitMessage(code: string, message: string): string {
  const limit = LIMITS[code];
  if (limit === undefined)
    return `files cannot be watched (${message}): looking at them several times a second instead`;
  const name = `fs.inotify.${limit.name}`;
  const now = readLimit(limit.name);
  return (
    `the system lets no more ${limit.what} be watched (${name}${now === undefined ? '' : ` is ${now}`}): looking at all ` +
    `files several times a second instead, which costs time; \`sudo sysctl ${name}=${limit.better}\` raises it`
  );
}

const LIMITS: Readonly<Record<string, { name: string; what: string; better: number }>> = {
  ENOSPC: { name: 'max_user_watches', what: 'folders', better: 524_288 },
  EMFILE: { name: 'max_user_instances', what: 'programs', better: 1024 },
};

function readLimit(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/fs/inotify/${name}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** chokidar is loaded only where it is used. */
async function openChokidar(request: WatchRequest, polls: boolean): Promise<Watcher> {
  const { ChokidarWatcher } = await import('./chokidar-watcher.ts');
  return await ChokidarWatcher.open(request, polls);
}
