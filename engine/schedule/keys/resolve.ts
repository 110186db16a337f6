// Which members a job's links lead to now, or what it still waits for. Knows no records, no files and no processes.
import type { LinkInput } from '../../freshness/inputs.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { LinkPlan, RepositoryPlan } from '../../model/plan.ts';
import type { Result } from '../../base/result.ts';
import type { RepositoryFailure } from '../../repository/port.ts';
import { InputSet } from '../../freshness/inputs.ts';
import { compareBytes } from '../../base/compare.ts';
import { askOf, gapIn } from './gap.ts';
import { inhibited, inhibitedByAny } from './inhibitor.ts';
import { fieldAt } from './join-field.ts';
import type { Job } from '../job.ts';
import type { Member, Members } from './members.ts';
import { isRead } from './admission.ts';
import type { BoundLink } from './bound-link.ts';
import type { Network } from './network.ts';
import { failedBy, unknownFor } from './resolution.ts';
import type { Found, LinkMembers, Resolution } from './resolution.ts';

export interface ResolvePorts {
  /** The fingerprint of a source member that nobody asked for yet; undefined when it has just vanished. */
  readonly fingerprint: (members: Members, key: string) => Result<Fingerprint | undefined, RepositoryFailure>;
  /** The record of a member, for joins; undefined if it has none. */
  readonly record: (members: Members, key: string) => unknown;
}

/**
 * A wait for another job comes before a failure, and a failure before a missing member, so that the answer is the same
 * whatever ended first. A job that lacks a member needs no named source either. Without `contents` no file is looked at, and
 * there are no `inputs`.
 */
export function resolve(network: Network, job: Job, ports: ResolvePorts, contents = true): Resolution {
  const links: LinkMembers[] = [];
  const inputs: LinkInput[] = [];
  let failed: Extract<Resolution, { type: 'failed' }> | undefined;
  let absent: Extract<Resolution, { type: 'absent' }> | undefined;
  let missing: Extract<Resolution, { type: 'missing' }> | undefined;
  for (const link of network.links.get(job.task)!) {
    if (!isRead(link.plan)) continue;
    const found = membersOf(network, job, link, links, ports);
    switch (found.type) {
      case 'pending':
      case 'broken':
        return found;
      case 'failed':
        failed ??= found;
        break;
      case 'absent':
        absent ??= found;
        break;
      case 'missing':
        missing ??= found;
        break;
      case 'none':
        break;
      case 'members': {
        const { members, shape } = found;
        links.push({ link, shape, members });
        if (!contents) break;
        const unknown = learnAll(link.members, members, ports);
        if (unknown) return unknown;
        if (link.plan.isInput) inputs.push(inputOf(link, shape, members, link.plan.select.type === 'all'));
        break;
      }
      default: {
        const rest: never = found;
        throw new Error(`unknown ${JSON.stringify(rest)}`);
      }
    }
  }
  return failed ?? absent ?? missing ?? { type: 'ready', links, inputs };
}

function membersOf(
  network: Network,
  job: Job,
  link: BoundLink,
  before: readonly LinkMembers[],
  ports: ResolvePorts,
): Found {
  const { plan, members } = link;
  const settled = network.isSettled(plan.repository);
  switch (plan.select.type) {
    case 'all':
    case 'keys':
      if (plan.inhibitsStart) return inhibitedByAny(network, job, link, settled);
      return manyOf(network, job, link, settled);
    case 'digest':
    case 'cokeyed':
      return { type: 'none' };
    case 'same':
    case 'unit':
    case 'key':
    case 'join':
      break;
    default: {
      const rest: never = plan.select;
      throw new Error(`unknown selector ${JSON.stringify(rest)}`);
    }
  }
  const key =
    plan.select.type === 'join' ? joinKey(plan.select, before, ports) : { key: link.keyFor!(job.key) };
  if ('missing' in key)
    return plan.requiredForStart ? { type: 'absent', link: plan.name, text: key.missing } : { type: 'none' };
  if (plan.select.type === 'join' || plan.select.type === 'key') network.watch(plan.repository, key.key, job);
  const member = members.get(key.key);
  if (plan.inhibitsStart) return inhibited(network, job, link, member, settled);
  if (member?.state === 'failed') return failedBy(link, member);
  if (member?.state === 'pending') return { type: 'pending' };
  if (member && !needsAllLeaves(members)) return { type: 'members', shape: 'one', members: [member] };
  if (!settled) return { type: 'pending' };
  const gap = gapIn(network, plan.repository, { type: 'key', key: key.key });
  if (gap) return unknownFor(link, gap);
  if (member) return { type: 'members', shape: 'one', members: [member] };
  if (isNamedSource(plan, members.plan))
    return { type: 'missing', link: plan.name, repository: plan.repository };
  const name = key.key === '' ? members.plan.name : `${members.plan.name} ${key.key}`;
  return plan.requiredForStart
    ? { type: 'absent', link: plan.name, text: `${name} is not there` }
    : { type: 'none' };
}

