// Watches with one `fs.watch` a folder: on Linux that is one inotify watch each, and none a file. Knows neither plan nor
// content; docs/watching.md says why this is not chokidar.
//
// All watches share one queue of the kernel, in order. So a file that is written in a folder of its own marks a place in
// it: when its event comes, all that happened before has been told.
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf, isAbsence } from '../repository/failure.ts';
import { isReserved } from '../repository/tree.ts';
import { WatchFailure } from './port.ts';
import type { Watcher, WatchRequest } from './port.ts';

/** More than half of what the kernel queues before it drops events, of which `fs.watch` says nothing. */
const MANY_EVENTS = queueLength() / 2;
const DRAIN_MS = 2000;

/** `fs.watch`, so that a test can stand in for a system that has reached its limit. */
export type WatchFolder = (path: string, onEvent: (type: string, name: string | null) => void) => FSWatcher;

export class FolderWatcher implements Watcher {
  readonly kind = 'folders';
  readonly #request: WatchRequest;
  readonly #watchFolder: WatchFolder;
  readonly #watches = new Map<string, FSWatcher>();
  /** Watched folder → those of its folders that are watched. */
  readonly #below = new Map<string, Set<string>>();
  readonly #waiting = new Map<string, () => void>();
  readonly #signals: FSWatcher | undefined;
  #cookies = 0;
  #eventsThisTurn = 0;

  /** Throws `WatchFailure`. */
  constructor(request: WatchRequest, watchFolder: WatchFolder = (path, onEvent) => watch(path, onEvent)) {
    this.#request = request;
    this.#watchFolder = watchFolder;
    try {
      for (const root of request.roots) this.#enter(root, false);
      this.#signals = this.#openSignals();
    } catch (error) {
      this.#close();
      throw new WatchFailure(codeOf(error) ?? 'watch', (error as Error).message);
    }
  }

  get folders(): number {
    return this.#watches.size;
  }

  add(folder: string): void {
    if (this.#watches.has(folder)) return;
    try {
      this.#watch(folder);
    } catch (error) {
      this.#tellBroken(error);
    }
  }

  async drained(): Promise<boolean> {
    if (!this.#signals) return false;
    const name = `${process.pid}-${this.#cookies++}`;
    const path = join(this.#request.signals, name);
    const seen = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => seen.resolve(false), DRAIN_MS);
    this.#waiting.set(name, () => seen.resolve(true));
    try {
      writeFileSync(path, '');
      return await seen.promise;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(name);
      rmSync(path, { force: true });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#close();
  }

  #close(): void {
    this.#signals?.close();
    for (const each of this.#watches.values()) each.close();
    this.#watches.clear();
    this.#below.clear();
  }

  #openSignals(): FSWatcher | undefined {
    const { signals } = this.#request;
    rmSync(signals, { recursive: true, force: true });
    mkdirSync(signals, { recursive: true });
    return this.#watchFolder(signals, (_type, name) => {
      if (name === null) return;
      const mine = this.#waiting.get(name);
      if (mine) mine();
      // After what `#count` may have to tell of the events that came with it.
      else setImmediate(() => this.#request.onSignal?.(name));
    });
  }

  /** Watches a folder and all below it that matter; with `tell` everything in them is told of, since it may be new. */
  #enter(top: string, tell: boolean): void {
    const pending = [{ folder: top, linked: false }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { folder, linked } = next;
      if (!this.#request.wants(folder) || !this.#watch(folder)) continue;
      // Only now, so that what appears in between is either seen here or has an event.
      for (const entry of entriesOf(folder)) {
        if (isReserved(entry.name)) continue;
        const path = join(folder, entry.name);
        if (tell) this.#request.onEvent({ type: 'path', path });
        if (entry.isDirectory()) pending.push({ folder: path, linked });
        else if (entry.isSymbolicLink() && !linked && isFolder(path))
          pending.push({ folder: path, linked: true });
      }
    }
  }

  /** False if there is no such folder, or it may not be read. */
  #watch(folder: string): boolean {
    if (this.#watches.has(folder)) return true;
    try {
      const watcher = this.#watchFolder(folder, (type, name) => this.#receive(folder, type, name));
      watcher.on('error', () => this.#leave(folder));
      this.#watches.set(folder, watcher);
    } catch (error) {
      if (isAbsence(error) || codeOf(error) === 'EACCES') return false;
      throw error;
    }
    const parent = dirname(folder);
    const siblings = this.#below.get(parent);
    if (siblings) siblings.add(folder);
    else this.#below.set(parent, new Set([folder]));
    return true;
  }

  #leave(top: string): void {
    const pending = [top];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      this.#watches.get(folder)?.close();
      this.#watches.delete(folder);
      this.#below.get(dirname(folder))?.delete(folder);
      pending.push(...(this.#below.get(folder) ?? []));
      this.#below.delete(folder);
    }
  }

  #receive(folder: string, type: string, name: string | null): void {
    this.#count();
    if (name === null) {
      this.#request.onEvent({ type: 'tree', path: folder });
      return;
    }
    if (isReserved(name)) return;
    const path = join(folder, name);
    if (type === 'rename') this.#renamed(folder, path, name);
    this.#request.onEvent({ type: 'path', path });
  }

  /** A name came, went, or now leads elsewhere. */
  #renamed(folder: string, path: string, name: string): void {
    const known = this.#watches.has(path);
    if (known) {
      // Its watch stays with the old folder, wherever that is now.
      this.#leave(path);
      this.#request.onEvent({ type: 'tree', path });
    }
    const isThere = isFolder(path);
    if (!isThere && name === basename(folder) && !isFolder(folder)) {
      this.#leave(folder);
      this.#request.onEvent({ type: 'tree', path: folder });
    }
    if (!isThere) return;
    try {
      this.#enter(path, true);
    } catch (error) {
      this.#tellBroken(error);
    }
  }

  #tellBroken(error: unknown): void {
    const { message } = error as Error;
    this.#request.onEvent({ type: 'broken', code: codeOf(error) ?? 'watch', message });
  }

  #count(): void {
    if (this.#eventsThisTurn++ === 0)
      setImmediate(() => {
        if (this.#eventsThisTurn > MANY_EVENTS)
          this.#request.onEvent({ type: 'overflow', why: `${this.#eventsThisTurn} events at once` });
        this.#eventsThisTurn = 0;
      });
  }
}

/** The queue is always read empty, so one that ran over shows in how much came at once. */
function queueLength(): number {
  try {
    return Number(readFileSync('/proc/sys/fs/inotify/max_queued_events', 'utf8')) || 16_384;
  } catch {
    return 16_384;
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // It went meanwhile: that has an event of its own.
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isSymbolicLink() ? statSync(path).isDirectory() : (stats?.isDirectory() ?? false);
  } catch {
    return false;
  }
}
