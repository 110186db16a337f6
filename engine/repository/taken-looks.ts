// Looks that somebody took just before, given as tuples of paths: each stands for one look, the first. Knows no table and
// not who took them.
//
// They are given in the order in which an earlier build asked for them, and most often so does this one: then each is at
// hand when its turn comes. Those passed over are found by their paths.

/** Five numbers from `at`: size, mtime, ctime, inode, mode. */
export interface TakenLook {
  readonly path: string;
  readonly tuples: Float64Array;
  readonly at: number;
  /** Else it counts for nothing. */
  readonly isSame: boolean;
}

/** As many are passed over for one that is asked for out of turn; what is not among them is looked at again. */
const MOST_PASSED = 16;

export class TakenLooks {
  readonly #rest: Iterator<TakenLook, undefined>;
  #first: TakenLook | undefined;
  readonly #passed = new Map<string, TakenLook>();
  /** What counts no more, wherever it comes. */
  readonly #forgotten = new Set<string>();

  constructor(looks: Iterable<TakenLook, undefined>) {
    this.#rest = looks[Symbol.iterator]();
    this.#first = this.#rest.next().value;
  }

  /** Once: who asks again wants to know what is there by then. */
  next(path: string): TakenLook | undefined {
    const look = this.#takePassed(path) ?? this.#takeInTurn(path);
    return look?.isSame === true && !this.#forgotten.has(path) ? look : undefined;
  }

  #takePassed(path: string): TakenLook | undefined {
    if (this.#passed.size === 0) return undefined;
    const look = this.#passed.get(path);
    if (look) this.#passed.delete(path);
    return look;
  }

  #takeInTurn(path: string): TakenLook | undefined {
    for (let passed = 0; this.#first && passed < MOST_PASSED; passed++) {
      const look = this.#first;
      this.#first = this.#rest.next().value;
      if (look.path === path) return look;
      this.#passed.set(look.path, look);
    }
    return undefined;
  }

  /** What was there has been removed or replaced. */
  forget(path: string): void {
    this.#forgotten.add(path);
  }
}
