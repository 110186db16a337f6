// A template as a row of text, outputs and tags, whoever took it apart; and the quick way to do so for templates
// of text and plain names. Knows no shell.
import type { TemplateVariable } from './compiled.ts';

export type Piece =
  | { readonly type: 'text'; readonly text: string; readonly offset: number }
  | OutputPiece
  | { readonly type: 'tag'; readonly name: string; readonly offset: number; readonly length: number };

export interface OutputPiece {
  readonly type: 'output';
  readonly offset: number;
  readonly length: number;
  /** Its last filter is `raw`. */
  readonly raw: boolean;
}

/** `{{ name.path }}` without filters. */
export interface PlainOutput extends OutputPiece {
  readonly variable: Omit<TemplateVariable, 'list'>;
}

export type PlainPiece = Extract<Piece, { type: 'text' }> | PlainOutput;

/** The pieces of a template that has nothing but text and plain names; `undefined` for one that needs LiquidJS. */
export function plainPieces(text: string): readonly PlainPiece[] | undefined {
  if (text.includes('{%')) return undefined;
  const pieces: PlainPiece[] = [];
  let offset = 0;
  for (;;) {
    const open = text.indexOf('{{', offset);
    const end = open < 0 ? text.length : open;
    if (end > offset) pieces.push({ type: 'text', text: text.slice(offset, end), offset });
    if (open < 0) return pieces;
    const output = plainOutput(text, open);
    if (output === undefined) return undefined;
    pieces.push(output);
    offset = open + output.length;
  }
}

function plainOutput(text: string, offset: number): PlainOutput | undefined {
  PLAIN.lastIndex = offset;
  const [whole, blank, names] = PLAIN.exec(text) ?? [];
  if (whole === undefined || blank === undefined || names === undefined) return undefined;
  const [name, ...path] = names.split('.');
  if (name === undefined || KEYWORDS.has(name)) return undefined;
  const variable = { name, path, offset: offset + 2 + blank.length, length: names.length };
  return { type: 'output', offset, length: whole.length, raw: false, variable };
}

// A name may hold a hyphen, but one at its end would be LiquidJS's white space control.
const PLAIN = /\{\{([ \t\n]*)([A-Za-z_](?:[\w-]*\w)?(?:\.[A-Za-z_](?:[\w-]*\w)?)*)[ \t\n]*\}\}/y;

/** Words that LiquidJS reads as a literal or an operator. */
const KEYWORDS = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank', 'and', 'or', 'not', 'contains']);
