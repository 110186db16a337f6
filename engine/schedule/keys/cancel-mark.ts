// Whether a job is cancelled: whether a link that cancels leads to a member that is there. Decides nothing else.
import type { Job } from '../job.ts';
import { fieldAt } from './join-field.ts';
import type { BoundLink } from './bound-link.ts';
import type { Network } from './network.ts';
import type { ResolvePorts } from './resolve.ts';

export interface CancelMark {
  readonly link: string;
  /** Repository and key, printed. */
  readonly by: string;
}

export function cancelMark(
  network: Network,
  job: Job,
  ports: Pick<ResolvePorts, 'record'>,
): CancelMark | undefined {
  if (!network.isCancellable(job.task)) return undefined;
  const links = network.links.get(job.task)!;
  for (const link of links) {
    if (!link.plan.cancels) continue;
    const key = presentKey(network, job, link, links, ports);
    if (key !== undefined)
      return { link: link.plan.name, by: `${link.members.plan.name}${key === '' ? '' : ` ${key}`}` };
  }
  return undefined;
}

function presentKey(
  network: Network,
  job: Job,
  link: BoundLink,
  links: readonly BoundLink[],
  ports: Pick<ResolvePorts, 'record'>,
): string | undefined {
  const { members, plan } = link;
  if (plan.select.type === 'all' || plan.select.type === 'keys') {
    const keys =
      plan.select.type === 'all' ? members.keys() : (link.groups!.get(link.groupFor!(job.key)) ?? []);
    for (const key of keys) if (members.get(key)?.state === 'present') return key;
    return undefined;
  }
  const key = keyOf(job, link, links, ports);
  if (key === undefined) return undefined;
  if (plan.select.type === 'join' || plan.select.type === 'key') network.watch(plan.repository, key, job);
  return members.get(key)?.state === 'present' ? key : undefined;
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
