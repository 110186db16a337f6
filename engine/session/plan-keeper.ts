// Keeps the last good plan while the pipeline's files are edited, and tells of their faults. Knows no build.
import { compilePipeline } from '../pipeline/compile.ts';
import type { EngineEvent } from '../model/event.ts';
import type { Plan, TaskPlan } from '../model/plan.ts';
import type { OpenOptions } from './types.ts';

export class PlanKeeper {
  readonly #options: OpenOptions;
  readonly #onEvent: (event: EngineEvent) => void;
  #plan: Plan;
  #faults = '';

  constructor(plan: Plan, options: OpenOptions, onEvent: (event: EngineEvent) => void) {
    this.#plan = plan;
    this.#options = options;
    this.#onEvent = onEvent;
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** Whether the files cannot be compiled as they are now. */
  get isFaulty(): boolean {
    return this.#faults !== '';
  }

  /** Compiles anew; returns whether there is another plan now. */
  async look(): Promise<boolean> {
    const compiled = await compilePipeline(this.#options);
    if (!compiled.ok) {
      const faults = JSON.stringify(compiled.error);
      if (faults === this.#faults) return false;
      this.#faults = faults;
      for (const diagnostic of compiled.error)
        this.#onEvent({ type: 'diagnostic', time: Date.now(), diagnostic });
      this.#say('kept', 'the last good pipeline goes on');
      return false;
    }
    const wasFaulty = this.isFaulty;
    this.#faults = '';
    const before = this.#plan;
    this.#plan = compiled.value.plan;
    const isSame = printPlan(before) === printPlan(this.#plan);
    if (!isSame) this.#say('reloaded', 'the pipeline changed');
    else if (wasFaulty) this.#say('mended', 'the pipeline is as it was');
    return !isSame || before.sources.length !== this.#plan.sources.length;
  }

  /** Names of tasks of `before` that are gone or are otherwise now. */
  changedTasks(before: Plan): string[] {
    const now = new Map(this.#plan.tasks.map((task) => [task.name, printTask(task, this.#plan)]));
    return before.tasks
      .filter((task) => now.get(task.name) !== printTask(task, before))
      .map((task) => task.name);
  }

  #say(what: 'reloaded' | 'kept' | 'mended', detail: string): void {
    this.#onEvent({ type: 'watch', time: Date.now(), what, detail });
  }
}

/** Where things stand in the files does not count, nor do the files' bytes. */
function printPlan(plan: Plan): string {
  return JSON.stringify(plan, (name, value: unknown) => (PLACES.has(name) ? undefined : value));
}

const PLACES = new Set(['at', 'actionAt', 'sources']);

/** Numbers of repositories are those of one plan only; names are not. */
function printTask(task: TaskPlan, plan: Plan): string {
  return JSON.stringify(task, (name, value: unknown) => {
    if (name === 'at' || name === 'actionAt' || name === 'id' || name === 'dependsOn') return undefined;
    return name === 'repository' ? plan.repositories[value as number]?.name : value;
  });
}
