// Plans of repositories as the compiler would make them, for tests that open one without a pipeline. Knows no file.
import type { JsonObject } from '../../engine/model/json.ts';
import type { MemoryRepositoryPlan, PathKind, PathRepositoryPlan } from '../../engine/model/plan.ts';

const at = { file: '/pipeline.yaml', line: 1, col: 1 };

export type PlanOptions = Partial<Omit<PathRepositoryPlan, 'type' | 'pattern'>>;

export function pathPlan(type: PathKind, pattern: string, options: PlanOptions = {}): PathRepositoryPlan {
  return {
    id: 0,
    name: 'members',
    at,
    fields: pattern.includes('{') ? ['key'] : [],
    writers: [],
    type,
    pattern,
    acceptStrays: false,
    keep: 'always',
    discardEmpty: false,
    sees: [],
    ...options,
  };
}

export function memoryPlan(schema?: JsonObject): MemoryRepositoryPlan {
  const plain: MemoryRepositoryPlan = {
    id: 0,
    name: 'members',
    at,
    fields: ['key'],
    writers: [],
    type: 'memory',
    acceptStrays: false,
  };
  return schema === undefined ? plain : { ...plain, schema };
}
