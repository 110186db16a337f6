// Which tasks of a build can change the members of a repository, itself or through what it is made of. Knows no members.
import type { Plan } from '../../model/plan.ts';
import type { TaskState } from '../job.ts';

export class Writers {
  readonly #plan: Plan;
  readonly #tasks: ReadonlyMap<number, TaskState>;
  readonly #found: (readonly TaskState[] | undefined)[] = [];
  readonly #reach: (readonly number[] | undefined)[] = [];

  constructor(plan: Plan, tasks: ReadonlyMap<number, TaskState>) {
    this.#plan = plan;
    this.#tasks = tasks;
  }

  of(repository: number): readonly TaskState[] {
    return (this.#found[repository] ??= this.#find(repository));
  }

  /** Whether nothing can change a repository's key set any more: all its writers have ended. */
  haveEnded(repository: number): boolean {
    for (const task of this.of(repository)) if (task.open) return false;
    return true;
  }

  /** Whether what is written to `to` may be a member of `from`. */
  doesReach(from: number, to: number): boolean {
    if (from === to) return true;
    const reached = this.#reached(from);
    return this.#reached(to).some((id) => reached.includes(id));
  }

  #find(repository: number): readonly TaskState[] {
    const writers = this.#reached(repository).flatMap((id) => this.#plan.repositories[id]!.writers);
    return [...new Set(writers)].flatMap((writer) => this.#tasks.get(writer) ?? []);
  }

  /** The repository and all that it is made of or sees. */
  #reached(repository: number): readonly number[] {
    const known = this.#reach[repository];
    if (known) return known;
    const reached = [repository];
    for (const id of reached) {
      const plan = this.#plan.repositories[id]!;
      const sees = 'sees' in plan ? plan.sees : [];
      const children = 'children' in plan ? plan.children : [];
      for (const next of [...sees, ...children])
        if (!reached.includes(next.repository)) reached.push(next.repository);
    }
    return (this.#reach[repository] = reached);
  }
}
