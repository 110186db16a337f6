// Members that several jobs make at once, since their keys follow from their contents: who makes which, and what that
// comes to. Knows no other repository and no file.
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { Plan } from '../../model/plan.ts';
import type { Combined } from './combine.ts';
import type { Job } from '../job.ts';
import type { MemberState } from './members.ts';

interface Made {
  readonly state: MemberState;
  readonly fingerprint: Fingerprint | undefined;
}

export class SharedMakers {
  /** By repository and key; only repositories that some output link keys anew. */
  readonly #makers: (Map<string, Map<Job, Made>> | undefined)[];

  constructor(plan: Plan) {
    this.#makers = plan.repositories.map(() => undefined);
    for (const task of plan.tasks) {
      for (const { select, repository } of task.links)
        if (select.type === 'digest' || select.type === 'cokeyed') this.#makers[repository] ??= new Map();
    }
  }

  has(repository: number): boolean {
    return this.#makers[repository] !== undefined;
  }

  /** What the member is with what this job makes of it now. */
  set(repository: number, key: string, job: Job, made: Made): Combined {
    const byKey = this.#makers[repository]!;
    const makers = byKey.get(key);
    if (makers) makers.set(job, made);
    else byKey.set(key, new Map([[job, made]]));
    return best(byKey.get(key)!)!;
  }

  /** What the member is without this job, or without anyone; undefined if nobody makes it. */
  drop(repository: number, key: string, job: Job | undefined): Combined | undefined {
    const byKey = this.#makers[repository]!;
    const makers = byKey.get(key);
    if (job) makers?.delete(job);
    else makers?.clear();
    if (makers?.size === 0) byKey.delete(key);
    return makers && best(makers);
  }

  /** A job other than this one that makes the member; `hasMade`: that has made it as it is to be now. */
  other(repository: number, key: string, job: Job | undefined, hasMade = false): Job | undefined {
    for (const [maker, { state }] of this.#makers[repository]?.get(key) ?? [])
      if (maker !== job && !maker.removed && (!hasMade || state === 'present')) return maker;
    return undefined;
  }
}

/** There if one job has made it, else on its way if one may make it. */
function best(makers: ReadonlyMap<Job, Made>): Combined | undefined {
  let found: Combined | undefined;
  for (const [maker, made] of makers) {
    if (!found || RANK[made.state] < RANK[found.state]) found = { ...made, maker };
  }
  return found;
}

const RANK = { present: 0, pending: 1, failed: 2 };
