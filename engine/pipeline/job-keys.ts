// What the keys of a task's jobs look like, from its links. Knows nothing of members.
import { compileKeyPattern } from '../repository/key-pattern.ts';
import type { Context } from './context.ts';
import { fieldsOf, isPathDraft, type RepositoryDraft } from './repository-draft.ts';
import { countParts, intentOf, reachesFar, type BoundSpec } from './intent.ts';

export interface JobKeys {
  /** The task has a job per key; otherwise one job, with the unit key. */
  readonly keyed: boolean;
  /** Names of the parts of a key, as far as they are known. */
  readonly fields: readonly string[];
  /** Which parts may hold several segments. */
  readonly spans: readonly boolean[];
  /** Where the keys come from. */
  readonly from?: BoundSpec;
}

/** Keys come from required links with the job's own key; without one, from a group. */
export function jobKeys(links: readonly BoundSpec[]): JobKeys {
  const required = links.filter(({ spec }) => spec.requiredForStart);
  const same = required.filter((link) => intentOf(link).type === 'same');
  const known = same.filter(({ repository }) => fieldsOf(repository) !== undefined);
  const first = longest(known) ?? same[0];
  if (first !== undefined) {
    return {
      keyed: true,
      fields: fieldsOf(first.repository) ?? [],
      spans: spansOf(first.repository),
      from: first,
    };
  }
  for (const link of required) {
    const intent = intentOf(link);
    if (intent.type !== 'keys') continue;
    const names = [...intent.text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    const compiled = compileKeyPattern(intent.text, names);
    const fields = compiled.ok ? compiled.value.uses : names;
    if (fields.length > 0) return { keyed: true, fields, spans: fields.map(() => false), from: link };
  }
  return { keyed: false, fields: [], spans: [] };
}

/** Tells links whose keys cannot be the job's. */
export function checkSameKeys(links: readonly BoundSpec[], job: JobKeys, { faults }: Context): void {
  for (const link of links) {
    const { spec, repository } = link;
    const intent = intentOf(link);
    const isWritten = spec.isOutput || spec.isStatus;
    const at = spec.referenceAt.document.at(spec.referenceAt.path);
    if (isWritten && job.keyed && intent.type === 'unit') {
      const field = job.fields.length > 0 ? job.fields.map((name) => `{${name}}`).join('/') : '{key}';
      faults.error('shared-output', `every job of the task would write ${repository.name}`, at, {
        hint: `put the job's key into the path: ${field}`,
      });
      continue;
    }
    if (isWritten && intent.type === 'key' && job.keyed && !usesWholeKey(intent.text, job)) {
      faults.error(
        'shared-output',
        `several jobs would write the member ${intent.text}`,
        intent.at.document.at(intent.at.path),
        {
          expected: 'every field of the job, or {key}',
        },
      );
      continue;
    }
    if (intent.type !== 'same') continue;
    const fields = fieldsOf(repository);
    if (!job.keyed) {
      faults.error('no-keys', `the task has one job, which has no key for ${repository.name}`, at, {
        hint: 'give it an input whose path has the same fields, or read all members with `*`',
      });
    } else if (fields !== undefined && job.fields.length > 0 && fields.length !== job.fields.length) {
      if (reachesFar(repository) || job.spans.includes(true)) continue;
      faults.error('key-mismatch', mismatch(repository, fields, job), at, {
        hint: mismatchHint(link, fields, job),
      });
    }
  }
}

function mismatch(repository: RepositoryDraft, fields: readonly string[], job: JobKeys): string {
  const theirs = `${countParts(fields.length)} (${fields.join(', ')})`;
  const ours = `${countParts(job.fields.length)} (${job.fields.join(', ')}) from ${job.from?.repository.name ?? 'its inputs'}`;
  return `the keys of ${repository.name} have ${theirs}, those of the job ${ours}`;
}

function mismatchHint({ spec }: BoundSpec, fields: readonly string[], job: JobKeys): string {
  const word = spec.isOutput || spec.isStatus ? 'to' : spec.isInput ? 'from' : 'repository';
  const reference = /[{*,]/.test(spec.reference) ? `"${spec.reference}"` : spec.reference;
  if (fields.length > job.fields.length) {
    const stars = fields.slice(job.fields.length).map(() => '*');
    return `write { ${word}: ${reference}, keys: "${['{key}', ...stars].join('/')}" } for all members under the job's key`;
  }
  if (spec.isOutput || spec.isStatus) {
    return `put every field into the path: ${job.fields.map((name) => `{${name}}`).join('/')}`;
  }
  const shared = fields.every((name) => job.fields.includes(name))
    ? fields
    : job.fields.slice(0, fields.length);
  return `write { ${word}: ${reference}, key: "${shared.map((name) => `{${name}}`).join('/')}" }`;
}

function usesWholeKey(text: string, job: JobKeys): boolean {
  return (
    text.includes('{key}') ||
    (job.fields.length > 0 && job.fields.every((name) => text.includes(`{${name}}`)))
  );
}

function longest(links: readonly BoundSpec[]): BoundSpec | undefined {
  const lengths = links.map(({ repository }) => fieldsOf(repository)?.length ?? 0);
  return links[lengths.indexOf(Math.max(...lengths))];
}

function spansOf(repository: RepositoryDraft): readonly boolean[] {
  return isPathDraft(repository) ? repository.pattern.spans : (fieldsOf(repository) ?? []).map(() => false);
}
