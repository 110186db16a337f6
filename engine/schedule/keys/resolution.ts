// What the links of a job come to: their members, or what the job waits for or lacks. Knows no link's kind and no file.
import type { LinkInput } from '../../freshness/inputs.ts';
import type { RepositoryFailure } from '../../repository/port.ts';
import type { BoundLink } from './bound-link.ts';
import { nameOf } from '../job.ts';
import type { Job } from '../job.ts';
import type { Member } from './members.ts';

/** The members of one link: `one` for a single member, `many` for a fan-in or group in the order of keys. */
export interface LinkMembers {
  readonly link: BoundLink;
  readonly shape: 'one' | 'many';
  readonly members: readonly Member[];
}

export type Resolution =
  | { readonly type: 'pending' }
  | { readonly type: 'failed'; readonly link: string; readonly by: string }
  | { readonly type: 'absent'; readonly link: string; readonly text: string }
  /** A source that is named outright, and so is no matter of keys, is not there. */
  | { readonly type: 'missing'; readonly link: string; readonly repository: number }
  | { readonly type: 'broken'; readonly failure: RepositoryFailure }
  | { readonly type: 'ready'; readonly links: readonly LinkMembers[]; readonly inputs: readonly LinkInput[] };

/** What one link comes to. */
export type Found =
  | Exclude<Resolution, { type: 'ready' }>
  | { readonly type: 'none' }
  | { readonly type: 'members'; readonly shape: 'one' | 'many'; readonly members: readonly Member[] };

/** Of a member that is there for nobody. */
export function failedBy({ plan }: BoundLink, { key, maker, fault }: Member): Found {
  if (fault) return { type: 'broken', failure: fault };
  return { type: 'failed', link: plan.name, by: maker ? rootOfJob(maker) : key };
}

/** Of members that nobody knows of, since a job failed that might have made them. */
export function unknownFor({ plan }: BoundLink, gap: Job): Found {
  return { type: 'failed', link: plan.name, by: rootOfJob(gap) };
}

/** The job at the root of a failure: the job itself, or what blocks it. */
function rootOfJob(job: Job): string {
  return job.state === 'blocked' && job.detail ? job.detail.text : nameOf(job);
}
