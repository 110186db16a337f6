// Makes a failing scenario smaller as long as it still fails: fewer operations, then tasks, then repositories and files, then
// simpler tasks. Knows nothing of why it fails.
import type { Pipeline, Task } from './model.ts';
import type { Failed, Scenario } from './scenario.ts';

export interface Shrunk {
  readonly scenario: Scenario;
  readonly failed: Failed;
}

/** `attempt` plays a scenario; `deadline` is when to be content with what there is, in milliseconds since 1970. */
export async function shrink(
  first: Shrunk,
  attempt: (scenario: Scenario) => Promise<Failed | undefined>,
  deadline: number,
): Promise<Shrunk> {
  let best = cut(first);
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const smaller of candidates(best.scenario)) {
      if (Date.now() > deadline) return best;
      const failed = await attempt(smaller);
      if (!failed || isRefused(failed) !== isRefused(best.failed)) continue;
      best = cut({ scenario: smaller, failed });
      isSmaller = true;
      break;
    }
  }
  return best;
}

/** A pipeline that is no longer one is another fault. */
function isRefused({ problems }: Failed): boolean {
  return problems[0]?.startsWith('the pipeline is refused') ?? false;
}

/** What comes after the failure does not matter. */
function cut({ scenario, failed }: Shrunk): Shrunk {
  return { scenario: { ...scenario, operations: scenario.operations.slice(0, failed.at + 1) }, failed };
}

function* candidates(scenario: Scenario): Generator<Scenario> {
  const { start, operations } = scenario;
  const { pipeline, files } = start;
  for (let size = operations.length >> 1; size >= 1; size >>= 1) {
    for (let from = 0; from + size < operations.length; from += size)
      yield { ...scenario, operations: operations.toSpliced(from, size) };
  }
  for (const task of pipeline.tasks) {
    const smaller = withoutReaders(pipeline, task);
    if (smaller.tasks.length > 0) yield { ...scenario, start: { files, pipeline: smaller } };
  }
  const tidy = withoutUnused(pipeline);
  if (tidy.repositories.length < pipeline.repositories.length)
    yield { ...scenario, start: { files, pipeline: tidy } };
  for (const path of Object.keys(files)) {
    const { [path]: _, ...others } = files;
    yield { ...scenario, start: { pipeline, files: others } };
  }
  for (const task of pipeline.tasks)
    for (const simpler of simplerTasks(task))
      yield { ...scenario, start: { files, pipeline: replaced(pipeline, task, simpler) } };
}

/** Leaves out a task and all that reads what it makes. */
function withoutReaders(pipeline: Pipeline, task: Task): Pipeline {
  const goes = new Set(task.outputs.map((output) => output.to));
  const tasks = pipeline.tasks.filter((each) => {
    for (const repository of pipeline.repositories)
      if ('of' in repository && repository.of.some((name) => goes.has(name))) goes.add(repository.name);
    const isGone = each === task || each.inputs.some((input) => goes.has(input.from));
    if (isGone) for (const output of each.outputs) goes.add(output.to);
    return !isGone;
  });
  const repositories = pipeline.repositories.filter(
    (each) => !goes.has(each.name) && !('of' in each && each.of.some((name) => goes.has(name))),
  );
  return { ...pipeline, tasks, repositories };
}

function withoutUnused(pipeline: Pipeline): Pipeline {
  const used = new Set(
    pipeline.tasks.flatMap((task) => [
      ...task.inputs.map(({ from }) => from),
      ...task.outputs.map(({ to }) => to),
    ]),
  );
  for (const each of pipeline.repositories.toReversed())
    if ('of' in each && used.has(each.name)) for (const name of each.of) used.add(name);
  return { ...pipeline, repositories: pipeline.repositories.filter((each) => used.has(each.name)) };
}

function* simplerTasks(task: Task): Generator<Task> {
  for (const input of task.inputs) {
    const others = task.inputs.filter((each) => each !== input);
    // What joins through it, and the link that gives the task its keys, stay.
    const isNeeded = others.some(({ select }) => select.type === 'join' && select.link === input.name);
    if (others.length > 0 && !isNeeded && input !== task.inputs[0]) yield { ...task, inputs: others };
  }
  const plain: Partial<Task> = { lossy: 0, failsAt: -1, headers: '', param: '', own: -1, variable: false };
  for (const [name, value] of Object.entries(plain))
    if (task[name as keyof Task] !== value) yield { ...task, [name]: value };
}

function replaced(pipeline: Pipeline, task: Task, by: Task): Pipeline {
  return { ...pipeline, tasks: pipeline.tasks.map((each) => (each === task ? by : each)) };
}
