// The links of one task: repositories found, selectors chosen, names and joins checked. Knows no recipe and no template.
import type { Task } from '../../schemas/generated/pipeline.ts';
import type { LinkRole, Selector } from '../model/plan.ts';
import type { Context, Located } from './context.ts';
import { checkSameKeys, jobKeys, type JobKeys } from './job-keys.ts';
import { linkSpecs, type LinkSpec } from './link-spec.ts';
import { isPackedDraft, isPathDraft } from './repository-draft.ts';
import type { RepositoryDraft } from './repository-draft.ts';
import type { RepositoryTable } from './repository-table.ts';
import type { BoundSpec } from './intent.ts';
import { selectorOf } from './selector.ts';

export interface LinkDraft {
  readonly spec: LinkSpec;
  readonly repository: RepositoryDraft;
  /** An output to a `fallback`: what takes what `repository` refuses. */
  readonly orElse?: RepositoryDraft;
  readonly select: Selector;
  readonly role?: LinkRole;
}

export interface TaskLinks {
  /** Each link after the ones that its join looks into. */
  readonly links: readonly LinkDraft[];
  /** Every link's name, also of those with faults. */
  readonly specs: readonly LinkSpec[];
  readonly job: JobKeys;
  readonly joinsStreams: boolean;
}

/** Names that templates use for other things. */
export const RESERVED = new Set(['key', 'task', 'recipe', 'depfile', 'params']);

export function compileLinks(
  task: Task,
  origin: Located,
  table: RepositoryTable,
  plugged: readonly LinkSpec[],
  context: Context,
): TaskLinks {
  const { specs: own, roles, joinsStreams } = linkSpecs(task, origin);
  const specs = [...own, ...plugged];
  const bound = new Map<string, BoundSpec>();
  const first = new Map<string, LinkSpec>();
  let whole = true;
  for (const spec of specs) {
    if (!checkName(spec, first, context)) continue;
    first.set(spec.name, spec);
    const repository = resolveSpec(spec, table);
    if (repository === undefined || !checkUse(spec, repository, context)) {
      whole = false;
    } else {
      const [base = repository, orElse] = writtenParts(spec, repository) ?? [];
      bound.set(spec.name, { spec, repository: base, ...(orElse && { orElse }) });
    }
  }
  const links = [...bound.values()];
  const job = jobKeys(links);
  // Keys that a broken link would give are not missed.
  if (!whole && !job.keyed) return { links: [], specs, job, joinsStreams };
  checkSameKeys(links, job, context);
  const drafts: LinkDraft[] = [];
  for (const link of links) {
    const select = selectorOf(link, bound, job, context);
    const role = roles.get(link.spec.name) ?? link.spec.role;
    if (select) drafts.push({ ...link, select, ...(role && { role }) });
  }
  return { links: orderJoins(drafts, context), specs, job, joinsStreams };
}

function resolveSpec(spec: LinkSpec, table: RepositoryTable): RepositoryDraft | undefined {
  const { reference, referenceAt, resolveAt, kind, translator } = spec;
  const repository = table.resolve(reference, resolveAt ?? referenceAt, kind);
  if (repository === undefined || translator === undefined) return repository;
  const by = table.resolve(translator.reference, translator.at);
  return by && table.related(repository, by, translator.at, translator.allowDeletes);
}

function checkName(spec: LinkSpec, seen: ReadonlyMap<string, LinkSpec>, { faults }: Context): boolean {
  const at = spec.where.document.keyAt(spec.where.path);
  const [top = ''] = spec.name.split('.');
  if (RESERVED.has(top)) {
    faults.error(
      'reserved-name',
      `a link cannot be called "${top}": templates use the name for something else`,
      at,
    );
    return false;
  }
  const other = [...seen.values()].find(({ name }) => overlaps(name, spec.name));
  if (other === undefined) return true;
  faults.error('duplicate-link', `the task already has a link "${other.name}"`, at, {
    related: [{ message: 'first here', location: other.where.document.keyAt(other.where.path) }],
  });
  return false;
}

