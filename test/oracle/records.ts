// What the oracle remembers of each job's last success, and what therefore has to run. The counterpart of pipe's store,
// kept from what the jobs themselves say. Knows no build in progress.
import type { Disk } from './disk.ts';
import type { Action, JobTruth, Truth } from './evaluate.ts';

export interface Record {
  readonly action: Action;
  /** Path → text, for all that the job made. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Whether pipe surely has just this; not after a kill, damaged state or an edit during the build. */
  readonly isSure: boolean;
}

export type Records = Map<string, Record>;

/** `must` run, `may` run since the record is not sure, or not. */
export type Need = 'must' | 'may' | 'no';

export function needOf(job: JobTruth, record: Record | undefined, disk: Disk): Need {
  if (!job.action) return 'no';
  if (record && !record.isSure) return 'may';
  if (!record || !sameAction(record.action, job.action)) return 'must';
  return [...record.outputs].every(([path, text]) => isAsMade(disk, path, text)) ? 'no' : 'must';
}

export function isAsMade(disk: Disk, path: string, text: string): boolean {
  const entry = disk.get(path);
  // The executable bit is no part of a record's value.
  return entry?.type === 'file' && entry.text === text && (!entry.executable || path.endsWith('.yaml'));
}

export function sameAction(a: Action, b: Action): boolean {
  return (
    a.definition === b.definition &&
    sameMaps(a.inputs, b.inputs, sameTexts) &&
    sameTexts(a.discovered, b.discovered)
  );
}

/** All jobs that have to run; `forced` are tasks of which every job has. */
export function needsOf(
  truth: Truth,
  records: Records,
  disk: Disk,
  forced: (task: string) => boolean,
): Map<string, Need> {
  return new Map(
    [...truth.jobs].map(([name, job]) => [
      name,
      job.action && forced(job.task) ? 'must' : needOf(job, records.get(name), disk),
    ]),
  );
}

/** Files that pipe may remove as its own; `isSure` if it has to once no job makes them. */
export function madeFiles(records: Records, disk: Disk): Map<string, { job: string; isSure: boolean }> {
  const made = new Map<string, { job: string; isSure: boolean }>();
  for (const [job, { outputs, isSure }] of records) {
    for (const [path, text] of outputs)
      if (isSure ? isAsMade(disk, path, text) : disk.has(path)) made.set(path, { job, isSure });
  }
  return made;
}

function sameTexts(a: Readonly<{ [key: string]: string }>, b: Readonly<{ [key: string]: string }>): boolean {
  return sameMaps(a, b, (left, right) => left === right);
}

function sameMaps<T>(
  a: Readonly<{ [key: string]: T }>,
  b: Readonly<{ [key: string]: T }>,
  same: (a: T, b: T) => boolean,
): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key]!, b[key]!))
  );
}
