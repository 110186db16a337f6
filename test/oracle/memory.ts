// How the oracle's records change by what happens: sure after a build that was checked, doubtful after kills, damage and edits
// during a build. Knows no files.
import { nameOf, taskOf } from './check.ts';
import type { Observation } from './check.ts';
import type { Truth } from './evaluate.ts';
import type { Pipeline } from './model.ts';
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

  /** What ran in a build that did not end by itself, and what it may have removed. */
  doubtRun(built: Built, truth: Truth): void {
    for (const name of built.started) {
      const job = truth.jobs.get(name);
      if (!job?.action) continue;
      const earlier = this.records.get(name)?.outputs ?? new Map<string, string>();
      const outputs = new Map([...earlier, ...job.outputs]);
      this.records.set(name, { action: job.action, outputs, isSure: false });
    }
    this.doubt((name) => isGone(truth, name));
  }

  /** The state was changed: \`lasting\` unless it was removed whole. */
  damage(lasting: boolean): void {
    this.#isDamaged = lasting;
    this.doubt(() => true);
  }
}

function isGone(truth: Truth, name: string): boolean {
  const state = truth.jobs.get(name)?.state;
  return state === undefined || state === 'not-ready';
}
