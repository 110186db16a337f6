// Which paths got another tuple, and when, counted in moves; and what lay at those that went. Knows no file system.

export class Moves {
  /** Path → the number of the move by which it got another tuple than it had at an earlier look. */
  readonly #at = new Map<string, number>();
  /** Path → the inode of what lay there, of those that went. */
  readonly #gone = new Map<string, number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  note(path: string): void {
    this.#at.set(path, ++this.#count);
  }

  noteGone(path: string, inode: number | undefined): void {
    if (inode !== undefined) this.#gone.set(path, inode);
    this.note(path);
  }

  goneInode(path: string): number | undefined {
    return this.#gone.get(path);
  }

  /** Whether the path moved after that many moves. */
  since(path: string, moves: number): boolean {
    return (this.#at.get(path) ?? 0) > moves;
  }

  /** The same of anything below a folder. */
  sinceBelow(folder: string, moves: number): boolean {
    if (this.#count === moves) return false;
    for (const [each, at] of this.#at) if (at > moves && each.startsWith(`${folder}/`)) return true;
    return false;
  }

  /** Nobody may be about to ask of what was before. */
  forget(): void {
    this.#at.clear();
    this.#gone.clear();
  }
}
