// Puts a pipeline's live parts together: repositories, stat table, renderer, executors, stage. The composition root below
// a session; decides nothing.
import { relative, resolve } from 'node:path';
import { err, ok } from '../base/result.ts';
import { span } from '../base/span.ts';
import type { Result } from '../base/result.ts';
import type { Definition } from '../freshness/definition.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { Plan } from '../model/plan.ts';
import type { NewsSink } from '../model/process-news.ts';
import { openRepository } from '../repository/open.ts';
import type { BlobStore } from '../repository/blob-store.ts';
import { checkParents } from '../repository/containment.ts';
import type { AheadWork } from '../repository/ahead-work.ts';
import { LookAhead } from '../repository/look-ahead.ts';
import { PlainCache } from '../repository/plain-cache.ts';
import { isPacked } from '../repository/port.ts';
import type { PathPattern, PathRepository, Repository, RepositoryFailure } from '../repository/port.ts';
import { StatTable } from '../repository/stat-table.ts';
import { findSameFiles } from '../schedule/keys/same-files.ts';
import { bindLink, KeySplitter } from '../schedule/keys/bind.ts';
import type { BuildContext } from '../schedule/context.ts';
import { outputInPlace } from '../schedule/attempt/outputs.ts';
import { Holds } from '../schedule/queue/holds.ts';
import { Renderer } from '../schedule/attempt/render.ts';
import type { RenderPorts } from '../schedule/attempt/render-ports.ts';
import type { Stage } from '../schedule/attempt/stage.ts';
import { StateGuard } from '../store/state-guard.ts';
import type { Store } from '../store/store.ts';
import { defineTasks } from './definitions.ts';
import { assetOf, moduleOf } from './definition-digests.ts';
import { Executors } from './executors.ts';
import { functionArgument } from './function-argument.ts';
import { hiddenStreams } from './hidden-streams.ts';
import { jobEnvironment } from './job-env.ts';
import { ranker } from './rank.ts';
import { Secrets } from './secrets.ts';
import { StoredStats } from './stored-stats.ts';
import { unpackMembers } from './unpack.ts';
import { Values } from './values.ts';
import { WrittenPlaces } from './written-places.ts';

export class Workspace implements AsyncDisposable {
  readonly plan: Plan;
  readonly stats: StatTable;
  readonly repositories = new Map<number, Repository>();
  readonly paths = new Map<number, PathRepository>();
  readonly patterns = new Map<number, PathPattern>();
  readonly secrets: Secrets;
  readonly #splitters: readonly KeySplitter[];
  readonly #values: Values;
  readonly #store: Store;
  readonly #state: string;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #places: WrittenPlaces;
  #definitions = new Map<number, Definition>();
  readonly #executors: Executors;
  readonly #warn: Warn;
  readonly #tell: NewsSink;
  readonly #plain: PlainCache;
  readonly #blobs = new Map<string, BlobStore>();
  /** Where what is learnt of files is kept. */
  readonly #stored: StoredStats | undefined;

