// The definitions of tasks against the world: environment, tools, sources, modules. Knows no keys.
import { relative } from 'node:path';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { defineTask } from '../freshness/definition.ts';
import type { Definition } from '../freshness/definition.ts';
import { moduleClosure } from '../freshness/module-closure.ts';
import { compareBytes } from '../base/compare.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { Plan, TaskPlan } from '../model/plan.ts';
import { listPaths } from '../repository/lister.ts';
import { compilePattern } from '../repository/pattern.ts';
import type { PathPattern } from '../repository/port.ts';
import type { StatTable } from '../repository/stat-table.ts';
import type { Secrets } from './secrets.ts';
import { findTool } from './tools.ts';

/** Definitions of the given tasks by id, or the first that cannot be made. */
export function defineTasks(
  plan: Plan,
  tasks: Iterable<number>,
  stats: StatTable,
  patterns: ReadonlyMap<number, PathPattern>,
  env: Readonly<Record<string, string | undefined>>,
  secrets: Secrets,
  note: (task: number, path: string) => void = () => {},
): Result<Map<number, Definition>, BuildFailure> {
  const ownerOf = (path: string): number | undefined => {
    for (const [repository, pattern] of patterns) {
      const [writer] = plan.repositories[repository]!.writers;
      if (writer !== undefined && pattern.match(path) !== undefined) return writer;
    }
    return undefined;
  };
  const closures = new Map<string, Result<string, string>>();
  const closureFiles = new Map<string, readonly string[]>();
  const definitions = new Map<number, Definition>();
  for (const id of tasks) {
    const task = plan.tasks[id]!;
    const definition = defineTask(task, plan, {
      env,
      file: (path) => {
        note(id, path);
        const found = stats.file(path);
        return found.ok ? found.value : undefined;
      },
      seal: (value) => secrets.seal(value),
      tool: (name) => findTool(name, env['PATH'], plan.root),
      sources: (globs) => filesOf(stats, globs).filter((path) => ownerOf(path) === undefined),
      module: (path) => {
        const made = new Set<string>();
        const isInput = (absolute: string): boolean => {
          const owner = ownerOf(relative(plan.root, absolute));
          if (owner !== undefined && owner !== id) made.add(relative(plan.root, absolute));
          return owner !== undefined && owner !== id;
        };
        const known = closures.get(path);
        for (const each of closureFiles.get(path) ?? []) note(id, each);
        if (known) return known;
        const closure = moduleClosure(path, isInput);
        const files = closure.ok ? [...closure.value.files, ...closure.value.absent] : [path];
        closureFiles.set(path, files);
        for (const each of files) {
          note(id, each);
          stats.file(each);
        }
        const digest: Result<string, string> = closure.ok
          ? ok(closure.value.digest)
          : err(closure.error.message);
        const missing = [...made].find((each) => !isDeclared(task, each, patterns));
        if (missing !== undefined) {
          return err(
            `its module imports ${missing}, which task ${plan.tasks[ownerOf(missing)!]!.name} makes: declare it as an input`,
          );
        }
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

/** Whether an input link of a task reads the file at a path. */
function isDeclared(task: TaskPlan, path: string, patterns: ReadonlyMap<number, PathPattern>): boolean {
  return task.links.some((link) => link.isInput && patterns.get(link.repository)?.match(path) !== undefined);
}

/** Files below the root that any pattern matches and no later `!pattern` takes away, by the bytes of their paths. */
export function filesOf(stats: StatTable, patterns: readonly string[]): string[] {
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
    const listing = listPaths(stats.root, pattern, 'file', (folder) => stats.noteFolder(folder));
    for (const key of listing.ok ? listing.value.keys : []) paths.add(pattern.format(key)!);
  }
  return [...paths].toSorted(compareBytes);
}
