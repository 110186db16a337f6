// The contents that a member of a tree repository names: saved in a backup beside the member's own record, and put back
// from it. Knows no manifest.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { RepositoryPlan } from '../../model/plan.ts';
import { blobPath } from '../../repository/blob-store.ts';
import { blobFolderOf } from '../../repository/open.ts';
import { blobsOf } from '../../repository/tree-packing.ts';
import { dataFile, isWhole } from './backup-manifest.ts';

/** Absolute paths by digest of what a member's record names; none for other kinds. Throws where one cannot be read. */
export function blobsIn(
  repository: RepositoryPlan,
  record: string,
  root: string,
): ReadonlyMap<string, string> {
  if (repository.type !== 'tree') return new Map();
  const folder = blobFolderOf(repository);
  const named = blobsOf(record, repository.name);
  if (!named.ok) throw Object.assign(new Error(named.error.message), { code: named.error.code });
  return new Map([...named.value].map((blob) => [blob, resolve(root, blobPath(folder, blob))]));
}

/** Puts contents of a backup into the folder of a tree repository's. */
export function putBlobs(
  repository: RepositoryPlan,
  digests: readonly string[],
  backup: string,
  root: string,
): void {
  if (repository.type !== 'tree') return;
  const folder = blobFolderOf(repository);
  for (const digest of digests) {
    const place = resolve(root, blobPath(folder, digest));
    if (isWhole(place, digest)) continue;
    mkdirSync(dirname(place), { recursive: true });
    const beside = resolve(dirname(place), `.pipe-restored-${process.pid}`);
    writeFileSync(beside, readFileSync(dataFile(backup, digest)), { mode: 0o444 });
    renameSync(beside, place);
  }
}
