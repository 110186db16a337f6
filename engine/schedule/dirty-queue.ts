// Jobs to look at again, each once, first come first served. Knows nothing of them but their mark.
import type { Job } from './job.ts';

export class DirtyQueue {
  readonly #jobs: Job[] = [];
  #head = 0;

  get isEmpty(): boolean {
    return this.#head >= this.#jobs.length;
  }

  push(job: Job): void {
    if (job.queued || job.removed) return;
    job.queued = true;
    this.#jobs.push(job);
  }

  next(): Job | undefined {
    const job = this.#jobs[this.#head];
    if (!job) {
      this.#jobs.length = 0;
      this.#head = 0;
      return undefined;
    }
    this.#head++;
    if (this.#head > 4096 && this.#head * 2 > this.#jobs.length) {
      this.#jobs.splice(0, this.#head);
      this.#head = 0;
    }
    job.queued = false;
    return job;
  }
}
