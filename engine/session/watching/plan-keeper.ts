// Keeps the last good plan while the pipeline's files are edited, and tells of their faults. Knows no build.
import { compilePipeline } from '../../pipeline/late.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { EngineEvent } from '../../model/event.ts';
import type { Plan, TaskPlan } from '../../model/plan.ts';
import { definitionFault } from './trial.ts';
import type { Trial } from './trial.ts';
import type { OpenOptions } from '../types.ts';

export class PlanKeeper {
  readonly #options: OpenOptions;
  readonly #onEvent: (event: EngineEvent) => void;
  #plan: Plan;
  #faults = '';
  /** Of tasks of the present plan, by the task's id. */
  #definitions = new Map<number, string>();
  #suspects: readonly string[] = [];

  constructor(plan: Plan, options: OpenOptions, onEvent: (event: EngineEvent) => void) {
    this.#plan = plan;
    this.#options = options;
    this.#onEvent = onEvent;
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** Whether the files cannot be worked with as they are now. */
  get isFaulty(): boolean {
    return this.#faults !== '' || this.#definitions.size > 0;
  }

  /** Files outside the plan that may mend its faults; a change of one calls for a look. */
  get suspects(): readonly string[] {
    return this.#suspects;
  }

  /** Compiles anew, and tries what comes out; returns whether there is another plan now. */
  async look(trial: Trial): Promise<boolean> {
    const compiled = await compilePipeline(this.#options);
    if (!compiled.ok) {
      this.#suspects = compiled.error.flatMap(({ location }) => (location ? [location.file] : []));
      this.#keep(compiled.error);
      return false;
    }
    const fault = await trial(compiled.value.plan);
    if (fault) {
      const { sources } = compiled.value.plan;
      this.#suspects = [...fault.files, ...sources.map(({ path }) => path)];
      this.#keep([fault.diagnostic]);
      return false;
    }
    const wasFaulty = this.#faults !== '';
    this.#faults = '';
    this.#suspects = [];
    this.#definitions.clear();
    const before = this.#plan;
    this.#plan = compiled.value.plan;
    const isSame = printPlan(before) === printPlan(this.#plan);
    if (!isSame) this.#say('reloaded', 'the pipeline changed');
    else if (wasFaulty) this.#say('mended', 'the pipeline is as it was');
    return !isSame || before.sources.length !== this.#plan.sources.length;
  }

  /** The definition of a task of the present plan cannot be made, or can be again: then the last one holds. */
  noteDefinition(task: number, message: string | undefined): void {
    if (this.#definitions.get(task) === message) return;
    if (message !== undefined) {
      this.#definitions.set(task, message);
      this.#tellFaults([definitionFault(message)]);
      return;
    }
    this.#definitions.delete(task);
    if (!this.isFaulty) this.#say('mended', 'all definitions can be made again');
  }

  #keep(diagnostics: readonly Diagnostic[]): void {
    const faults = JSON.stringify(diagnostics);
    if (faults === this.#faults) return;
    this.#faults = faults;
    this.#tellFaults(diagnostics);
  }

  #tellFaults(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.#onEvent({ type: 'diagnostic', time: Date.now(), diagnostic });
    this.#say('kept', 'the last good pipeline goes on');
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
