// Writes the snapshot of a build that had nothing to do, for the next one to compare itself with. Decides what may be
// trusted; compares nothing.
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { span } from '../base/span.ts';
import { digestOf } from '../base/digest.ts';
import { environmentDigest, requestText } from '../idle/request.ts';
import { idlePath } from '../idle/idle-build.ts';
import { packSnapshot, TUPLE } from '../idle/snapshot.ts';
import type { BuildSummary } from '../model/event.ts';
import type { Plan } from '../model/plan.ts';
import type { StatTable } from '../repository/stat-table.ts';
import type { BuildOptions } from '../schedule/options.ts';
import type { OpenOptions } from './types.ts';

/** A stamp as young as this may be shared with a later write. */
const RACY_MS = 20;

/** Before the first look of a build. */
export function prepareToRemember(stats: StatTable, options: BuildOptions): void {
  if (isPlain(options)) stats.keepLooks();
}

export function rememberIdle(
  plan: Plan,
  summary: BuildSummary,
  options: BuildOptions,
  stats: StatTable,
  { params = {}, env, version }: OpenOptions,
): void {
  if (version === undefined || !isPlain(options) || !isIdle(plan, summary)) return;
  using _span = span('remember that there was nothing to do');
  const looks = stats.looks();
  const sources = looks && sourceTuples(plan);
  if (!looks || !sources) return;
  const paths = [...sources.keys(), ...looks.paths];
  const tuples = new Float64Array(paths.length * TUPLE);
  let at = 0;
  for (const tuple of sources.values()) {
    tuples.set(tuple, at);
    at += TUPLE;
  }
  tuples.set(looks.tuples, at);
  // What tools are called may lead elsewhere by another PATH.
  const names = plan.tasks.some((task) => task.tools.length > 0) ? [...plan.env, 'PATH'] : plan.env;
  const header = {
    version,
    request: requestText(params),
    env: names,
    envDigest: environmentDigest(names, env),
    absent: looks.absent,
    upToDate: summary.tasks.reduce((sum, task) => sum + task.upToDate, 0),
  };
  const path = idlePath(plan.file);
  try {
    writeFileSync(`${path}.new`, packSnapshot({ header, paths, tuples }));
    renameSync(`${path}.new`, path);
  } catch {
    // A full or read-only disk: the next build takes its time and finds the same.
    rmSync(`${path}.new`, { force: true });
  }
}

function isPlain(options: BuildOptions): boolean {
  const filtered = (options.only?.length ?? 0) + (options.except?.length ?? 0) > 0;
  return options.targets.length === 0 && !filtered && !options.force && !options.dryRun;
}

function isIdle(plan: Plan, summary: BuildSummary): boolean {
  if (summary.outcome !== 'done' || summary.failures.length > 0 || summary.warnings > 0 || summary.pruned > 0)
    return false;
  if (summary.tasks.some((task) => task.upToDate !== task.total)) return false;
  // What is kept of variables for the next look could be tried against.
  return plan.secrets.length === 0 && !plan.tasks.some((task) => task.rerun === 'always');
}

/** The tuples of the files that the plan was compiled from, if each still holds what was compiled. */
function sourceTuples(plan: Plan): Map<string, number[]> | undefined {
  const tuples = new Map<string, number[]>();
  for (const { path, digest } of plan.sources) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile() || Math.max(stats.mtimeMs, stats.ctimeMs) > Date.now() - RACY_MS) return undefined;
    if (digestOf(readFileSync(path)) !== digest) return undefined;
    tuples.set(path, [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino, stats.mode]);
  }
  return tuples;
}
