// How the oracle's records change by what happens: sure after a build that was checked, doubtful after kills, damage and edits
// during a build. Knows no files.
import { nameOf, taskOf } from './check.ts';
import type { Observation } from './check.ts';
import { outputsOf } from './command.ts';
import type { Action, Truth } from './evaluate.ts';
import type { Pipeline, Task } from './model.ts';
import type { Built } from './project.ts';
import type { Records } from './records.ts';

export class Memory {
  readonly records: Records = new Map();
  /** Damage that SQLite does not see at once may show later. */
  #isDamaged = false;

  /** Takes up what a build came to in which nothing was wrong. */
  learn({ truth, scope, built, isComplete }: Observation, pipeline: Pipeline): void {
    const succeeded = new Set(
      built.events.flatMap((event) =>
        event.type === 'job-end' && event.outcome === 'succeeded' ? [nameOf(event.job)] : [],
      ),
    );
    for (const [name, job] of truth.jobs) {
      const isRight = isComplete && scope.isWhole && scope.isIn(job.task);
      if (job.state === 'made' && (succeeded.has(name) || isRight))
        this.records.set(name, { action: job.action!, outputs: job.outputs, isSure: !this.#isDamaged });
    }
    const isWell = isComplete && scope.isWhole && built.summary?.outcome === 'done';
    // A task that the pipeline no longer has keeps its records.
    const tasks = new Set(pipeline.tasks.map((task) => task.name).filter((name) => scope.isIn(name)));
    for (const name of this.records.keys()) {
      if (!tasks.has(taskOf(name)) || !isGone(truth, name)) continue;
      if (isWell) this.records.delete(name);
      else this.doubt((each) => each === name);
    }
  }

  /** Pipe may have a record, an older one or none. */
  doubt(which: (name: string) => boolean): void {
    for (const [name, record] of this.records)
      if (which(name)) this.records.set(name, { ...record, isSure: false });
  }

  /**
   * What ran in a build that did not end by itself, and what it may have removed. What a job made is known from its results:
   * where sources changed meanwhile it may be neither what they were before nor what they are now.
   */
  doubtRun(built: Built, truth: Truth, pipeline: Pipeline): void {
    for (const name of built.started) {
      const known = this.records.get(name);
      const action = truth.jobs.get(name)?.action ?? known?.action ?? NO_ACTION;
      const outputs = new Map(known?.outputs);
      for (const result of built.results.get(name) ?? [])
        for (const [path, text] of outputsOf(pipeline, taskIn(pipeline, name), keyIn(name), result))
          outputs.set(path, text);
      this.records.set(name, { action, outputs, isSure: false });
    }
    // A file that was moved while the build ran may have been seen in neither place: what came of it is gone.
    const pruned = new Set(
      built.events.flatMap((event) => (event.type === 'pruned' ? [nameOf(event.job)] : [])),
    );
    this.doubt((name) => isGone(truth, name) || pruned.has(name));
  }

  /** The state was changed: \`lasting\` unless it was removed whole. */
  damage(lasting: boolean): void {
    this.#isDamaged = lasting;
    this.doubt(() => true);
  }
}

/** Of a job that nobody knows any more what it ran on. */
const NO_ACTION: Action = { definition: '', inputs: {}, discovered: {} };

function taskIn(pipeline: Pipeline, name: string): Task {
  return pipeline.tasks.find((task) => task.name === taskOf(name))!;
}

function keyIn(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

function isGone(truth: Truth, name: string): boolean {
  const state = truth.jobs.get(name)?.state;
  return state === undefined || state === 'not-ready';
}
