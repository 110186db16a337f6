// `pipe restore`: puts the members of a backup back, after every digest was checked and nothing would be overwritten
// unasked. Knows no terminal.
//
// A member of an owned repository comes back with the record of the job that made it, so that it is a member again and
// its job up to date; where the backup has no such record it would be a stray, and only `force` writes it.
import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { RepositoryPlan } from '../../model/plan.ts';
import { checkParents } from '../../repository/containment.ts';
import { homeOf } from '../../schedule/attempt/output-home.ts';
import { dataFile, isWhole, readManifest } from './backup-manifest.ts';
import type { Manifest, SavedMember, SavedRepository } from './backup-manifest.ts';
import { isContained, isSame, putMember } from './backup-files.ts';
import { putBlobs } from './backup-blobs.ts';
import type { BackupRequest } from './backup.ts';
import type { RequestFault, RestoreReport } from './member-types.ts';
import type { Lock } from './members-now.ts';
import type { Looking } from '../looking.ts';
import { callFault, dataFault, findRepository, wordOf } from '../reference.ts';

interface Placed {
  readonly repository: RepositoryPlan;
  readonly saved: SavedRepository;
  readonly members: readonly {
    readonly member: SavedMember;
    readonly place: string;
    readonly same: boolean;
  }[];
}

export async function restore(
  looking: Looking,
  request: BackupRequest,
  lock: Lock,
): Promise<Result<RestoreReport, RequestFault>> {
  const { store } = looking;
  const manifest = readManifest(request.folder);
  if (!manifest.ok)
    return err(
      manifest.error === 'absent'
        ? callFault('no-backup', `${request.folder} holds no backup: it has no manifest.json`)
        : manifest.error,
    );
  const chosen = choose(looking, manifest.value, request);
  if (!chosen.ok) return chosen;
  const isOwned = chosen.value.pairs.some(([, repository]) => repository.writers.length > 0);
  const held = isOwned ? await lock() : ok(undefined);
  if (!held.ok) return held;
  using _held = held.value;
  const recorded = recordedMembers(manifest.value, looking);
  const placed: Placed[] = [];
  for (const [saved, repository] of chosen.value.pairs) {
    const each = place(looking, recorded, saved, repository, request);
    if (!each.ok) return each;
    placed.push(each.value);
  }
  const records = recordsFor(looking, manifest.value, placed, request.force);
  try {
    // Outputs before records: a record whose outputs are not there only makes its job run.
    for (const { repository, members } of placed)
      for (const { member, place: absolute, same } of members) {
        putBlobs(repository, member.blobs ?? [], request.folder, looking.plan.root);
        if (!same) putMember(request.folder, member, absolute);
      }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return err(dataFault('not-written', `restoring broke off: ${(error as Error).message}`));
  }
  if (records.length > 0)
    store.transaction(() => {
      for (const { task, record } of records) store.putRecord(task, record);
      for (const [digest, text] of Object.entries(manifest.value.texts)) store.putText(digest, () => text);
    });
  return ok({
    repositories: placed.map(({ repository, members }) => ({
      name: repository.name,
      restored: members.filter((each) => !each.same).length,
      same: members.filter((each) => each.same).length,
    })),
    records: records.length,
    warnings: [...chosen.value.skipped, ...placed.flatMap((each) => strayWarning(recorded, each))],
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
    const usable = own && 'pattern' in own && formOf(own.type) === formOf(saved.type);
    if (usable) pairs.push([saved, own]);
    else if (all)
      skipped.push(`this pipeline has no repository for ${saved.name} (type ${saved.type}): it is left out`);
    else
      return err(
        callFault(
          'unknown-repository',
          `this pipeline has no repository for "${saved.name}" (type ${saved.type})`,
        ),
      );
  }
  return ok({ pairs, skipped });
}

/** Files come back as files of any kind. */
function formOf(type: string): string {
  return type === 'directory' || type === 'tree' ? type : 'file';
}

/** Where each member goes, with every check that can be made before anything is written. */
function place(
  looking: Looking,
  recorded: ReadonlySet<string>,
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
    const contents = [...member.entries.map(({ sha256 }) => sha256), ...(member.blobs ?? [])];
    for (const sha256 of contents)
      if (sha256 !== undefined && !isWhole(dataFile(folder, sha256), sha256))
        return err(
          dataFault('damaged', `${name}: its content ${dataFile(folder, sha256)} is missing or damaged`, {
            hint: 'nothing was restored',
          }),
        );
    const unsafe = !isContained(member);
    const parents = checkParents(plan.root, pattern.fixed, path);
    if (unsafe || !parents.ok)
      return err(
        dataFault('outside', parents.ok ? `${name} has a path that leads out of it` : parents.error.message),
      );
    const absolute = resolve(plan.root, path);
    const there = lstatSync(absolute, { throwIfNoEntry: false }) !== undefined;
    const same = there && isSame(member, absolute);
    if (there && !same && !force)
      return err(
        dataFault('exists', `${path} is there and differs from the backup`, {
          hint: '--force overwrites it',
        }),
      );
    const isStray = repository.writers.length > 0 && !recorded.has(`${repository.id} ${member.key}`);
    if (isStray && !('acceptStrays' in repository && repository.acceptStrays) && !force)
      return err(
        dataFault(
          'owned',
          `${name} would be a stray: the backup does not say which job of this pipeline made it`,
          {
            hint: '--force writes it all the same',
          },
        ),
      );
    members.push({ member, place: absolute, same });
  }
  return ok({ repository, saved, members });
}

/** `repository key` of each member that a job of this pipeline made by the backup's records. */
function recordedMembers(
  { records }: Manifest,
  { plan, workspace: { patterns } }: Looking,
): ReadonlySet<string> {
  const recorded = new Set<string>();
  const tasks = new Map(plan.tasks.map((task) => [task.name, task]));
  for (const { task, record } of records) {
    for (const link of tasks.get(task)?.links ?? []) {
      if (link.isStatus) recorded.add(`${link.repository} ${record.key}`);
      if (!link.isOutput) continue;
      for (const output of record.outputs)
        if (output.link === link.name) recorded.add(`${homeOf(link, output.path, patterns)} ${output.key}`);
    }
  }
  return recorded;
}

/** Records of this pipeline's tasks whose outputs came back; one that is there already stays, unless forced. */
function recordsFor(
  { plan, store, workspace }: Looking,
  manifest: Manifest,
  placed: readonly Placed[],
  force: boolean,
): Manifest['records'] {
  const restored = new Set(
    placed.flatMap(({ repository, members }) =>
      members.map(({ member }) => `${repository.id} ${member.key}`),
    ),
  );
  return manifest.records.filter(({ task, record }) => {
    const own = plan.tasks.find((each) => each.name === task);
    if (!own || (!force && store.record(task, record.key)?.state === 'done')) return false;
    return record.outputs.some((output) => {
      const link = own.links.find((each) => each.name === output.link);
      return (
        link !== undefined && restored.has(`${homeOf(link, output.path, workspace.patterns)} ${output.key}`)
      );
    });
  });
}

function strayWarning(recorded: ReadonlySet<string>, { repository, members }: Placed): string[] {
  if (repository.writers.length === 0 || ('acceptStrays' in repository && repository.acceptStrays)) return [];
  const strays = members.filter(({ member }) => !recorded.has(`${repository.id} ${member.key}`));
  return strays.length === 0
    ? []
    : [`${strays.length} of ${repository.name} are strays: no build reads them`];
}
