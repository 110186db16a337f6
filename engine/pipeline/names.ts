// Names that several files declare together, with prefixes. Knows nothing of what they name.
import type { Location } from '../model/location.ts';
import type { Faults } from './faults.ts';
import { printPath } from './print-path.ts';

/** One name space: repositories, tasks or pools. */
export class Names<T> {
  readonly #what: string;
  readonly #entries = new Map<string, { readonly value: T; readonly at: Location }>();

  /** `what` names one entry in faults, such as `repository`. */
  constructor(what: string) {
    this.#what = what;
  }

  /** A second declaration is a fault and changes nothing. */
  declare(name: string, value: T, at: Location, faults: Faults, cwd: string): boolean {
    const first = this.#entries.get(name);
    if (first !== undefined) {
      const message = `the ${this.#what} "${name}" is already declared in ${printPath(first.at.file, cwd)}`;
      const hint = 'rename one, or include one of the files with `as:`';
      faults.error(`duplicate-${this.#what}`, message, at, {
        hint,
        related: [{ message: 'first here', location: first.at }],
      });
      return false;
    }
    this.#entries.set(name, { value, at });
    return true;
  }

  /** Seen from a file with this prefix: its own names first, then those of the files that include it. */
  find(prefix: string, name: string): T | undefined {
    for (const outer of outwards(prefix)) {
      const entry = this.#entries.get(outer + name);
      if (entry !== undefined) return entry.value;
    }
    return undefined;
  }

  /** Every name as a file with this prefix would write it. */
  seenFrom(prefix: string): readonly string[] {
    return [...this.#entries.keys()].map((name) =>
      name.startsWith(prefix) ? name.slice(prefix.length) : name,
    );
  }

  values(): readonly T[] {
    return Array.from(this.#entries.values(), (entry) => entry.value);
  }
}

/** `a.b.` → `a.b.`, `a.`, ''. */
export function outwards(prefix: string): readonly string[] {
  const parts = prefix.split('.').slice(0, -1);
  return Array.from({ length: parts.length + 1 }, (_, index) =>
    parts
      .slice(0, parts.length - index)
      .map((part) => `${part}.`)
      .join(''),
  );
}
