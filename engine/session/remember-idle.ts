// Writes the snapshot of a build after which all is up to date, for the next one to compare itself with. Decides what may be
// trusted; compares nothing.
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { span } from '../base/span.ts';
import { canonicalJson, digestOf } from '../base/digest.ts';
import type { Glance } from '../idle/glance.ts';
import { environmentDigest, requestText } from '../idle/request.ts';
import { idlePath } from '../idle/idle-build.ts';
import { BLOCK, blockOf, bodyOf, packBody, packSnapshot, TUPLE } from '../idle/snapshot.ts';
import type { BuildSummary } from '../model/event.ts';
import type { Plan } from '../model/plan.ts';
import type { LooksTaken } from '../repository/looks.ts';
import type { StatTable } from '../repository/stat-table.ts';
import { isPlainTask, plainRepositories } from '../schedule/narrow/plain.ts';
import type { BuildContext } from '../schedule/context.ts';
import type { BuildOptions } from '../schedule/options.ts';
import type { OpenOptions } from './types.ts';

/** A stamp as young as this may be shared with a later write. */
const RACY_MS = 20;

/** Before the first look of a build. */
export function prepareToRemember(stats: StatTable, options: BuildOptions): void {
  if (isPlain(options)) stats.keepLooks();
}

/** `before`: the build looked at no more than what differs from that. */
export function rememberIdle(
  context: BuildContext,
  summary: BuildSummary,
  options: BuildOptions,
  { params = {}, env, version }: OpenOptions,
  before: Glance | undefined,
): void {
  const { plan, stats, store } = context;
  if (version === undefined || !isPlain(options) || !isIdle(plan, summary)) return;
  const jobs = Object.fromEntries(summary.tasks.map(({ task, total }) => [task, total]));
  // A key went while the build ran: the next one lists them.
  if (before && canonicalJson(jobs) !== canonicalJson(before.snapshot.header.jobs)) return;
  using _span = span('remember what was looked at');
  const looks = stats.looks();
  const seen = looks && (before ? renewed(before, looks) : whole(plan, looks));
  if (!seen) return;
  // What tools are called may lead elsewhere by another PATH.
  const names = plan.tasks.some((task) => task.tools.length > 0) ? [...plan.env, 'PATH'] : plan.env;
  const header = {
    version,
    request: requestText(params),
    env: names,
    envDigest: environmentDigest(names, env),
    absent: seen.absent,
    body: crc32(seen.body),
    upToDate: summary.tasks.reduce((sum, task) => sum + task.total, 0),
    jobs,
    definitions: digestOfDefinitions(context),
    records: store.recordsSum(),
    first: before ? firstDifference(before) : 0,
  };
  const path = idlePath(plan.file);
  try {
    writeFileSync(`${path}.new`, packSnapshot(header, seen.count, seen.body));
    renameSync(`${path}.new`, path);
  } catch {
    // A full or read-only disk: the next build takes its time and finds the same.
    rmSync(`${path}.new`, { force: true });
  }
}

export function isPlain(options: BuildOptions): boolean {
  const filtered = (options.only?.length ?? 0) + (options.except?.length ?? 0) > 0;
  return options.targets.length === 0 && !filtered && !options.force && !options.dryRun && !options.keepAll;
}

interface Seen {
  readonly count: number;
  readonly body: Uint8Array;
  readonly absent: readonly string[];
}

function whole(plan: Plan, looks: LooksTaken): Seen | undefined {
  const sources = sourceTuples(plan);
  if (!sources) return undefined;
  const paths = [...sources.keys(), ...looks.paths];
  const tuples = new Float64Array(paths.length * TUPLE);
  tuples.set([...sources.values()].flat());
  tuples.set(looks.tuples, sources.size * TUPLE);
  return { count: paths.length, body: packBody(paths, tuples), absent: looks.absent };
}

/** The block of it. */
function firstDifference({ looks }: Glance): number {
  return Math.max(0, Math.floor(looks.different.indexOf(1) / BLOCK));
}

/**
 * What was seen before, with what differed from it as this build found or left it. The rest keeps its tuple, even where
 * this build saw another: others may go by it that this build did not look at.
 */
function renewed({ snapshot, looks: { different } }: Glance, looks: LooksTaken): Seen {
  const { count } = snapshot;
  const left = new Map(looks.paths.map((path, index) => [path, index * TUPLE]));
  const old = bodyOf(snapshot).slice();
  const numbers = new Float64Array(old.buffer, 0, count * TUPLE);
  const known: (readonly string[])[] = [];
  for (let block = 0; block * BLOCK < count; block++) {
    const { names } = blockOf(snapshot, block)!;
    known.push(names);
    for (let index = 0; index < names.length; index++) {
      const at = block * BLOCK + index;
      const now = left.get(names[index]!);
      if (now === undefined && different[at] === 0) continue;
      left.delete(names[index]!);
      const tuple = now === undefined ? [Number.NaN] : looks.tuples.subarray(now, now + TUPLE);
      if (different[at] === 1 || Number.isNaN(tuple[0])) numbers.set(tuple, at * TUPLE);
    }
  }
  const absent = [...new Set([...snapshot.header.absent, ...looks.absent])].filter((path) => !left.has(path));
  if (left.size === 0) return { count, body: old, absent };
  const tuples = [...left.values()].flatMap((now) => [...looks.tuples.subarray(now, now + TUPLE)]);
  const all = [...known.flat(), ...left.keys()];
  return { count: all.length, body: packBody(all, new Float64Array([...numbers, ...tuples])), absent };
}

function isIdle(plan: Plan, summary: BuildSummary): boolean {
  if (summary.outcome !== 'done' || summary.failures.length > 0 || summary.warnings > 0 || summary.pruned > 0)
    return false;
  const didNothing = summary.tasks.every((task) => task.upToDate === task.total);
  if (summary.tasks.some((task) => task.upToDate + task.succeeded !== task.total)) return false;
  if (!didNothing && !isPlainPlan(plan)) return false;
  // What is kept of variables for the next look could be tried against.
  return plan.secrets.length === 0 && !plan.tasks.some((task) => task.rerun === 'always');
}

/** Of which all that jobs leave is known to the stat table. */
function isPlainPlan(plan: Plan): boolean {
  const plain = plainRepositories(plan);
  return plain.size === plan.repositories.length && plan.tasks.every((task) => isPlainTask(task, plain));
}

export function digestOfDefinitions({ plan, definitions }: BuildContext): string {
  const lines = [...definitions].map(([id, { digest }]) => `${plan.tasks[id]!.name} ${digest}\n`);
  return digestOf(lines.join(''));
}

/** The tuples of the files that the plan was compiled from, if each still holds what was compiled. */
export function sourceTuples(plan: Plan): Map<string, number[]> | undefined {
  const tuples = new Map<string, number[]>();
  for (const { path, digest } of plan.sources) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile() || Math.max(stats.mtimeMs, stats.ctimeMs) > Date.now() - RACY_MS) return undefined;
    if (digestOf(readFileSync(path)) !== digest) return undefined;
    tuples.set(path, [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino, stats.mode]);
  }
  return tuples;
}
