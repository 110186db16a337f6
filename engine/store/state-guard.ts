// Tells a builder that its state folder was taken away, or another put in its place, while it works: another builder may
// then be at work there, in the same stage. Knows no jobs.
import { join } from 'node:path';
import { identityOf } from '../base/identity.ts';
import { LOCK_FILE } from './lock.ts';

export class StateGone extends Error {}

export class StateGuard {
  readonly #folder: string;
  readonly #lock: string;
  readonly #identity: string;

  /** Of an absolute folder whose lock this process holds: as long as it does, no other file can have its number. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#lock = join(folder, LOCK_FILE);
    this.#identity = identityOf(this.#lock);
  }

  /** Throws `StateGone`. */
  check(): void {
    if (identityOf(this.#lock) !== this.#identity)
      throw new StateGone(`the state folder ${this.#folder} was removed while pipe used it`);
  }
}
