// The watcher of one life: which folders matter, single files that come to matter later, and polling where watching comes
// to its end. Knows no build.
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GREETING, SIGNALS } from '../../idle/watch-protocol.ts';
import type { Hello } from '../../idle/watch-protocol.ts';
import type { Plan } from '../../model/plan.ts';
import type { PathPattern } from '../../repository/port.ts';
import { Interest } from '../../watch/interest.ts';
import { LinkTargets } from '../../watch/link-targets.ts';
import { limitMessage, openWatcher } from '../../watch/open-watcher.ts';
import type { Watcher, WatchEvent } from '../../watch/port.ts';

export interface LifeWatcherPorts {
  readonly plan: Plan;
  readonly patterns: ReadonlyMap<number, PathPattern>;
  /** The state folder, absolute. */
  readonly state: string;
  /** Left where callers find it who ask by a file. */
  readonly greeting: Hello;
  /** Someone asks by a file of that name. */
  readonly onSignal: (name: string) => void;
  readonly onEvent: (event: Exclude<WatchEvent, { type: 'broken' }>) => void;
  readonly onFault: (error: unknown) => void;
  readonly warn: (code: string, message: string) => void;
}

export class LifeWatcher implements AsyncDisposable {
  readonly #ports: LifeWatcherPorts;
  readonly #interest: Interest;
  readonly #links = new LinkTargets();
  #watcher: Watcher | undefined;

  constructor(ports: LifeWatcherPorts) {
    this.#ports = ports;
    this.#interest = new Interest(ports.plan, ports.patterns);
  }

  /** Returns what it watches, in words. */
  async open(poll: boolean): Promise<string> {
    const { state, warn, greeting, onSignal } = this.#ports;
    const signals = join(state, SIGNALS);
    const request = {
      roots: this.#interest.roots(),
      wants: this.#interest.wants,
      signals,
      onSignal,
      onEvent: (event: WatchEvent) => this.#receive(event),
    };
    const watcher = await openWatcher(request, { poll, platform: process.platform, warn });
    this.#watcher = watcher;
    // Only where a file's event tells that all earlier ones have come.
    if (watcher.kind === 'folders') writeFileSync(join(signals, GREETING), JSON.stringify(greeting));
    return `${watcher.folders ?? 'all'} folders, by ${watcher.kind}`;
  }

  /** A single file matters, below the root or absolute; at any time. */
  addFile(path: string): void {
    const folder = this.#interest.addFile(resolve(this.#ports.plan.root, path));
    if (folder !== undefined) this.#watcher?.add(folder);
  }

  /** What lies where links lead matters as they do; of new ones a hint is given, since they were not watched until now. */
  follow(links: Iterable<string>): void {
    const { root } = this.#ports.plan;
    const absolute = [...links].map((path) => resolve(root, path));
    for (const { link, target } of this.#links.follow(absolute)) {
      this.addFile(target);
      this.#ports.onEvent({ type: 'path', path: link });
    }
  }

  /** True once all that happened before the call has been told; false if that cannot be known. */
  async drained(): Promise<boolean> {
    return (await this.#watcher?.drained()) ?? false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    rmSync(join(this.#ports.state, SIGNALS, GREETING), { force: true });
    await this.#watcher?.[Symbol.asyncDispose]();
  }

  #receive(event: WatchEvent): void {
    if (event.type !== 'broken') {
      this.#ports.onEvent(event);
      if (event.type === 'overflow') return;
      const links = event.type === 'path' ? this.#links.to(event.path) : this.#links.into(event.path);
      for (const path of links) this.#ports.onEvent({ type: 'path', path });
      return;
    }
    this.#fallBack(event.code, event.message).catch((error: unknown) => this.#ports.onFault(error));
  }

  /** What cannot be watched any more is polled. */
  async #fallBack(code: string, message: string): Promise<void> {
    const before = this.#watcher;
    if (!before || before.kind === 'polling') return;
    this.#watcher = undefined;
    this.#ports.warn('watch-limit', limitMessage(code, message));
    rmSync(join(this.#ports.state, SIGNALS, GREETING), { force: true });
    await before[Symbol.asyncDispose]();
    await this.open(true);
    this.#ports.onEvent({ type: 'overflow', why: 'the watcher was replaced' });
  }
}
