// What a combinator holds under a key, computed from its children's members of that key. Pure; knows no files and no
// tasks. Semantics: pydatatask's And, Or, Blocking, Filter, Map, RelatedItem and Fallback repositories, kept up by deltas.
import { digestOf } from '../../base/digest.ts';
import { ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { CombinatorRepositoryPlan, RepositoryPlan } from '../../model/plan.ts';
import type { RepositoryFailure } from '../../repository/port.ts';
import type { Job } from '../job.ts';
import type { Member, Members, MemberState } from './members.ts';
import type { RelatedIndex } from './related-index.ts';

export interface CombineContext {
  /** The fingerprint of a present member, asked for when it is not known yet; undefined if it just vanished. */
  readonly fingerprint: (repository: number, member: Member) => Fingerprint | undefined;
  /** `filter`, `map`: whether the member passes `where`, or why nobody can tell. */
  readonly passes: (plan: CombinatorRepositoryPlan, key: string) => Result<boolean, RepositoryFailure>;
  /** `map`: the fingerprint of the mapped value. */
  readonly mapped: (plan: CombinatorRepositoryPlan, key: string) => Fingerprint | undefined;
  /** `related`: the key in the base that the translator's member gives, if any, or why nobody can tell. */
  readonly translate: (
    plan: CombinatorRepositoryPlan,
    key: string,
  ) => Result<string | undefined, RepositoryFailure>;
  /** `fallback`: told which of its children has the key now. */
  readonly choose: (plan: CombinatorRepositoryPlan, key: string, child: number) => void;
}

export interface Combined {
  readonly state: MemberState;
  readonly fingerprint: Fingerprint | undefined;
  readonly maker: Job | undefined;
  /** As of a member. */
  readonly fault?: RepositoryFailure | undefined;
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
  let fault: RepositoryFailure | undefined;
  const [base, translator] = plan.children.map((child) => child.repository) as [number, number];
  if (repository === translator) {
    const isThere = members[translator]!.get(key)?.state === 'present';
    const target = isThere ? context.translate(plan, key) : ok(undefined);
    if (!target.ok) fault = target.error;
    related.set(key, target.ok ? target.value : undefined);
    keys.add(key);
  }
  if (repository === base) for (const each of related.keysOf(key)) keys.add(each);
  return [...keys].map((each) => [
    each,
    fault && each === key ? inDoubt(fault) : relate(plan, each, related.target(each), members, context),
  ]);
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
      return second ? unsettled(second) : copy(plan, first, context);
    case 'filter':
    case 'map': {
      if (!first) return undefined;
      if (first.state !== 'present') return copy(plan, first, context);
      const passes = context.passes(plan, key);
      if (!passes.ok) return inDoubt(passes.error);
      if (!passes.value) return undefined;
      if (plan.type === 'filter') return copy(plan, first, context);
      return { state: 'present', fingerprint: context.mapped(plan, key), maker: first.maker };
    }
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
  if (source.state !== 'present') return unsettled(source);
  const member = target === undefined ? undefined : base.get(target);
  return member && { ...copyOf(plan.children[0]!.repository, member, context), maker: member.maker };
}

function copy(plan: CombinatorRepositoryPlan, member: Member, context: CombineContext): Combined {
  return copyOf(plan.children[0]!.repository, member, context);
}

function copyOf(repository: number, member: Member, context: CombineContext): Combined {
  if (member.state !== 'present') return unsettled(member);
  return { state: 'present', fingerprint: context.fingerprint(repository, member), maker: member.maker };
}

function unsettled({ state, maker, fault }: Member): Combined {
  return { state, fingerprint: undefined, maker, fault };
}

/** A key of which nobody can tell whether it is there: it stays, so that nothing is removed for it, and is there for nobody. */
function inDoubt(fault: RepositoryFailure): Combined {
  return { state: 'failed', fingerprint: undefined, maker: undefined, fault };
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
  if (worst) return unsettled(worst);
  let text = '';
  let maker: Job | undefined;
  let isKnown = true;
  children.forEach((child, index) => {
    if (!child) return;
    maker ??= child.maker;
    const fingerprint = context.fingerprint(plan.children[index]!.repository, child);
    isKnown &&= fingerprint !== undefined;
    text += `${plan.children[index]!.name}\t${fingerprint ?? ''}\n`;
  });
  return { state: 'present', fingerprint: isKnown ? `c:${digestOf(text)}` : undefined, maker };
}
