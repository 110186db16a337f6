// From an offset of a scalar's text to the offset in the YAML source, through indentation, folding and escapes. Knows
// nothing of what the text means.
import type { Node } from 'yaml';

/**
 * Walks value and source side by side: what differs is indentation, folded line breaks, doubled quotes or escapes.
 * Undefined if the two do not go together.
 */
export function sourceOffset(text: string, node: Node | undefined, offset: number): number | undefined {
  const scalar = node as
    | { readonly type?: string; readonly value?: unknown; readonly source?: string }
    | undefined;
  if (!node?.range || typeof scalar?.value !== 'string') return undefined;
  const [start, end] = node.range;
  const value = scalar.value;
  let at = start + headerLength(text, start, scalar.type);
  for (let index = 0; index < value.length; index++) {
    at = match(text, at, end, value.charAt(index), scalar.type);
    if (at > end) return undefined;
    if (index === offset) return at;
    at += width(text, at, scalar.type);
  }
  return offset <= value.length ? Math.min(at, end) : undefined;
}

/** What stands before the text: a quote, or the line with `|` or `>`. */
function headerLength(text: string, start: number, type: string | undefined): number {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return 1;
  if (type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED') return 0;
  const newline = text.indexOf('\n', start);
  return newline === -1 ? 0 : newline + 1 - start;
}

/** The first offset from `at` that can stand for the character. */
function match(text: string, at: number, end: number, character: string, type: string | undefined): number {
  let here = at;
  while (here < end) {
    const source = text.charAt(here);
    if (
      source === character ||
      (type === 'QUOTE_DOUBLE' && source === '\\' && text.charAt(here + 1) !== '\n')
    )
      return here;
    if (!/\s|\\/.test(source)) return end + 1;
    // A folded line break stands for a blank.
    if (source === '\n' && character === ' ') return here;
    here++;
  }
  return character === '\n' ? end : end + 1;
}

/** How much of the source one character of the value takes. */
function width(text: string, at: number, type: string | undefined): number {
  const source = text.charAt(at);
  if (type === 'QUOTE_SINGLE' && source === "'") return 2;
  if (type !== 'QUOTE_DOUBLE' || source !== '\\') return 1;
  const escape = text.charAt(at + 1);
  return escape === 'x' ? 4 : escape === 'u' ? 6 : escape === 'U' ? 10 : 2;
}
