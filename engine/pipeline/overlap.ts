// Which path repositories may have a file in common. Knows no task.
import { compilePattern, patternsOverlap } from '../repository/pattern.ts';
import type { PathPattern } from '../repository/port.ts';
import type { PathDraft } from './repository-draft.ts';

/**
 * The repositories of a set that overlap a given one, without asking all pairs: paths without fields are found by name,
 * the others by what their paths start with.
 */
export class OverlapIndex {
  readonly #units = new Map<string, PathDraft[]>();
  readonly #patterned: PathDraft[] = [];

  constructor(drafts: Iterable<PathDraft>) {
    for (const draft of drafts) {
      if (draft.pattern.fields.length > 0) this.#patterned.push(draft);
      else this.#units.set(draft.pattern.text, [...(this.#units.get(draft.pattern.text) ?? []), draft]);
    }
  }

  /** Itself left out. */
  overlapping(draft: PathDraft): readonly PathDraft[] {
    const found = this.#patterned.filter((other) => other !== draft && overlap(draft, other));
    const isPlainUnit = draft.pattern.fields.length === 0 && draft.type !== 'directory';
    for (const path of isPlainUnit ? withFolders(draft.pattern.text) : this.#units.keys()) {
      for (const other of this.#units.get(path) ?? []) {
        if (other !== draft && overlap(draft, other)) found.push(other);
      }
    }
    return found;
  }
}

type Placed = Pick<PathDraft, 'pattern'> & { readonly type: string };

/** Whether a path may be, or lie in, a member of both. */
export function overlap(a: Placed, b: Placed): boolean {
  const starts = [literalStart(a.pattern), literalStart(b.pattern)] as const;
  if (!starts[0].startsWith(starts[1]) && !starts[1].startsWith(starts[0])) return false;
  return (
    patternsOverlap(a.pattern, b.pattern) ||
    (a.type === 'directory' && patternsOverlap(inside(a.pattern), b.pattern)) ||
    (b.type === 'directory' && patternsOverlap(a.pattern, inside(b.pattern)))
  );
}

function literalStart(pattern: PathPattern): string {
  const end = pattern.text.search(/[{*]/);
  return end === -1 ? pattern.text : pattern.text.slice(0, end);
}

const INSIDE = new WeakMap<PathPattern, PathPattern>();

/** What lies in the members of a directory repository. */
function inside(pattern: PathPattern): PathPattern {
  const known = INSIDE.get(pattern);
  if (known !== undefined) return known;
  const compiled = compilePattern(`${pattern.text}/**`);
  if (!compiled.ok) throw new Error(`${pattern.text}/** is no pattern: ${compiled.error.message}`);
  INSIDE.set(pattern, compiled.value);
  return compiled.value;
}

/** `a/b/c` → `a/b/c`, `a/b`, `a`. */
function withFolders(path: string): readonly string[] {
  const paths = [path];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    paths.push(path.slice(0, end));
  return paths;
}
