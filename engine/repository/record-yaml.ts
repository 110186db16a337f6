// YAML text to a value, or a fault with line and column. Knows no files and no schema. The parser is only loaded when a
// record has to be read, which a build with nothing to do never does.
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { err, ok, type Result } from '../base/result.ts';
import type { Json } from '../model/json.ts';
import { hasOnlyDoubles, isTooDeep, TOO_DEEP, type ParsedRecord, type RecordFault } from './record-json.ts';

export function parseYaml(text: string): Result<ParsedRecord, RecordFault> {
  try {
    const { document, lines } = parse(text);
    const [error] = document.errors;
    if (error !== undefined) {
      const exhausted = error.message.includes('call stack');
      return err(exhausted ? TOO_DEEP : placed(error.message, error.pos[0], lines));
    }
    // `toJS` counts what aliases expand to, and refuses a bomb.
    const value = document.toJS() as Json;
    if (isTooDeep(value)) return err(TOO_DEEP);
    const number = strangeNumber(value);
    if (number !== undefined) return err({ message: `${number} is no JSON number`, line: 1, column: 1 });
    return ok({ value, exact: document.warnings.length === 0 && hasOnlyDoubles(text) });
  } catch (error) {
    if (error instanceof RangeError) return err(TOO_DEEP);
    if (error instanceof ReferenceError) return err({ message: error.message, line: 1, column: 1 });
    throw error;
  }
}

/** Where the value at a path of names and indexes stands in a text that parses; JSON is YAML enough for that. */
export function placeIn(
  text: string,
  path: readonly string[],
): { readonly line: number; readonly column: number } {
  const { document, lines } = parse(text);
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as
      | { range?: readonly number[] | null }
      | null
      | undefined;
    const offset = node?.range?.[0];
    if (offset !== undefined) return place(offset, lines);
  }
  return { line: 1, column: 1 };
}

let loaded: typeof Yaml | undefined;

function parse(text: string): { document: Yaml.Document.Parsed; lines: Yaml.LineCounter } {
  loaded ??= createRequire(import.meta.url)('yaml') as typeof Yaml;
  const lines = new loaded.LineCounter();
  const document = loaded.parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  });
  return { document, lines };
}

function placed(message: string, offset: number, lines: Yaml.LineCounter): RecordFault {
  return { message, ...place(offset, lines) };
}

function place(offset: number, lines: Yaml.LineCounter): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** `.nan` or `.inf` somewhere in a value: it has no canonical JSON. */
function strangeNumber(value: unknown): number | undefined {
  const pending = [value];
  for (let next = pending.pop(); next !== undefined || pending.length > 0; next = pending.pop()) {
    if (typeof next === 'number' && !Number.isFinite(next)) return next;
    if (typeof next === 'object' && next !== null) pending.push(...(Object.values(next) as unknown[]));
  }
  return undefined;
}
