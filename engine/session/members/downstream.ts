// Everything that was made from given members: jobs whose records name them as inputs, what those jobs made, and so on.
// Reads records; removes nothing.
import { readInputs } from '../../freshness/inputs.ts';
import type { TaskPlan } from '../../model/plan.ts';
import { isRead } from '../../schedule/keys/admission.ts';
import type { RecordRow } from '../../store/rows.ts';
import type { MembersNow } from './members-now.ts';
import type { Looking } from '../looking.ts';
import { derivedOf } from './own-place.ts';

/** Members by repository. */
export class MemberSet {
  readonly #looking: Looking;
  readonly #members: MembersNow;
  readonly #keys = new Map<number, Set<string>>();

  constructor(looking: Looking, members: MembersNow) {
    this.#looking = looking;
    this.#members = members;
  }

  /** Adds a member, and under which keys other repositories show it. */
  add(repository: number, key: string): void {
    const stack = [{ repository, key }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      let keys = this.#keys.get(next.repository);
      if (!keys) this.#keys.set(next.repository, (keys = new Set()));
      if (keys.has(next.key)) continue;
      keys.add(next.key);
      const related = (combinator: Parameters<MembersNow['translate']>[0], base: string): string[] =>
        this.#members
          .of(combinator.children[1]!.repository)
          .filter((each) => this.#members.translate(combinator, each) === base);
      stack.push(...derivedOf(this.#looking, next.repository, next.key, related));
    }
  }

  keys(repository: number): ReadonlySet<string> {
    return this.#keys.get(repository) ?? NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The jobs that read members of the set, task by task in the order of the plan; `onJob` adds what a job made before the
 * next task is asked about. A job that never succeeded counts if a link of its own key leads to a member.
 */
export function followDownstream(
  looking: Looking,
  members: MembersNow,
  set: MemberSet,
  onJob: (task: TaskPlan, key: string, record: RecordRow | undefined) => void,
): void {
  const { plan, store } = looking;
  for (const id of plan.order) {
    const task = plan.tasks[id]!;
    const links = task.links.filter((link) => isRead(link) && set.keys(link.repository).size > 0);
    if (links.length === 0) continue;
    const told = new Set<string>();
    for (const record of Array.from(store.records(task.name))) {
      const inputs = readInputs(record.inputs, (digest) => store.text(digest));
      const reads = links.some((link) => {
        const keys = set.keys(link.repository);
        const read = inputs.get(link.name);
        if (read === 'lost') return true;
        if (read === undefined) return link.select.type === 'same' && keys.has(record.key);
        for (const key of read.keys()) if (keys.has(key)) return true;
        return false;
      });
      if (!reads) continue;
      told.add(record.key);
      onJob(task, record.key, record);
    }
    const known = new Set([
      ...(members.jobs.get(id)?.keys() ?? []),
      ...store.lastRuns(task.name).map((run) => run.key),
    ]);
    for (const key of known) {
      if (told.has(key) || store.record(task.name, key)) continue;
      if (links.some((link) => link.select.type === 'same' && set.keys(link.repository).has(key)))
        onJob(task, key, undefined);
    }
  }
}
