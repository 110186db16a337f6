// `pipe backup`: copies members of repositories below a folder, with a manifest of their digests and the records of the
// jobs that made them. Changes nothing of the pipeline; knows no terminal.
import { constants, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareBytes } from '../../base/compare.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { setsOf } from '../../freshness/inputs.ts';
import { blobsIn } from './backup-blobs.ts';
import {
  makeFolder,
  readManifest,
  sha256,
  storeContent,
  writeManifest,
  type Manifest,
  type SavedEntry,
  type SavedRepository,
} from './backup-manifest.ts';
import type { BackupReport, RequestFault } from './member-types.ts';
import { membersNow } from './members-now.ts';
import type { Looking } from '../looking.ts';
import { ownerOf } from './own-place.ts';
import type { StoredRepository } from './own-place.ts';
import { callFault, dataFault, linksTo, resolveRepository } from '../reference.ts';

export interface BackupRequest {
  /** Absolute. */
  readonly folder: string;
  readonly names: readonly string[];
  readonly all: boolean;
  readonly force: boolean;
}

export async function backup(
  looking: Looking,
  { folder, names, all, force }: BackupRequest,
): Promise<Result<BackupReport, RequestFault>> {
  const { plan } = looking;
  const chosen = chosenRepositories(looking, names, all);
  if (!chosen.ok) return chosen;
  const earlier = readManifest(folder);
  if (!force && (earlier.ok || earlier.error !== 'absent'))
    return err(dataFault('exists', `${folder} holds a backup already`, { hint: '--force replaces it' }));
  const members = await membersNow(
    looking,
    chosen.value.map((each) => each.id),
  );
  if (!members.ok) return members;
  const sink = new Sink(folder);
  try {
    makeFolder(folder);
    const repositories = chosen.value.map((repository): SavedRepository => ({
      name: repository.name,
      type: repository.type,
      links: linksTo(plan, repository),
      members: members.value
        .of(repository.id)
        .filter((key) => ownerOf(looking, repository, key).repository === repository)
        .toSorted(compareBytes)
        .flatMap((key) => {
          const place = resolve(plan.root, looking.workspace.patterns.get(repository.id)!.format(key)!);
          const entries = sink.save(place);
          if (entries.length === 0) return [];
          const blobs = blobsIn(repository, place, plan.root);
          for (const path of blobs.values()) sink.save(path);
          return [{ key, entries, ...(blobs.size > 0 && { blobs: [...blobs.keys()] }) }];
        }),
    }));
    const { records, texts } = recordsOf(looking, chosen.value);
    writeManifest(folder, { format: 1, pipeline: plan.name, repositories, records, texts });
    return ok({
      folder,
      repositories: repositories.map((each) => ({ name: each.name, members: each.members.length })),
      files: sink.files,
      bytes: sink.bytes,
      records: records.length,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return err(dataFault('not-written', `the backup broke off: ${(error as Error).message}`));
  }
}

/** Repositories that keep members on disk; named ones must be such. */
function chosenRepositories(
  { plan }: Looking,
  names: readonly string[],
  all: boolean,
): Result<readonly StoredRepository[], RequestFault> {
  if (all && names.length > 0) return err(callFault('extra-name', 'names and --all exclude each other'));
  const stored = plan.repositories.filter(
    (each): each is StoredRepository => !('children' in each) && each.type !== 'memory',
  );
  if (all) return ok(stored);
  if (names.length === 0)
    return err(callFault('no-name', 'no REPO is given', { hint: '--all means every one' }));
  const chosen = new Set<StoredRepository>();
  for (const name of names) {
    const found = resolveRepository(plan, name);
    if (!found.ok) return found;
    const repository = stored.find((each) => each === found.value);
    if (!repository)
      return err(
        callFault('not-stored', `${found.value.name} keeps no members of its own (type ${found.value.type})`),
      );
    chosen.add(repository);
  }
  return ok([...chosen]);
}

/** Records of the jobs that made members of the repositories; with them a restored output is up to date. */
function recordsOf(
  { plan, store }: Looking,
  repositories: readonly StoredRepository[],
): Pick<Manifest, 'records' | 'texts'> {
  const records: Manifest['records'][number][] = [];
  const texts: Record<string, string> = {};
  const writers = new Set(repositories.flatMap((each) => each.writers));
  for (const id of [...writers].toSorted((a, b) => a - b)) {
    const task = plan.tasks[id]!.name;
    for (const record of store.records(task)) {
      if (record.state !== 'done') continue;
      records.push({ task, record });
      for (const digest of [record.definition, ...setsOf(record.inputs)]) {
        const text = store.text(digest);
        if (text !== undefined) texts[digest] = text;
      }
    }
  }
  return { records, texts };
}

class Sink {
  readonly #folder: string;
  files = 0;
  bytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A file, or a folder with all below it; none if it vanished meanwhile. A member that is a link is what it leads to. */
  save(absolute: string): SavedEntry[] {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (!stats) return [];
    return stats.isDirectory() ? this.#saveFolder(absolute, '') : [this.#saveFile(absolute, '')];
  }

  #saveFolder(absolute: string, path: string): SavedEntry[] {
    const entries: SavedEntry[] = [{ path, type: 'folder' }];
    for (const name of readdirSync(absolute).toSorted(compareBytes)) {
      const inner = join(absolute, name);
      const below = path === '' ? name : `${path}/${name}`;
      const stats = lstatSync(inner);
      if (stats.isSymbolicLink()) entries.push({ path: below, type: 'link', target: readlinkSync(inner) });
      else if (stats.isDirectory()) entries.push(...this.#saveFolder(inner, below));
      else if (stats.isFile()) entries.push(this.#saveFile(inner, below));
    }
    return entries;
  }

  #saveFile(absolute: string, path: string): SavedEntry {
    const content = readFileSync(absolute);
    const digest = sha256(content);
    if (storeContent(this.#folder, digest, content)) {
      this.files++;
      this.bytes += content.length;
    }
    const executable = (statSync(absolute).mode & constants.S_IXUSR) !== 0;
    return { path, type: 'file', sha256: digest, ...(executable ? { executable } : {}) };
  }
}
