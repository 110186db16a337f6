// JSON text to a value, or a fault with line and column. Knows no files and no schema.
import { err, ok, type Result } from '../base/result.ts';
import type { Json } from '../model/json.ts';

export interface ParsedRecord {
  readonly value: Json;
  /**
   * The value stands for all that the text says. False where a number has more digits than a double, or a tag was
   * dropped: two texts might then differ for a program that reads the file, and have one value here.
   */
  readonly exact: boolean;
}

/** `line` and `column` count from 1. */
export interface RecordFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export function parseJson(text: string): Result<ParsedRecord, RecordFault> {
  try {
    const value = JSON.parse(text) as Json;
    return isTooDeep(value) ? err(TOO_DEEP) : ok({ value, exact: hasOnlyDoubles(text) });
  } catch (error) {
    if (error instanceof RangeError) return err(TOO_DEEP);
    if (!(error instanceof SyntaxError)) throw error;
    return err(faultOf(error.message, text));
  }
}

export const TOO_DEEP: RecordFault = { message: 'is nested too deep', line: 1, column: 1 };

/** A fixed limit, since what the stack bears differs from place to place. */
const MAX_DEPTH = 500;

export function isTooDeep(value: unknown): boolean {
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    const depth = next.depth + 1;
    if (depth > MAX_DEPTH) return true;
    for (const inner of Object.values(next.value)) pending.push({ value: inner, depth });
  }
  return false;
}

/** Runs of digits that a double holds. A date or a long id in a text looks like more, which costs no more than a run. */
export function hasOnlyDoubles(text: string): boolean {
  return !LONG_NUMBER.test(text);
}

const LONG_NUMBER = /\d[\d.]{15}/;

/** V8 says `Unexpected token … in JSON at position 12 (line 2 column 3)`, with a piece of the text before, or names no place at the end. */
function faultOf(said: string, text: string): RecordFault {
  const position = /at position (\d+)/.exec(said)?.[1];
  const offset = position === undefined ? text.length : Number(position);
  const message = said.replace(
    /,? ?(?:\.\.\.)?(?:"[^]*"(?:\.\.\.)? is not valid JSON)|(?: in JSON)? at position [^]*$/,
    '',
  );
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { message, line: before.split('\n').length, column: offset - lineStart + 1 };
}
