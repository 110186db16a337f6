// Whether a link that inhibits the start holds a job back, or whether that is not known yet. Knows no other link.
import { compareBytes } from '../../base/compare.ts';
import { askOf, gapIn } from './gap.ts';
import type { BoundLink } from './bound-link.ts';
import type { Job } from '../job.ts';
import type { Member } from './members.ts';
import type { Network } from './network.ts';
import { failedBy, unknownFor } from './resolution.ts';
import type { Found } from './resolution.ts';

/** By a single member. */
export function inhibited(
  network: Network,
  job: Job,
  link: BoundLink,
  member: Member | undefined,
  settled: boolean,
): Found {
  if (link.plan.isStatus) return { type: 'none' };
  if (member?.state === 'present') return heldBack(link);
  const own = network.writersOf(link.plan.repository).includes(job.task);
  if (member?.state === 'failed' && !own) return failedBy(link, member);
  if (own) return { type: 'none' };
  if (!settled) return { type: 'pending' };
  const gap = gapIn(network, link.plan.repository, { type: 'key', key: link.keyFor!(job.key) });
  return gap ? unknownFor(link, gap) : { type: 'none' };
}

/** By any member of a fan-in, or of the job's group; neither the task nor what comes after it writes there. */
export function inhibitedByAny(network: Network, job: Job, link: BoundLink, settled: boolean): Found {
  const { plan, members } = link;
  if (!settled) return { type: 'pending' };
  const chosen =
    plan.select.type === 'all'
      ? members.sorted()
      : [...(link.groups!.get(link.groupFor!(job.key)) ?? [])]
          .toSorted(compareBytes)
          .map((key) => members.get(key)!);
  if (chosen.some(({ state }) => state === 'pending')) return { type: 'pending' };
  if (chosen.some(({ state }) => state === 'present')) return heldBack(link);
  const [failed] = chosen;
  if (failed) return failedBy(link, failed);
  const gap = gapIn(network, plan.repository, askOf(link, job));
  return gap ? unknownFor(link, gap) : { type: 'none' };
}

function heldBack({ plan, members }: BoundLink): Found {
  return { type: 'absent', link: plan.name, text: `${members.plan.name} holds it back` };
}
