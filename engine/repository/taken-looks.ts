// Looks that somebody took just before, given as tuples of paths: each stands for one look, the first. Knows no table and
// not who took them.

/** Five numbers from `at`: size, mtime, ctime, inode, mode. */
export interface TakenLook {
  readonly path: string;
  readonly tuples: Float64Array;
  readonly at: number;
}

export class TakenLooks {
  readonly #looks = new Map<string, TakenLook>();

  constructor(looks: Iterable<TakenLook>) {
    for (const look of looks) this.#looks.set(look.path, look);
  }

  /** Once: who asks again wants to know what is there by then. */
  next(path: string): TakenLook | undefined {
    const look = this.#looks.get(path);
    if (look) this.#looks.delete(path);
    return look;
  }

  /** What was there has been removed or replaced. */
  forget(path: string): void {
    this.#looks.delete(path);
  }
}
