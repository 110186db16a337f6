// The known name that a misspelt one most resembles. Knows nothing of where the names come from.

/**
 * The nearest of `known` by Damerau–Levenshtein distance, or undefined where none is near enough to be meant. Of two as near
 * the one of the same length: a wrong letter is likelier than one too many.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const steps = distance(name.toLowerCase(), candidate.toLowerCase(), least + 1);
    const isLikelier = best !== undefined && best.length !== name.length && candidate.length === name.length;
    if (steps < least || (steps === least && isLikelier)) [best, least] = [candidate, steps];
  }
  return best;
}

/** `did you mean "books"?`, ready to be spread into a diagnostic, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): { readonly hint?: string } {
  const best = nearest(name, known);
  return best === undefined ? {} : { hint: `did you mean "${best}"?` };
}

/** `one of: a, b` for a short list, ready to be spread into a diagnostic, or nothing. */
export function oneOf(known: Iterable<string>): { readonly expected?: string } {
  const names = [...known];
  return names.length === 0 || names.length > 12 ? {} : { expected: `one of: ${names.join(', ')}` };
}

/** The optimal string alignment distance: neighbours swapped count once. Never more than `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] ?? limit, limit);
}
