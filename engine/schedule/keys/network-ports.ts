// What the graph of key sets asks and tells others. Types only; knows no member.
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { LinkPlan } from '../../model/plan.ts';
import type { PathPattern } from '../../repository/port.ts';
import type { BoundLink } from './bound-link.ts';
import type { CombineContext } from './combine.ts';
import type { Job, TaskState } from '../job.ts';
import type { Members } from './members.ts';

export interface NetworkPorts {
  /** Path patterns by repository id, for path kinds. */
  readonly patterns: ReadonlyMap<number, PathPattern>;
  readonly bind: (task: TaskState, link: LinkPlan, members: Members) => BoundLink;
  readonly combine: CombineContext;
  /** A task's key set is final for now: all that can change it has ended. */
  readonly onClosed: (task: TaskState) => void;
  /** A job runs, and a link that may cancel it has changed. */
  readonly onMark?: (job: Job) => void;
  /** A member is there with a content that is known. */
  readonly onContent?: (repository: number, key: string, fingerprint: Fingerprint) => void;
}
