// Which jobs read a member through a computed key or a join, so that a change of it finds them. Knows no members.
import type { Job } from '../job.ts';

export class MemberWatchers {
  /** By repository, then key. */
  readonly #jobs: (Map<string, Set<Job>> | undefined)[] = [];

  add(repository: number, key: string, job: Job): void {
    const byKey = (this.#jobs[repository] ??= new Map<string, Set<Job>>());
    const jobs = byKey.get(key);
    if (jobs) jobs.add(job);
    else byKey.set(key, new Set([job]));
  }

  /** Those that are still there. */
  *of(repository: number, key: string): Generator<Job> {
    const jobs = this.#jobs[repository]?.get(key);
    for (const job of jobs ?? []) {
      if (job.removed) jobs!.delete(job);
      else yield job;
    }
  }
}