  /** `state` is the state folder's absolute path; `warn` is told what goes wrong at the end, `tell` what processes do; `stats` knows more than the store. */
  constructor(
    plan: Plan,
    store: Store,
    state: string,
    env: Readonly<Record<string, string | undefined>>,
    warn: Warn = () => {},
    tell: NewsSink = () => {},
    stats?: StatTable,
  ) {
    this.#tell = tell;
    this.#warn = warn;
    this.secrets = new Secrets(plan, env, store);
    this.#executors = new Executors(plan.root, store, (code, message) =>
      warn(code, this.secrets.mask.text(message)),
    );
    this.plan = plan;
    this.#store = store;
    this.#state = relative(plan.root, state);
    this.#env = env;
    this.stats = stats ?? new StatTable(plan.root);
    this.#plain = new PlainCache(plan.root, `${this.#state}/stage/in`);
    if (!stats) this.#stored = this.#loadStats();
    for (const repository of plan.repositories) {
      if ('children' in repository) continue;
      const adapter = openRepository(repository, {
        stats: this.stats,
        plain: this.#plain,
        blobs: this.#blobs,
      });
      this.repositories.set(repository.id, adapter);
      if (!isPathRepository(adapter)) continue;
      this.paths.set(repository.id, adapter);
      this.patterns.set(repository.id, adapter.pattern);
    }
    this.#places = new WrittenPlaces(plan, this.patterns);
    this.#splitters = plan.tasks.map((task) => new KeySplitter(task, this.patterns));
    this.#values = new Values(plan, this.repositories, this.patterns, this.stats);
  }

  #loadStats(): StoredStats {
    using _span = span('read what is known of files');
    const stored = new StoredStats(this.#store);
    stored.load(this.stats);
    return stored;
  }

  /** Has another thread look at files that will be looked at, until a job may have changed them; `start` starts it. */
  lookAhead(start: (work: AheadWork) => boolean): void {
    if (this.#stored) this.stats.ahead = new LookAhead(this.plan.root, this.#stored.starts, start);
  }

  /** What a build of the given tasks works with. */
  async context(tasks: Iterable<number>, stage: Stage): Promise<Result<BuildContext, BuildFailure>> {
    const { plan, stats, repositories, paths, patterns, secrets } = this;
    const same = findSameFiles(plan, patterns);
    if (same) return err(same);
    const defining = span('make the definitions');
    const definitions = defineTasks(plan, tasks, stats, patterns, this.#env, secrets);
    defining[Symbol.dispose]();
    if (!definitions.ok) return definitions;
    this.#definitions = definitions.value;
    const values = this.#values;
    const jobEnv = jobEnvironment(plan, this.#env);
    const argument: RenderPorts['argument'] = (job, links, outputs, params) =>
      functionArgument(job, links, outputs, params, values, this.#splitters[job.task.plan.id]!, plan.root);
    const renderer = new Renderer(plan, {
      root: plan.root,
      value: (members, key) => values.of(members.plan.id, key),
      fieldsOf: (job) => this.#splitters[job.task.plan.id]!.list(job.key),
      argument,
      reveal: (params) => (plan.secrets.length > 0 ? secrets.reveal(params) : params),
      hidden: (task) => hiddenStreams(plan, task, secrets),
      moduleDigest: (task) => moduleOf(definitions.value.get(task.id)),
      assetDigest: (task, asset) => assetOf(definitions.value.get(task.id), asset),
    });
    return ok({
      plan,
      root: plan.root,
      state: this.#state,
      store: this.#store,
      guard: new StateGuard(resolve(plan.root, this.#state)),
      holds: new Holds(this.#store),
      tell: this.#tell,
      stats,
      stage,
      mask: secrets.mask,
      repositories,
      paths,
      patterns,
      definitions: definitions.value,
      renderer,
      jobEnv,
      resolve: {
        fingerprint: (members, key) => {
          const found =
            repositories.get(members.plan.id)?.fingerprint(key) ?? values.fault(members.plan.id, key);
          if (found instanceof Promise)
            throw new Error('remote fingerprints are read before they are needed');
          return found;
        },
        record: (members, key) => values.record(members.plan.id, key),
      },
      network: {
        patterns,
        bind: (task, link, members) =>
          bindLink(task.plan, link, members, this.#splitters[task.plan.id]!, patterns.get(link.repository)),
        combine: {
          fingerprint: (id, member) => {
            if (member.fingerprint !== undefined) return member.fingerprint;
            const found = repositories.get(id)?.fingerprint(member.key);
            if (!found || found instanceof Promise || !found.ok) return undefined;
            // Whoever asks for the child's own must not find another: a change after this look is a change of both.
            return (member.fingerprint = found.value);
          },
          passes: (repository, key) => values.passes(repository, key),
          mapped: (repository, key) => values.fingerprint(repository, key),
          translate: (repository, key) => values.translate(repository, key),
          choose: (repository, key, child) => values.choose(repository, key, child),
        },
      },
      executorFor: (work) => this.#executors.for(work, jobEnv),
      rank: ranker({
        root: plan.root,
        env: jobEnv,
        scratch: resolve(plan.root, this.#state, 'logs'),
        argument,
        executorFor: (work) => this.#executors.for(work, jobEnv),
      }),
      outputNow: (output) => this.outputNow(output),
      ownerOf: (path) => this.#ownerOf(path),
      checkPlace: (path) => this.checkPlace(path),
      leaves: (repository, key) => values.leaves(repository, key),
      ...([...paths.values()].some(isPacked) && {
        unpack: (links) => unpackMembers(links, values, paths, this.#plain),
      }),
    });
  }

  /** What templates see of a present member, also of a combinator's; after `context`. */
  memberValue(repository: number, key: string): ReturnType<Values['of']> {
    return this.#values.of(repository, key);
  }

  /** Makes definitions anew; returns the tasks whose definition is another now. `note` is told of each file that counts. */
  redefine(
    tasks: readonly number[],
    note: (task: number, path: string) => void,
  ): Result<number[], BuildFailure> {
    const { plan, stats, patterns } = this;
    const made = defineTasks(plan, tasks, stats, patterns, this.#env, this.secrets, note);
    if (!made.ok) return made;
    const changed = [...made.value].filter(
      ([id, { digest }]) => this.#definitions.get(id)?.digest !== digest,
    );
    for (const [id, definition] of changed) this.#definitions.set(id, definition);
    return ok(changed.map(([id]) => id));
  }

  /** Removes contents that no tree needs any more, after the record of one was written or removed. */
  #sweepBlobs(changed: readonly string[]): void {
    if (this.#blobs.size === 0) return;
    const trees = [...this.paths.values()].filter(({ kind }) => kind === 'tree');
    if (!changed.some((path) => trees.some(({ pattern }) => pattern.match(path) !== undefined))) return;
    for (const store of this.#blobs.values()) {
      const swept = store.sweep();
      if (!swept.ok) this.#warn('contents-kept', `${store.folder}: ${swept.error.message}`);
    }
  }

  /** Writes what was learnt about files; nothing when nothing was. No job may run meanwhile. */
  saveStats(): void {
    const changed = this.stats.takeChanged();
    this.#sweepBlobs([changed.put, changed.removed].flat());
    this.#stored?.save(changed);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#executors[Symbol.asyncDispose]();
    await this.#values[Symbol.asyncDispose]();
  }

  /** The fingerprint of what lies at a recorded output's place, whatever task made it. */
  outputNow(output: { readonly path: string; readonly fingerprint: string }): string | undefined {
    // A repository without paths keeps its members only while they are needed: recorded is as good as there.
    if (output.path === '') return output.fingerprint;
    const id = this.#places.ownerOf(output.path);
    const repository = id === undefined ? undefined : this.paths.get(id);
    if (!repository) {
      const kind = this.stats.directory(output.path);
      if (kind.ok && kind.value !== undefined) return kind.value;
      const file = this.stats.file(output.path);
      return file.ok ? file.value : undefined;
    }
    const found = outputInPlace(repository, repository.pattern.match(output.path)!, output.path, this.stats);
    if (found.ok && found.value === undefined && this.#isKeptWhileNeeded(id!))
      return output.fingerprint || undefined;
    return found.ok ? found.value : UNREADABLE;
  }

  /** The failure `outside` where a link among an output's parents leads out of what its repository, or the root, holds. */
  checkPlace(path: string): Result<void, RepositoryFailure> {
    const id = this.#places.ownerOf(path);
    return checkParents(this.plan.root, id === undefined ? '' : this.patterns.get(id)!.fixed, path);
  }

  #isKeptWhileNeeded(id: number): boolean {
    const plan = this.plan.repositories[id]!;
    return 'keep' in plan && plan.keep === 'needed';
  }

  #ownerOf(path: string): string | undefined {
    const id = this.#places.ownerOf(path);
    return id === undefined ? undefined : this.plan.repositories[id]!.name;
  }
}

type Warn = (code: string, message: string) => void;

/** Stands for what has no fingerprint, such as a file that is no record: something lies there, and not what was made. */
const UNREADABLE = '?';

function isPathRepository(repository: Repository): repository is PathRepository {
  return 'pattern' in repository;
}
