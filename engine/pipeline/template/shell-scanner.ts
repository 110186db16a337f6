// Reads POSIX shell text piece by piece and says how a value between two pieces must be quoted. Knows neither LiquidJS
// nor any value. Source: POSIX.1-2024, Shell 2.2 and 2.3; where shells differ a doubt is noted, which is a fault as soon as
// a value comes after it.
import type { TemplateFault } from './fault.ts';
import type { Place } from './print.ts';
import { scanCode } from './shell-code.ts';
import { scanDouble } from './shell-dollar.ts';
import { doubt, scanBackslash } from './shell-doubt.ts';
import { scanArithmetic, scanBrace } from './shell-expansion.ts';
import { openFault, valueFault } from './shell-faults.ts';
import { endHeredocLine, scanHeredoc } from './shell-heredoc.ts';
import { NO, YES, type Frame, type Scan } from './shell-state.ts';

/** What comes directly after a piece of text. */
export type Next = 'output' | 'tag' | 'end';

export interface ShellOutput {
  readonly offset: number;
  readonly length: number;
  /** `| raw`: stands as it is, whatever is open. */
  readonly raw: boolean;
  /** The first character after it, `'` for another value; '' at the end of the text, `undefined` where it is not certain. */
  readonly after: string | undefined;
}

/** Moves `scan` over `text`, which stands at `offset` of the template. */
export function scanText(scan: Scan, text: string, offset: number, next: Next): void {
  Object.assign(scan, { pending: undefined });
  let index = 0;
  while (index < text.length) index = step(scan, text, index, offset);
  if (text !== '') scan.edge.last = text.slice(-1);
  const { pending }: Scan = scan;
  if (pending !== undefined && next === 'tag') scan.faults.push(splitFault(pending.char, pending.offset));
}

/** The place of an output, or `undefined` after a fault, which stands in `scan.faults`. */
export function placeOutput(scan: Scan, output: ShellOutput): Place | undefined {
  const frame = scan.frames.at(-1)!;
  const fault = output.raw ? undefined : outputFault(scan, frame, output);
  const place = placeIn(scan, frame, output);
  scan.pending = undefined;
  scan.edge.name = false;
  scan.edge.last = '';
  if (frame.kind === 'double') frame.start = false;
  if (frame.kind === 'heredoc') frame.line = undefined;
  if (frame.kind === 'code') {
    scan.edge.wordStart = output.raw ? YES | NO : NO;
    if (output.raw) scan.edge.commandStart |= NO;
    scan.edge.word = undefined;
  }
  if (fault === undefined) return place;
  scan.faults.push(fault);
  return undefined;
}

/** Reports what the end of the text leaves open. */
export function endScan(scan: Scan): void {
  const frame = scan.frames.at(-1)!;
  if (frame.kind === 'heredoc') endHeredocLine(scan, frame);
  const open = scan.frames
    .toReversed()
    .map(openFault)
    .find((fault) => fault !== undefined);
  const pending = scan.frames.flatMap((each) => (each.kind === 'code' ? each.heredocs : []))[0];
  if (open !== undefined) scan.faults.push(open);
  else if (pending !== undefined) scan.faults.push(openFault({ kind: 'heredoc', line: '', ...pending })!);
}

function placeIn(scan: Scan, frame: Frame, output: ShellOutput): Place {
  if (output.raw) return { type: 'text' };
  if (frame.kind === 'comment') return { type: 'comment' };
  if (frame.kind === 'double') return { type: 'double', start: frame.start };
  const start = (scan.edge.wordStart & YES) !== 0;
  const { after } = output;
  const list = start && (after === undefined || after === '' || ' \t\n;&|<>()'.includes(after));
  // A number before `>` would be a file descriptor, one after `~` an entry of bash's directory stack.
  const plain = after !== undefined && after !== '<' && after !== '>' && !scan.edge.last.includes('~');
  return { type: 'word', start, list, plain };
}

function outputFault(scan: Scan, frame: Frame, { offset, length }: ShellOutput): TemplateFault | undefined {
  if (frame.kind === 'comment') return undefined;
  if (scan.doubt !== undefined) return scan.doubt;
  const fault = valueFault(frame, offset, length);
  if (fault !== undefined) return fault;
  if (scan.pending?.char === '\\') {
    const hint = String.raw`write \\ for a backslash, or leave it out: the value is quoted anyway`;
    return {
      code: 'backslash-before-value',
      message: 'the backslash would undo the quotes of the value',
      offset: scan.pending.offset,
      length: 1,
      hint,
    };
  }
  if (scan.pending?.char === '$') {
    const hint = String.raw`leave the $ out, or write \$ for a dollar sign`;
    return {
      code: 'dollar-before-value',
      message: 'the $ and the value would be an expansion',
      offset: scan.pending.offset,
      length: 1,
      hint,
    };
  }
  if (scan.pending?.char === '<') return delimiterFault(scan.pending.offset, 2);
  if (scan.edge.name) {
    const hint = 'write the variable as ${name}';
    return {
      code: 'name-before-value',
      message: "the variable's name would run on into the value",
      offset,
      length,
      hint,
    };
  }
  return undefined;
}

function delimiterFault(offset: number, length: number): TemplateFault {
  return {
    code: 'value-in-heredoc',
    message: 'the delimiter of a heredoc cannot be a value',
    offset,
    length,
  };
}

function splitFault(pending: string, offset: number): TemplateFault {
  const message = `what the ${pending} applies to depends on the tag after it`;
  return { code: 'split-token', message, offset, length: 1, hint: `move the ${pending} into the tag` };
}

/** Reads one character, or more that belong together, and gives the index after it. */
function step(scan: Scan, text: string, index: number, offset: number): number {
  const frame = scan.frames.at(-1)!;
  const char = text[index]!;
  switch (frame.kind) {
    case 'code':
      return scanCode(scan, frame, text, index, offset);
    case 'double':
      return scanDouble(scan, frame, text, index, offset);
    case 'comment':
      if (char !== '\n') return index + 1;
      scan.frames.pop();
      return index;
    case 'single':
      return closeAt(scan, text, index, "'");
    case 'ansi':
      // bash reads \' as a quote in the text, dash ends the text there.
      if (text.startsWith(String.raw`\'`, index)) doubt(scan, String.raw`\' inside $'…'`, offset + index);
      return char === '\\' ? scanBackslash(scan, text, index, offset) : closeAt(scan, text, index, "'");
    case 'backtick':
      return char === '\\' ? scanBackslash(scan, text, index, offset) : closeAt(scan, text, index, '`');
    case 'heredoc':
      return scanHeredoc(scan, frame, text, index, offset);
    case 'brace':
      return scanBrace(scan, frame.inDouble, text, index, offset);
    case 'arithmetic':
      return scanArithmetic(scan, frame, text, index, offset);
    default:
      return frame satisfies never;
  }
}

function closeAt(scan: Scan, text: string, index: number, close: string): number {
  if (text[index] === close) scan.frames.pop();
  return index + 1;
}
