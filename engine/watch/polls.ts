// Repositories that are listed at their own intervals, since events may not tell of their changes. What differs from what is
// known becomes a hint, as an event does. Concludes nothing itself.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Build } from '../schedule/build.ts';
import type { BuildContext } from '../schedule/context.ts';
import type { WatchEvent } from './port.ts';
import { Slice } from './slice.ts';

/** A timer cannot wait longer. */
const LONGEST_MS = 2 ** 31 - 1;

export interface PollPorts {
  readonly build: Build;
  readonly context: BuildContext;
  readonly onEvent: (event: Extract<WatchEvent, { type: 'path' | 'tree' }>) => void;
  readonly onFault: (error: unknown) => void;
}

export class Polls implements Disposable {
  readonly #polls: readonly Poll[];

  constructor(ports: PollPorts) {
    const { build, context } = ports;
    this.#polls = context.plan.repositories.flatMap((repository) =>
      'pollMs' in repository && repository.pollMs !== undefined && build.network.members[repository.id]
        ? new Poll(repository.id, repository.pollMs, ports)
        : [],
    );
  }

  /** Whether nothing is listed at intervals. */
  get isEmpty(): boolean {
    return this.#polls.length === 0;
  }

  start(): void {
    for (const poll of this.#polls) poll.start();
  }

  /** Lists all of them, whenever they are due; resolves when what differs has been told. */
  async now(): Promise<void> {
    for (const poll of this.#polls) await poll.look();
  }

  [Symbol.dispose](): void {
    for (const poll of this.#polls) poll[Symbol.dispose]();
  }
}

class Poll implements Disposable {
  readonly #id: number;
  readonly #everyMs: number;
  readonly #ports: PollPorts;
  /** Members whose content nobody could tell, with their stamps when they were hinted: once is enough. */
  readonly #told = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #isDisposed = false;
  #isMissing = false;
  #isFailing = false;

  constructor(id: number, everyMs: number, ports: PollPorts) {
    this.#id = id;
    this.#everyMs = everyMs;
    this.#ports = ports;
  }

  /** The pause is counted from the end of a look, so that a slow file system is not asked without a break. */
  start(): void {
    if (this.#isDisposed) return;
    this.#timer = setTimeout(
      () => {
        this.look().then(
          () => this.start(),
          (error: unknown) => this.#ports.onFault(error),
        );
      },
      Math.min(this.#everyMs, LONGEST_MS),
    );
    this.#timer.unref();
  }

  async look(): Promise<void> {
    const { build, context, onEvent } = this.#ports;
    const pattern = context.patterns.get(this.#id)!;
    const listing = context.paths.get(this.#id)!.list();
    this.#tellFailure(listing.ok ? undefined : listing.error.message);
    // A listing that fails takes nothing away.
    if (!listing.ok) return;
    const wasMissing = this.#isMissing;
    this.#isMissing = listing.value.missingRoot ?? false;
    if (wasMissing !== this.#isMissing) onEvent({ type: 'tree', path: resolve(context.root, pattern.fixed) });
    if (this.#isMissing) return;
    const slice = new Slice();
    const keys = new Set(listing.value.keys);
    for (const key of this.#told.keys()) if (!keys.has(key)) this.#told.delete(key);
    for (const key of keys) {
      if (this.#differs(key)) this.#hint(key);
      await slice.pause();
      if (this.#isDisposed) return;
    }
    for (const member of build.network.members[this.#id]!.all())
      if (member.state === 'present' && !keys.has(member.key)) this.#hint(member.key);
  }

  [Symbol.dispose](): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }

  #differs(key: string): boolean {
    const { build, context } = this.#ports;
    const path = context.patterns.get(this.#id)!.format(key);
    if (path === undefined) return false;
    const member = build.network.members[this.#id]!.get(key);
    if (member && context.stats.unchanged(path)) {
      this.#told.delete(key);
      return false;
    }
    if (member?.fingerprint !== undefined) return true;
    const stamp = stampOf(resolve(context.root, path));
    if (this.#told.get(key) === stamp) return false;
    this.#told.set(key, stamp);
    return true;
  }

  #hint(key: string): void {
    const { context, onEvent } = this.#ports;
    const path = context.patterns.get(this.#id)!.format(key);
    if (path !== undefined) onEvent({ type: 'path', path: resolve(context.root, path) });
  }

  /** Says once that it cannot be listed, and is quiet until it could be again. */
  #tellFailure(message: string | undefined): void {
    const { build, context } = this.#ports;
    if (message !== undefined && !this.#isFailing) {
      const { name } = context.plan.repositories[this.#id]!;
      build.warn('poll-failed', `${name} cannot be listed, and stands as it was: ${message}`);
    }
    this.#isFailing = message !== undefined;
  }
}

/** Empty if nothing is there. */
function stampOf(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
    return stats ? `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}` : '';
  } catch {
    return '';
  }
}
