// Which members repositories have now, as a build would see them: strays are none, and of an owned repository only what
// present jobs made counts. A dry run says which jobs are present and how they stand. Writes nothing.
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { CombinatorRepositoryPlan, Plan, RepositoryPlan, TaskPlan } from '../../model/plan.ts';
import type { RepositoryFailure } from '../../repository/port.ts';
import type { BoundLink } from '../../schedule/keys/bound-link.ts';
import type { Decision } from '../../schedule/decide.ts';
import type { Job } from '../../schedule/job.ts';
import { TaskState } from '../../schedule/job.ts';
import { listSources } from '../../schedule/keys/listing.ts';
import { Network } from '../../schedule/keys/network.ts';
import { homeOf } from '../../schedule/attempt/output-home.ts';
import type { BuildContext } from '../../schedule/context.ts';
import type { Looking } from '../looking.ts';
import type { RequestFault } from './member-types.ts';
import { dataFault } from '../reference.ts';

/** Takes the build lock, waiting for a builder that is at work. What no task writes can be changed beside it. */
export type Lock = () => Promise<Result<Disposable, RequestFault>>;

export interface MembersNow {
  /** Keys of a repository among those that were asked for. */
  readonly of: (repository: number) => readonly string[];
  readonly has: (repository: number, key: string) => boolean;
  /** By task, then key: how each job stands, of the tasks that can change the repositories. */
  readonly jobs: ReadonlyMap<number, ReadonlyMap<string, Decision>>;
  /** `related`: the key in the base for a key of the translator. */
  readonly translate: (plan: CombinatorRepositoryPlan, key: string) => string | undefined;
  /** Why it cannot be known whether a key that is listed is one: its record is broken, say. */
  readonly doubt: (repository: number, key: string) => RepositoryFailure | undefined;
  readonly bind: (task: TaskPlan, name: string) => BoundLink;
}

/**
 * With `current`, outputs of jobs that would run again do not count. With `everyJob`, `jobs` has those of all tasks, also of
 * tasks that make nothing.
 */
export async function membersNow(
  looking: Looking,
  repositories: Iterable<number>,
  options: { readonly current?: boolean; readonly everyJob?: boolean } = {},
): Promise<Result<MembersNow, RequestFault>> {
  const { plan, store } = looking;
  const needed = closureOf(plan, repositories);
  const writers = new Set([...needed].flatMap((id) => plan.repositories[id]!.writers));
  const asked = options.everyJob ? new Set(plan.tasks.map((task) => task.id)) : writers;
  const jobs = await decisionsOf(looking, asked);
  if (!jobs.ok) return jobs;
  const made = await looking.context([]);
  if (!made.ok) return err(dataFault(made.error.code, made.error.message));
  const context = made.value;
  // A network without tasks: members are set as they are, and combinators and views follow by themselves.
  const network = new Network(plan, new Map(), {
    ...context.network,
    onClosed: () => {},
    onContent: () => {},
  });
  const bind = (task: TaskPlan, name: string): BoundLink => {
    const link = task.links.find((each) => each.name === name)!;
    const members = network.members[link.repository]!;
    return context.network.bind(new TaskState(task, undefined, false), link, members);
  };
  for (const id of needed) {
    const repository = plan.repositories[id]!;
    const sources = await listSources(repository, {
      plan,
      store,
      repositories: context.repositories,
      patterns: context.patterns,
      listed: context.listed,
      acceptEmpty: true,
      dryRun: true,
      warn: () => {},
    });
    if (!sources.ok) return err(dataFault(sources.error.code, sources.error.message));
    for (const key of sources.value) network.set(id, key, 'present', undefined, undefined);
  }
  for (const id of writers) {
    const task = plan.tasks[id]!;
    for (const { repository, key } of outputsOf(task, context, jobs.value.get(id), options.current ?? false))
      if (needed.has(repository)) network.set(repository, key, 'present', undefined, undefined);
    for (const { repository, key } of await statusOf(task, context, jobs.value.get(id), bind))
      if (needed.has(repository)) network.set(repository, key, 'present', undefined, undefined);
  }
  return ok({
    of: (id) => [...network.members[id]!.keys()],
    has: (id, key) => network.members[id]!.get(key) !== undefined,
    jobs: jobs.value,
    translate: (combinator, key) => {
      const found = context.network.combine.translate(combinator, key);
      return found.ok ? found.value : undefined;
    },
    doubt: (id, key) => network.members[id]!.get(key)?.fault,
    bind,
  });
}