/** A file or folder that the pipeline names outright, and that no task makes. */
function isNamedSource({ select, isInput, requiredForStart }: LinkPlan, repository: RepositoryPlan): boolean {
  const isSource = 'pattern' in repository && repository.writers.length === 0 && repository.sees.length === 0;
  return isSource && select.type === 'unit' && isInput && requiredForStart;
}

/** A present member of `or`, `unless`, `related` or `fallback` may still change when another leaf gets or loses the key. */
function needsAllLeaves(members: Members): boolean {
  return LATE.has(members.plan.type);
}

const LATE = new Set<string>(['or', 'unless', 'related', 'fallback']);

function manyOf(network: Network, job: Job, link: BoundLink, settled: boolean): Found {
  const { plan, members } = link;
  if (!settled) return { type: 'pending' };
  let chosen: readonly Member[];
  if (plan.select.type === 'all') {
    const unsettled = members.unsettled();
    if (unsettled?.state === 'pending') return { type: 'pending' };
    if (unsettled) return failedBy(link, unsettled);
    chosen = members.sorted();
  } else {
    const keys = [...(link.groups!.get(link.groupFor!(job.key)) ?? [])].toSorted(compareBytes);
    chosen = keys.map((key) => members.get(key)!);
    if (chosen.some((member) => member.state === 'pending')) return { type: 'pending' };
    const failed = chosen.find((member) => member.state === 'failed');
    if (failed) return failedBy(link, failed);
  }
  const gap = gapIn(network, plan.repository, askOf(link, job));
  if (gap) return unknownFor(link, gap);
  if (plan.requiredForStart && chosen.length < plan.min) {
    const text =
      chosen.length === 0
        ? `${members.plan.name} has no member`
        : `${members.plan.name} has ${chosen.length} members of ${plan.min}`;
    return { type: 'absent', link: plan.name, text };
  }
  return { type: 'members', shape: 'many', members: chosen };
}

/** The key that stands at a path of another link's record. */
function joinKey(
  select: { readonly link: string; readonly path: readonly string[] },
  before: readonly LinkMembers[],
  ports: ResolvePorts,
): { key: string } | { missing: string } {
  const through = before.find((each) => each.link.plan.name === select.link);
  const member = through?.members[0];
  if (!through || !member) return { missing: `link ${select.link} has no member` };
  const key = fieldAt(ports.record(through.link.members, member.key), select.path);
  if (key !== undefined) return { key };
  return { missing: `${select.link} ${member.key} has no ${select.path.join('.')}` };
}

/** Asks for the fingerprints that nobody needed so far. A member that vanished meanwhile makes the job look again. */
function learnAll(members: Members, chosen: readonly Member[], ports: ResolvePorts): Resolution | undefined {
  for (const member of chosen) {
    if (member.fingerprint !== undefined) continue;
    const fingerprint = ports.fingerprint(members, member.key);
    if (!fingerprint.ok) return { type: 'broken', failure: fingerprint.error };
    if (fingerprint.value === undefined) return { type: 'pending' };
    members.learn(member, fingerprint.value);
  }
  return undefined;
}

function inputOf(
  link: BoundLink,
  shape: 'one' | 'many',
  members: readonly Member[],
  whole: boolean,
): LinkInput {
  const name = link.plan.name;
  if (shape === 'one')
    return { link: name, type: 'one', key: members[0]!.key, fingerprint: members[0]!.fingerprint! };
  const set = whole
    ? link.members.asSet()
    : new InputSet(members as readonly { key: string; fingerprint: Fingerprint }[]);
  return { link: name, type: 'set', set };
}
