// Operations on the pipeline itself: each gives another pipeline. Knows no files and no truth.
import { addTask } from './generate.ts';
import type { Pipeline, Repository, Task } from './model.ts';
import type { Change } from './operations.ts';
import type { Random } from './random.ts';

/** The changed pipeline; the same one where there is nothing to change; undefined if the type is none of pipelines. */
export function changePipeline(type: Change, pipeline: Pipeline, random: Random): Pipeline | undefined {
  const change = changes[type as keyof typeof changes] as
    | ((from: Pipeline, random: Random) => Pipeline)
    | undefined;
  return change?.(pipeline, random);
}

const changes = {
  salt: (from, random) => changeTask(from, random, () => ({ salt: random.below(1000) })),
  comment: (from, random) => changeTask(from, random, () => ({ comment: random.below(1000) })),
  lossy: (from, random) => changeTask(from, random, () => ({ lossy: random.below(4) })),
  fail: (from, random) => changeTask(from, random, () => ({ failsAt: random.below(7) })),
  mend: (from) => ({ ...from, tasks: from.tasks.map((task) => ({ ...task, failsAt: -1 })) }),
  own: (from, random) => changeTask(from, random, () => ({ own: random.between(-1, 5) })),
  param: (from, random) => ({
    ...from,
    params: { ...from.params, [random.pick(['p0', 'p1'])]: random.below(9) },
  }),
  permute: (from, random) => ({ ...from, order: random.next() }),
  'add-task': (from, random) => {
    const repositories: Repository[] = [...from.repositories];
    const task = addTask(from, repositories, false, random);
    return { ...from, repositories, tasks: [...from.tasks, task] };
  },
  'remove-task': (from, random) => {
    const found = random.pickOr(from.tasks.length > 1 ? from.tasks.filter((task) => isLeaf(from, task)) : []);
    return found ? withoutTask(from, found) : from;
  },
  'rename-task': (from, random) =>
    changeTask(from, random, () => ({
      name: `t${1 + Math.max(...from.tasks.map((task) => Number(task.name.slice(1))))}`,
    })),
} satisfies { [type: string]: (from: Pipeline, random: Random) => Pipeline };

/** Nobody reads what it makes. */
export function isLeaf(pipeline: Pipeline, task: Task): boolean {
  const read = readers(pipeline);
  return task.outputs.every((output) => !read.has(output.to));
}

/** Leaves out a task and its repositories. */
export function withoutTask(pipeline: Pipeline, task: Task): Pipeline {
  const gone = new Set(task.outputs.map((output) => output.to));
  return {
    ...pipeline,
    repositories: pipeline.repositories.filter((each) => !gone.has(each.name)),
    tasks: pipeline.tasks.filter((each) => each !== task),
  };
}

function readers(pipeline: Pipeline): Set<string> {
  return new Set([
    ...pipeline.tasks.flatMap((task) => task.inputs.map((input) => input.from)),
    ...pipeline.repositories.flatMap((each) => ('of' in each ? each.of : [])),
  ]);
}

function changeTask(from: Pipeline, random: Random, change: (task: Task) => Partial<Task>): Pipeline {
  const chosen = random.pickOr(from.tasks);
  return {
    ...from,
    tasks: from.tasks.map((task) => (task === chosen ? { ...task, ...change(task) } : task)),
  };
}
