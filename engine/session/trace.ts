// `pipe trace`: where a key stands in each task: which links hold it, and how its job stands. Knows no terminal.
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { compareBytes } from '../base/compare.ts';
import { readInputs } from '../freshness/inputs.ts';
import { printJob } from '../model/job.ts';
import type { LinkPlan, TaskPlan } from '../model/plan.ts';
import type { Decision } from '../schedule/decide.ts';
import { verdictOf } from './explain.ts';
import type { RequestFault, TraceReport, TracedLink, TracedTask } from './members/member-types.ts';
import { membersNow } from './members/members-now.ts';
import type { Looking } from './looking.ts';
import type { MembersNow } from './members/members-now.ts';
import { dataFault, roleOf, wordOf } from './reference.ts';

const MAX_MEMBERS = 100;

/** One report a key; tasks that know nothing of it are left out unless `all`. Keys of which none is held are a fault. */
export async function trace(
  looking: Looking,
  keys: readonly string[],
  all: boolean,
): Promise<Result<readonly TraceReport[], RequestFault>> {
  const { plan } = looking;
  const running = new Set((await looking.now()).running.map(({ job }) => printJob(job)));
  const members = await membersNow(
    looking,
    plan.repositories.map((each) => each.id),
    { everyJob: true },
  );
  if (!members.ok) return members;
  const reports = keys.map((key): TraceReport => {
    const tasks = plan.tasks.map((task) => traceTask(looking, members.value, running, task, key));
    return { key, tasks: all ? tasks : tasks.filter(isConcerned) };
  });
  const [first] = reports;
  if (first && !all && !reports.some((report) => report.tasks.some(isConcerned))) {
    const word = JSON.stringify(wordOf(first.key));
    return err(dataFault('unknown-key', `no task and no repository has ${word}`));
  }
  return ok(reports);
}

function isConcerned(task: TracedTask): boolean {
  return task.jobs.length > 0 || task.links.some((link) => link.count > 0);
}

function traceTask(
  looking: Looking,
  members: MembersNow,
  running: ReadonlySet<string>,
  task: TaskPlan,
  key: string,
): TracedTask {
  const jobs = members.jobs.get(task.id) ?? new Map<string, Decision>();
  const own = jobs.has(key);
  const links = task.links.map((link): TracedLink => {
    const keys = new Set(members.of(link.repository).filter((each) => isOf(each, key)));
    for (const each of own ? boundKeys(looking, members, task, link, key) : []) keys.add(each);
    const sorted = [...keys].toSorted(compareBytes);
    return {
      link: link.name,
      repository: looking.plan.repositories[link.repository]!.name,
      role: roleOf(link),
      members: sorted.slice(0, MAX_MEMBERS),
      count: sorted.length,
    };
  });
  const reads = links.some((link) => link.count > 0);
  const concerned = [...jobs]
    .filter(([each]) => isOf(each, key) || (each === '' && jobs.size === 1 && reads))
    .toSorted(([a], [b]) => compareBytes(a, b));
  return {
    task: task.name,
    jobs: concerned.slice(0, MAX_MEMBERS).map(([each, decision]) => ({
      key: each,
      verdict: verdictOf(decision),
      ...(running.has(printJob({ task: task.name, key: each })) && { running: true }),
    })),
    links,
  };
}

/** The members that a job's link leads to by another key than its own; of a join that of its last success. */
function boundKeys(
  { store }: Looking,
  members: MembersNow,
  task: TaskPlan,
  link: LinkPlan,
  key: string,
): readonly string[] {
  if (link.select.type === 'join') {
    const record = store.record(task.name, key);
    const read = record && readInputs(record.inputs, (digest) => store.text(digest)).get(link.name);
    return read instanceof Map ? [...read.keys()].filter((each) => members.has(link.repository, each)) : [];
  }
  const bound = members.bind(task, link.name);
  const one = bound.keyFor?.(key);
  if (one !== undefined) return members.has(link.repository, one) ? [one] : [];
  const group = bound.groupFor?.(key);
  if (group === undefined) return [];
  return members.of(link.repository).filter((each) => bound.groupOf?.(each) === group);
}

/** The key itself, or one below it. The unit key is only itself. */
function isOf(each: string, key: string): boolean {
  return each === key || (key !== '' && each.startsWith(`${key}/`));
}
