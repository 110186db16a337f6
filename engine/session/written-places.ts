// Which of the repositories that tasks write a path belongs to. An index, since a pipeline of thousands of tasks has as many
// of them and every output is asked about. Knows no file.
import type { Plan } from '../model/plan.ts';
import type { PathPattern } from '../repository/port.ts';

export class WrittenPlaces {
  readonly #patterns: ReadonlyMap<number, PathPattern>;
  /** Of those that are one path. */
  readonly #units = new Map<string, number>();
  /** Of all others, by the folder that their pattern begins with. */
  readonly #below = new Map<string, number[]>();
  /** Outputs are asked about task by task, so the last answer is nearly always the next. */
  #last: number | undefined;

  constructor(plan: Plan, patterns: ReadonlyMap<number, PathPattern>) {
    this.#patterns = patterns;
    for (const [id, pattern] of patterns) {
      if (plan.repositories[id]!.writers.length === 0) continue;
      if (pattern.fields.length === 0) this.#units.set(pattern.text, id);
      else this.#below.set(pattern.fixed, [...(this.#below.get(pattern.fixed) ?? []), id]);
    }
  }

  /** The repository whose pattern the path fits; no two of them overlap. */
  ownerOf(path: string): number | undefined {
    if (this.#last !== undefined && this.#fits(this.#last, path)) return this.#last;
    const owner = this.#units.get(path) ?? this.#ownerAbove(path);
    if (owner !== undefined) this.#last = owner;
    return owner;
  }

  #ownerAbove(path: string): number | undefined {
    if (this.#below.size === 0) return undefined;
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const owner = this.#below.get(folder)?.find((id) => this.#fits(id, path));
      if (owner !== undefined || folder === '') return owner;
    }
  }

  #fits(id: number, path: string): boolean {
    return this.#patterns.get(id)!.match(path) !== undefined;
  }
}

/** '' ends the way up, also from `/`. */
function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === 0 && path.length > 1 ? '/' : path.slice(0, Math.max(0, slash));
}
