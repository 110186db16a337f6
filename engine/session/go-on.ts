// From what a look just before the build found to what the build need not do: jobs that nothing of it concerns stay as the
// snapshot says, and files need not be looked at a second time. Decides nothing about jobs that it does concern.
import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { span } from '../base/span.ts';
import { differingPaths, glanced } from '../idle/glance.ts';
import type { Glance } from '../idle/glance.ts';
import { bodyOf } from '../idle/snapshot.ts';
import type { Plan } from '../model/plan.ts';
import { TakenLooks } from '../repository/taken-looks.ts';
import type { BuildContext } from '../schedule/context.ts';
import { TaskState } from '../schedule/job.ts';
import type { BoundLink } from '../schedule/keys/bound-link.ts';
import { Members } from '../schedule/keys/members.ts';
import { narrowTo } from '../schedule/narrow/narrow.ts';
import type { Narrow } from '../schedule/narrow/narrow.ts';
import { touchedJobs } from '../schedule/narrow/touched.ts';
import type { BuildOptions } from '../schedule/options.ts';
import type { Scope } from '../schedule/scope.ts';
import type { Store } from '../store/store.ts';
import { digestOfDefinitions, isPlain, sourceTuples } from './remember-idle.ts';

/** Above that, all is decided anew. */
const MOST_PATHS = 100;
/** So many jobs are looked at one by one however few there are, and above that a quarter of all. */
const FEW_JOBS = 16;

/** Whether all that the snapshot says still holds but for the paths that were seen to differ. */
export function isTrusted(glance: Glance, plan: Plan, options: BuildOptions, store: Store): boolean {
  const { records, body } = glance.snapshot.header;
  if (!isPlain(options) || options.launchOnly === true || differingPaths(glance, MOST_PATHS) === undefined)
    return false;
  if (records !== store.recordsSum() || body !== crc32(bodyOf(glance.snapshot))) return false;
  // What the plan was compiled from may have been written between that look and the compilation.
  const sources = sourceTuples(plan);
  if (!sources) return false;
  let left = sources.size;
  for (const { path, isSame, tuples, at } of glanced(glance)) {
    const now = sources.get(path);
    if (!now) continue;
    if (!isSame || now.some((number, index) => number !== tuples[at + index])) return false;
    // They stand first.
    if (--left === 0) return true;
  }
  return false;
}

/** Undefined where more than a few jobs may be concerned, or it cannot be told which. */
export function narrowBy(glance: Glance, context: BuildContext, scope: Scope): Narrow | undefined {
  using _span = span('find what the changes concern');
  const { plan, root, patterns, paths, store, network } = context;
  if (glance.snapshot.header.definitions !== digestOfDefinitions(context)) return undefined;
  const differing = differingPaths(glance, MOST_PATHS)!;
  const counts = countsIn(glance, plan, scope);
  if (!counts) return undefined;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const links = new Map<number, readonly BoundLink[]>();
  const bind = (id: number): readonly BoundLink[] => {
    const task = new TaskState(plan.tasks[id]!, undefined, false);
    return task.plan.links.map((link) =>
      network.bind(task, link, new Members(plan.repositories[link.repository]!)),
    );
  };
  const touched = touchedJobs(differing, {
    plan,
    tasks: new Set(scope.tasks.keys()),
    patterns,
    store,
    linksOf: (id) => {
      const known = links.get(id) ?? bind(id);
      links.set(id, known);
      return known;
    },
    isFile: (path) => lstatSync(resolve(root, path), { throwIfNoEntry: false })?.isFile() ?? false,
    most: Math.max(FEW_JOBS, Math.floor(total / 4)),
  });
  return (
    touched &&
    narrowTo(touched, {
      plan,
      counts,
      text: (digest) => store.text(digest),
      fingerprint: (repository, key) => {
        const found = paths.get(repository)?.fingerprint(key);
        return found?.ok === true ? found.value : undefined;
      },
    })
  );
}

/** The looks at what was as the snapshot says, each to be counted once. */
export function takenLooks(glance: Glance): TakenLooks {
  return new TakenLooks(glanced(glance));
}

/** How many jobs each task of the build has; undefined if the snapshot is of other tasks. */
function countsIn(glance: Glance, plan: Plan, scope: Scope): Map<number, number> | undefined {
  const { jobs } = glance.snapshot.header;
  const counts = new Map<number, number>();
  for (const [id, wanted] of scope.tasks) {
    const count = jobs[plan.tasks[id]!.name];
    if (count === undefined || wanted) return undefined;
    counts.set(id, count);
  }
  return counts.size === Object.keys(jobs).length ? counts : undefined;
}
