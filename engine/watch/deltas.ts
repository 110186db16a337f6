// From hints to changes of the network: looks at what lies at each path now, and lets only what differs flow on. Knows no
// watcher and starts no job.
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BuildFailure } from '../model/failure.ts';
import type { RepositoryPlan } from '../model/plan.ts';
import type { PathPattern } from '../repository/port.ts';
import type { Build } from '../schedule/build.ts';
import type { BuildContext } from '../schedule/context.ts';
import type { Member } from '../schedule/keys/members.ts';
import type { Dependencies } from './dependencies.ts';
import type { HintBatch } from './hints.ts';
import { Slice } from './slice.ts';

/** A file that is replaced may be gone, or empty, for a moment: so long it must have been to count as that. */
const GONE_MS = 50;
/** How long a save takes, at the most; longer than a tick of any file system's clock of today. */
const WRITTEN_MS = 12;
/** So many vanished folders are not sought one by one. */
const MANY_TREES = 50;

export interface DeltaPorts {
  readonly build: Build;
  readonly context: BuildContext;
  readonly dependencies: Dependencies;
  readonly acceptEmpty: boolean;
}

interface Place {
  readonly repository: number;
  readonly key: string;
}

export class Deltas {
  readonly #ports: DeltaPorts;
  /** Source repositories whose folder is gone with all its members. */
  readonly #lost = new Map<number, string>();

  constructor(ports: DeltaPorts) {
    this.#ports = ports;
  }

  /** Whether anything depends on what lies at an absolute path, other than what pipe itself just wrote there. */
  concerns(path: string): boolean {
    const below = this.#below(path);
    if (this.#ports.dependencies.has(path, below) || this.#lost.size > 0) return true;
    const places = this.#placesOf(below);
    if (places.length === 0) return this.#ports.dependencies.mayBeRead(below);
    return places.some((place) => !this.#isOwnWork(place));
  }

  /** Whether a path is a member, as far as is known by now. */
  isMember(path: string): boolean {
    const { members } = this.#ports.build.network;
    return this.#placesOf(path).some(({ repository, key }) => members[repository]!.get(key) !== undefined);
  }

  async take(batch: HintBatch): Promise<void> {
    const { build, dependencies } = this.#ports;
    const slice = new Slice();
    const vanished = new Map<string, Place>();
    this.#lookForLost(vanished);
    if (batch.everything !== undefined || batch.trees.size > MANY_TREES) {
      dependencies.noteAll();
      for (const place of this.#everyPlace()) {
        this.#look(place, vanished);
        await slice.pause();
      }
    } else {
      for (const place of this.#below(batch.trees)) this.#look(place, vanished);
      for (const tree of batch.trees) dependencies.noteTree(tree);
    }
    for (const path of batch.paths) {
      const below = this.#below(path);
      dependencies.note(path, below);
      for (const place of this.#placesOf(below)) this.#look(place, vanished);
      await slice.pause();
    }
    if (vanished.size > 0) {
      await delay(GONE_MS);
      this.#confirm(vanished);
    }
    // Nobody compares such a file again after a run, so it is read when it has been written.
    if (dependencies.hasNews) await delay(WRITTEN_MS);
    build.apply(() => dependencies.touchReaders(build.network));
  }

  /** Why nothing may be concluded from what is missing. */
  refusal(): BuildFailure | undefined {
    const [message] = this.#lost.values();
    if (message === undefined) return undefined;
    return {
      type: 'build-failure',
      code: 'root-vanished',
      message,
      hint: 'nothing was removed; the watch goes on when it is back, or start it with --accept-empty',
    };
  }

  /** With `unsettled`, what is gone or empty is put there, to be looked at again: it may be about to be written. */
  #look(place: Place, unsettled: Map<string, Place> | undefined): void {
    const { build, context } = this.#ports;
    const { repository: id, key } = place;
    const repository = context.plan.repositories[id]!;
    const member = build.network.members[id]!.get(key);
    const adapter = context.paths.get(id)!;
    const path = context.patterns.get(id)!.format(key)!;
    if (member?.maker) {
      if (!this.#isOwnWork(place)) build.apply((network) => network.touch(member.maker!));
      return;
    }
    if (!isSource(repository, path, context.patterns)) return;
    const moved = !context.stats.unmoved(path);
    const isThere = adapter.has(key);
    if (unsettled && (isThere ? moved && isEmpty(resolve(context.root, path)) : member !== undefined))
      unsettled.set(`${id} ${key}`, place);
    if (!isThere || unsettled?.has(`${id} ${key}`)) return;
    const found = adapter.fingerprint(key);
    const fingerprint = found.ok ? found.value : undefined;
    build.apply((network) => network.set(id, key, 'present', fingerprint, undefined));
    if (moved) build.runs.noteMoved(id, key);
    if (!found.ok && member) this.#touchWatchers(member, id);
  }

  /** A member that is there and cannot be read: who reads it has to say so. */
  #touchWatchers(member: Member, repository: number): void {
    const { build } = this.#ports;
    if (member.fingerprint === undefined) build.apply((network) => network.tellAgain(repository, member.key));
  }

  #confirm(vanished: ReadonlyMap<string, Place>): void {
    const { build, context, acceptEmpty } = this.#ports;
    for (const [, place] of vanished) {
      const { repository: id, key } = place;
      if (context.paths.get(id)!.has(key)) {
        this.#look(place, undefined);
        continue;
      }
      const pattern = context.patterns.get(id)!;
      const folder = resolve(context.root, pattern.fixed);
      const owned = context.plan.repositories[id]!.writers.length > 0;
      if (pattern.fields.length > 0 && !acceptEmpty && !owned && !isFolder(folder)) {
        this.#lost.set(id, `${pattern.fixed} had members and is gone`);
        continue;
      }
      build.apply((network) => network.remove(id, key));
    }
  }

  /** Folders that are back: what is missing in them now is missing. */
  #lookForLost(vanished: Map<string, Place>): void {
    const { build, context } = this.#ports;
    for (const id of this.#lost.keys()) {
      if (!isFolder(resolve(context.root, context.patterns.get(id)!.fixed))) continue;
      this.#lost.delete(id);
      for (const key of this.#keysOf(id)) this.#look({ repository: id, key }, vanished);
      for (const key of build.network.members[id]!.keys()) this.#look({ repository: id, key }, vanished);
    }
  }

  /** What a job of this pipeline wrote, and what still is as it wrote it; a job that runs may be writing now. */
  #isOwnWork({ repository, key }: Place): boolean {
    const { build, context } = this.#ports;
    const plan = context.plan.repositories[repository]!;
    const path = context.patterns.get(repository)!.format(key)!;
    // What another repository's task writes is looked at there.
    if (plan.writers.length === 0) return !isSource(plan, path, context.patterns);
    const member = build.network.members[repository]!.get(key);
    if (!member?.maker) return !('acceptStrays' in plan && plan.acceptStrays);
    if (member.maker.state === 'running') return true;
    return member.state === 'present' && context.stats.unmoved(path);
  }

  /** The members that a path is, or that are folders around it. */
  #placesOf(below: string): Place[] {
    const { context, build } = this.#ports;
    const places: Place[] = [];
    for (const [repository, pattern] of context.patterns) {
      const key = pattern.match(below);
      if (key !== undefined) places.push({ repository, key });
      if (context.plan.repositories[repository]!.type !== 'directory') continue;
      for (let at = below.lastIndexOf('/'); at > 0; at = below.lastIndexOf('/', at - 1)) {
        const outer = pattern.match(below.slice(0, at));
        if (outer !== undefined) places.push({ repository, key: outer });
      }
    }
    // What a repository of this build neither holds nor could hold is nobody's.
    return places.filter(({ repository }) => build.network.members[repository] !== undefined);
  }

