// Watches with chokidar: with the system's events where one watch a folder is not the best there is, or by polling where
// there are no events. Knows neither plan nor content.
import { watch } from 'chokidar';
import type { FSWatcher } from 'chokidar';
import { basename } from 'node:path';
import { codeOf } from '../repository/failure.ts';
import { isReserved } from '../repository/tree.ts';
import type { Watcher, WatchRequest } from './port.ts';

/** How often polling looks. */
export const POLL_MS = 300;

export class ChokidarWatcher implements Watcher {
  readonly kind: 'chokidar' | 'polling';
  readonly folders = undefined;
  readonly #watcher: FSWatcher;
  readonly #extra = new Set<string>();

  private constructor(request: WatchRequest, polls: boolean) {
    this.kind = polls ? 'polling' : 'chokidar';
    this.#watcher = watch([...request.roots], {
      ignoreInitial: true,
      ignorePermissionErrors: true,
      atomic: false,
      backend: polls ? 'polling' : 'auto',
      pollingInterval: POLL_MS,
      pollingBinaryInterval: POLL_MS,
      ignored: (path, stats) =>
        isReserved(basename(path)) ||
        (stats?.isDirectory() === true && !request.wants(path) && !this.#extra.has(path)),
    });
    this.#watcher.on('all', (event, path) => {
      const isTree = event === 'addDir' || event === 'unlinkDir';
      if (isTree) request.onEvent({ type: 'tree', path });
      request.onEvent({ type: 'path', path });
    });
    this.#watcher.on('error', (error) => {
      const message = error instanceof Error ? error.message : String(error);
      request.onEvent({ type: 'broken', code: codeOf(error) ?? 'watch', message });
    });
  }

  static async open(request: WatchRequest, polls: boolean): Promise<ChokidarWatcher> {
    const watcher = new ChokidarWatcher(request, polls);
    await new Promise<void>((resolve) => {
      watcher.#watcher.once('ready', resolve);
    });
    return watcher;
  }

  add(folder: string): void {
    if (this.#extra.has(folder)) return;
    this.#extra.add(folder);
    this.#watcher.add(folder);
  }

  /** Between an event and its telling chokidar looks at files, in no order that one could wait for. */
  async drained(): Promise<boolean> {
    return false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#watcher.close();
  }
}
