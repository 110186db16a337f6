// Reads comma-separated values as RFC 4180 defines them. Knows no file and no header.

/** A fault in the text; lines count from 1. */
export class CsvFault extends Error {
  readonly line: number;
  readonly reason: string;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.name = 'CsvFault';
    this.line = line;
    this.reason = reason;
  }
}

export interface CsvRow {
  /** The line that the row begins on. */
  readonly line: number;
  readonly values: readonly string[];
}

/**
 * The rows of a text; line ends are CRLF, LF or CR, and the last row needs none. An empty line is a row with one empty
 * value. Throws a CsvFault for a quote that stands where RFC 4180 allows none.
 */
export function parseCsv(text: string, separator = ','): CsvRow[] {
  const cursor: Cursor = { text, separator, at: text.startsWith('\uFEFF') ? 1 : 0, line: 1 };
  const rows: CsvRow[] = [];
  while (cursor.at < text.length) rows.push(readRow(cursor));
  return rows;
}

interface Cursor {
  readonly text: string;
  readonly separator: string;
  at: number;
  line: number;
}

function readRow(cursor: Cursor): CsvRow {
  const { line } = cursor;
  const values = [readValue(cursor)];
  while (cursor.text[cursor.at] === cursor.separator) {
    cursor.at++;
    values.push(readValue(cursor));
  }
  skipLineEnd(cursor);
  return { line, values };
}

function readValue(cursor: Cursor): string {
  return cursor.text[cursor.at] === '"' ? readQuoted(cursor) : readPlain(cursor);
}

function readPlain(cursor: Cursor): string {
  const start = cursor.at;
  while (cursor.at < cursor.text.length && !atEnd(cursor)) {
    if (cursor.text[cursor.at] === '"')
      throw new CsvFault(cursor.line, 'a quote inside a value that does not begin with one');
    cursor.at++;
  }
  return cursor.text.slice(start, cursor.at);
}

function readQuoted(cursor: Cursor): string {
  const { line } = cursor;
  let value = '';
  for (;;) {
    const start = cursor.at + 1;
    const end = cursor.text.indexOf('"', start);
    if (end < 0) throw new CsvFault(line, 'a quote that is not closed');
    value += cursor.text.slice(start, end);
    cursor.at = end + 1;
    if (cursor.text[cursor.at] !== '"') break;
    value += '"';
  }
  cursor.line += value.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (cursor.at < cursor.text.length && !atEnd(cursor))
    throw new CsvFault(cursor.line, 'text after a closing quote');
  return value;
}

function atEnd(cursor: Cursor): boolean {
  const character = cursor.text[cursor.at];
  return character === cursor.separator || character === '\n' || character === '\r';
}

function skipLineEnd(cursor: Cursor): void {
  if (cursor.at >= cursor.text.length) return;
  cursor.at += cursor.text.startsWith('\r\n', cursor.at) ? 2 : 1;
  cursor.line++;
}