  #below(path: string): string;
  #below(trees: ReadonlySet<string>): Iterable<Place>;
  #below(paths: string | ReadonlySet<string>): string | Iterable<Place> {
    const { context } = this.#ports;
    if (typeof paths === 'string') {
      const below = relative(context.root, paths);
      return below.startsWith('../../../') ? paths : below;
    }
    return paths.size === 0 ? [] : this.#membersIn([...paths].map((path) => this.#below(path)));
  }

  *#membersIn(trees: readonly string[]): Generator<Place> {
    const { context, build } = this.#ports;
    for (const [repository, pattern] of context.patterns) {
      const within = trees.filter((tree) => touches(pattern, tree));
      if (within.length === 0) continue;
      for (const key of build.network.members[repository]!.keys()) {
        const path = pattern.format(key) ?? '';
        if (within.some((tree) => tree === '' || path === tree || path.startsWith(`${tree}/`)))
          yield { repository, key };
      }
    }
  }

  *#everyPlace(): Generator<Place> {
    const { context, build } = this.#ports;
    for (const repository of context.patterns.keys()) {
      const keys = new Set(this.#keysOf(repository));
      for (const key of keys) yield { repository, key };
      for (const key of build.network.members[repository]!.keys())
        if (!keys.has(key)) yield { repository, key };
    }
  }

  /** The keys on disk, if the listing succeeds: one that fails takes nothing away. */
  #keysOf(repository: number): readonly string[] {
    const plan = this.#ports.context.plan.repositories[repository]!;
    if (plan.writers.length > 0 && !('acceptStrays' in plan && plan.acceptStrays)) return [];
    const listing = this.#ports.context.paths.get(repository)!.list();
    return listing.ok ? listing.value.keys : [];
  }
}

/** Whether a file there is a member that nobody makes: what lies where a task writes is its output or a stray. */
function isSource(
  repository: RepositoryPlan,
  path: string,
  patterns: ReadonlyMap<number, PathPattern>,
): boolean {
  if (repository.writers.length > 0) return 'acceptStrays' in repository && repository.acceptStrays;
  if (!('sees' in repository)) return true;
  return !repository.sees.some((seen) => patterns.get(seen.repository)!.match(path) !== undefined);
}

function touches({ fixed }: PathPattern, tree: string): boolean {
  if (tree === '' || fixed === '' || fixed === tree) return true;
  return fixed.startsWith(`${tree}/`) || tree.startsWith(`${fixed}/`);
}

function isEmpty(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === 0;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
