// The key index of one repository: which members it has, in which state, with which fingerprint. Knows no other
// repository, no task and no file.
import { compareBytes } from '../../base/compare.ts';
import { noteHeld } from '../../base/heap-limits.ts';
import { InputSet } from '../../freshness/inputs.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { RepositoryPlan } from '../../model/plan.ts';
import type { RepositoryFailure } from '../../repository/port.ts';
import type { Job } from '../job.ts';

/** `pending`: its job has not ended. `failed`: its job failed or is blocked; it is there for nobody. */
export type MemberState = 'pending' | 'present' | 'failed';

export interface Member {
  readonly key: string;
  state: MemberState;
  /** Undefined until someone needs it (sources), or while it is not present. */
  fingerprint: Fingerprint | undefined;
  /** The job that makes it; undefined for sources. */
  maker: Job | undefined;
  /** Why it cannot be known whether there is such a member; it is `failed` then, and no job is to blame. */
  fault: RepositoryFailure | undefined;
}

export class Members {
  readonly plan: RepositoryPlan;
  readonly #byKey = new Map<string, Member>();
  /** Members that are not `present`, so that a fan-in knows at once whether it may start. */
  #unsettled = 0;
  #sorted: readonly Member[] | undefined;
  #set: InputSet | undefined;

  constructor(plan: RepositoryPlan) {
    this.plan = plan;
  }

  get size(): number {
    return this.#byKey.size;
  }

  get(key: string): Member | undefined {
    return this.#byKey.get(key);
  }

  keys(): IterableIterator<string> {
    return this.#byKey.keys();
  }

  all(): IterableIterator<Member> {
    return this.#byKey.values();
  }

  /** Sets a member; returns whether anything changed. */
  set(
    key: string,
    state: MemberState,
    fingerprint: Fingerprint | undefined,
    maker: Job | undefined,
    fault?: RepositoryFailure,
  ): boolean {
    const member = this.#byKey.get(key);
    if (!member) {
      this.#byKey.set(key, { key, state, fingerprint, maker, fault });
      noteHeld();
      if (state !== 'present') this.#unsettled++;
      this.#forgetViews();
      return true;
    }
    member.maker = maker;
    const isSame = member.state === state && member.fingerprint === fingerprint;
    if (isSame && member.fault?.message === fault?.message) return false;
    member.fault = fault;
    if (member.state !== 'present') this.#unsettled--;
    if (state !== 'present') this.#unsettled++;
    member.state = state;
    member.fingerprint = fingerprint;
    this.#forgetViews();
    return true;
  }

  remove(key: string): boolean {
    const member = this.#byKey.get(key);
    if (!member) return false;
    if (member.state !== 'present') this.#unsettled--;
    this.#byKey.delete(key);
    this.#forgetViews();
    return true;
  }

  /** Fills in a fingerprint that was not known; no change of the member. */
  learn(member: Member, fingerprint: Fingerprint): void {
    member.fingerprint = fingerprint;
  }

  /** A member that is not present, if there is any: one that is pending before one that failed. */
  unsettled(): Member | undefined {
    if (this.#unsettled === 0) return undefined;
    let failed: Member | undefined;
    for (const member of this.#byKey.values()) {
      if (member.state === 'pending') return member;
      if (member.state === 'failed' && (!failed || compareBytes(member.key, failed.key) < 0)) failed = member;
    }
    return failed;
  }

  /** All members by the bytes of their keys; kept until the next change. */
  sorted(): readonly Member[] {
    return (this.#sorted ??= [...this.#byKey.values()].toSorted((a, b) => compareBytes(a.key, b.key)));
  }

  /** All members as one input set, if every fingerprint is known; kept until the next change. */
  asSet(): InputSet {
    return (this.#set ??= new InputSet(
      this.sorted() as readonly { key: string; fingerprint: Fingerprint }[],
    ));
  }

  #forgetViews(): void {
    this.#sorted = undefined;
    this.#set = undefined;
  }
}
