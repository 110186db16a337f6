// Which tasks and keys a build is about: from targets to the closure of all that they need. Knows no state.
import { matchesGlob } from 'node:path';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LinkPlan, Plan, TaskPlan } from '../model/plan.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { PathPattern } from '../repository/port.ts';
import type { TaskState } from './job.ts';

type Test = (key: string) => boolean;
/** Undefined stands for every key. */
export type KeyTest = Test | undefined;
/** Tests of which one must hold; while they are gathered, so that adding them ends. */
type Wanted = Set<Test> | 'all';

export interface Scope {
  /** Tasks of the build, by id, with the keys that it is about. */
  readonly tasks: ReadonlyMap<number, KeyTest>;
  /** The tasks that were named, or are built by default. */
  readonly targets: ReadonlySet<number>;
  /** Targets that name jobs of a task, `task/key` or `task/GLOB`. */
  readonly jobs: readonly NamedJobs[];
}

interface NamedJobs {
  readonly target: string;
  readonly task: number;
  readonly isGlob: boolean;
  readonly test: Test;
}

/** Names or globs of tasks. Those that are left out do not run; what they made stands as it is. */
export interface TaskFilter {
  readonly only?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
}

function leftOutTasks(plan: Plan, { only = [], except = [] }: TaskFilter): Result<Set<number>, Diagnostic> {
  for (const name of [...only, ...except]) {
    if (!plan.tasks.some((task) => matchesGlob(task.name, name))) return err(unknownTarget(plan, name));
  }
  const matches = (task: TaskPlan, names: readonly string[]): boolean =>
    names.some((name) => matchesGlob(task.name, name));
  const out = plan.tasks.filter(
    (task) => task.disabled || matches(task, except) || (only.length > 0 && !matches(task, only)),
  );
  return ok(new Set(out.map((task) => task.id)));
}

/** Targets are `task`, `task/key`, globs of them, or output paths relative to the root. */
export function scopeOf(
  plan: Plan,
  targets: readonly string[],
  patterns: ReadonlyMap<number, PathPattern>,
  filter: TaskFilter = {},
): Result<Scope, Diagnostic> {
  const leftOut = leftOutTasks(plan, filter);
  if (!leftOut.ok) return leftOut;
  const tasks = new Map<number, Wanted>();
  const named = new Set<number>();
  const jobs: Scope['jobs'][number][] = [];
  if (targets.length === 0) {
    for (const task of plan.tasks) if (task.isDefault && !leftOut.value.has(task.id)) named.add(task.id);
    for (const id of named) tasks.set(id, 'all');
  }
  for (const target of targets) {
    const found = jobsNamed(plan, target, patterns);
    if (found.length === 0) return err(unknownTarget(plan, target));
    for (const { task, keys, isGlob } of found) {
      if (leftOut.value.has(task.id)) continue;
      if (keys && isGlob !== undefined) jobs.push({ target, task: task.id, isGlob, test: keys });
      widen(tasks, task.id, keys ? new Set([keys]) : 'all');
      named.add(task.id);
    }
  }
  addUpstream(plan, tasks, leftOut.value);
  return ok({ tasks: new Map([...tasks].map(([id, wanted]) => [id, testOf(wanted)])), targets: named, jobs });
}

