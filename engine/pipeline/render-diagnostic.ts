// A diagnostic as text: place, message, the source line with a caret, what was expected. Knows no terminal; colour is
// what the style says.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Location } from '../model/location.ts';
import { printPath } from './print-path.ts';

export interface DiagnosticStyle {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly place: (text: string) => string;
  readonly caret: (text: string) => string;
  readonly note: (text: string) => string;
}

export interface RenderOptions {
  /** Files are shown relative to it. */
  readonly cwd: string;
  /** The text of a file, or undefined if it cannot be had; then no line is shown. */
  readonly source: (file: string) => string | undefined;
  readonly style?: DiagnosticStyle;
}

/** Lines without a final newline. */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const style = options.style ?? PLAIN;
  const paint = diagnostic.severity === 'error' ? style.error : style.warning;
  const place = diagnostic.location ? `${style.place(printPlace(diagnostic.location, options.cwd))} ` : '';
  const lines = [`${place}${paint(`${diagnostic.severity}:`)} ${clean(diagnostic.message)}`];
  if (diagnostic.location) lines.push(...excerpt(diagnostic.location, options, style));
  if (diagnostic.expected) lines.push(...note('expected:', diagnostic.expected, style));
  if (diagnostic.hint) lines.push(...note('hint:', diagnostic.hint, style));
  for (const { message, location } of diagnostic.related ?? []) {
    lines.push(`  ${style.place(printPlace(location, options.cwd))} ${style.note(clean(message))}`);
    lines.push(...excerpt(location, options, style).map((line) => `  ${line}`));
  }
  return lines.join('\n');
}

function printPlace(location: Location, cwd: string): string {
  return `${clean(printPath(location.file, cwd))}:${location.line}:${location.col}:`;
}

/** Wrapped between words, the further lines under the first. */
function note(label: string, text: string, style: DiagnosticStyle): string[] {
  const lines: string[] = [];
  for (const word of clean(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < MAX_WIDTH - label.length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const indent = ' '.repeat(label.length);
  return lines.map((line, index) => `  ${index === 0 ? style.note(label) : indent} ${line}`);
}

const MAX_WIDTH = 110;

/** The line and the carets under it; a long line is cut around them. */
function excerpt(location: Location, options: RenderOptions, style: DiagnosticStyle): string[] {
  const line = lineOf(options.source(location.file), location.line);
  if (line === undefined || line.trim() === '') return [];
  const from = Math.min(location.col - 1, line.length);
  const sameLine = location.endLine === location.line && location.endCol !== undefined;
  const to = Math.max(
    from + 1,
    Math.min(sameLine ? (location.endCol ?? 0) - 1 : line.trimEnd().length, line.length),
  );

  const start = line.length > MAX_WIDTH ? Math.max(0, Math.min(from - 30, line.length - MAX_WIDTH)) : 0;
  const end = Math.min(line.length, start + MAX_WIDTH);
  const shown = `${start > 0 ? '…' : ''}${clean(line.slice(start, end))}${end < line.length ? '…' : ''}`;
  const indent = (start > 0 ? ' ' : '') + blank(line.slice(start, from));
  const carets = '^'.repeat(Math.max(1, widthOf(line.slice(from, Math.min(to, end)))));
  const gutter = String(location.line);
  return [`  ${gutter} | ${shown}`, `  ${' '.repeat(gutter.length)} | ${indent}${style.caret(carets)}`];
}

function lineOf(text: string | undefined, number: number): string | undefined {
  const lines = text?.replace(/^\uFEFF/, '').split('\n') ?? [];
  return lines[number - 1]?.replace(/\r$/, '');
}

/** White space as wide as the text; tabs stay, so that it lines up under a line with tabs. */
function blank(text: string): string {
  return Array.from(text, (character) => (character === '\t' ? '\t' : ' '.repeat(widthOf(character)))).join(
    '',
  );
}

/** Columns on a terminal: East Asian wide characters and emoji take two, combining marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{M}|\u200d/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** A control character in a file must not reach the terminal. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '�');
}

const plain = (text: string): string => text;
const PLAIN: DiagnosticStyle = { error: plain, warning: plain, place: plain, caret: plain, note: plain };
