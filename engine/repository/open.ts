// From a repository's plan to the repository, for the kinds that hold members of their own. Knows no combinators: those
// are computed in the engine's key index.
import { ok } from '../base/result.ts';
import type { MemoryRepositoryPlan, PathRepositoryPlan } from '../model/plan.ts';
import { DirectoryRepository } from './directory-repository.ts';
import { FileRepository } from './file-repository.ts';
import { MemoryRepository } from './memory-repository.ts';
import { BlobStore } from './blob-store.ts';
import { CompressedPacking } from './compressed-packing.ts';
import { PackedFileRepository } from './packed-repository.ts';
import type { Packing } from './packing.ts';
import { compilePattern, folderPrefix } from './pattern.ts';
import { PlainCache } from './plain-cache.ts';
import { suffixOf } from './suffix.ts';
import { TarPacking } from './tar-packing.ts';
import { blobsOf, TreePacking } from './tree-packing.ts';
import type { PathPattern, PathRepository, Repository } from './port.ts';
import { RecordRepository } from './record-repository.ts';
import { RecordSchema } from './record-schema.ts';
import type { StatTable } from './stat-table.ts';

/** Shared by all repositories of a session. */
export interface RepositoryContext {
  /** Its root is the pipeline's. */
  readonly stats: StatTable;
  /** Where plain forms of packed members are made. */
  readonly plain?: PlainCache;
  /** By folder, so that trees that name one folder share its contents. */
  readonly blobs?: Map<string, BlobStore>;
}

export function openRepository(plan: PathRepositoryPlan, context: RepositoryContext): PathRepository;
export function openRepository(
  plan: PathRepositoryPlan | MemoryRepositoryPlan,
  context: RepositoryContext,
): Repository;
export function openRepository(
  plan: PathRepositoryPlan | MemoryRepositoryPlan,
  context: RepositoryContext,
): Repository {
  const { stats } = context;
  const schema = schemaOf(plan);
  switch (plan.type) {
    case 'file':
      return new FileRepository(plan.name, patternOf(plan), stats);
    case 'directory':
      return new DirectoryRepository(plan.name, patternOf(plan), stats, plan.discardEmpty);
    case 'yaml':
    case 'json':
      return new RecordRepository(plan.type, plan.name, patternOf(plan), stats, schema);
    case 'compressed':
      return packed(plan, new CompressedPacking(plan.codec ?? 'gzip'), context);
    case 'tar':
      return packed(plan, new TarPacking(plan.codec), context);
    case 'tree':
      return openTrees(plan, context);
    case 'memory':
      return new MemoryRepository(plan.name, schema);
    default:
      throw new Error(`no such kind of repository: ${JSON.stringify(plan satisfies never)}`);
  }
}

function packed(
  plan: PathRepositoryPlan,
  packing: Packing,
  { stats, plain = new PlainCache(stats.root) }: RepositoryContext,
): PackedFileRepository {
  return new PackedFileRepository(plan.name, patternOf(plan), packing, suffixOf(plan), stats, plain);
}

function openTrees(plan: PathRepositoryPlan, context: RepositoryContext): PackedFileRepository {
  const { stats, blobs = new Map<string, BlobStore>() } = context;
  const folder = blobFolderOf(plan);
  const store = blobs.get(folder) ?? new BlobStore(folder, stats);
  blobs.set(folder, store);
  const trees = packed(plan, new TreePacking(store), context);
  store.addUser(() => {
    const listed = trees.list();
    if (!listed.ok) return listed;
    const names = new Set<string>();
    for (const key of listed.value.keys) {
      const found = blobsOf(stats.absolute(trees.pathOf(key)), trees.pathOf(key));
      if (!found.ok) return found;
      for (const name of found.value) names.add(name);
    }
    return ok(names);
  }, plan.writers.length > 0);
  return trees;
}

/** Where a tree repository's contents lie, relative to the root. */
export function blobFolderOf(plan: PathRepositoryPlan): string {
  return plan.blobs ?? `${folderPrefix(patternOf(plan).fixed)}.blobs`;
}

function schemaOf(plan: PathRepositoryPlan | MemoryRepositoryPlan): RecordSchema | undefined {
  return plan.schema === undefined ? undefined : new RecordSchema(plan.schema);
}

/** A plan's patterns were compiled when the pipeline was; one that is not right now is a bug. */
function patternOf(plan: PathRepositoryPlan): PathPattern {
  const compiled = compilePattern(plan.pattern);
  if (!compiled.ok) throw new Error(`${plan.name}: ${plan.pattern}: ${compiled.error.message}`);
  return compiled.value;
}
