// What a combinator holds under a key, computed from its children's members of that key. Pure; knows no files and no
// tasks. Semantics: pydatatask's And, Or, Blocking, Filter, Map, RelatedItem and Fallback repositories, kept up by deltas.
import { digestOf } from '../base/digest.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { CombinatorRepositoryPlan, RepositoryPlan } from '../model/plan.ts';
import type { Job } from './job.ts';
import type { Member, Members, MemberState } from './members.ts';
import type { RelatedIndex } from './related-index.ts';

export interface CombineContext {
  /** The fingerprint of a present member, asked for when it is not known yet; undefined if it just vanished. */
  readonly fingerprint: (repository: number, member: Member) => Fingerprint | undefined;
  /** `filter`, `map`: whether the member passes `where`. */
  readonly passes: (plan: CombinatorRepositoryPlan, key: string) => boolean;
  /** `map`: the fingerprint of the mapped value. */
  readonly mapped: (plan: CombinatorRepositoryPlan, key: string) => Fingerprint | undefined;
  /** `related`: the key in the base that the translator's member gives, if any. */
  readonly translate: (plan: CombinatorRepositoryPlan, key: string) => string | undefined;
  /** `fallback`: told which of its children has the key now. */
  readonly choose: (plan: CombinatorRepositoryPlan, key: string, child: number) => void;
}

export interface Combined {
  readonly state: MemberState;
  readonly fingerprint: Fingerprint | undefined;
  readonly maker: Job | undefined;
}

/**
 * The keys of the combinator that a change of `key` in the child `repository` concerns, with what they hold now. `related`
 * is the index of a related repository, which is kept up here.
 */
export function combine(
  plan: RepositoryPlan,
  repository: number,
  key: string,
  members: readonly Members[],
  context: CombineContext,
  related: RelatedIndex | undefined,
): [key: string, made: Combined | undefined][] {
  if (!('children' in plan)) return [];
  if (!related || plan.type !== 'related') return [[key, combineKey(plan, key, members, context)]];
  const keys = new Set<string>();
  const [base, translator] = plan.children.map((child) => child.repository) as [number, number];
  if (repository === translator) {
    const isThere = members[translator]!.get(key)?.state === 'present';
    related.set(key, isThere ? context.translate(plan, key) : undefined);
    keys.add(key);
  }
  if (repository === base) for (const each of related.keysOf(key)) keys.add(each);
  return [...keys].map((each) => [each, relate(plan, each, related.target(each), members, context)]);
}

function combineKey(
  plan: CombinatorRepositoryPlan,
  key: string,
  members: readonly Members[],
  context: CombineContext,
): Combined | undefined {
  const children = plan.children.map((child) => members[child.repository]!.get(key));
  const [first, second] = children;
  switch (plan.type) {
    case 'and':
      return children.includes(undefined) ? undefined : merge(plan, children, context);
    case 'or':
      return children.some((child) => child !== undefined) ? merge(plan, children, context) : undefined;
    case 'unless':
      if (!first || second?.state === 'present') return undefined;
      return second
        ? { state: second.state, fingerprint: undefined, maker: second.maker }
        : copy(plan, first, context);
    case 'filter':
    case 'map':
      if (!first) return undefined;
      if (first.state !== 'present') return copy(plan, first, context);
      if (!context.passes(plan, key)) return undefined;
      if (plan.type === 'filter') return copy(plan, first, context);
      return { state: 'present', fingerprint: context.mapped(plan, key), maker: first.maker };
    case 'fallback': {
      const child = children.findIndex((each) => each !== undefined);
      const member = children[child];
      if (!member) return undefined;
      context.choose(plan, key, child);
      return copyOf(plan.children[child]!.repository, member, context);
    }
    case 'related':
      throw new Error('a related repository does not keep its keys');
    default: {
      const rest: never = plan.type;
      throw new Error(`unknown combinator ${String(rest)}`);
    }
  }
}

function relate(
  plan: CombinatorRepositoryPlan,
  key: string,
  target: string | undefined,
  members: readonly Members[],
  context: CombineContext,
): Combined | undefined {
  const [base, translator] = plan.children.map((child) => members[child.repository]!) as [Members, Members];
  const source = translator.get(key);
  if (!source) return undefined;
  if (source.state !== 'present') return { state: source.state, fingerprint: undefined, maker: source.maker };
  const member = target === undefined ? undefined : base.get(target);
  return member && { ...copyOf(plan.children[0]!.repository, member, context), maker: member.maker };
}

function copy(plan: CombinatorRepositoryPlan, member: Member, context: CombineContext): Combined {
  return copyOf(plan.children[0]!.repository, member, context);
}

function copyOf(repository: number, member: Member, context: CombineContext): Combined {
  const fingerprint = member.state === 'present' ? context.fingerprint(repository, member) : undefined;
  return { state: member.state, fingerprint, maker: member.maker };
}

/** Pending if any child is, failed if any is, else present with a fingerprint over all. */
function merge(
  plan: CombinatorRepositoryPlan,
  children: readonly (Member | undefined)[],
  context: CombineContext,
): Combined {
  const worst =
    children.find((child) => child?.state === 'pending') ??
    children.find((child) => child?.state === 'failed');
  if (worst) return { state: worst.state, fingerprint: undefined, maker: worst.maker };
  let text = '';
  let maker: Job | undefined;
  children.forEach((child, index) => {
    if (!child) return;
    maker ??= child.maker;
    text += `${plan.children[index]!.name}\t${context.fingerprint(plan.children[index]!.repository, child) ?? ''}\n`;
  });
  return { state: 'present', fingerprint: `c:${digestOf(text)}`, maker };
}
