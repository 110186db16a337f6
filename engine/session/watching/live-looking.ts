// What a look works with beside a watch that runs: what the watch knows stands in the place of what files would say, so that
// nothing is listed and compared a second time. The look has parts of its own and changes nothing of the watch; what the
// watch does not know, or is about to find out, it looks at itself. Knows no look.
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { BuildSummary, TaskCounts } from '../../model/event.ts';
import type { BuildFailure } from '../../model/failure.ts';
import type { Plan } from '../../model/plan.ts';
import { isAtRest } from '../../schedule/at-rest.ts';
import type { BuildContext } from '../../schedule/context.ts';
import type { Job } from '../../schedule/job.ts';
import { neededRepositories } from '../../schedule/keys/listing.ts';
import type { Member } from '../../schedule/keys/members.ts';
import type { Network } from '../../schedule/keys/network.ts';
import type { Progress } from '../../schedule/options.ts';
import { missingJob, scopeOf } from '../../schedule/scope.ts';
import type { Scope } from '../../schedule/scope.ts';
import type { DryRun } from '../dry-run.ts';
import { lookingOver } from '../looking.ts';
import type { Looking } from '../looking.ts';
import type { OpenOptions } from '../types.ts';
import { Workspace } from '../workspace.ts';
import type { LifePorts } from './life-ports.ts';

export interface LivePorts extends Pick<LifePorts, 'context' | 'workspace' | 'store' | 'state'> {
  readonly network: Network;
  readonly progress: Progress;
  readonly env: OpenOptions['env'];
}

/** Deciding about more jobs than that, or going through what they made, would keep the watch from its work for too long. */
const MOST_JOBS = 20_000;
/** The same of jobs that only have to be counted. */
const MOST_AT_REST = 200_000;

/** Refused where it would take too long. The network must have taken up all that happened before. */
export async function lookLive<T>(
  live: LivePorts,
  work: (looking: Looking) => Promise<T>,
): Promise<Result<T, BuildFailure>> {
  const { context, network, store, state, env, progress } = live;
  const { plan } = context;
  const stats = live.workspace.stats.fork();
  await using workspace = new Workspace(plan, store, state, env, undefined, undefined, stats);
  const looking = lookingOver({
    plan,
    store,
    state,
    workspace,
    now: async () => progress,
    adapt: (own) => withKnown(own, network),
  });
  const run: DryRun = async (targets, onLook) => {
    const scope = scopeOf(plan, targets, workspace.patterns);
    if (!scope.ok) return scope;
    const jobs = jobsOf(network, scope.value.tasks);
    const resting = jobs > MOST_AT_REST ? undefined : restOf(network, scope.value, onLook);
    if (resting) return ok(resting);
    if (jobs <= MOST_JOBS) return await looking.run(targets, onLook);
    refusal = TOO_MANY;
    return err({ ...refusal, severity: 'error' as const });
  };
  const members: Looking['context'] = async (tasks) => {
    if (jobsOf(network, network.tasks) <= MOST_JOBS) return await looking.context(tasks);
    return err((refusal = TOO_MANY));
  };
  let refusal: BuildFailure | undefined;
  const isMade: Looking['isMade'] = (id, key) => madeMember(network, id, key) !== undefined;
  const answer = await work({ ...looking, run, context: members, isMade });
  return refusal ? err(refusal) : ok(answer);
}

const TOO_MANY: BuildFailure = {
  type: 'build-failure',
  code: 'too-many-jobs',
  message: 'the watch has other things to do',
};

/** How many jobs the watch has of these tasks; those of which it is about single keys do not count. */
function jobsOf(network: Network, tasks: ReadonlyMap<number, unknown>): number {
  let jobs = 0;
  for (const [id, wants] of tasks)
    if (typeof wants !== 'function') jobs += network.tasks.get(id)?.jobs.size ?? 0;
  return jobs;
}

/** What a dry run comes to where everything is up to date; undefined elsewhere. */
function restOf(network: Network, scope: Scope, onLook: Parameters<DryRun>[1]): BuildSummary | undefined {
  if (!isAtRest(network, scope.tasks.keys()) || missingJob(scope, network.tasks)) return undefined;
  const tasks: TaskCounts[] = [];
  for (const [id, wants] of scope.tasks) {
    const task = network.tasks.get(id)!;
    let total = 0;
    for (const job of task.jobs.values()) {
      if (wants && !wants(job.key)) continue;
      total++;
      onLook(job, { type: 'up-to-date' }, () => undefined);
    }
    tasks.push({ task: task.plan.name, total, upToDate: total, ...NOTHING });
  }
  return { outcome: 'done', durationMs: 0, tasks, failures: [], notReady: [], pruned: 0, warnings: 0 };
}

const NOTHING = { succeeded: 0, failed: 0, blocked: 0, notReady: 0, running: 0, waiting: 0 } as const;

function withKnown(own: BuildContext, network: Network): BuildContext {
  const listed = listedSources(own.plan, network);
  const fingerprintOf = (id: number, key: string) => {
    const member = listed.has(id) ? network.members[id]!.get(key) : undefined;
    return member?.state === 'present' && !member.maker ? member.fingerprint : undefined;
  };
  return {
    ...own,
    listed: (id) => (listed.has(id) ? [...network.members[id]!.keys()] : undefined),
    resolve: {
      ...own.resolve,
      fingerprint: (members, key) => {
        const fingerprint = fingerprintOf(members.plan.id, key);
        return fingerprint === undefined ? own.resolve.fingerprint(members, key) : ok(fingerprint);
      },
    },
    network: {
      ...own.network,
      combine: {
        ...own.network.combine,
        fingerprint: (id, member) =>
          (member.fingerprint ??= fingerprintOf(id, member.key)) ??
          own.network.combine.fingerprint(id, member),
      },
    },
    outputNow: (output) => {
      const id = output.path === '' ? undefined : ownerOf(own, output.path);
      const key = id === undefined ? undefined : own.patterns.get(id)!.match(output.path);
      const member = id === undefined || key === undefined ? undefined : madeMember(network, id, key);
      return member?.fingerprint ?? own.outputNow(output);
    },
  };
}

/** Repositories that no task writes and that the watch lists: what is in them it knows. */
function listedSources(plan: Plan, network: Network): ReadonlySet<number> {
  if (!network.isStarted) return new Set();
  return new Set(
    neededRepositories(plan, network.tasks).filter((id) => {
      const repository = plan.repositories[id]!;
      return 'pattern' in repository && repository.writers.length === 0;
    }),
  );
}

function ownerOf(own: BuildContext, path: string): number | undefined {
  const name = own.ownerOf(path);
  return name === undefined ? undefined : own.plan.repositories.find((each) => each.name === name)?.id;
}

/** A member that its only maker has made, and that is as that left it. */
function madeMember(network: Network, id: number, key: string): Member | undefined {
  const member = network.members[id]!.get(key);
  if (member?.state !== 'present' || !member.maker || !isDone(member.maker)) return undefined;
  return network.otherMaker(id, key, member.maker) ? undefined : member;
}

function isDone({ state, queued, removed }: Job): boolean {
  return (state === 'up-to-date' || state === 'succeeded') && !queued && !removed;
}
