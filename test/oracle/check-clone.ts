// The same sources built from nothing, elsewhere, come to what the truth says of them. Knows no earlier build.
import { check } from './check.ts';
import { diskOf, filesOf } from './disk.ts';
import { evaluate } from './evaluate.ts';
import type { Pipeline } from './model.ts';
import { Project } from './project.ts';
import type { Request } from './project.ts';
import { needsOf } from './records.ts';
import { scopeOf } from './scope.ts';

export async function checkClone(project: Project, pipeline: Pipeline, request: Request): Promise<string[]> {
  const other = new Project();
  try {
    for (const [path, { text }] of filesOf(diskOf(project.root)))
      if (path.startsWith('in/')) other.put(path, text);
    other.write(pipeline);
    other.variable = project.variable;
    const before = diskOf(other.root);
    const truth = evaluate(pipeline, filesOf(before), other.variable);
    const built = await other.build(request);
    const scope = scopeOf(truth, [], false);
    const records = new Map();
    const needs = needsOf(truth, records, before, scope.forces);
    const after = diskOf(other.root);
    const problems = check({ truth, records, needs, scope, before, after, built, isComplete: true });
    return problems.map((problem) => `built from nothing: ${problem}`);
  } finally {
    other.close();
  }
}
