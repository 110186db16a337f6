// Jobs that were paused before they started: none of them is started until it is played. Kept in the store, so that a
// pause outlives the builder. Knows no processes.
import { printJob } from '../../model/job.ts';
import type { JobName } from '../../model/job.ts';
import type { ControlReply, ControlRequest } from '../../model/process-control.ts';
import { isTerminal } from '../../process/machine.ts';
import type { Store } from '../../store/store.ts';
import { matchesJob } from './match-job.ts';

const PREFIX = 'hold ';

export class Holds {
  readonly #store: Store;
  readonly #targets: Set<string>;

  constructor(store: Store) {
    this.#store = store;
    this.#targets = new Set(store.factsNamed(PREFIX).map(({ name }) => name.slice(PREFIX.length)));
    // What was paused in its steps when its pipe died goes on when it is played.
    for (const { pid, state, paused } of store.processes.processes()) {
      const run = paused && !isTerminal(state) ? store.run(Number(pid)) : undefined;
      if (run) this.#targets.add(printJob(run));
    }
  }

  get targets(): readonly string[] {
    return [...this.#targets].toSorted();
  }

  isHeld(job: JobName): boolean {
    if (this.#targets.size === 0) return false;
    for (const target of this.#targets) if (matchesJob(target, job)) return true;
    return false;
  }

  add(target: string, message: string): void {
    this.#targets.add(target);
    this.#store.putFact(PREFIX + target, message);
  }

  /** Removes that very hold, and narrower ones that it contains; `*` removes all. False if there was none. */
  remove(target: string): boolean {
    const gone = [...this.#targets].filter(
      (each) => each === target || target === '*' || each.startsWith(`${target}/`),
    );
    for (const each of gone) {
      this.#targets.delete(each);
      this.#store.removeFact(PREFIX + each);
    }
    return gone.length > 0;
  }
}

/** Pauses or plays jobs that have not started; `*` is all. */
export function changeHold(
  { intent, message }: Pick<ControlRequest, 'intent' | 'message'>,
  target: string,
  holds: Holds,
): ControlReply {
  const name = target === '*' ? 'every job' : target;
  const final = (value: boolean, text: string): ControlReply => ({
    kind: 'final',
    target,
    value,
    message: text,
  });
  if (intent === 'pause') {
    holds.add(target, message);
    return final(true, `${name} will not be started before it is played`);
  }
  return holds.remove(target)
    ? final(true, `${name} may be started again`)
    : final(false, `${name} was not paused`);
}
