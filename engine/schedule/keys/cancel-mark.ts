// Whether a job is cancelled: whether a link that cancels leads to a member that is there, or of which nobody knows. Decides
// nothing else.
import type { RepositoryFailure } from '../../repository/port.ts';
import type { Job } from '../job.ts';
import { fieldAt } from './join-field.ts';
import type { BoundLink } from './bound-link.ts';
import type { Member } from './members.ts';
import type { Network } from './network.ts';
import type { ResolvePorts } from './resolve.ts';

export type CancelMark =
  | {
      readonly type: 'cancelled';
      readonly link: string;
      /** Repository and key, printed. */
      readonly by: string;
    }
  /** It may be there. */
  | { readonly type: 'in-doubt'; readonly fault: RepositoryFailure };

/** A mark that is there counts before one in doubt. */
export function cancelMark(
  network: Network,
  job: Job,
  ports: Pick<ResolvePorts, 'record'>,
): CancelMark | undefined {
  if (!network.isCancellable(job.task)) return undefined;
  const links = network.links.get(job.task)!;
  let fault: RepositoryFailure | undefined;
  for (const link of links) {
    if (!link.plan.cancels) continue;
    for (const { key, state, fault: doubt } of marksOf(network, job, link, links, ports)) {
      if (state === 'present') {
        const by = `${link.members.plan.name}${key === '' ? '' : ` ${key}`}`;
        return { type: 'cancelled', link: link.plan.name, by };
      }
      fault ??= doubt;
    }
  }
  return fault && { type: 'in-doubt', fault };
}

function marksOf(
  network: Network,
  job: Job,
  link: BoundLink,
  links: readonly BoundLink[],
  ports: Pick<ResolvePorts, 'record'>,
): Iterable<Member> {
  const { members, plan } = link;
  if (plan.select.type === 'all') return members.all();
  if (plan.select.type === 'keys')
    return [...(link.groups!.get(link.groupFor!(job.key)) ?? [])].map((key) => members.get(key)!);
  const key = keyOf(job, link, links, ports);
  if (key === undefined) return [];
  if (plan.select.type === 'join' || plan.select.type === 'key') network.watch(plan.repository, key, job);
  const member = members.get(key);
  return member ? [member] : [];
}

/** The key of a single member, through the records of other links where it has to be looked up. */
function keyOf(
  job: Job,
  link: BoundLink,
  links: readonly BoundLink[],
  ports: Pick<ResolvePorts, 'record'>,
): string | undefined {
  if (link.keyFor) return link.keyFor(job.key);
  const { select } = link.plan;
  if (select.type !== 'join') return undefined;
  const through = links.find((each) => each.plan.name === select.link);
  const key = through && keyOf(job, through, links, ports);
  if (!through || key === undefined || through.members.get(key)?.state !== 'present') return undefined;
  return fieldAt(ports.record(through.members, key), select.path);
}
