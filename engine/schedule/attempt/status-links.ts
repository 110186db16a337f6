// Links that tell how a run went: done, logs, and streams that are no output. Written at every end of a job, outside its
// commit, and never a reason to run. Knows no other job.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canonicalJson } from '../../base/digest.ts';
import type { Mask } from '../../base/mask.ts';
import type { Plan } from '../../model/plan.ts';
import type { Exit } from '../../executor/port.ts';
import { checkParents } from '../../repository/containment.ts';
import type { PathRepository } from '../../repository/port.ts';
import type { Job } from '../job.ts';
import type { BoundLink } from '../keys/bound-link.ts';
import type { Network } from '../keys/network.ts';
import type { OutputSlot } from './output-slot.ts';
import type { Stage } from './stage.ts';

/** A status link of one job; paths relative to the root. */
export interface StatusSlot {
  readonly link: BoundLink;
  readonly key: string;
  readonly real: string;
  /** Where a stream is written while the job runs. */
  readonly staged: string;
}

export interface RunFacts {
  readonly exit: Exit;
  readonly success: boolean;
  /** A link that cancels ended it. */
  readonly cancelled: boolean;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly executor: string;
  /** How many processes it ran in at the same time. */
  readonly replicas: number;
  /** Relative path of the log, '' if it is empty. */
  readonly log: string;
}

export function planStatus(
  network: Network,
  job: Job,
  stage: Stage,
  slot: number | string,
  repositories: ReadonlyMap<number, PathRepository>,
): StatusSlot[] {
  const slots: StatusSlot[] = [];
  for (const link of network.links.get(job.task)!) {
    const repository = repositories.get(link.plan.repository);
    if (!link.plan.isStatus || link.plan.isOutput || !link.keyFor || !repository) continue;
    const key = link.keyFor(job.key);
    slots.push({
      link,
      key,
      real: repository.pathOf(key),
      staged: stage.pathFor(slot, `.status/${link.plan.name}`),
    });
  }
  return slots;
}

/** Writes every status link for a run that ended. */
export function writeStatus(slots: readonly StatusSlot[], facts: RunFacts, root: string, mask: Mask): void {
  for (const { link, real, staged } of slots) {
    const place = resolve(root, real);
    if (link.plan.role !== 'live') mkdirSync(dirname(place), { recursive: true });
    switch (link.plan.role) {
      case 'done':
        writeWhole(place, doneText(facts, link.members.plan.type));
        break;
      case 'logs':
        if (facts.log === '') writeWhole(place, '');
        else writeBeside(place, (beside) => copyFileSync(resolve(root, facts.log), beside));
        break;
      case 'stdout':
      case 'stderr':
      case undefined:
        // Copied, since the place may be on another device; what lies there may be a link, and is replaced.
        if (!existsSync(resolve(root, staged))) break;
        mask.file(resolve(root, staged));
        writeBeside(place, (beside) => copyFileSync(resolve(root, staged), beside));
        break;
      case 'stdin':
      case 'live':
        break;
      default: {
        const rest: never = link.plan.role;
        throw new Error(`unknown role ${String(rest)}`);
      }
    }
  }
}

/** Says that a job runs, where a link asks for it; returns whether one does. */
export function writeLive(
  slots: readonly StatusSlot[],
  facts: Pick<RunFacts, 'startedAt' | 'executor'> & { readonly attempt: number },
  root: string,
): boolean {
  const live = slots.filter(({ link }) => link.plan.role === 'live');
  for (const { link, real } of live) {
    const place = resolve(root, real);
    mkdirSync(dirname(place), { recursive: true });
    const { startedAt, executor, attempt } = facts;
    const record = { start_time: new Date(startedAt).toISOString(), executor, attempt };
    writeWhole(place, recordText(record, link.members.plan.type));
  }
  return live.length > 0;
}

export function removeLive(slots: readonly StatusSlot[], root: string): void {
  for (const { link, real } of slots)
    if (link.plan.role === 'live') rmSync(resolve(root, real), { force: true });
}

/** Before a build: what says that a job runs was left behind by one that was killed. */
export function clearLive(plan: Plan, repositories: ReadonlyMap<number, PathRepository>): void {
  for (const task of plan.tasks) {
    for (const { role, repository } of task.disabled ? [] : task.links) {
      const live = role === 'live' ? repositories.get(repository) : undefined;
      const listing = live?.list();
      for (const key of listing?.ok ? listing.value.keys : []) live!.remove(key);
    }
  }
}

/** Those that the job itself writes, by the path that their name renders as. */
export function ownStatus(slots: readonly StatusSlot[]): OutputSlot[] {
  return slots
    .filter(({ link }) => link.plan.role === undefined)
    .map((slot) => ({ ...slot, repository: undefined, shape: 'one' }));
}

/** Removes a job's status files, when its key is gone. */
export function removeStatus(
  links: readonly BoundLink[],
  jobKey: string,
  repositories: ReadonlyMap<number, PathRepository>,
  root: string,
): void {
  for (const link of links) {
    const repository = repositories.get(link.plan.repository);
    if (link.plan.isStatus && link.keyFor && repository) {
      const path = repository.pathOf(link.keyFor(jobKey));
      if (checkParents(root, repository.pattern.fixed, path).ok)
        rmSync(resolve(root, path), { recursive: true, force: true });
    }
  }
}

/** A record of the same fields whatever the executor; JSON is YAML too. */
function doneText(facts: RunFacts, type: string): string {
  const { exit, success, cancelled, startedAt, endedAt, executor, replicas } = facts;
  const record = {
    success,
    cancelled,
    exit_code: exit.type === 'exit' ? exit.status : null,
    start_time: new Date(startedAt).toISOString(),
    end_time: new Date(endedAt).toISOString(),
    timeout: exit.type === 'timeout',
    executor,
    ...(replicas > 1 && { replicas }),
  };
  return recordText(record, type);
}

function recordText(
  record: Readonly<Record<string, string | number | boolean | null>>,
  type: string,
): string {
  if (type === 'json') return `${canonicalJson(record)}\n`;
  return Object.entries(record)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? JSON.stringify(value) : String(value)}\n`)
    .join('');
}

function writeWhole(place: string, text: string): void {
  writeBeside(place, (beside) => writeFileSync(beside, text));
}

/** Under a name that is no member, and not through a link that lies at the place. */
function writeBeside(place: string, write: (beside: string) => void): void {
  const beside = join(dirname(place), `.pipe-status-${process.pid}`);
  try {
    write(beside);
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
