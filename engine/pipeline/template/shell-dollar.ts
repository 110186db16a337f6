// Reads what a `$` begins, and the inside of double quotes. Knows nothing of commands and words.
import { doubt, scanBackslash } from './shell-doubt.ts';
import { codeFrame, NO, YES, type DoubleFrame, type Scan } from './shell-state.ts';

export function scanDouble(
  scan: Scan,
  frame: DoubleFrame,
  text: string,
  index: number,
  offset: number,
): number {
  if (scan.edge.name) {
    const end = nameEnd(text, index);
    scan.edge.name = end === text.length;
    if (end > index) return end;
  }
  if (text[index] === '"') {
    scan.frames.pop();
    return index + 1;
  }
  frame.start = false;
  switch (text[index]) {
    case '\\':
      return scanBackslash(scan, text, index, offset);
    case '`':
      scan.frames.push({ kind: 'backtick', open: offset + index });
      return index + 1;
    case '$':
      return scanDollar(scan, text, index, offset);
    default:
      return index + 1;
  }
}

/** From a `$`: opens what it begins, or passes over a variable's name. */
export function scanDollar(scan: Scan, text: string, index: number, offset: number): number {
  const frame = scan.frames.at(-1)!;
  const open = offset + index;
  const quotable = frame.kind === 'code' || (frame.kind === 'brace' && !frame.inDouble);
  const next = text[index + 1];
  if (next === undefined) {
    scan.pending = { char: '$', offset: open };
    return index + 1;
  }
  if (next === '(' && text[index + 2] === '(') {
    scan.frames.push({ kind: 'arithmetic', open, command: false, depth: 0 });
    return index + 3;
  }
  if (next === '(') {
    scan.frames.push(codeFrame('$(', open, false));
    Object.assign(scan.edge, { wordStart: YES, commandStart: YES, word: '' });
    return index + 2;
  }
  if (next === '{') {
    scan.frames.push({ kind: 'brace', open, inDouble: isInDouble(scan) });
    return index + 2;
  }
  if (next === "'" && quotable) {
    scan.frames.push({ kind: 'ansi', open });
    return index + 2;
  }
  if (next === '"' && quotable) {
    scan.frames.push({ kind: 'double', open, start: false });
    return index + 2;
  }
  if (next === '[') doubt(scan, '$[…]', open);
  if (SPECIAL.includes(next)) return index + 2;
  const end = nameEnd(text, index + 1);
  if (frame.kind === 'double' && end > index + 1 && end === text.length) scan.edge.name = true;
  return end;
}

const SPECIAL = '0123456789?#*@!$-';

function nameEnd(text: string, index: number): number {
  NAME.lastIndex = index;
  return NAME.test(text) ? NAME.lastIndex : index;
}

const NAME = /\w+/y;

/** Whether the innermost quotes are `"…"`, with no `$(…)` begun since. */
function isInDouble(scan: Scan): boolean {
  const innermost = scan.frames.findLast((frame) => frame.kind === 'code' || frame.kind === 'double');
  return innermost?.kind === 'double';
}

/** A `)` has closed `$(…)` or a quote has ended: the word goes on, and is no reserved word. */
export function continueWord(scan: Scan): void {
  Object.assign(scan.edge, { wordStart: NO, commandStart: NO, word: undefined });
}
