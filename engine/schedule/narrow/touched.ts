// Which jobs a few changed paths may concern: those that read or make them, and those that read what these make, all told
// from records. Where that cannot be told for certain there is no answer. Looks at no file.
import type { LinkPlan, Plan } from '../../model/plan.ts';
import type { PathPattern } from '../../repository/port.ts';
import type { RecordRow } from '../../store/rows.ts';
import type { Store } from '../../store/store.ts';
import { isGroupOnly, isHeard, isSingle } from '../keys/admission.ts';
import type { BoundLink } from '../keys/bound-link.ts';
import { isPlainTask, plainRepositories } from './plain.ts';

export interface TouchPorts {
  readonly plan: Plan;
  /** Those of the build. */
  readonly tasks: ReadonlySet<number>;
  readonly patterns: ReadonlyMap<number, PathPattern>;
  readonly store: Pick<Store, 'record' | 'jobsThatFound'>;
  readonly linksOf: (task: number) => readonly BoundLink[];
  readonly isFile: (path: string) => boolean;
  /** More jobs than that are not worth the search. */
  readonly most: number;
}

export interface Touched {
  /** Task → key → record. */
  readonly jobs: ReadonlyMap<number, ReadonlyMap<string, RecordRow>>;
  /** Of those of the paths that are members: `repository/key`. */
  readonly members: ReadonlySet<string>;
}

export function touchedJobs(paths: readonly string[], ports: TouchPorts): Touched | undefined {
  const search = new Search(ports);
  const finders = [...ports.store.jobsThatFound(new Set(paths))];
  const isClear = paths.every((path) =>
    search.path(
      path,
      finders.filter((each) => each.path === path),
    ),
  );
  return isClear && search.follow() ? search : undefined;
}

class Search implements Touched {
  readonly jobs = new Map<number, Map<string, RecordRow>>();
  readonly members = new Set<string>();
  readonly #ports: TouchPorts;
  readonly #plain: ReadonlySet<number>;
  readonly #readers = new Map<number, { task: number; link: LinkPlan }[]>();
  readonly #pending: { repository: number; key: string }[] = [];
  readonly #followed = new Set<string>();
  #count = 0;

  constructor(ports: TouchPorts) {
    this.#ports = ports;
    this.#plain = plainRepositories(ports.plan);
    for (const task of ports.tasks)
      for (const link of ports.plan.tasks[task]!.links) {
        if (!isHeard(link)) continue;
        const readers = this.#readers.get(link.repository);
        if (readers) readers.push({ task, link });
        else this.#readers.set(link.repository, [{ task, link }]);
      }
  }

  /** Takes up a path that is not as it was; false where it may mean more than can be told. */
  path(path: string, finders: readonly { readonly task: string; readonly key: string }[]): boolean {
    const { plan, patterns, isFile } = this.#ports;
    let isKnown = finders.length > 0;
    for (const [id, pattern] of patterns) {
      const key = pattern.match(path);
      if (key === undefined) continue;
      isKnown = true;
      const { writers } = plan.repositories[id]!;
      // A source that went, or is no file any more, takes its key with it.
      if (!this.#plain.has(id) || (writers.length === 0 && !isFile(path))) return false;
      if (!writers.every((writer) => this.#maker(writer, id, key))) return false;
      this.members.add(`${id}/${key}`);
      this.#pending.push({ repository: id, key });
    }
    for (const { task, key } of finders) {
      const id = plan.tasks.find(({ name }) => name === task)?.id;
      if (id !== undefined && this.#ports.tasks.has(id) && !this.#add(id, key)) return false;
    }
    return isKnown;
  }

  /** Goes on to all that read what the jobs make. */
  follow(): boolean {
    for (let member = this.#pending.pop(); member; member = this.#pending.pop()) {
      const { repository, key } = member;
      const name = `${repository}/${key}`;
      if (this.#followed.has(name)) continue;
      this.#followed.add(name);
      if (!this.#plain.has(repository)) return false;
      for (const { task, link } of this.#readers.get(repository) ?? [])
        if (!this.#reader(task, link, key)) return false;
    }
    return true;
  }

  /** The job of a task that makes a member. */
  #maker(task: number, repository: number, key: string): boolean {
    // What a task made that is left out counts only as it was recorded.
    if (!this.#ports.tasks.has(task)) return false;
    const links = this.#ports
      .linksOf(task)
      .filter(({ plan }) => plan.isOutput && plan.repository === repository);
    return links.every(({ plan }) => {
      if (plan.select.type === 'unit') return this.#add(task, '');
      return plan.select.type === 'same' && this.#add(task, key);
    });
  }

  #reader(task: number, link: LinkPlan, key: string): boolean {
    const links = this.#ports.linksOf(task);
    switch (link.select.type) {
      case 'same':
        return this.#add(task, key);
      case 'unit':
      case 'all':
        return isSingle(links) && this.#add(task, '');
      case 'keys': {
        const group = links.find(({ plan }) => plan === link)!.groupOf!(key);
        return group === undefined || (isGroupOnly(links) && this.#add(task, group));
      }
      default:
        return false;
    }
  }

  #add(task: number, key: string): boolean {
    const known = this.jobs.get(task) ?? new Map<string, RecordRow>();
    if (known.has(key)) return true;
    const plan = this.#ports.plan.tasks[task]!;
    if (!isPlainTask(plan, this.#plain)) return false;
    const record = this.#ports.store.record(plan.name, key);
    const outputs = plan.links.filter(({ isOutput }) => isOutput);
    if (record?.state !== 'done' || record.outputs.length !== outputs.length) return false;
    if (++this.#count > this.#ports.most) return false;
    this.jobs.set(task, known.set(key, record));
    for (const output of record.outputs) {
      const link = outputs.find(({ name }) => name === output.link);
      if (!link) return false;
      this.#pending.push({ repository: link.repository, key: output.key });
    }
    return true;
  }
}
