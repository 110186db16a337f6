// The `priority:` of a task that differs from job to job: a template over its links, or a function. Knows no jobs.
import type { Task } from '../../schemas/generated/pipeline.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { RankingPlan } from '../model/plan.ts';
import { compileFunction } from './action.ts';
import { below, type Context, type Located } from './context.ts';
import type { TaskLinks } from './task-links.ts';
import { checkTemplate, type Binding, type Scope } from './template-scope.ts';

export interface Priority {
  readonly priority: number;
  readonly ranking?: RankingPlan;
}

/** `scope` is that of the task's own templates, `params` the values that it has for parameters. */
export function compilePriority(
  priority: Task['priority'],
  origin: Located,
  links: TaskLinks,
  scope: Scope,
  params: JsonObject,
  context: Context,
): Priority {
  const where = below(origin, 'priority');
  const at = where.document.at(where.path);
  if (priority === undefined) return { priority: 0 };
  if (typeof priority === 'number') return { priority };
  if (typeof priority === 'object') {
    const made = compileFunction(priority.function, below(where, 'function'), context);
    if (made?.type !== 'function') return { priority: 0 };
    return { priority: 0, ranking: { type: 'function', module: made.module, export: made.export, at } };
  }
  const variables = checkTemplate(priority, where, readable(scope, links), { mode: 'text' }, context);
  const used: Record<string, Json> = {};
  for (const { name } of variables) if (scope.get(name)?.type === 'param') used[name] = params[name] ?? null;
  return { priority: 0, ranking: { type: 'template', text: priority, params: used, at } };
}

/** Before a job runs there are no outputs; the size of a file is there to be asked for. */
function readable(scope: Scope, { links }: TaskLinks): Scope {
  const outputs = new Set(links.filter(({ spec }) => spec.isOutput).map(({ spec }) => spec.name));
  const without = new Set([...outputs, 'depfile', 'recipe']);
  const file = (name: string, binding: Binding): Binding =>
    binding.type === 'path' && !name.includes('.') ? { type: 'file', link: binding.link } : binding;
  return new Map(
    [...scope].flatMap(([name, binding]) =>
      without.has(name) ? [] : [[name, file(name, binding)] as const],
    ),
  );
}
