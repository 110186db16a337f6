// Which members a link selects, from how it is written and what its repository is. Knows the task's other links by name.
import { didYouMean } from '../base/did-you-mean.ts';
import type { Selector } from '../model/plan.ts';
import { compileKeyPattern } from '../repository/key-pattern.ts';
import type { Context } from './context.ts';
import { countParts, intentOf, reachesFar, type BoundSpec, type Intent } from './intent.ts';
import type { JobKeys } from './job-keys.ts';
import { fieldsOf, isPathDraft, memberKind } from './repository-draft.ts';

/** The selector, or undefined after a fault that has been told. */
export function selectorOf(
  bound: BoundSpec,
  others: ReadonlyMap<string, BoundSpec>,
  job: JobKeys,
  context: Context,
): Selector | undefined {
  const intent = intentOf(bound);
  switch (intent.type) {
    case 'same':
    case 'unit':
    case 'all':
      return { type: intent.type };
    case 'digest':
      return checkNewKeys(bound, context) ? { type: 'digest' } : undefined;
    case 'cokeyed':
      return checkNewKeys(bound, context) ? cokeyedSelector(intent, bound, others, context) : undefined;
    case 'join':
      return joinSelector(intent, bound, others, context);
    case 'key':
    case 'keys':
      return keySelector(intent, bound, others, job, context);
    default:
      return intent satisfies never;
  }
}

/** Members whose keys are only known when they are there need a place that takes any one name. */
function checkNewKeys({ spec, repository }: BoundSpec, { faults }: Context): boolean {
  const at = spec.referenceAt.document.at(spec.referenceAt.path);
  const what = spec.cokeyed === undefined ? '`keys: digest`' : '`cokeyed`';
  if (!spec.isOutput) {
    const place = spec.where.document.keyAt([...spec.where.path, 'cokeyed']);
    faults.error('bad-key', `${what} is for outputs`, place);
  } else if (spec.inPlace) {
    faults.error('bad-key', `${what} and \`in_place\` exclude each other`, at);
  } else if (!isPathDraft(repository) || repository.pattern.fields.length !== 1) {
    faults.error('bad-key', `${what} needs a repository of files whose path has one field`, at, {
      expected: 'a path such as build/crashes/{digest}.bin',
    });
  } else return true;
  return false;
}

function cokeyedSelector(
  { link, at }: Extract<Intent, { type: 'cokeyed' }>,
  { spec }: BoundSpec,
  others: ReadonlyMap<string, BoundSpec>,
  { faults }: Context,
): Selector | undefined {
  const main = others.get(link);
  if (main !== undefined && main.spec.isOutput && intentOf(main).type === 'digest')
    return { type: 'cokeyed', link };
  const names = [...others].flatMap(([name, other]) =>
    name !== spec.name && intentOf(other).type === 'digest' ? [name] : [],
  );
  faults.error(
    'unknown-link',
    `the task has no output "${link}" with \`keys: digest\``,
    at.document.at(at.path),
    {
      ...(names.length > 0 && { expected: `one of: ${names.join(', ')}` }),
      ...didYouMean(link, names),
    },
  );
  return undefined;
}

function keySelector(
  intent: Extract<Intent, { text: string }>,
  { spec, repository }: BoundSpec,
  others: ReadonlyMap<string, BoundSpec>,
  job: JobKeys,
  { faults }: Context,
): Selector | undefined {
  const { text, at } = intent;
  const compiled = compileKeyPattern(text, job.fields, job.spans);
  if (!compiled.ok) {
    const { message, offset } = compiled.error;
    const place =
      at === spec.referenceAt
        ? at.document.at(at.path)
        : at.document.within(at.path, offset, text.length - offset);
    const known = fieldsOf(repository) ?? [];
    const isShort = text.split('/').length < known.length;
    faults.error('bad-key', message, place, {
      ...(isShort && {
        hint: `a key of ${repository.name} is ${keyOf(known)}, whatever stands between its fields in the path`,
      }),
    });
    return undefined;
  }
  const isBare = /^[\w-]+$/.test(text);
  if (isBare && (text === 'key' || job.fields.includes(text) || (others.has(text) && text !== spec.name))) {
    const hint = others.has(text)
      ? `write "${text}.FIELD" for a key in that link's record`
      : `write "{${text}}" for the job's field`;
    faults.error('bad-key', `"${text}" is taken as a key of its own`, at.document.at(at.path), { hint });
    return undefined;
  }
  if (!compiled.value.isTemplate) {
    if (intent.type === 'keys') return { type: 'keys', pattern: text };
    faults.error('bad-key', `"${text}" stands for several members`, at.document.at(at.path), {
      hint: 'say `keys:` in place of `key:`',
    });
    return undefined;
  }
  const parts = text.split('/').length;
  const fields = fieldsOf(repository);
  const isWhole = text.includes('{key}');
  if (
    fields !== undefined &&
    !isWhole &&
    !job.spans.includes(true) &&
    fields.length !== parts &&
    !reachesFar(repository)
  ) {
    const message = `this key has ${countParts(parts)}, those of ${repository.name} have ${countParts(fields.length)}`;
    faults.error('key-mismatch', message, at.document.at(at.path), {
      expected: keyOf(fields),
    });
    return undefined;
  }
  return { type: 'key', template: text };
}

function keyOf(fields: readonly string[]): string {
  return fields.map((name) => name || '*').join('/');
}

function joinSelector(
  intent: Extract<Intent, { type: 'join' }>,
  { spec }: BoundSpec,
  others: ReadonlyMap<string, BoundSpec>,
  { faults }: Context,
): Selector | undefined {
  const at = intent.at.document.at(intent.at.path);
  const target = others.get(intent.link);
  if (spec.isOutput || spec.isStatus) {
    faults.error('bad-key', 'the key of an output cannot stand in a record', at, {
      expected: 'the job\'s fields, such as "{key}"',
    });
    return undefined;
  }
  if (target === undefined) {
    const names = [...others.keys()].filter((name) => name !== spec.name);
    faults.error('unknown-link', `the task has no link "${intent.link}"`, at, {
      expected: `LINK.FIELD with one of: ${names.join(', ')}`,
      ...didYouMean(intent.link, names),
    });
    return undefined;
  }
  const several = ['all', 'keys', 'digest', 'cokeyed'].includes(intentOf(target).type);
  if (memberKind(target.repository) === 'path' || several) {
    const message = several
      ? `the link "${intent.link}" has several members`
      : `the link "${intent.link}" has no record to look "${intent.path.join('.')}" up in`;
    faults.error(
      'not-a-record',
      message,
      at,
      several ? {} : { hint: `give the repository ${target.repository.name} \`type: yaml\` or \`json\`` },
    );
    return undefined;
  }
  return { type: 'join', link: intent.link, path: intent.path };
}
