// What a build says while it works and what it comes to: events, failures, counts. A build that stays has one tally for
// round after round, and a round in which nothing happened is not told. Knows no loop.
import type { BuildSummary, EngineEvent } from '../model/event.ts';
import type { BuildFailure, JobFailure } from '../model/failure.ts';
import type { Job, TaskState } from './job.ts';
import type { BuildOptions } from './options.ts';
import { summarize } from './summary.ts';

export class Tally {
  readonly #pipeline: string;
  readonly #options: BuildOptions;
  readonly #tasks: ReadonlyMap<number, TaskState>;
  readonly #failures = new Map<Job, { failure: JobFailure; log: string }>();
  #startedAt = 0;
  #announced = false;
  #pruned = 0;
  #warnings = 0;
  /** What the last round that was told came to, as far as it may change without a job that runs. */
  #lastWord = '';

  constructor(pipeline: string, options: BuildOptions, tasks: ReadonlyMap<number, TaskState>) {
    this.#pipeline = pipeline;
    this.#options = options;
    this.#tasks = tasks;
  }

  /** Starts a round; a quiet one is told of with its first event. */
  begin(isQuiet: boolean): void {
    this.#startedAt = Date.now();
    this.#announced = false;
    this.#pruned = 0;
    this.#warnings = 0;
    if (!isQuiet) this.#announce();
  }

  emit(event: EngineEvent): void {
    if (!this.#announced) this.#announce();
    this.#options.onEvent(event);
  }

  warn(code: string, message: string): void {
    this.#warnings++;
    this.emit({ type: 'warning', time: Date.now(), code, message });
  }

  get hasPruned(): boolean {
    return this.#pruned > 0;
  }

  prunedPaths(count: number): void {
    this.#pruned += count;
  }

  failed(job: Job, failure: JobFailure, log: string): void {
    this.#failures.set(job, { failure, log });
  }

  /** The round's summary so far. */
  summary(interrupted: boolean, refusal?: BuildFailure): BuildSummary {
    for (const job of this.#failures.keys())
      if (job.removed || job.state !== 'failed') this.#failures.delete(job);
    return summarize({
      tasks: this.#tasks.values(),
      failures: this.#failures,
      durationMs: Date.now() - this.#startedAt,
      interrupted,
      pruned: this.#pruned,
      warnings: this.#warnings,
      refusal,
    });
  }

  /** Ends the round, and tells of it unless it was quiet and all is as it was told last. */
  end(summary: BuildSummary): void {
    const failed = summary.failures.map(({ job }) => `${job.task}/${job.key}`).toSorted();
    const word = JSON.stringify([summary.outcome, failed, summary.notReady, summary.refusal?.code]);
    if (!this.#announced && word === this.#lastWord) return;
    this.#lastWord = word;
    for (const counts of summary.tasks) this.emit({ type: 'task-end', time: Date.now(), counts });
    this.emit({ type: 'build-end', time: Date.now(), summary });
  }

  #announce(): void {
    this.#announced = true;
    const { targets, dryRun, slots, onEvent } = this.#options;
    onEvent({ type: 'build-start', time: this.#startedAt, pipeline: this.#pipeline, targets, dryRun, slots });
  }
}
