// What one `pipe rm` removes: gathered member by member and job by job, and then removed. Knows no request but by its flags.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareBytes } from '../../base/compare.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { JobName } from '../../model/job.ts';
import type { RepositoryPlan, TaskPlan } from '../../model/plan.ts';
import { removeEmptyFolders } from '../../schedule/prune.ts';
import { homeOf } from '../../schedule/attempt/output-home.ts';
import type { RecordRow } from '../../store/rows.ts';
import { followDownstream, MemberSet } from './downstream.ts';
import type { RemoveReport, RemoveRequest, RequestFault } from './member-types.ts';
import type { MembersNow } from './members-now.ts';
import type { Looking } from '../looking.ts';
import { ownerOf } from './own-place.ts';
import { absentFault } from './read-member.ts';
import { callFault, dataFault, wordOf } from '../reference.ts';

type Request = Pick<RemoveRequest, 'all' | 'rerun' | 'force'>;

interface Doomed {
  readonly repository: RepositoryPlan;
  readonly key: string;
  readonly path: string;
}

/** Gathers what goes, and lets it go. */
export class Removal {
  readonly #looking: Looking;
  readonly #members: MembersNow;
  readonly #request: Request;
  readonly #set: MemberSet;
  /** By repository and key. */
  readonly #doomed = new Map<string, Doomed>();
  readonly #kept = new Set<string>();
  readonly #forgotten = new Map<string, JobName>();

  constructor(looking: Looking, members: MembersNow, request: Request) {
    this.#looking = looking;
    this.#members = members;
    this.#request = request;
    this.#set = new MemberSet(looking, members);
  }

