// How a link selects members, as far as it is told by how it is written and what its repository is. Knows no job.
import { below, type Located } from './context.ts';
import type { LinkSpec } from './link-spec.ts';
import { isPathDraft, isUnit, type RepositoryDraft } from './repository-draft.ts';

export interface BoundSpec {
  readonly spec: LinkSpec;
  readonly repository: RepositoryDraft;
  readonly orElse?: RepositoryDraft;
}

/** How a link selects, as far as it can be told without the job's fields. */
export type Intent =
  | { readonly type: 'same' | 'unit' | 'all' | 'digest' }
  | { readonly type: 'key' | 'keys'; readonly text: string; readonly at: Located }
  | { readonly type: 'cokeyed'; readonly link: string; readonly at: Located }
  | { readonly type: 'join'; readonly link: string; readonly path: readonly string[]; readonly at: Located };

export function intentOf({ spec, repository }: BoundSpec): Intent {
  const isRead = !spec.isOutput && !spec.isStatus;
  if (spec.cokeyed !== undefined)
    return { type: 'cokeyed', link: spec.cokeyed, at: below(spec.where, 'cokeyed') };
  if (spec.keys !== undefined) {
    if (spec.keys === 'digest' && !isRead) return { type: 'digest' };
    if (isRead && (spec.keys === '*' || spec.keys === '**')) return { type: 'all' };
    return { type: 'keys', text: spec.keys, at: below(spec.where, 'keys') };
  }
  if (spec.key !== undefined) {
    const at = below(spec.where, 'key');
    const [link = '', ...path] = spec.key.split('.');
    return JOIN.test(spec.key) ? { type: 'join', link, path, at } : { type: 'key', text: spec.key, at };
  }
  if (isUnit(repository)) return { type: 'unit' };
  if (!isPathDraft(repository) || !repository.pattern.fields.includes('')) return { type: 'same' };
  const { fields, spans } = repository.pattern;
  if (isRead && fields.every((name) => name === '')) return { type: 'all' };
  const parts = fields.map((name, index) => (name !== '' ? `{${name}}` : spans[index] === true ? '**' : '*'));
  return { type: 'keys', text: parts.join('/'), at: spec.referenceAt };
}

const JOIN = /^[A-Za-z_][\w-]*(?:\.[\w-]+)+$/;

/** `{name**}` takes any number of parts. */
export function reachesFar(repository: RepositoryDraft): boolean {
  return isPathDraft(repository) && repository.pattern.spans.includes(true);
}

export function countParts(count: number): string {
  return count === 1 ? '1 part' : `${count} parts`;
}
