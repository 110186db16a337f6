// The definitions of tasks against the world: environment, tools, sources, modules. Knows no keys.
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { defineTask } from '../freshness/definition.ts';
import type { Definition } from '../freshness/definition.ts';
import { moduleClosure } from '../freshness/module-closure.ts';
import { compareBytes } from '../base/compare.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { Plan } from '../model/plan.ts';
import { listPaths } from '../repository/lister.ts';
import { compilePattern } from '../repository/pattern.ts';
import type { StatTable } from '../repository/stat-table.ts';
import { findTool } from './tools.ts';

/** Definitions of the given tasks by id, or the first that cannot be made. */
export function defineTasks(
  plan: Plan,
  tasks: Iterable<number>,
  stats: StatTable,
  env: Readonly<Record<string, string | undefined>>,
): Result<Map<number, Definition>, BuildFailure> {
  const closures = new Map<string, Result<string, string>>();
  const definitions = new Map<number, Definition>();
  for (const id of tasks) {
    const task = plan.tasks[id]!;
    const definition = defineTask(task, plan, {
      env,
      file: (path) => {
        const found = stats.file(path);
        return found.ok ? found.value : undefined;
      },
      tool: (name) => findTool(name, env['PATH'], plan.root),
      sources: (patterns) => filesOf(plan.root, patterns),
      module: (path) => {
        const known = closures.get(path);
        if (known) return known;
        const closure = moduleClosure(path);
        const digest: Result<string, string> = closure.ok
          ? ok(closure.value.digest)
          : err(closure.error.message);
        closures.set(path, digest);
        return digest;
      },
    });
    if (!definition.ok) {
      return err({
        type: 'build-failure',
        code: 'definition',
        message: `task ${task.name}: ${definition.error}`,
      });
    }
    definitions.set(id, definition.value);
  }
  return ok(definitions);
}

/** Files below the root that any pattern matches and no later `!pattern` takes away, by the bytes of their paths. */
export function filesOf(root: string, patterns: readonly string[]): string[] {
  const paths = new Set<string>();
  for (const text of patterns) {
    const without = text.startsWith('!');
    const compiled = compilePattern(without ? text.slice(1) : text);
    if (!compiled.ok) continue;
    const pattern = compiled.value;
    if (without) {
      for (const path of paths) if (pattern.match(path) !== undefined) paths.delete(path);
      continue;
    }
    const listing = listPaths(root, pattern, 'file');
    for (const key of listing.ok ? listing.value.keys : []) paths.add(pattern.format(key)!);
  }
  return [...paths].toSorted(compareBytes);
}
