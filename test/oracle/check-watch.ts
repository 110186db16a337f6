// The invariants of a watch that has nothing left to do. Pure; knows no files but as values.
import { expectedFiles } from './check.ts';
import { printEntry } from './disk.ts';
import type { Disk } from './disk.ts';
import type { Truth } from './evaluate.ts';
import { keyOf, repositoryOf } from './model.ts';
import type { FileRepository, Pipeline } from './model.ts';
import { isAsMade } from './records.ts';
import type { Quiet } from './watched.ts';

export interface Rest {
  readonly pipeline: Pipeline;
  readonly truth: Truth;
  readonly quiet: Quiet;
  readonly before: Disk;
  readonly after: Disk;
  /** Path → text of all that jobs of today's tasks have made, unless somebody else wrote there since. */
  readonly made: ReadonlyMap<string, string>;
}

export function checkRest(rest: Rest): string[] {
  return [...told(rest), ...tree(rest), ...sources(rest), ...leftovers(rest)];
}

function* told({ truth, quiet: { summary } }: Rest): Generator<string> {
  const failed = [...truth.jobs].flatMap(([name, { state }]) => (state === 'failed' ? [name] : []));
  const outcome = failed.length > 0 ? 'failed' : 'done';
  if (summary.outcome !== outcome)
    yield `the watch came to ${summary.outcome} (${JSON.stringify(summary.refusal ?? summary.failures.slice(0, 3))}) and not ${outcome}`;
  const named = summary.failures.map(({ job }) => `${job.task}/${job.key}`).toSorted();
  if (named.join('\n') !== failed.toSorted().join('\n'))
    yield `the watch names ${named.join(', ')} as failed, not ${failed.join(', ')}`;
}

function* tree({ truth, after }: Rest): Generator<string> {
  for (const [name, job] of truth.jobs)
    if (job.state === 'made')
      for (const [path, text] of job.outputs)
        if (!isAsMade(after, path, text))
          yield `${path} of ${name} should be ${JSON.stringify(text)} and is ${printEntry(after.get(path))}`;
}

function* sources({ before, after }: Rest): Generator<string> {
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (path.startsWith('build')) continue;
    const was = before.get(path);
    const is = after.get(path);
    if (printEntry(was) !== printEntry(is) || (was?.type === 'file' && was.mtimeNs !== is?.mtimeNs))
      yield `${path} was ${printEntry(was)} and became ${printEntry(is)}`;
  }
}

/** Where something failed, what is gone may only be unknown. */
function* leftovers({ pipeline, truth, after, made }: Rest): Generator<string> {
  const jobs = [...truth.jobs.values()];
  if (jobs.some(({ state }) => state === 'failed' || state === 'blocked')) return;
  const expected = expectedFiles(truth);
  const owned = pipeline.tasks.flatMap(({ outputs }) =>
    outputs.map(({ to }) => repositoryOf(pipeline, to) as FileRepository),
  );
  for (const [path, text] of made) {
    const isOwned = owned.some((repository) => keyOf(repository, path) !== undefined);
    if (isOwned && !expected.has(path) && isAsMade(after, path, text))
      yield `${path} is left, and no job makes it`;
  }
}
