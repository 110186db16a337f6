// Which tasks of a build can change the members of a repository, itself or through what it is made of. Knows no members.
import type { Plan } from '../../model/plan.ts';
import type { TaskState } from '../job.ts';

export class Writers {
  readonly #plan: Plan;
  readonly #tasks: ReadonlyMap<number, TaskState>;
  readonly #found: (readonly TaskState[] | undefined)[] = [];

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

  #find(repository: number): readonly TaskState[] {
    const found = new Set<TaskState>();
    const stack = [repository];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const plan = this.#plan.repositories[id]!;
      for (const writer of plan.writers) {
        const task = this.#tasks.get(writer);
        if (task) found.add(task);
      }
      if ('sees' in plan) for (const seen of plan.sees) stack.push(seen.repository);
      if ('children' in plan) for (const child of plan.children) stack.push(child.repository);
    }
    return [...found];
  }
}
