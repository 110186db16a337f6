// One round of a tube, or of one item of a map within it: a root number and a path. Knows no nodes.

/** `3`, or `[3, ["words", 0], ["letters", 2]]`. */
export type EpochJson = number | readonly [number, ...(readonly [string, number])[]];

/**
 * An epoch is a root number and a path of (map node, item) segments. Epochs are ordered by root, then path; a parent
 * comes before its children. Defined by noob (epoch.rs).
 */
export class Epoch {
  readonly root: number;
  readonly parent: Epoch | null;
  /** The map that opened this epoch; empty for a root. */
  readonly node: string;
  /** The item's index; the root number for a root. */
  readonly index: number;
  readonly depth: number;

  constructor(index: number, parent: Epoch | null = null, node = '') {
    if (!Number.isInteger(index) || index < 0)
      throw new RangeError(`an epoch cannot have the number ${index}`);
    this.root = parent === null ? index : parent.root;
    this.parent = parent;
    this.node = node;
    this.index = index;
    this.depth = parent === null ? 0 : parent.depth + 1;
  }

  static fromJSON(json: EpochJson): Epoch {
    if (typeof json === 'number') return new Epoch(json);
    const [root, ...path] = json;
    return path.reduce((epoch, [node, index]) => epoch.child(node, index), new Epoch(root));
  }

  child(node: string, index: number): Epoch {
    return new Epoch(index, this, node);
  }

  /** The epoch `count` later in the last segment; a negative count goes back. */
  plus(count: number): Epoch {
    return new Epoch(this.index + count, this.parent, this.node);
  }

  /** The segments below the root, outermost first. */
  get path(): readonly (readonly [string, number])[] {
    return this.parent === null ? [] : [...this.parent.path, [this.node, this.index]];
  }

  /** Nearest first. */
  get parents(): readonly Epoch[] {
    return this.parent === null ? [] : [this.parent, ...this.parent.parents];
  }

  /** Negative where this epoch comes first, 0 where they are equal. */
  compare(other: Epoch): number {
    if (this === other) return 0;
    if (this.depth > other.depth) return this.parent === null ? 0 : this.parent.compare(other) || 1;
    if (this.depth < other.depth) return other.parent === null ? 0 : this.compare(other.parent) || -1;
    if (this.parent === null || other.parent === null) return this.index - other.index;
    const above = this.parent.compare(other.parent);
    if (above !== 0) return above;
    if (this.node !== other.node) return this.node < other.node ? -1 : 1;
    return this.index - other.index;
  }

  equals(other: Epoch): boolean {
    return this.compare(other) === 0;
  }

  /** `3/words.0/letters.2` */
  toString(): string {
    return this.parent === null ? String(this.index) : `${this.parent.toString()}/${this.node}.${this.index}`;
  }

  toJSON(): EpochJson {
    return this.parent === null ? this.root : [this.root, ...this.path];
  }
}
