// The invariants of a build: each function names what it found wrong, in plain words. Pure; knows no files but as values.
import { printEntry } from './disk.ts';
import type { Disk } from './disk.ts';
import type { Truth } from './evaluate.ts';
import type { Built } from './project.ts';
import { faultOf } from './reasons.ts';
import { isAsMade, madeFiles } from './records.ts';
import type { Need, Records } from './records.ts';
import type { Scope } from './scope.ts';

export interface Observation {
  readonly truth: Truth;
  readonly records: Records;
  readonly needs: ReadonlyMap<string, Need>;
  readonly scope: Scope;
  readonly before: Disk;
  readonly after: Disk;
  readonly built: Built;
  /** Nothing stopped it: neither a failure nor a signal. */
  readonly isComplete: boolean;
}

export function check(seen: Observation): string[] {
  return [
    ...untouched(seen),
    ...minimal(seen),
    ...finalInputs(seen),
    ...tree(seen),
    ...leftovers(seen),
    ...told(seen),
  ];
}

/** Inputs are as they were, times included, and so are outputs that were right. */
function* untouched({ before, after, truth }: Observation): Generator<string> {
  const expected = expectedFiles(truth);
  for (const [path, entry] of before) {
    const now = after.get(path);
    const isInput = !path.startsWith('build/') && path !== 'build' && path !== 'in';
    const text = expected.get(path);
    const isRight = text !== undefined && isAsMade(before, path, text);
    if (!isInput && !isRight) continue;
    if (printEntry(entry) !== printEntry(now))
      yield `${path} was ${printEntry(entry)} and became ${printEntry(now)}`;
    else if (entry.type === 'file' && (entry.mtimeNs !== now!.mtimeNs || entry.inode !== now!.inode))
      yield `${path} was written again with the same content`;
  }
  for (const path of after.keys())
    if (!before.has(path) && !path.startsWith('build')) yield `${path} appeared outside of build/`;
}

/** Only jobs that had to run did, each once, and all of them did. */
function* minimal({ built, needs, scope, truth, isComplete }: Observation): Generator<string> {
  const counts = new Map<string, number>();
  for (const name of built.started) counts.set(name, (counts.get(name) ?? 0) + 1);
  // Damage that shows in the middle of a build has it begin anew.
  const restarts = built.events.filter(
    (event) => event.type === 'warning' && event.code === 'state-set-aside',
  ).length;
  for (const [name, count] of counts) {
    const job = truth.jobs.get(name);
    // A header that is as young as the job makes its run unsure, rightly.
    const again = built.events.filter(
      (event) => event.type === 'job-end' && nameOf(event.job) === name && event.outcome === 'retry',
    ).length;
    if (!job) yield `${name} ran, and there is no such job`;
    else if (!job.action) yield `${name} ran, and is ${job.state}`;
    else if (needs.get(name) === 'no') yield `${name} ran without need`;
    else if (!scope.isIn(job.task)) yield `${name} ran outside of the targets ${scope.targets.join(' ')}`;
    if (count > 1 + again + restarts) yield `${name} ran ${count} times, ${again} of them again for a reason`;
  }
  if (!isComplete) return;
  for (const [name, need] of needs) {
    const job = truth.jobs.get(name)!;
    if (need === 'must' && !counts.has(name) && scope.isWanted(job.task, name))
      yield `${name} had to run and did not`;
  }
}

/** Every job that came to its end worked with the final state of its inputs. */
function* finalInputs({ built, truth }: Observation): Generator<string> {
  for (const [name, results] of built.results) {
    const result = results.at(-1)!;
    const job = truth.jobs.get(name);
    if (job?.state === 'failed') yield `${name} ended well, and should fail`;
    else if (job?.result !== undefined && job.result !== result)
      yield `${name} came to ${result} and not to ${job.result}: it read what was not final`;
  }
}

