// From what a job made, or a file that moved, to members of the key index. Decides nothing and runs nothing.
import type { RecordRow } from '../../store/rows.ts';
import type { BuildContext } from '../context.ts';
import type { Job } from '../job.ts';
import type { Network } from './network.ts';

/** Makes a record's outputs members, and those that the job made before and not now none. */
export function settle(
  network: Network,
  context: BuildContext,
  job: Job,
  record: RecordRow | undefined,
): void {
  const before = network.outputsOf(job);
  if (record) job.task.records.set(job.key, record);
  const links = network.links.get(job.task)!;
  const now = new Set<string>();
  for (const output of record?.outputs ?? []) {
    const link = links.find((each) => each.plan.name === output.link && each.plan.isOutput);
    if (!link) continue;
    const repository = link.homeOf?.(output.path) ?? link.plan.repository;
    now.add(`${repository}/${output.key}`);
    network.set(repository, output.key, 'present', output.fingerprint, job);
  }
  showStatus(network, context, job);
  for (const old of before) {
    if (!now.has(`${old.repository}/${old.key}`)) network.remove(old.repository, old.key, job);
  }
}

/** Makes what a job made before members as it lies there, for those who do not wait for its next end. */
export function showEarlier(network: Network, context: BuildContext, job: Job): void {
  for (const output of job.task.records.get(job.key)?.outputs ?? []) {
    const link = network.links.get(job.task)!.find((each) => each.plan.name === output.link);
    const now = context.outputNow(output);
    if (!link || now === undefined) continue;
    network.set(link.homeOf?.(output.path) ?? link.plan.repository, output.key, 'present', now, job);
  }
}

/** Members of status repositories are there at every end, whatever it was. */
export function showStatus(network: Network, context: BuildContext, job: Job): void {
  for (const link of network.links.get(job.task)!) {
    if (!link.plan.isStatus || link.plan.isOutput || !link.keyFor) continue;
    const key = link.keyFor(job.key);
    const found = context.paths.get(link.plan.repository)?.fingerprint(key);
    if (!found?.ok) continue;
    if (found.value === undefined) network.remove(link.plan.repository, key);
    else network.set(link.plan.repository, key, 'present', found.value, job);
  }
}

/** What says that the job runs goes with the run, though the job may run again. */
export function showLive(network: Network, context: BuildContext, job: Job): void {
  if (job.task.plan.links.some(({ role }) => role === 'live')) showStatus(network, context, job);
}

/** Takes up what a path that moved is now: a source, or its new fingerprint; a made file's job is looked at again. */
export function refresh(network: Network, context: BuildContext, path: string): void {
  for (const [id, pattern] of context.patterns) {
    const key = pattern.match(path);
    if (key === undefined) continue;
    const member = network.members[id]!.get(key);
    const isSource = context.plan.repositories[id]!.writers.length === 0;
    if (member ? member.state !== 'present' : !isSource) continue;
    if (member?.maker) {
      network.touch(member.maker);
      continue;
    }
    const fingerprint = context.paths.get(id)!.fingerprint(key);
    if (!fingerprint.ok) continue;
    if (fingerprint.value === undefined) network.remove(id, key);
    else network.set(id, key, 'present', fingerprint.value, undefined);
  }
}

/** Whether a present job other than `except` makes the file at a path. */
export function isClaimed(
  network: Network,
  context: BuildContext,
  path: string,
  except: Job | undefined,
): boolean {
  for (const [id, pattern] of context.patterns) {
    if (context.plan.repositories[id]!.writers.length === 0) continue;
    const key = pattern.match(path);
    if (key !== undefined && network.otherMaker(id, key, except)) return true;
  }
  return false;
}
