// Reads commands: words, operators, comments, heredocs, parentheses and `case`, as far as they decide where quotes and
// substitutions begin and end. Knows nothing of what the commands do.
import { continueWord, scanDollar } from './shell-dollar.ts';
import { doubt, scanBackslash } from './shell-doubt.ts';
import { openHeredoc } from './shell-heredoc.ts';
import { codeFrame, NO, YES, type CodeFrame, type Scan } from './shell-state.ts';

export function scanCode(scan: Scan, frame: CodeFrame, text: string, index: number, offset: number): number {
  const char = text[index]!;
  const open = offset + index;
  switch (char) {
    case ' ':
    case '\t':
      endWord(scan, frame, open);
      return index + 1;
    case '\n':
      endLine(scan, frame, open);
      return index + 1;
    case '#':
      return scanHash(scan, open, index);
    case ';':
      return scanSemicolon(scan, frame, text, index, open);
    case '&':
    case '|':
      endWord(scan, frame, open);
      scan.edge.commandStart = YES;
      return index + 1;
    case '<':
      return scanLess(scan, frame, text, index, open);
    case '>':
      endWord(scan, frame, open);
      scan.edge.commandStart = NO;
      return index + 1;
    case '(':
      return openParenthesis(scan, frame, text, index, open);
    case ')':
      closeParenthesis(scan, frame, open);
      return index + 1;
    case '\\':
      // A backslash before a line break is no part of the word, nor does it end it.
      if (text[index + 1] !== '\n') inWord(scan, undefined);
      return scanBackslash(scan, text, index, offset);
    default:
      return scanWord(scan, text, index, offset);
  }
}

function scanWord(scan: Scan, text: string, index: number, offset: number): number {
  const open = offset + index;
  const start = (scan.edge.wordStart & YES) !== 0;
  switch (text[index]) {
    case "'":
      inWord(scan, undefined);
      scan.frames.push({ kind: 'single', open });
      return index + 1;
    case '"':
      inWord(scan, undefined);
      scan.frames.push({ kind: 'double', open, start });
      return index + 1;
    case '`':
      inWord(scan, undefined);
      scan.frames.push({ kind: 'backtick', open });
      return index + 1;
    case '$':
      inWord(scan, undefined);
      return scanDollar(scan, text, index, offset);
    default:
      inWord(scan, text[index]);
      return index + 1;
  }
}

/** `char`: one more character of a plain word; `undefined` for anything that makes it no reserved word. */
function inWord(scan: Scan, char: string | undefined): void {
  const { edge } = scan;
  if (char === undefined || edge.wordStart === (YES | NO)) edge.word = undefined;
  else if (edge.word !== undefined) edge.word += char;
  edge.wordStart = NO;
}

/** Words after which a command begins. */
const OPENERS = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', 'time', 'coproc']);

function endWord(scan: Scan, frame: CodeFrame, offset: number): void {
  const { edge } = scan;
  if (edge.wordStart === YES) return;
  const certain = edge.wordStart === NO;
  const { word } = edge;
  const part = frame.cases.at(-1);
  edge.wordStart = YES;
  edge.word = '';
  if (part !== undefined && part !== 'body') {
    if (!certain) doubt(scan, 'a `case` that depends on a tag', offset);
    if (part === 'subject') setCase(frame, 'in');
    else if (part === 'in' && word === 'in') setCase(frame, 'pattern');
    else if (part === 'pattern' && word === 'esac') leaveCase(scan, frame);
    return;
  }
  const may = (edge.commandStart & YES) !== 0;
  if (may && (word === 'case' || word === 'esac')) {
    if (edge.commandStart !== YES) doubt(scan, `the word ${word}`, offset);
    if (word === 'case') frame.cases = [...frame.cases, 'subject'];
    else if (part === 'body') leaveCase(scan, frame);
    edge.commandStart = NO;
    return;
  }
  const opens = may && word !== undefined && OPENERS.has(word);
  if (!opens) edge.commandStart = certain ? NO : edge.commandStart | NO;
}