/** How each present job of the tasks stands; of a job that is looked at again after its pretended run, the first answer. */
async function decisionsOf(
  { plan, run }: Looking,
  tasks: ReadonlySet<number>,
): Promise<Result<ReadonlyMap<number, ReadonlyMap<string, Decision>>, RequestFault>> {
  const found = new Map<number, Map<string, Decision>>();
  const names = [...tasks].map((id) => plan.tasks[id]!).filter((task) => !task.disabled);
  if (names.length === 0) return ok(found);
  const decisions = new Map<Job, Decision>();
  const summary = await run(
    names.map((task) => task.name),
    (job, decision) => {
      if (decisions.get(job)?.type !== 'run') decisions.set(job, decision);
    },
  );
  if (!summary.ok) return err({ ...summary.error, of: 'call' });
  if (summary.value.refusal) {
    const { code, message, hint } = summary.value.refusal;
    return err(dataFault(code, message, hint === undefined ? {} : { hint }));
  }
  for (const [job, decision] of decisions) {
    if (job.removed) continue;
    const { id } = job.task.plan;
    if (!found.has(id)) found.set(id, new Map());
    found.get(id)!.set(job.key, decision);
  }
  return ok(found);
}

function closureOf(plan: Plan, repositories: Iterable<number>): Set<number> {
  const needed = new Set<number>();
  const stack = [...repositories];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    const repository: RepositoryPlan = plan.repositories[id]!;
    if ('children' in repository) stack.push(...repository.children.map((child) => child.repository));
    if ('sees' in repository) stack.push(...repository.sees.map((seen) => seen.repository));
  }
  return needed;
}

/** What a task's present jobs made that is still there. Of a disabled task, which has no jobs, what is as recorded. */
function* outputsOf(
  task: TaskPlan,
  context: BuildContext,
  jobs: ReadonlyMap<string, Decision> | undefined,
  current: boolean,
): Generator<{ repository: number; key: string }> {
  const { store, patterns } = context;
  const links = new Map(task.links.filter((link) => link.isOutput).map((link) => [link.name, link]));
  for (const record of store.records(task.name)) {
    const decision = jobs?.get(record.key);
    if (!task.disabled && !decision) continue;
    if (record.state !== 'done' && !task.failureOk) continue;
    if (current && decision && decision.type !== 'up-to-date') continue;
    for (const output of record.outputs) {
      const link = links.get(output.link);
      const now = link && context.outputNow(output);
      if (!link || now === undefined) continue;
      if ((task.disabled || current) && now !== output.fingerprint) continue;
      yield { repository: homeOf(link, output.path, patterns), key: output.key };
    }
  }
}

/** Status members of present jobs that are there. */
async function statusOf(
  task: TaskPlan,
  { repositories }: BuildContext,
  jobs: ReadonlyMap<string, Decision> | undefined,
  bind: MembersNow['bind'],
): Promise<{ repository: number; key: string }[]> {
  const found: { repository: number; key: string }[] = [];
  for (const link of task.links) {
    const { keyFor } = link.isStatus && !link.isOutput ? bind(task, link.name) : {};
    const repository = repositories.get(link.repository);
    if (!keyFor || !repository) continue;
    for (const job of jobs?.keys() ?? []) {
      const key = keyFor(job);
      if (await repository.has(key)) found.push({ repository: link.repository, key });
    }
  }
  return found;
}
