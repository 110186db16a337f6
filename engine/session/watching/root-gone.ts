// The folder that is watched may go: moved, removed, unmounted, or with another in its place. Knows no watch.
import { identityOf } from '../../base/identity.ts';

export class RootGone extends Error {}

/** Remembers which folder lies at a path. */
export class RootGuard {
  readonly #root: string;
  readonly #identity: string;

  /** `root` is absolute and exists. */
  constructor(root: string) {
    this.#root = root;
    this.#identity = identityOf(root);
  }

  /** Undefined as long as it is the same folder. */
  look(): RootGone | undefined {
    if (identityOf(this.#root) === this.#identity) return undefined;
    return new RootGone(`${this.#root} is not there any more`);
  }
}