function* tree({ truth, after, scope, built, isComplete }: Observation): Generator<string> {
  for (const [name, job] of truth.jobs) {
    const isRun = built.events.some(
      (event) => event.type === 'job-end' && event.outcome === 'succeeded' && nameOf(event.job) === name,
    );
    if (job.state !== 'made' || !(isRun || (isComplete && scope.isWanted(job.task, name)))) continue;
    for (const [path, text] of job.outputs)
      if (!isAsMade(after, path, text))
        yield `${path} of ${name} should be ${JSON.stringify(text)} and is ${printEntry(after.get(path))}`;
  }
}

/** What no job makes: what pipe made goes, what others made stays. */
function* leftovers({ truth, records, before, after, scope, isComplete }: Observation): Generator<string> {
  const expected = expectedFiles(truth);
  const made = madeFiles(records, before);
  const isWell =
    isComplete && scope.isWhole && [...truth.jobs.values()].every((job) => !isTrouble(job.state));
  for (const [path, entry] of after) {
    if (!path.startsWith('build/') || entry.type === 'folder' || expected.has(path)) continue;
    const maker = made.get(path);
    if (printEntry(before.get(path)) !== printEntry(entry))
      yield `${path} was ${printEntry(before.get(path))}, became ${printEntry(entry)}, and no job makes it`;
    else if (isWell && maker?.isSure && scope.isIn(taskOf(maker.job)))
      yield `${path} is left of ${maker.job}, which has gone`;
  }
  for (const [path, entry] of before) {
    if (!path.startsWith('build/') || entry.type === 'folder' || after.has(path)) continue;
    if (expected.has(path) || isBelow(path, expected)) continue;
    const maker = made.get(path);
    if (!maker) yield `${path} was removed, and pipe did not make it`;
    else if (maker.isSure && isTrouble(truth.jobs.get(maker.job)?.state))
      yield `${path} of ${maker.job} was removed, though that job did not succeed`;
  }
}

/** What pipe says agrees with what the jobs say, and with what is so. */
function* told({ truth, records, before, built, scope, isComplete }: Observation): Generator<string> {
  const starts = built.events.filter((event) => event.type === 'job-start');
  const names = starts.map((event) => nameOf(event.job)).toSorted();
  if (names.join('\n') !== built.started.toSorted().join('\n') && isComplete)
    yield `pipe tells of ${names.join(', ') || 'none'}, and what ran is ${built.started.toSorted().join(', ') || 'none'}`;
  for (const { job, attempt, reason } of starts) {
    const found = truth.jobs.get(nameOf(job));
    const fault =
      found &&
      attempt === 1 &&
      faultOf(reason, found, records.get(nameOf(job)), before, scope.forces(job.task));
    if (fault) yield fault;
  }
  if (!isComplete || !scope.isWhole) return;
  const failed = [...truth.jobs].flatMap(([name, job]) =>
    job.state === 'failed' && scope.isIn(job.task) ? [name] : [],
  );
  const outcome = failed.length > 0 ? 'failed' : 'done';
  if (built.summary?.outcome !== outcome)
    yield `the build ended ${built.summary?.outcome} (${JSON.stringify(built.summary?.refusal ?? built.summary?.failures.slice(0, 3))}) and not ${outcome}`;
  const named = built.summary?.failures.map(({ job }) => nameOf(job)).toSorted() ?? [];
  if (named.join('\n') !== failed.toSorted().join('\n'))
    yield `pipe names ${named.join(', ')} as failed, not ${failed.join(', ')}`;
}

export function nameOf(job: { readonly task: string; readonly key: string }): string {
  return `${job.task}/${job.key}`;
}

export function taskOf(name: string): string {
  return name.slice(0, name.indexOf('/'));
}

export function expectedFiles(truth: Truth): Map<string, string> {
  return new Map([...truth.jobs.values()].flatMap((job) => [...job.outputs]));
}

function isTrouble(state: string | undefined): boolean {
  return state === 'failed' || state === 'blocked';
}

/** Whether a path lies in what stands in the way of a file to come. */
function isBelow(path: string, expected: ReadonlyMap<string, string>): boolean {
  const parts = path.split('/');
  return parts.some((_, index) => expected.has(parts.slice(0, index).join('/')));
}