  async startAtMembers(
    repository: RepositoryPlan,
    written: readonly string[],
  ): Promise<Result<void, RequestFault>> {
    const keys = this.#request.all ? this.#members.of(repository.id) : orUnit(written, repository);
    if (keys.length === 0 && !this.#request.all) return err(noKeys(repository.name));
    for (const key of keys) {
      if (!this.#members.has(repository.id, key))
        return err(await absentFault(this.#looking, repository, key));
      const doubt = this.#members.doubt(repository.id, key);
      if (doubt) return err(dataFault(doubt.code, doubt.message, { hint: 'nothing was removed' }));
      const added = this.#addMember(repository, key);
      if (!added.ok) return added;
    }
    return ok(undefined);
  }

  startAtJobs(task: TaskPlan, written: readonly string[]): Result<void, RequestFault> {
    const { store } = this.#looking;
    const known = new Set([
      ...(this.#members.jobs.get(task.id)?.keys() ?? []),
      ...Array.from(store.records(task.name), (record) => record.key),
      ...store.lastRuns(task.name).map((run) => run.key),
    ]);
    const only = task.fields.length === 0 && known.size === 1 && known.has('');
    const keys = this.#request.all ? [...known] : written.length === 0 && only ? [''] : written;
    if (keys.length === 0 && !this.#request.all) return err(noKeys(task.name));
    for (const key of keys) {
      if (!known.has(key))
        return err(dataFault('unknown-job', `task ${task.name} has no job ${JSON.stringify(wordOf(key))}`));
      this.#addJob(task, key, store.record(task.name, key), this.#request.rerun);
    }
    return ok(undefined);
  }

  follow(): void {
    followDownstream(this.#looking, this.#members, this.#set, (task, key, record) =>
      this.#addJob(task, key, record, this.#request.rerun),
    );
  }

  report(): RemoveReport {
    return {
      removed: [...this.#doomed.values()]
        .map(({ repository, key, path }) => ({ repository: repository.name, key, path }))
        .toSorted((a, b) => compareBytes(a.path, b.path) || compareBytes(a.key, b.key)),
      kept: [...this.#kept].toSorted(compareBytes),
      forgotten: [...this.#forgotten.values()],
    };
  }

  /** Files first: a record whose outputs are gone only makes its job run, outputs without a record would be strays. */
  async carryOut(): Promise<RemoveReport> {
    const { plan, store, workspace } = this.#looking;
    for (const [name, { repository, key, path }] of this.#doomed) {
      if (repository.writers.length === 0) {
        const gone = await workspace.repositories.get(repository.id)!.remove(key);
        if (gone.ok) continue;
        this.#doomed.delete(name);
        this.#kept.add(path);
        continue;
      }
      rmSync(resolve(plan.root, path), { recursive: true, force: true });
      workspace.stats.forget(path);
      removeEmptyFolders(path, workspace.patterns, plan.root);
    }
    if (this.#forgotten.size > 0)
      store.transaction(() => {
        for (const { task, key } of this.#forgotten.values()) store.removeRecord(task, key);
      });
    return this.report();
  }

  /** A combinator's member by the rules of what it is made of; a member seen by its path in the repository that owns it. */
  #addMember(repository: RepositoryPlan, key: string): Result<void, RequestFault> {
    if (!('children' in repository)) {
      const own = ownerOf(this.#looking, repository, key);
      this.#set.add(own.repository.id, own.key);
      this.#doom(own.repository, own.key);
      return ok(undefined);
    }
    if ((repository.type === 'map' || repository.type === 'related') && !repository.allowDeletes)
      return err(
        dataFault('no-deletes', `${repository.name} passes no removal on to what it is made of`, {
          hint: `say allow_deletes: true of it, or remove from ${this.#nameOf(repository.children[0]!.repository)}`,
        }),
      );
    const everywhere = ['and', 'or', 'fallback'].includes(repository.type);
    for (const child of everywhere ? repository.children : repository.children.slice(0, 1)) {
      const target = repository.type === 'related' ? this.#members.translate(repository, key) : key;
      if (target === undefined || !this.#members.has(child.repository, target)) continue;
      const added = this.#addMember(this.#looking.plan.repositories[child.repository]!, target);
      if (!added.ok) return added;
    }
    return ok(undefined);
  }

  #addJob(task: TaskPlan, key: string, record: RecordRow | undefined, rerun: boolean): void {
    const { plan, workspace } = this.#looking;
    if (rerun && record) this.#forgotten.set(`${task.name}/${key}`, { task: task.name, key });
    for (const output of record?.outputs ?? []) {
      const link = task.links.find((each) => each.name === output.link && each.isOutput);
      if (!link) continue;
      const home = homeOf(link, output.path, workspace.patterns);
      this.#set.add(home, output.key);
      this.#doomOutput(plan.repositories[home]!, output.key, output.path, output.fingerprint);
    }
    for (const link of task.links) {
      const { keyFor } = link.isStatus && link.role ? this.#members.bind(task, link.name) : {};
      const repository = workspace.paths.get(link.repository);
      if (!keyFor || !repository?.has(keyFor(key))) continue;
      this.#set.add(link.repository, keyFor(key));
      this.#put(plan.repositories[link.repository]!, keyFor(key), repository.pathOf(keyFor(key)));
    }
  }

  /** A member by its key alone: a source as it is, an output by the record that names it. */
  #doom(repository: RepositoryPlan, key: string): void {
    const { plan, store, workspace } = this.#looking;
    const path = workspace.patterns.get(repository.id)?.format(key) ?? '';
    const { id } = repository;
    for (const writer of repository.writers) {
      const task = plan.tasks[writer]!;
      const links = new Map(
        task.links
          .filter((link) => link.isOutput && (link.repository === id || link.orElse === id))
          .map((link) => [link.name, link]),
      );
      for (const record of links.size > 0 ? store.records(task.name) : []) {
        const output = record.outputs.find((each) => {
          const link = links.get(each.link);
          return link && each.key === key && homeOf(link, each.path, workspace.patterns) === id;
        });
        if (!output) continue;
        this.#doomOutput(repository, key, output.path, output.fingerprint);
        return;
      }
    }
    this.#put(repository, key, path);
  }

  #doomOutput(repository: RepositoryPlan, key: string, path: string, fingerprint: string): void {
    const { workspace } = this.#looking;
    if (path === '') return;
    const now = workspace.outputNow({ path, fingerprint: '' });
    if (now === undefined) return;
    if (now !== fingerprint && !this.#request.force) this.#kept.add(path);
    else this.#put(repository, key, path);
  }

  #put(repository: RepositoryPlan, key: string, path: string): void {
    const isOurs = repository.writers.length > 0;
    // What memory holds is gone with the process that held it.
    if (isOurs && path === '') return;
    if (isOurs && !this.#looking.workspace.checkPlace(path).ok) this.#kept.add(path);
    else this.#doomed.set(`${repository.id} ${key}`, { repository, key, path });
  }

  #nameOf(repository: number): string {
    return this.#looking.plan.repositories[repository]!.name;
  }
}

/** A repository with one member needs no key. */
function orUnit(written: readonly string[], repository: RepositoryPlan): readonly string[] {
  const isUnit =
    'pattern' in repository && repository.fields.length === 0 && !repository.pattern.includes('*');
  return written.length === 0 && isUnit ? [''] : written;
}

function noKeys(name: string): RequestFault {
  return callFault('no-key', `no KEY of ${name} is given`, { hint: '--all means every one' });
}
