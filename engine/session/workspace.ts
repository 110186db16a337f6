// Puts a pipeline's live parts together: repositories, stat table, renderer, executors, stage. The composition root below
// a session; decides nothing.
import { relative } from 'node:path';
import { ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Executor, Work } from '../executor/port.ts';
import { FunctionExecutor } from '../executor/function/function-executor.ts';
import { TubeExecutor } from '../executor/tube/tube-executor.ts';
import { executorKind } from '../executor/port.ts';
import { LocalExecutor } from '../executor/local/local-executor.ts';
import type { Definition } from '../freshness/definition.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { Plan } from '../model/plan.ts';
import { loadTemplates } from '../pipeline/template/template.ts';
import { openRepository } from '../repository/open.ts';
import { checkParents } from '../repository/containment.ts';
import type { PathPattern, PathRepository, Repository, RepositoryFailure } from '../repository/port.ts';
import { StatTable } from '../repository/stat-table.ts';
import type { StatRow } from '../repository/stat-rows.ts';
import { bindLink, KeySplitter } from '../schedule/bind.ts';
import type { BuildContext } from '../schedule/context.ts';
import { outputInPlace } from '../schedule/outputs.ts';
import { Renderer } from '../schedule/render.ts';
import type { Stage } from '../schedule/stage.ts';
import type { Store } from '../store/store.ts';
import { defineTasks } from './definitions.ts';
import { functionArgument } from './function-argument.ts';
import { jobEnvironment } from './job-env.ts';
import { rememberGroup } from './survivors.ts';
import { Values } from './values.ts';

export class Workspace implements AsyncDisposable {
  readonly plan: Plan;
  readonly stats: StatTable;
  readonly repositories = new Map<number, Repository>();
  readonly paths = new Map<number, PathRepository>();
  readonly patterns = new Map<number, PathPattern>();
  readonly #splitters: readonly KeySplitter[];
  readonly #values: Values;
  readonly #store: Store;
  readonly #state: string;
  readonly #env: Readonly<Record<string, string | undefined>>;
  #lastOwner: number | undefined;
  readonly #executors = new Map<'local' | 'function' | 'tube', Executor>();
  readonly #warn: Warn;

  /** `state` is the state folder's absolute path; `warn` is told what goes wrong at the end. */
  constructor(
    plan: Plan,
    store: Store,
    state: string,
    env: Readonly<Record<string, string | undefined>>,
    warn: Warn = () => {},
  ) {
    this.#warn = warn;
    this.plan = plan;
    this.#store = store;
    this.#state = relative(plan.root, state);
    this.#env = env;
    this.stats = new StatTable(plan.root);
    this.stats.load(readStats(store));
    for (const repository of plan.repositories) {
      if ('children' in repository) continue;
      const adapter = openRepository(repository, { stats: this.stats });
      this.repositories.set(repository.id, adapter);
      if (!isPathRepository(adapter)) continue;
      this.paths.set(repository.id, adapter);
      this.patterns.set(repository.id, adapter.pattern);
    }
    this.#splitters = plan.tasks.map((task) => new KeySplitter(task, this.patterns));
    this.#values = new Values(plan, this.repositories, this.patterns);
  }

