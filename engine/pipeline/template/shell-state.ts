// Where a scan of shell text stands: which quotes and substitutions are open, and what precedes the next character.
// Knows how two such states are merged, and nothing of the characters that lead from one to the next.
import type { TemplateFault } from './fault.ts';

export type Frame = CodeFrame | DoubleFrame | HeredocFrame | ArithmeticFrame | BraceFrame | OtherFrame;

/** Commands: the whole text, the inside of `$(…)` or of `(…)`. */
export interface CodeFrame {
  readonly kind: 'code';
  readonly open: number;
  readonly by: 'text' | '$(' | '(';
  /** `(` only: it touches a word before it, as in `f()`, `a=(…)` and `@(…)`. */
  readonly glued: boolean;
  /** The `case` commands that are open, with the part of each that is being read. */
  cases: readonly ('subject' | 'in' | 'pattern' | 'body')[];
  /** Heredocs whose text begins after this line. */
  heredocs: readonly Heredoc[];
}

export interface Heredoc {
  readonly open: number;
  readonly delimiter: string;
  /** A quoted delimiter: backslashes in the body mean nothing. */
  readonly quoted: boolean;
  /** `<<-`: leading tabs do not count. */
  readonly tabs: boolean;
}

export interface HeredocFrame extends Heredoc {
  readonly kind: 'heredoc';
  /** The line so far, `undefined` once it cannot be the delimiter. */
  line: string | undefined;
}

export interface DoubleFrame {
  readonly kind: 'double';
  readonly open: number;
  /** Nothing precedes in the word: a value here begins it. */
  start: boolean;
}

export interface ArithmeticFrame {
  readonly kind: 'arithmetic';
  readonly open: number;
  /** `((…))` as a command, not `$((…))`. */
  readonly command: boolean;
  depth: number;
}

/** `${…}`; inside `"…"` a single quote in it may or may not quote, which the shells do not agree on. */
export interface BraceFrame {
  readonly kind: 'brace';
  readonly open: number;
  readonly inDouble: boolean;
}

/** `'…'`, `$'…'`, `` `…` `` and comments. */
export interface OtherFrame {
  readonly kind: 'single' | 'ansi' | 'backtick' | 'comment';
  readonly open: number;
}

/** `Maybe` sets: after an `{% if %}` either of two things may precede. */
export const YES = 1;
export const NO = 2;

export interface Edge {
  /** The next character begins a word: YES, NO, or both bits. */
  wordStart: number;
  /** A word here would be a command or reserved word. */
  commandStart: number;
  /** The unquoted text of the word so far; `undefined` where it has quotes or values, or is not certain. */
  word: string | undefined;
  /** Inside `"…"`: the text before may end in `$name`, which would run on. */
  name: boolean;
  /** The characters that may directly precede. */
  last: string;
}

export interface Scan {
  frames: Frame[];
  edge: Edge;
  /** The first place that shells, or branches, read differently: a fault as soon as a value comes after it. */
  doubt: TemplateFault | undefined;
  /** What ends the text and is decided by what comes after it; `<` is the delimiter of a heredoc. */
  pending: { readonly char: '\\' | '$' | '<'; readonly offset: number } | undefined;
  readonly faults: TemplateFault[];
}

export type ScanState = Pick<Scan, 'frames' | 'edge'>;

export function newScan(): Scan {
  const edge: Edge = { wordStart: YES, commandStart: YES, word: '', name: false, last: '' };
  return { frames: [codeFrame('text', 0, false)], edge, doubt: undefined, pending: undefined, faults: [] };
}

export function codeFrame(by: CodeFrame['by'], open: number, glued: boolean): CodeFrame {
  return { kind: 'code', open, by, glued, cases: [], heredocs: [] };
}

export function save(scan: ScanState): ScanState {
  return { frames: scan.frames.map((frame) => ({ ...frame })), edge: { ...scan.edge } };
}

export function restore(scan: Scan, state: ScanState): void {
  Object.assign(scan, save(state));
}

/** Whether two states have the same quotes and substitutions open, so that a value after them is quoted alike. */
export function sameNesting(a: ScanState, b: ScanState): boolean {
  return (
    a.frames.length === b.frames.length &&
    a.frames.every((frame, index) => nesting(frame) === nesting(b.frames[index]!))
  );
}

/** What may hold after either of two states of the same nesting. */
export function merge(a: ScanState, b: ScanState): ScanState {
  const edge: Edge = {
    wordStart: a.edge.wordStart | b.edge.wordStart,
    commandStart: a.edge.commandStart | b.edge.commandStart,
    word: a.edge.word === b.edge.word ? a.edge.word : undefined,
    name: a.edge.name || b.edge.name,
    last: [...new Set(a.edge.last + b.edge.last)].toSorted().join(''),
  };
  return { frames: a.frames.map((frame, index) => mergeFrame(frame, b.frames[index]!)), edge };
}

export function sameEdge(a: ScanState, b: ScanState): boolean {
  return JSON.stringify([a.edge, a.frames]) === JSON.stringify([b.edge, b.frames]);
}

function nesting(frame: Frame): string {
  if (frame.kind === 'code') return `code ${frame.by} ${frame.cases.join()} ${frame.heredocs.length}`;
  if (frame.kind === 'heredoc') return `heredoc ${frame.delimiter}`;
  return frame.kind === 'arithmetic' ? `arithmetic ${frame.depth}` : frame.kind;
}

function mergeFrame(a: Frame, b: Frame): Frame {
  if (a.kind === 'double' && b.kind === 'double') return { ...a, start: a.start || b.start };
  if (a.kind === 'heredoc' && b.kind === 'heredoc')
    return { ...a, line: a.line === b.line ? a.line : undefined };
  return { ...a };
}
