// What a shell scan notes for later: a place that shells read differently, and a character whose meaning the next piece
// decides. Knows nothing of either.
import type { Scan } from './shell-state.ts';

/** Notes the first place whose reading is not certain; harmless unless a value comes after it. */
export function doubt(scan: Scan, what: string, offset: number): void {
  scan.doubt ??= {
    code: 'doubtful-quoting',
    message: `${what} can be read in two ways, so the values after it cannot be quoted safely`,
    offset,
    length: 1,
    hint: 'write it in another way, or move it behind the values',
  };
}

/** A backslash and what it escapes; at the end of the text it is pending. */
export function scanBackslash(scan: Scan, text: string, index: number, offset: number): number {
  if (index + 1 === text.length) scan.pending = { char: '\\', offset: offset + index };
  return index + 2;
}
