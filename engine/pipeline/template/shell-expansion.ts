// Reads the insides of `${…}`, `$((…))` and `((…))`, where no value can stand. Knows nothing of commands and words.
import { scanDollar } from './shell-dollar.ts';
import { doubt, scanBackslash } from './shell-doubt.ts';
import { NO, YES, type Frame, type Scan } from './shell-state.ts';

export function scanBrace(
  scan: Scan,
  inDouble: boolean,
  text: string,
  index: number,
  offset: number,
): number {
  const char = text[index]!;
  if (char === '\\') return scanBackslash(scan, text, index, offset);
  if (char === '}') {
    scan.frames.pop();
    return index + 1;
  }
  if (char !== "'" || !inDouble) return scanNested(scan, text, index, offset);
  // A quote or not, according to the operator before it. Where both readings end alike it does not matter.
  HARMLESS.lastIndex = index;
  if (HARMLESS.test(text)) return HARMLESS.lastIndex;
  doubt(scan, 'a single quote inside "${…}"', offset + index);
  return index + 1;
}

const HARMLESS = /'[^'}"`$\\]*'/y;

export function scanArithmetic(
  scan: Scan,
  frame: Extract<Frame, { kind: 'arithmetic' }>,
  text: string,
  index: number,
  offset: number,
): number {
  const char = text[index]!;
  // What is arithmetic to bash are two subshells to dash; only where both see the same quotes does it not matter.
  if (frame.command && (COMMAND.includes(char) || text.startsWith('<<', index))) {
    doubt(scan, `${char} inside ((…))`, offset + index);
  }
  if (char === '\\') return scanBackslash(scan, text, index, offset);
  if (char === "'") {
    doubt(scan, 'a single quote inside ((…))', offset + index);
    return index + 1;
  }
  if (char === '(') frame.depth++;
  else if (char === ')' && frame.depth > 0) frame.depth--;
  else if (char === ')') {
    scan.frames.pop();
    if (frame.command) Object.assign(scan.edge, { wordStart: YES, commandStart: NO, word: '' });
    if (text[index + 1] === ')') return index + 2;
    const name = frame.command ? '((' : '$((';
    const hint = `put a blank between the parentheses: ${name.slice(0, -1)} (`;
    scan.faults.push({
      code: 'ambiguous-parentheses',
      message: `${name} begins arithmetic, which ends with ))`,
      offset: frame.open,
      length: name.length,
      hint,
    });
  } else return scanNested(scan, text, index, offset);
  return index + 1;
}

const COMMAND = `\\'"\`#`;

/** What may open inside `${…}` and `$((…))` alike. */
function scanNested(scan: Scan, text: string, index: number, offset: number): number {
  const open = offset + index;
  switch (text[index]) {
    case '"':
      scan.frames.push({ kind: 'double', open, start: false });
      return index + 1;
    case "'":
      scan.frames.push({ kind: 'single', open });
      return index + 1;
    case '`':
      scan.frames.push({ kind: 'backtick', open });
      return index + 1;
    case '$':
      return scanDollar(scan, text, index, offset);
    default:
      return index + 1;
  }
}
