// From a repository's plan to the repository, for the kinds that hold members of their own. Knows no combinators: those
// are computed in the engine's key index.
import type { MemoryRepositoryPlan, PathRepositoryPlan } from '../model/plan.ts';
import { DirectoryRepository } from './directory-repository.ts';
import { FileRepository } from './file-repository.ts';
import { MemoryRepository } from './memory-repository.ts';
import { compilePattern } from './pattern.ts';
import type { PathPattern, PathRepository, Repository } from './port.ts';
import { RecordRepository } from './record-repository.ts';
import { RecordSchema } from './record-schema.ts';
import type { StatTable } from './stat-table.ts';

export interface RepositoryContext {
  /** Shared by all repositories of a session; its root is the pipeline's. */
  readonly stats: StatTable;
}

export function openRepository(plan: PathRepositoryPlan, context: RepositoryContext): PathRepository;
export function openRepository(
  plan: PathRepositoryPlan | MemoryRepositoryPlan,
  context: RepositoryContext,
): Repository;
export function openRepository(
  plan: PathRepositoryPlan | MemoryRepositoryPlan,
  { stats }: RepositoryContext,
): Repository {
  const schema = plan.type === 'file' || plan.type === 'directory' ? undefined : schemaOf(plan);
  switch (plan.type) {
    case 'file':
      return new FileRepository(plan.name, patternOf(plan), stats);
    case 'directory':
      return new DirectoryRepository(plan.name, patternOf(plan), stats, plan.discardEmpty);
    case 'yaml':
    case 'json':
      return new RecordRepository(plan.type, plan.name, patternOf(plan), stats, schema);
    case 'memory':
      return new MemoryRepository(plan.name, schema);
    default:
      throw new Error(`no such kind of repository: ${JSON.stringify(plan satisfies never)}`);
  }
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
