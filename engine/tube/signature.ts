// Reads the parameter names of a function from its own text. Knows no nodes.

export interface Parameter {
  readonly name: string;
  readonly hasDefault: boolean;
  /** Its default is `null` or `undefined`: it may be left out. */
  readonly optional: boolean;
}

/**
 * How a function takes its arguments: one `record` (`({ left, right })`), `list` (`(left, right)`), or `unknown` where
 * its text is not to be had (built in or bound). `rest` takes whatever is not named.
 */
export interface Signature {
  readonly style: 'record' | 'list' | 'unknown';
  readonly parameters: readonly Parameter[];
  readonly rest: boolean;
}

/** A class has the signature of its constructor, or that of the class it extends. */
export function signatureOf(callable: unknown): Signature {
  const text = Function.prototype.toString.call(callable);
  if (/\{\s*\[native code\]\s*\}\s*$/.test(text)) return UNKNOWN;
  if (/^class\b/.test(text)) return ofConstructor(callable as object, text);
  const list = parameterText(text);
  return list === undefined ? UNKNOWN : parse(list);
}

const UNKNOWN: Signature = { style: 'unknown', parameters: [], rest: true };
const NONE: Signature = { style: 'list', parameters: [], rest: false };

function ofConstructor(callable: object, text: string): Signature {
  const start = constructorAt(text);
  if (start === undefined) {
    const base: unknown = Object.getPrototypeOf(callable);
    return typeof base === 'function' && base !== Function.prototype ? signatureOf(base) : NONE;
  }
  const list = parameterText(text.slice(start));
  return list === undefined ? UNKNOWN : parse(list);
}

/** Where `constructor(` stands directly in the class's body. */
function constructorAt(text: string): number | undefined {
  let depth = 0;
  for (let index = 0; index < text.length; index = skip(text, index)) {
    const char = text[index] ?? '';
    if ('({['.includes(char)) depth++;
    else if (')}]'.includes(char)) depth--;
    else if (
      depth === 1 &&
      /^constructor\s*\(/.test(text.slice(index, index + 40)) &&
      !/[\w$.#]/.test(text[index - 1] ?? '')
    )
      return index;
  }
  return undefined;
}

/** What stands in the first parentheses, or the bare name of an arrow function. */
function parameterText(text: string): string | undefined {
  const bare = /^(?:async\s+)?([\w$]+)\s*=>/.exec(text);
  if (bare) return bare[1];
  let depth = 0;
  let start = -1;
  for (let index = 0; index < text.length; index = skip(text, index)) {
    const char = text[index] ?? '';
    if (char === '(' && depth === 0) start = index + 1;
    if ('({['.includes(char)) depth++;
    else if (')}]'.includes(char)) depth--;
    if (char === ')' && depth === 0) return text.slice(start, index);
  }
  return undefined;
}

function parse(list: string): Signature {
  const parts = split(list);
  const first = parts[0] ?? '';
  if (first.startsWith('{')) {
    const close = splitDefault(first).target;
    const inner = split(close.slice(1, close.lastIndexOf('}')));
    return { style: 'record', ...named(inner) };
  }
  if (parts.some((part) => part.startsWith('['))) return UNKNOWN;
  return { style: 'list', ...named(parts) };
}

function named(parts: readonly string[]): Pick<Signature, 'parameters' | 'rest'> {
  const plain = parts.filter((part) => !part.startsWith('...'));
  const parameters = plain.map((part): Parameter => {
    const { target, value } = splitDefault(part);
    const name = (target.split(':')[0] ?? '').trim();
    return {
      name,
      hasDefault: value !== undefined,
      optional: value === 'null' || value === 'undefined' || value === 'void 0',
    };
  });
  return { parameters, rest: plain.length < parts.length };
}

/** Splits at the commas that stand in no bracket, leaving out comments and blank parts. */
function split(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (let index = 0; index < list.length;) {
    const next = skip(list, index);
    const char = list[index] ?? '';
    const comment = char === '/' && (list[index + 1] === '/' || list[index + 1] === '*');
    if ('({['.includes(char)) depth++;
    else if (')}]'.includes(char)) depth--;
    if (char === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else if (!comment) part += list.slice(index, next);
    index = next;
  }
  return [...parts, part.trim()].filter((text) => text !== '');
}

function splitDefault(part: string): { readonly target: string; readonly value?: string } {
  let depth = 0;
  for (let index = 0; index < part.length; index = skip(part, index)) {
    const char = part[index] ?? '';
    if ('({['.includes(char)) depth++;
    else if (')}]'.includes(char)) depth--;
    else if (char === '=' && depth === 0)
      return { target: part.slice(0, index).trim(), value: part.slice(index + 1).trim() };
  }
  return { target: part.trim() };
}

/** The index after the comment, text or single character that starts at `index`. */
function skip(text: string, index: number): number {
  const char = text[index];
  if (char === '/' && text[index + 1] === '/') return endOf(text, '\n', index + 2);
  if (char === '/' && text[index + 1] === '*') return endOf(text, '*/', index + 2);
  if (char !== '"' && char !== "'" && char !== '`') return index + 1;
  for (let end = index + 1; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === char) return end + 1;
  }
  return text.length;
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end + mark.length;
}
