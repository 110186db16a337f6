// Which task depends on which, an order in which each stands after those, and cycles. Knows nothing of keys.
import type { Location } from '../model/location.ts';
import type { Context } from './context.ts';
import { findCycles } from './cycles.ts';
import type { Ownership, Use } from './ownership.ts';
import { leavesOf, type RepositoryDraft } from './repository-draft.ts';
import type { TaskDraft } from './task-draft.ts';

/** `reader` reads in `link` what `writer` writes. */
export interface Dependency {
  readonly writer: Use;
  readonly reader: Use;
}

export interface TaskGraph {
  /** By task number, sorted. */
  readonly dependsOn: readonly (readonly number[])[];
  readonly order: readonly number[];
}

/** Undefined after a cycle, which has been told. */
export async function buildGraph(
  tasks: readonly TaskDraft[],
  ownership: Ownership,
  context: Context,
): Promise<TaskGraph | undefined> {
  const numbers = new Map(tasks.map((task, index) => [task, index]));
  const edges = tasks.map(() => new Map<number, Dependency>());
  const weak: { readonly from: number; readonly to: number; readonly dependency: Dependency }[] = [];
  for (const [to, task] of tasks.entries()) {
    for (const link of task.links) {
      const { isInput, requiredForStart, inhibitsStart } = link.spec;
      if (!isInput && !requiredForStart && !inhibitsStart) continue;
      for (const writer of writersOf(link.repository, ownership)) {
        const dependency = { writer, reader: { task, link } };
        const from = numbers.get(writer.task) ?? -1;
        // A formatter's output is its input.
        if (from === to && writer.link.spec.inPlace) continue;
        if (isInput || requiredForStart) edges[to]?.set(from, edges[to]?.get(from) ?? dependency);
        else weak.push({ from, to, dependency });
      }
    }
  }
  const cycles = await findCycles(edges.map((sources) => [...sources.keys()]));
  if (cycles.length > 0) {
    for (const cycle of cycles) tellCycle(cycle, tasks, edges, context);
    return undefined;
  }
  // An inhibitor that lies downstream of the task itself only holds back starting: no dependency.
  for (const { from, to, dependency } of weak) {
    if (from !== to && !reaches(edges, from, to)) edges[to]?.set(from, dependency);
    else if (['all', 'keys'].includes(dependency.reader.link.select.type))
      tellOwnInhibitor(dependency, context);
  }
  const dependsOn = edges.map((sources) => [...sources.keys()].toSorted((a, b) => a - b));
  return { dependsOn, order: orderOf(dependsOn) };
}

/** Every writer of what a link may read, through combinators and overlapping paths. */
function writersOf(repository: RepositoryDraft, ownership: Ownership): readonly Use[] {
  return leavesOf(repository).flatMap((leaf) => [
    ...(ownership.writers.get(leaf) ?? []),
    ...(ownership.sees.get(leaf) ?? []).flatMap((sight) => ownership.writers.get(sight.repository) ?? []),
  ]);
}

/** Whether `from` depends on `to`, over any number of steps. */
function reaches(edges: readonly ReadonlyMap<number, Dependency>[], from: number, to: number): boolean {
  const seen = new Set([from]);
  const stack = [from];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at === to) return true;
    for (const source of edges[at]?.keys() ?? []) {
      if (seen.has(source)) continue;
      seen.add(source);
      stack.push(source);
    }
  }
  return false;
}

/** Depended-on first; among equals the file's order. */
function orderOf(dependsOn: readonly (readonly number[])[]): readonly number[] {
  const waiting = dependsOn.map((sources) => sources.length);
  const readers: number[][] = dependsOn.map(() => []);
  for (const [to, sources] of dependsOn.entries()) for (const from of sources) readers[from]?.push(to);
  const order = [...waiting.keys()].filter((task) => waiting[task] === 0);
  for (let at = 0; at < order.length; at++) {
    for (const reader of readers[order[at] ?? -1] ?? []) {
      waiting[reader] = (waiting[reader] ?? 0) - 1;
      if (waiting[reader] === 0) order.push(reader);
    }
  }
  return order;
}

/** By which of its own results a job is held back has to be said key by key: they come and go with the jobs. */
function tellOwnInhibitor({ writer, reader }: Dependency, { faults }: Context): void {
  const { name } = reader.task;
  const what = writer.task === reader.task ? 'it writes itself' : `"${writer.task.name}" writes after it`;
  faults.error('cycle', `the task "${name}" is held back by members that ${what}`, at(reader), {
    hint: 'name one member, such as that of the same key, or let it be held back by what is there before it',
    related: [{ message: 'written here', location: at(writer) }],
  });
}

/** `cycle` lists each task before one that depends on it; the first depends on the last. */
function tellCycle(
  cycle: readonly number[],
  tasks: readonly TaskDraft[],
  edges: readonly ReadonlyMap<number, Dependency>[],
  { faults }: Context,
): void {
  const steps = cycle.flatMap((to, index) => edges[to]?.get(cycle.at(index - 1) ?? to) ?? []);
  const names = [...cycle, cycle[0] ?? 0].map((task) => tasks[task]?.name ?? '');
  const say = ({ writer, reader }: Dependency): string =>
    `"${reader.task.name}" reads ${reader.link.repository.name}, which "${writer.task.name}" writes`;
  const [first] = steps;
  if (first === undefined) throw new Error('a cycle has a step');
  const isSelf = cycle.length === 1;
  const message = isSelf
    ? `the task "${first.reader.task.name}" reads what it writes itself`
    : `the tasks depend on each other: ${names.join(' → ')}`;
  faults.error('cycle', message, at(first.reader), {
    ...(isSelf && { hint: 'let it write elsewhere, or say `in_place: true` on the output of a formatter' }),
    related: isSelf
      ? [{ message: 'written here', location: at(first.writer) }]
      : steps.map((step) => ({ message: say(step), location: at(step.reader) })),
  });
}

function at({ link }: Use): Location {
  return link.spec.referenceAt.document.at(link.spec.referenceAt.path);
}
