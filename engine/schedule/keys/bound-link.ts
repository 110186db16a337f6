// A link with its repository's key index and the functions of keys that its selector stands for. Types only.
import type { LinkPlan } from '../../model/plan.ts';
import type { Job } from '../job.ts';
import type { Members } from './members.ts';

/** A link as the network uses it: its plan and the functions of keys that its selector stands for. */
export interface BoundLink {
  readonly plan: LinkPlan;
  readonly members: Members;
  /** `same`, `unit`, `key`: the member's key for a job's. */
  readonly keyFor?: (jobKey: string) => string;
  /** The repository that an output at a path is in; of a link to a `fallback` one of two. */
  readonly homeOf?: (path: string) => number;
  /** `keys`: the group that a member belongs to, and the one that a job reads or writes. */
  readonly groupOf?: (memberKey: string) => string | undefined;
  readonly groupFor?: (jobKey: string) => string;
  /** `keys` of an output: the folder that the members of a job's group lie below, relative to the root. */
  readonly folderFor?: (jobKey: string) => string;
  /** `keys` of an input: the members of each group, and the jobs that read it. */
  readonly groups?: Map<string, Set<string>>;
  readonly groupJobs?: Map<string, Set<Job>>;
}
