// `pipe restore`: puts the members of a backup back, after every digest was checked and nothing would be overwritten
// unasked. Knows no terminal.
//
// A member of an owned repository comes back with the record of the job that made it, so that it is a member again and
// its job up to date; where the backup has no such record it would be a stray, and only `force` writes it.
import { chmodSync, copyFileSync, lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { RepositoryPlan } from '../model/plan.ts';
import { checkParents } from '../repository/containment.ts';
import { dataFile, isWhole, readManifest } from './backup-manifest.ts';
import type { Manifest, SavedEntry, SavedMember, SavedRepository } from './backup-manifest.ts';
import type { BackupRequest } from './backup.ts';
import type { RequestFault, RestoreReport } from './member-types.ts';
import type { Looking } from './members-now.ts';
import { callFault, dataFault, findRepository, wordOf } from './reference.ts';

interface Placed {
  readonly repository: RepositoryPlan;
  readonly saved: SavedRepository;
  readonly members: readonly { readonly member: SavedMember; readonly place: string; readonly same: boolean }[];
}

export function restore(looking: Looking, request: BackupRequest): Result<RestoreReport, RequestFault> {
  const { plan, store, workspace } = looking;
  const manifest = readManifest(request.folder);
  if (!manifest.ok)
    return err(
      manifest.error === 'absent'
        ? callFault('no-backup', `${request.folder} holds no backup: it has no manifest.json`)
        : manifest.error,
    );
  const chosen = choose(looking, manifest.value, request);
  if (!chosen.ok) return chosen;
  const placed: Placed[] = [];
  for (const [saved, repository] of chosen.value.pairs) {
    const each = place(looking, manifest.value, saved, repository, request);
    if (!each.ok) return each;
    placed.push(each.value);
  }
  const records = recordsFor(looking, manifest.value, placed, request.force);
  try {
    // Outputs before records: a record whose outputs are not there only makes its job run.
    for (const { members } of placed)
      for (const { member, place: absolute, same } of members)
        if (!same) putMember(request.folder, member, absolute);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return err(dataFault('not-written', `restoring broke off: ${(error as Error).message}`));
  }
  store.transaction(() => {
    for (const { task, record } of records) store.putRecord(task, record);
    for (const [digest, text] of records.length > 0 ? Object.entries(manifest.value.texts) : [])
      store.putText(digest, text);
  });
  for (const { repository, members } of placed)
    for (const { member } of members)
      workspace.stats.forget(workspace.patterns.get(repository.id)!.format(member.key)!);
  workspace.saveStats();
  return ok({
    repositories: placed.map(({ repository, members }) => ({
      name: repository.name,
      restored: members.filter((each) => !each.same).length,
      same: members.filter((each) => each.same).length,
    })),
    records: records.length,
    warnings: [...chosen.value.skipped, ...placed.flatMap((each) => strayWarning(plan, manifest.value, each))],
  });
}

/** The repositories of the backup that are asked for, each with the one of this pipeline that has its name or a link of its. */
function choose(
  { plan }: Looking,
  manifest: Manifest,
  { names, all, folder }: BackupRequest,
): Result<{ pairs: [SavedRepository, RepositoryPlan][]; skipped: string[] }, RequestFault> {
  if (all && names.length > 0) return err(callFault('extra-name', 'names and --all exclude each other'));
  if (!all && names.length === 0)
    return err(callFault('no-name', 'no REPO is given', { hint: '--all means every one of the backup' }));
  const pairs: [SavedRepository, RepositoryPlan][] = [];
  const skipped: string[] = [];
  for (const name of all ? manifest.repositories.map((each) => each.name) : names) {
    const saved = manifest.repositories.find((each) => each.name === name || each.links.includes(name));
    if (!saved)
      return err(
        callFault('unknown-repository', `the backup in ${folder} has no repository "${name}"`, {
          hint: `it has ${manifest.repositories.map((each) => each.name).join(', ')}`,
        }),
      );
    const own = [saved.name, ...saved.links].map((each) => findRepository(plan, each)).find(Boolean);
    const usable = own && 'pattern' in own && (own.type === 'directory') === (saved.type === 'directory');
    if (usable) pairs.push([saved, own]);
    else if (all) skipped.push(`this pipeline has no repository for ${saved.name} (type ${saved.type}): it is left out`);
    else
      return err(
        callFault('unknown-repository', `this pipeline has no repository for "${saved.name}" (type ${saved.type})`),
      );
  }
  return ok({ pairs, skipped });
}

/** Where each member goes, with every check that can be made before anything is written. */
function place(
  looking: Looking,
  manifest: Manifest,
  saved: SavedRepository,
  repository: RepositoryPlan,
  { folder, force }: BackupRequest,
): Result<Placed, RequestFault> {
  const { plan, workspace } = looking;
  const pattern = workspace.patterns.get(repository.id)!;
  const members: Placed['members'][number][] = [];
  for (const member of saved.members) {
    const name = `${repository.name} ${wordOf(member.key)}`;
    const path = pattern.format(member.key);
    if (path === undefined)
      return err(dataFault('bad-key', `${name}: this pipeline's ${repository.name} can have no such key`));
    for (const { sha256 } of member.entries)
      if (sha256 !== undefined && !isWhole(dataFile(folder, sha256), sha256))
        return err(
          dataFault('damaged', `${name}: its content ${dataFile(folder, sha256)} is missing or damaged`, {
            hint: 'nothing was restored',
          }),
        );
    const unsafe = member.entries.some(({ path: below }) => below.split('/').includes('..') || below.startsWith('/'));
    const parents = checkParents(plan.root, pattern.fixed, path);
    if (unsafe || !parents.ok)
      return err(dataFault('outside', parents.ok ? `${name} has a path that leads out of it` : parents.error.message));
    const absolute = resolve(plan.root, path);
    const there = lstatSync(absolute, { throwIfNoEntry: false }) !== undefined;
    const same = there && isSame(member, absolute);
    if (there && !same && !force)
      return err(
        dataFault('exists', `${path} is there and differs from the backup`, { hint: '--force overwrites it' }),
      );
    const isStray = repository.writers.length > 0 && !isRecorded(manifest, plan, repository, member.key);
    if (isStray && !('acceptStrays' in repository && repository.acceptStrays) && !force)
      return err(
        dataFault('owned', `${name} would be a stray: the backup does not say which job of this pipeline made it`, {
          hint: '--force writes it all the same',
        }),
      );
    members.push({ member, place: absolute, same });
  }
  return ok({ repository, saved, members });
}

function isSame(member: SavedMember, absolute: string): boolean {
  return member.entries.every((entry) => {
    const at = entry.path === '' ? absolute : join(absolute, entry.path);
    const stats = lstatSync(at, { throwIfNoEntry: false });
    switch (entry.type) {
      case 'folder':
        return stats?.isDirectory() === true;
      case 'link':
        return stats?.isSymbolicLink() === true && readlinkSync(at) === entry.target;
      case 'file':
        return (
          stats?.isFile() === true &&
          isWhole(at, entry.sha256!) &&
          ((stats.mode & 0o100) !== 0) === (entry.executable ?? false)
        );
      default: {
        const rest: never = entry.type;
        throw new Error(`unknown entry ${String(rest)}`);
      }
    }
  });
}

function putMember(folder: string, member: SavedMember, absolute: string): void {
  rmSync(absolute, { recursive: true, force: true });
  mkdirSync(dirname(absolute), { recursive: true });
  for (const entry of member.entries) putEntry(folder, entry, entry.path === '' ? absolute : join(absolute, entry.path));
}

function putEntry(folder: string, { type, sha256, executable, target }: SavedEntry, at: string): void {
  if (type === 'folder') mkdirSync(at, { recursive: true });
  else if (type === 'link') symlinkSync(target!, at);
  else {
    copyFileSync(dataFile(folder, sha256!), at);
    chmodSync(at, executable ? 0o755 : 0o644);
  }
}

/** Whether the backup has the record of a job of this pipeline that made the member. */
function isRecorded(manifest: Manifest, plan: Looking['plan'], repository: RepositoryPlan, key: string): boolean {
  return repository.writers.some((id) => {
    const task = plan.tasks[id]!;
    const links = new Set(
      task.links.filter((link) => link.repository === repository.id && link.isOutput).map((link) => link.name),
    );
    const isStatus = task.links.some((link) => link.repository === repository.id && link.isStatus);
    return manifest.records.some(
      (each) =>
        each.task === task.name &&
        (each.record.outputs.some((output) => links.has(output.link) && output.key === key) ||
          (isStatus && each.record.key === key)),
    );
  });
}

/** Records of this pipeline's tasks whose outputs came back; one that is there already stays, unless forced. */
function recordsFor(
  { plan, store }: Looking,
  manifest: Manifest,
  placed: readonly Placed[],
  force: boolean,
): Manifest['records'] {
  const restored = new Set(
    placed.flatMap(({ repository, members }) => members.map(({ member }) => `${repository.id} ${member.key}`)),
  );
  return manifest.records.filter(({ task, record }) => {
    const own = plan.tasks.find((each) => each.name === task);
    if (!own || (!force && store.record(task, record.key)?.state === 'done')) return false;
    return record.outputs.some((output) => {
      const link = own.links.find((each) => each.name === output.link);
      return link !== undefined && restored.has(`${link.repository} ${output.key}`);
    });
  });
}

function strayWarning(plan: Looking['plan'], manifest: Manifest, { repository, members }: Placed): string[] {
  if (repository.writers.length === 0 || ('acceptStrays' in repository && repository.acceptStrays)) return [];
  const strays = members.filter(({ member }) => !isRecorded(manifest, plan, repository, member.key));
  return strays.length === 0
    ? []
    : [`${strays.length} of ${repository.name} are strays: no build reads them`];
}
