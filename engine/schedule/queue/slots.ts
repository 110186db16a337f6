// What a running job occupies: a slot of its kind, of which there are only so many, and a place in the stage. Knows no
// pools.
import type { TaskState } from '../job.ts';

/** Long-running jobs have slots of their own, as many again, so that they keep no other job from running. */
export type SlotKind = 'job' | 'long';

export function slotKind({ plan }: TaskState): SlotKind {
  return plan.longRunning ? 'long' : 'job';
}

/** Numbers of places in the stage, the lowest first, so that their folders are used again. */
export class Places {
  readonly #free: number[] = [];
  #made = 0;

  take(): number {
    return this.#free.pop() ?? this.#made++;
  }

  free(place: number): void {
    this.#free.push(place);
  }
}
