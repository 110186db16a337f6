// The first look at a repository: its members on disk, less what belongs to the tasks that write there. Knows no jobs.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { err, ok } from '../../base/result.ts';
import { span } from '../../base/span.ts';
import type { Result } from '../../base/result.ts';
import type { BuildFailure } from '../../model/failure.ts';
import type { Plan, RepositoryPlan, TaskPlan } from '../../model/plan.ts';
import type { PathPattern, Repository } from '../../repository/port.ts';
import type { Store } from '../../store/store.ts';
import type { BuildContext } from '../context.ts';
import type { TaskState } from '../job.ts';
import type { Network } from './network.ts';
import { clearLive } from '../attempt/status-links.ts';

export interface ListingPorts {
  readonly plan: Plan;
  readonly store: Store;
  readonly repositories: ReadonlyMap<number, Repository>;
  readonly patterns: ReadonlyMap<number, PathPattern>;
  readonly listed: BuildContext['listed'];
  readonly acceptEmpty: boolean;
  /** Only a look: whether roots have members is not written down, so that a look disarms no guard. */
  readonly dryRun: boolean;
  readonly warn: (code: string, message: string) => void;
}

/** Lists every repository that the tasks read, and lets what they hold flow into the network. */
export async function listAll(
  network: Network,
  tasks: ReadonlyMap<number, TaskState>,
  context: BuildContext,
  options: Pick<ListingPorts, 'acceptEmpty' | 'dryRun' | 'warn'>,
): Promise<BuildFailure | undefined> {
  const { plan, store, repositories, patterns, listed } = context;
  if (!options.dryRun) clearLive(plan, context.paths);
  if (context.narrow) {
    for (const [id, members] of context.narrow.members)
      for (const [key, fingerprint] of members) network.set(id, key, 'present', fingerprint, undefined);
    return undefined;
  }
  using _span = span('list the repositories');
  context.stats.ahead?.expect(prefixesToLookAt(tasks, context));
  for (const id of neededRepositories(plan, tasks)) {
    const repository = plan.repositories[id]!;
    const keys = await listSources(repository, {
      plan,
      store,
      repositories,
      patterns,
      listed,
      ...options,
    });
    if (!keys.ok) return keys.error;
    for (const key of keys.value) network.set(id, key, 'present', undefined, undefined);
    for (const writer of repository.writers)
      if (!tasks.has(writer)) takeAsItStands(network, repository, plan.tasks[writer]!, context);
  }
  return undefined;
}

/** What the paths begin with that will be looked at: of jobs that were built, where none of a task is left out. */
function prefixesToLookAt(tasks: ReadonlyMap<number, TaskState>, context: BuildContext): string[] {
  const built = [...tasks].filter(([, task]) => task.records.size > 0 && !task.wanted);
  return neededRepositories(context.plan, new Map(built)).flatMap(
    (id) => context.patterns.get(id)?.fixed ?? [],
  );
}

/** What a task made that is left out of this build counts as recorded, where it is still so. */
function takeAsItStands(
  network: Network,
  repository: RepositoryPlan,
  task: TaskPlan,
  context: BuildContext,
): void {
  const links = new Set(
    task.links
      .filter((link) => link.repository === repository.id || link.orElse === repository.id)
      .map((link) => link.name),
  );
  const pattern = context.patterns.get(repository.id);
  for (const record of context.store.records(task.name)) {
    if (record.state !== 'done') continue;
    for (const output of record.outputs) {
      if (!links.has(output.link) || context.outputNow(output) !== output.fingerprint) continue;
      if (pattern && output.path !== '' && pattern.match(output.path) === undefined) continue;
      network.set(repository.id, output.key, 'present', output.fingerprint, undefined);
    }
  }
}

/** Those that the tasks' links lead to, and what these are made of: all that is listed for them. */
export function neededRepositories(plan: Plan, tasks: ReadonlyMap<number, TaskState>): number[] {
  const needed = new Set<number>();
  const stack = [...tasks.values()].flatMap((task) =>
    task.plan.links.flatMap((link) => [link.repository, ...(link.orElse === undefined ? [] : [link.orElse])]),
  );
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    const repository = plan.repositories[id]!;
    if ('children' in repository) stack.push(...repository.children.map((child) => child.repository));
    if ('sees' in repository) stack.push(...repository.sees.map((seen) => seen.repository));
  }
  return [...needed].toSorted((a, b) => a - b);
}

/** The keys of a repository's source members: for an owned one none, unless it accepts strays. */
export async function listSources(
  repository: RepositoryPlan,
  ports: ListingPorts,
): Promise<Result<readonly string[], BuildFailure>> {
  const adapter = ports.repositories.get(repository.id);
  if (!adapter || 'children' in repository) return ok([]);
  if (repository.writers.length > 0 && !repository.acceptStrays) return ok([]);
  const known = ports.listed?.(repository.id);
  if (known) return ok(withoutOwned(repository, known, ports));
  const listing = await adapter.list();
  if (!listing.ok) {
    return err({ type: 'build-failure', code: listing.error.code, message: listing.error.message });
  }
  const { skipped } = listing.value;
  if (skipped.length > 0) {
    const more = skipped.length > 1 ? ` (and ${skipped.length - 1} more)` : '';
    ports.warn(
      'skipped-name',
      `${repository.name}: ${JSON.stringify(skipped[0]!.name)} is no valid key: it ${skipped[0]!.why}${more}`,
    );
  }
  const keys = withoutOwned(repository, listing.value.keys, ports);
  const vanished = repository.writers.length === 0 ? checkRoot(repository, keys.length, ports) : undefined;
  return vanished ? err(vanished) : ok(keys);
}

/** What lies where another task writes is that task's output or a stray, never a source. */
function withoutOwned(
  repository: RepositoryPlan,
  keys: readonly string[],
  ports: ListingPorts,
): readonly string[] {
  const pattern = ports.patterns.get(repository.id);
  if (!pattern || !('sees' in repository) || repository.sees.length === 0) return keys;
  const owned = repository.sees.map((seen) => ports.patterns.get(seen.repository)!);
  return keys.filter((key) => {
    const path = pattern.format(key)!;
    return !owned.some((each) => each.match(path) !== undefined);
  });
}

/**
 * A root that had members and is now missing, or empty on another device, was more likely unmounted than emptied:
 * nothing is removed on its account without `--accept-empty`.
 */
function checkRoot(repository: RepositoryPlan, count: number, ports: ListingPorts): BuildFailure | undefined {
  const pattern = ports.patterns.get(repository.id);
  if (!pattern || pattern.fields.length === 0) return undefined;
  const fact = `root ${pattern.text}`;
  const folder = pattern.fixed === '' ? '.' : pattern.fixed;
  const stats = statSync(resolve(ports.plan.root, folder), { throwIfNoEntry: false });
  const before = ports.store.fact(fact);
  if (count === 0 && before !== undefined && !ports.acceptEmpty && (!stats || String(stats.dev) !== before)) {
    return {
      type: 'build-failure',
      code: 'root-vanished',
      message: stats
        ? `${folder} had members at the last build and is now empty on another device`
        : `${folder} had members at the last build and is gone`,
      hint: `nothing was removed; mount or restore it, or say --accept-empty if ${repository.name} is meant to be empty`,
    };
  }
  if (ports.dryRun) return undefined;
  const now = count > 0 && stats ? String(stats.dev) : undefined;
  if (now !== undefined && now !== before) ports.store.putFact(fact, now);
  else if (now === undefined && before !== undefined && ports.acceptEmpty) ports.store.removeFact(fact);
  return undefined;
}
