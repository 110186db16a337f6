// From offsets of a text to lines and columns. Knows nothing of what the text holds.
import type { LineCounter } from 'yaml';
import type { Location } from './location.ts';

/** From two offsets of a text to a place. */
export type Place = (from: number, to: number) => Location;

/** Offsets count UTF-16 code units of the text whose lines `lines` counted. */
export function placer(file: string, lines: LineCounter): Place {
  return (from, to) => {
    const start = lines.linePos(from);
    const end = lines.linePos(Math.max(from, to));
    return {
      file,
      line: Math.max(1, start.line),
      col: Math.max(1, start.col),
      endLine: Math.max(1, end.line),
      endCol: Math.max(1, end.col),
    };
  };
}
