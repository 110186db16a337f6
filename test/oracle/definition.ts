// What counts of a task beside its inputs, and which tasks it reads from: plain facts of a generated pipeline.
import { commandOf } from './command.ts';
import { patternOf, repositoryOf } from './model.ts';
import type { FileRepository, Pipeline, Task, ViewRepository } from './model.ts';

/** Equal for equal definitions. */
export function definitionOf(pipeline: Pipeline, task: Task, variable: string | undefined): string {
  const shape = [...task.inputs, ...task.outputs].map((link) => {
    const repository = repositoryOf(pipeline, 'from' in link ? link.from : link.to);
    return { ...link, repository: 'folder' in repository ? patternOf(repository) : repository.name };
  });
  const param = task.param === '' ? null : pipeline.params[task.param];
  return JSON.stringify([commandOf(pipeline, task), param, task.own, variable ?? null, shape]);
}

/** Task → tasks that write what it reads. */
export function upstreamOf(pipeline: Pipeline): Map<string, Set<string>> {
  const writers = (name: string): string[] => {
    const repository = repositoryOf(pipeline, name);
    if ('of' in repository) return repository.of.flatMap(writers);
    const isSeen = (to: string): boolean =>
      to === name ||
      (repository.type === 'view' &&
        'folder' in repositoryOf(pipeline, to) &&
        seesFolder(repository, repositoryOf(pipeline, to) as FileRepository));
    return pipeline.tasks
      .filter((task) => task.outputs.some((output) => isSeen(output.to)))
      .map((task) => task.name);
  };
  return new Map(
    pipeline.tasks.map((task) => [task.name, new Set(task.inputs.flatMap((input) => writers(input.from)))]),
  );
}

function seesFolder(view: ViewRepository, seen: FileRepository): boolean {
  return `${seen.folder}/`.startsWith(`${view.folder}/`) && seen.layout === 'one' && seen.type === 'file';
}