/** The tasks that a target names, with those of their keys that it means; `isGlob` where it names jobs by key. */
export function jobsNamed(
  plan: Plan,
  target: string,
  patterns: ReadonlyMap<number, PathPattern>,
): { task: TaskPlan; keys: KeyTest; isGlob?: boolean }[] {
  const slash = target.indexOf('/');
  const name = slash < 0 ? target : target.slice(0, slash);
  const key = slash < 0 ? undefined : target.slice(slash + 1);
  const isGlob = /[*?[{]/.test(target);
  const exact = plan.tasks.find((task) => task.name === name);
  if (exact && (key === undefined || !isGlob))
    return [
      key === undefined
        ? { task: exact, keys: undefined }
        : { task: exact, keys: (each) => each === key, isGlob },
    ];
  const path = target.startsWith('./') ? target.slice(2) : target;
  const made: { task: TaskPlan; keys: KeyTest }[] = [];
  for (const task of plan.tasks) {
    for (const link of task.links) {
      const member = link.isOutput ? patterns.get(link.repository)?.match(path) : undefined;
      if (member !== undefined) made.push({ task, keys: jobOf(link, member) });
    }
  }
  if (made.length > 0 || !isGlob) return made;
  return plan.tasks
    .filter((task) => matchesGlob(task.name, name))
    .map((task) => ({
      task,
      // A key may look like a glob.
      keys: key === undefined ? undefined : (each: string) => each === key || matchesGlob(each, key),
      // Of several tasks, not each need have such a job.
      ...(task === exact && { isGlob }),
    }));
}

/** The job that makes a member; for outputs whose key is computed any job of the task may. */
function jobOf(link: LinkPlan, member: string): KeyTest {
  if (link.select.type === 'same') return (key) => key === member;
  if (link.select.type === 'keys')
    return (key) => key === '' || member === key || member.startsWith(`${key}/`);
  return undefined;
}

/** Adds what each task's links need; same-key links need the same keys, all others may need any. */
function addUpstream(plan: Plan, tasks: Map<number, Wanted>, leftOut: ReadonlySet<number>): void {
  const stack = [...tasks.keys()];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const keys = tasks.get(id)!;
    for (const link of plan.tasks[id]!.links) {
      if (!(link.isInput || link.requiredForStart || link.inhibitsStart)) continue;
      for (const { writer, sameKeys } of writersOf(plan, link.repository)) {
        if (writer === id || leftOut.has(writer)) continue;
        const wanted = link.select.type === 'same' && sameKeys ? keys : 'all';
        if (widen(tasks, writer, wanted)) stack.push(writer);
      }
    }
  }
}

function writersOf(plan: Plan, repository: number): { writer: number; sameKeys: boolean }[] {
  const found: { writer: number; sameKeys: boolean }[] = [];
  const stack = [{ id: repository, sameKeys: true }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const each = plan.repositories[next.id]!;
    for (const writer of each.writers) {
      const makes = plan.tasks[writer]!.links.filter(
        (link) => link.repository === each.id && (link.isOutput || link.isStatus),
      );
      found.push({ writer, sameKeys: next.sameKeys && makes.every((link) => link.select.type === 'same') });
    }
    if ('sees' in each) for (const seen of each.sees) stack.push({ id: seen.repository, sameKeys: false });
    if ('children' in each)
      for (const child of each.children)
        stack.push({ id: child.repository, sameKeys: next.sameKeys && each.type !== 'related' });
  }
  return found;
}

/** Adds to what is wanted of a task; returns whether that is more than before. */
function widen(tasks: Map<number, Wanted>, id: number, more: Wanted): boolean {
  const before = tasks.get(id);
  if (before === 'all') return false;
  if (more === 'all' || before === undefined) {
    tasks.set(id, more === 'all' ? 'all' : new Set(more));
    return true;
  }
  const size = before.size;
  for (const test of more) before.add(test);
  return before.size > size;
}

function testOf(wanted: Wanted): KeyTest {
  if (wanted === 'all') return undefined;
  const tests = [...wanted];
  return tests.length === 1 ? tests[0] : (key) => tests.some((test) => test(key));
}

/** A target that names jobs of a task whose keys are known by now, and fits none; `task/*` may find none. */
export function missingJob(scope: Scope, tasks: ReadonlyMap<number, TaskState>): BuildFailure | undefined {
  const missing = scope.jobs.find(({ task, target, test }) => {
    const state = tasks.get(task);
    return state?.open === false && !/\/[*/]+$/.test(target) && !state.jobs.keys().some(test);
  });
  if (!missing) return undefined;
  const { name } = tasks.get(missing.task)!.plan;
  return {
    type: 'build-failure',
    code: 'unknown-job',
    message: `${missing.isGlob ? 'no job fits' : 'there is no job'} ${missing.target}`,
    hint: `the keys of ${name} come from its inputs; see them with: pipe why ${name}`,
  };
}

function unknownTarget(plan: Plan, target: string): Diagnostic {
  return {
    code: 'unknown-target',
    severity: 'error',
    message: `nothing in the pipeline is called or makes "${target}"`,
    expected: 'a task, task/key, a glob of them, or the path of an output',
    hint: `tasks: ${plan.tasks
      .slice(0, 10)
      .map((task) => task.name)
      .join(', ')}${plan.tasks.length > 10 ? ', …' : ''}`,
  };
}