  /** What a build of the given tasks works with. */
  async context(tasks: Iterable<number>, stage: Stage): Promise<Result<BuildContext, BuildFailure>> {
    await loadTemplates();
    const { plan, stats, repositories, paths, patterns } = this;
    const definitions = defineTasks(plan, tasks, stats, patterns, this.#env);
    if (!definitions.ok) return definitions;
    const values = this.#values;
    const jobEnv = jobEnvironment(plan, this.#env);
    const renderer = new Renderer(plan, {
      root: plan.root,
      value: (members, key) => values.of(members.plan.id, key),
      fieldsOf: (job) => this.#splitters[job.task.plan.id]!.list(job.key),
      argument: (job, links, outputs) =>
        functionArgument(job, links, outputs, values, this.#splitters[job.task.plan.id]!, plan.root),
      moduleDigest: (task) => moduleOf(definitions.value.get(task.id)),
      assetDigest: (task, asset) => assetOf(definitions.value.get(task.id), asset),
    });
    return ok({
      plan,
      root: plan.root,
      state: this.#state,
      store: this.#store,
      stats,
      stage,
      repositories,
      paths,
      patterns,
      definitions: definitions.value,
      renderer,
      jobEnv,
      resolve: {
        fingerprint: (members, key) => {
          const found = repositories.get(members.plan.id)?.fingerprint(key) ?? ok(undefined);
          if (found instanceof Promise)
            throw new Error('remote fingerprints are read before they are needed');
          return found;
        },
        record: (members, key) => {
          const value = values.of(members.plan.id, key);
          return value.ok && value.value?.type === 'record' ? value.value.value : undefined;
        },
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
            return found.value;
          },
          passes: (repository, key) => values.passes(repository, key),
          mapped: (repository, key) => values.fingerprint(repository, key),
          translate: (repository, key) => values.translate(repository, key),
        },
      },
      executorFor: (work) => this.#executor(work, jobEnv),
      outputNow: (output) => this.outputNow(output),
      ownerOf: (path) => this.#ownerOf(path),
      checkPlace: (path) => this.checkPlace(path),
    });
  }

  /** What templates see of a present member, also of a combinator's; after `context`. */
  memberValue(repository: number, key: string): ReturnType<Values['of']> {
    return this.#values.of(repository, key);
  }

  /** Writes what was learnt about files; nothing when nothing was. */
  saveStats(): void {
    const { put, removed } = this.stats.takeChanged();
    if (put.length === 0 && removed.length === 0) return;
    this.#store.transaction(() => {
      for (const { path, ...body } of put) this.#store.putStat(path, JSON.stringify(body));
      for (const path of removed) this.#store.removeStat(path);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const executor of this.#executors.values()) await executor[Symbol.asyncDispose]();
    this.#executors.clear();
  }

  #executor(work: Work, env: Readonly<Record<string, string>>): Executor {
    const kind = executorKind(work);
    let executor = this.#executors.get(kind);
    if (!executor) {
      const onGroup = (pid: number, alive: boolean): void => rememberGroup(this.#store, pid, alive);
      executor =
        kind === 'local'
          ? new LocalExecutor({ root: this.plan.root, env, onGroup })
          : kind === 'function'
            ? new FunctionExecutor({ onGroup })
            : new TubeExecutor({ onGroup, onTrouble: (trouble) => this.#warn('asset-not-closed', trouble) });
      this.#executors.set(kind, executor);
    }
    return executor;
  }

  /** The fingerprint of what lies at a recorded output's place, whatever task made it. */
  outputNow(output: { readonly path: string; readonly fingerprint: string }): string | undefined {
    // A repository without paths keeps its members only while they are needed: recorded is as good as there.
    if (output.path === '') return output.fingerprint;
    const id = this.#repositoryOf(output.path);
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
    return found.ok ? found.value : undefined;
  }

  /** The failure `outside` where a link among an output's parents leads out of what its repository, or the root, holds. */
  checkPlace(path: string): Result<void, RepositoryFailure> {
    const id = this.#repositoryOf(path);
    return checkParents(this.plan.root, id === undefined ? '' : this.patterns.get(id)!.fixed, path);
  }

  #isKeptWhileNeeded(id: number): boolean {
    const plan = this.plan.repositories[id]!;
    return 'keep' in plan && plan.keep === 'needed';
  }

  #ownerOf(path: string): string | undefined {
    const id = this.#repositoryOf(path);
    return id === undefined ? undefined : this.plan.repositories[id]!.name;
  }

  /** The repository that a task writes and whose pattern a path fits; no two of them overlap. */
  #repositoryOf(path: string): number | undefined {
    // Outputs are asked about task by task, so the last answer is nearly always the next.
    if (this.#lastOwner !== undefined && this.patterns.get(this.#lastOwner)!.match(path) !== undefined)
      return this.#lastOwner;
    for (const [id, pattern] of this.patterns) {
      if (this.plan.repositories[id]!.writers.length > 0 && pattern.match(path) !== undefined)
        return (this.#lastOwner = id);
    }
    return undefined;
  }
}

type Warn = (code: string, message: string) => void;

function isPathRepository(repository: Repository): repository is PathRepository {
  return 'pattern' in repository;
}

function* readStats(store: Store): Generator<StatRow> {
  for (const { path, body } of store.stats()) yield { path, ...(JSON.parse(body) as Omit<StatRow, 'path'>) };
}

function moduleOf(definition: Definition | undefined): string {
  const digests = [definition?.parts['tube'], definition?.parts['module']];
  return digests.filter((digest) => typeof digest === 'string').join(' ');
}

function assetOf(definition: Definition | undefined, name: string): string {
  const digests = definition?.parts['asset'];
  return (typeof digests === 'object' ? digests[name] : undefined) ?? '';
}
