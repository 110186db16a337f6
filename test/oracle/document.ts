// A generated pipeline as the text of a `pipeline.yaml`. Knows nothing of what it computes.
import { commandOf, isRecord } from './command.ts';
import { pathOf, patternOf, repositoryOf } from './model.ts';
import type { FileRepository, Input, Output, Pipeline, Repository, Task, ViewRepository } from './model.ts';
import { Random } from './random.ts';

/** JSON is YAML; the order of all keys follows `pipeline.order`, since it must not count. Links keep theirs. */
export function documentOf(pipeline: Pipeline): string {
  const document = {
    name: 'oracle',
    params: pipeline.params,
    env: ['ORACLE_E'],
    pass_env: ['ORACLE_LOG', 'ORACLE_GATE', 'ORACLE_FIFO'],
    repositories: Object.fromEntries(
      pipeline.repositories.flatMap((each) =>
        each.type === 'view' ? [] : [[each.name, repository(pipeline, each)]],
      ),
    ),
    tasks: Object.fromEntries(pipeline.tasks.map((task) => [task.name, taskOf(pipeline, task)])),
  };
  return `# yaml\n${JSON.stringify(reordered(document, pipeline.order), undefined, 1)}\n`;
}

function repository(pipeline: Pipeline, each: Exclude<Repository, ViewRepository>): unknown {
  switch (each.type) {
    case 'file':
    case 'yaml':
      return { type: each.type, path: patternOf(each) };
    case 'and':
    case 'or':
      return { type: each.type, of: { first: each.of[0], second: each.of[1] } };
    case 'unless':
      return { type: 'unless', of: each.of[0], unless: each.of[1] };
    case 'filter':
      return {
        type: 'filter',
        of: each.of[0],
        where: `${isRecord(pipeline, each.name) ? 'n' : 'size'} > ${each.above}`,
      };
    default:
      return each satisfies never;
  }
}

function taskOf(pipeline: Pipeline, task: Task): unknown {
  const gating = task.inputs.filter((input) => input.use === 'inhibits');
  const links = Object.fromEntries(
    gating.map((input) => [
      input.name,
      { repository: reference(pipeline, input.from), inhibits_start: true },
    ]),
  );
  return {
    run: commandOf(pipeline, task),
    inputs: Object.fromEntries(
      task.inputs
        .filter((input) => input.use !== 'inhibits')
        .map((input) => [input.name, inputOf(pipeline, input)]),
    ),
    outputs: Object.fromEntries(task.outputs.map((output) => [output.name, outputOf(pipeline, output)])),
    ...(gating.length > 0 && { links }),
    ...(task.headers !== '' && { depfile: 'make' }),
    ...(task.own >= 0 && { env: { OWN: String(task.own) } }),
  };
}

function inputOf(pipeline: Pipeline, { from, select }: Input): unknown {
  const repository = repositoryOf(pipeline, from);
  switch (select.type) {
    case 'same':
    case 'unit':
      return reference(pipeline, from);
    case 'member': {
      const path = pathOf(repository as FileRepository, select.key);
      return repository.type === 'yaml' ? { from: path, type: 'yaml' } : path;
    }
    case 'all':
      // Written as a path or by name: both mean every member.
      if (repository.type === 'view')
        return { from: patternOf(repository).replaceAll(/\{\w\}/g, '*'), min: select.min };
      if (repository.type === 'file' && select.min === 1)
        return patternOf(repository).replaceAll(/\{\w\}/g, '*');
      return { from, keys: '**', min: select.min };
    case 'group':
      return { from: reference(pipeline, from), keys: '{key}/*', min: select.min };
    case 'join':
      return { from, key: `${select.link}.ref` };
    default:
      return select satisfies never;
  }
}

/** A view has no name: whoever writes its path has it. */
function reference(pipeline: Pipeline, name: string): string {
  const repository = repositoryOf(pipeline, name);
  return repository.type === 'view' ? patternOf(repository) : name;
}

function outputOf(pipeline: Pipeline, output: Output): unknown {
  if (output.select === 'same') return output.to;
  const { layout } = repositoryOf(pipeline, output.to);
  return { to: output.to, keys: layout === 'two' ? '{key}/*' : '*' };
}

/** Keys of links stay. The place of a key depends on its own name alone, so that leaving others out does not move it. */
function reordered(value: unknown, order: number, isLinks = false): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, each]) =>
      [key, reordered(each, order, key === 'inputs' || key === 'outputs' || key === 'of')] as const,
  );
  const place = (key: string): number =>
    Array.from(key).reduce((seed, char) => new Random(seed + char.codePointAt(0)!).next(), order);
  return Object.fromEntries(isLinks ? entries : entries.toSorted(([a], [b]) => place(a) - place(b)));
}