/** The same name, or one of them is the namespace that the other is in. */
function overlaps(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

function checkUse(spec: LinkSpec, repository: RepositoryDraft, context: Context): boolean {
  const { faults } = context;
  const at = spec.referenceAt.document.at(spec.referenceAt.path);
  if (isPackedDraft(repository) && (spec.isStatus || spec.inPlace)) {
    const why = spec.inPlace
      ? '`in_place` is for a job that writes'
      : 'this link is written while the job runs, to';
    faults.error('packed', `the members of ${repository.name} lie packed, and ${why} the file itself`, at, {
      hint: 'give the repository `type: file` or `type: directory`',
    });
    return false;
  }
  if (spec.isStatus && repository.type === 'memory') {
    faults.error('not-writable', `${repository.name} lies in memory, where nobody could look it up`, at, {
      hint: 'give the repository a path',
    });
    return false;
  }
  if (writtenParts(spec, repository)) return true;
  if ((spec.isOutput || spec.isStatus) && 'children' in repository) {
    faults.error(
      'not-writable',
      `${repository.name} is made of other repositories and cannot be written`,
      at,
      {
        hint: `write to ${repository.children.map((child) => child.repository.name).join(' or ')}`,
      },
    );
    return false;
  }
  return checkKeys(spec, context) && checkFlags(spec, repository, context);
}

function checkKeys(spec: LinkSpec, { faults }: Context): boolean {
  const given = (['key', 'keys', 'cokeyed'] as const).filter((name) => spec[name] !== undefined);
  const [first, second] = given;
  if (second === undefined) return true;
  const place = spec.where.document.keyAt([...spec.where.path, second]);
  faults.error('conflicting-keys', `a link has \`${first}\` or \`${second}\`, not both`, place);
  return false;
}

function checkFlags(spec: LinkSpec, repository: RepositoryDraft, { faults }: Context): boolean {
  const place = (name: string) => spec.where.document.keyAt([...spec.where.path, name]);
  if (spec.cancels && (spec.isInput || spec.isOutput || spec.isStatus || spec.requiredForStart)) {
    faults.error(
      'conflicting-flags',
      'a link that cancels a job can do nothing else for it',
      place('cancels'),
      {
        hint: 'give the other use a link of its own',
      },
    );
    return false;
  }
  if (
    spec.values !== undefined &&
    !(spec.isOutput && (repository.type === 'yaml' || repository.type === 'json'))
  ) {
    faults.error('no-record', '`values` is for outputs that are records', place('values'), {
      hint: 'give the repository `type: yaml` or `json`',
    });
    return false;
  }
  return true;
}

/**
 * A fallback of repositories that have members of their own takes a job's output: the two of them, in order. A fan-out only
 * where neither is packed.
 */
function writtenParts(
  spec: LinkSpec,
  repository: RepositoryDraft,
): readonly [RepositoryDraft, RepositoryDraft] | undefined {
  if (repository.type !== 'fallback' || !('children' in repository)) return undefined;
  if (!spec.isOutput || spec.inPlace || spec.keys === 'digest' || spec.cokeyed !== undefined)
    return undefined;
  const [base, other] = repository.children.map((child) => child.repository);
  if (!base || !other || !isPathDraft(base) || !isPathDraft(other)) return undefined;
  const isPlain = !isPackedDraft(base) && !isPackedDraft(other);
  return spec.keys === undefined || isPlain ? [base, other] : undefined;
}

/** Puts each link after the one that it is joined through; a ring of joins is a fault. */
function orderJoins(links: readonly LinkDraft[], { faults }: Context): readonly LinkDraft[] {
  const byName = new Map(links.map((link) => [link.spec.name, link]));
  const ordered = new Set<LinkDraft>();
  for (const link of links) {
    const chain: LinkDraft[] = [];
    for (
      let at: LinkDraft | undefined = link;
      at !== undefined && !ordered.has(at);
      at = joined(at, byName)
    ) {
      if (chain.includes(at)) {
        const ring = chain.slice(chain.indexOf(at));
        const names = [...ring, at].map((each) => each.spec.name).join(' → ');
        const place = at.spec.where;
        faults.error(
          'join-cycle',
          `the keys of these links are looked up in each other: ${names}`,
          place.document.at([...place.path, 'key']),
        );
        break;
      }
      chain.push(at);
    }
    for (const each of chain.toReversed()) ordered.add(each);
  }
  return [...ordered];
}

function joined(link: LinkDraft, byName: ReadonlyMap<string, LinkDraft>): LinkDraft | undefined {
  return link.select.type === 'join' ? byName.get(link.select.link) : undefined;
}