function setCase(frame: CodeFrame, part: 'in' | 'pattern' | 'body'): void {
  frame.cases = [...frame.cases.slice(0, -1), part];
}

function leaveCase(scan: Scan, frame: CodeFrame): void {
  frame.cases = frame.cases.slice(0, -1);
  scan.edge.commandStart = NO;
}

function endLine(scan: Scan, frame: CodeFrame, offset: number): void {
  endWord(scan, frame, offset);
  scan.edge.commandStart = YES;
  const outer = scan.frames.find(
    (each) => each.kind === 'code' && each !== frame && each.heredocs.length > 0,
  );
  if (outer !== undefined) doubt(scan, 'a line break inside the line of a heredoc', offset);
  const bodies = frame.heredocs.toReversed();
  frame.heredocs = [];
  for (const heredoc of bodies) scan.frames.push({ kind: 'heredoc', line: '', ...heredoc });
}

function scanHash(scan: Scan, open: number, index: number): number {
  const { wordStart } = scan.edge;
  if (wordStart === YES) scan.frames.push({ kind: 'comment', open });
  else if (wordStart === NO) inWord(scan, '#');
  else doubt(scan, 'a # that may begin a comment', open);
  return index + 1;
}

function scanSemicolon(scan: Scan, frame: CodeFrame, text: string, index: number, open: number): number {
  endWord(scan, frame, open);
  scan.edge.commandStart = YES;
  const end = text.startsWith(';;&', index)
    ? 3
    : text.startsWith(';;', index) || text.startsWith(';&', index)
      ? 2
      : 1;
  if (end > 1 && frame.cases.at(-1) === 'body') setCase(frame, 'pattern');
  return index + end;
}

function scanLess(scan: Scan, frame: CodeFrame, text: string, index: number, open: number): number {
  if (index === 0 && scan.edge.last.includes('<')) splitFault(scan, '<', open);
  endWord(scan, frame, open);
  scan.edge.commandStart = NO;
  if (text.startsWith('<<<', index)) return index + 3;
  if (!text.startsWith('<<', index)) return index + 1;
  return openHeredoc(scan, frame, text, index, open);
}

function openParenthesis(scan: Scan, frame: CodeFrame, text: string, index: number, open: number): number {
  const { edge } = scan;
  if (index === 0 && edge.last.includes('(')) splitFault(scan, '(', open);
  if (frame.cases.at(-1) === 'pattern' && edge.wordStart === YES) return index + 1;
  if (edge.wordStart === YES && text[index + 1] === '(') {
    scan.frames.push({ kind: 'arithmetic', open, command: true, depth: 0 });
    return index + 2;
  }
  scan.frames.push(codeFrame('(', open, edge.wordStart !== YES));
  Object.assign(edge, { wordStart: YES, commandStart: YES, word: '' });
  return index + 1;
}

function closeParenthesis(scan: Scan, frame: CodeFrame, open: number): void {
  endWord(scan, frame, open);
  if (frame.cases.at(-1) === 'pattern') {
    setCase(frame, 'body');
    scan.edge.commandStart = YES;
    return;
  }
  scan.edge.commandStart = YES;
  if (frame.by === 'text') return;
  if (frame.heredocs.length > 0) doubt(scan, 'a heredoc whose text begins after the ) around it', open);
  scan.frames.pop();
  if (frame.by === '$(') continueWord(scan);
  // After `f()` a command begins, after `a=(…)` or `@(…)` the word may go on.
  else if (frame.glued) Object.assign(scan.edge, { wordStart: YES | NO, word: undefined });
}

function splitFault(scan: Scan, char: string, offset: number): void {
  const message = `whether ${char}${char} stands here depends on the tag`;
  scan.faults.push({ code: 'split-token', message, offset, length: 1, hint: 'put a blank between them' });
}
