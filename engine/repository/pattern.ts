// Path patterns such as `pages/{book}/{page}.txt`: from a path to its key and back. Knows nothing of the file system.
//
// The key is the fields' values in their order, joined by `/`; a star is a field without a name. A `**` between slashes
// that stands for no segment adds nothing to the key, which stays exact while it is the only field that reaches across
// segments and another field is there too. In the other patterns with such a `**` (`src/**/Makefile`,
// `**/test/**/*.js`) that would leave a key empty or ambiguous, so there the key is the path below the fixed folder.
// With several `{name**}` the key is split with the last one taking the rest, and paths that are cut otherwise are no
// members. In every pattern format(match(path)) is path, and match(format(key)) is key.
import { err, ok, type Result } from '../base/result.ts';
import { keyFault } from '../model/key.ts';
import type { PathPattern } from './port.ts';
import {
  parsePattern,
  type FieldReach,
  type ParsedPattern,
  type PatternFault,
  type PatternToken,
} from './pattern-syntax.ts';

export { patternsOverlap } from './pattern-automaton.ts';

export function compilePattern(text: string): Result<PathPattern, PatternFault> {
  const parsed = parsePattern(text);
  return parsed.ok ? ok(assemble(parsed.value)) : err(parsed.error);
}

function assemble(parsed: ParsedPattern): PathPattern {
  const { tokens } = parsed;
  const fields = tokens.filter((token) => token.type === 'field');
  const [only] = fields;
  if (only === undefined) return new UnitPattern(parsed);
  if (fields.length === 1 && only.reach === 'one' && !DOT_START.test(parsed.text))
    return new SimplePattern(parsed);
  return new GeneralPattern(parsed);
}

/** A path without fields: its only key is the unit key. */
class UnitPattern implements PathPattern {
  readonly text: string;
  readonly fixed: string;
  readonly fields: readonly string[] = [];
  readonly spans: readonly boolean[] = [];
  constructor(parsed: ParsedPattern) {
    this.text = parsed.text;
    this.fixed = parsed.fixed;
  }
  match(path: string): string | undefined {
    return path === this.text ? '' : undefined;
  }
  format(key: string): string | undefined {
    return key === '' ? this.text : undefined;
  }
  values(key: string): readonly string[] | undefined {
    return key === '' ? [] : undefined;
  }
  refusal(): string | undefined {
    return undefined;
  }
}

/** `dir/{key}.ext`, nearly every pattern there is, without a regular expression. */
class SimplePattern implements PathPattern {
  readonly text: string;
  readonly fixed: string;
  readonly fields: readonly string[];
  readonly spans: readonly boolean[] = [false];
  readonly #prefix: string;
  readonly #suffix: string;
  readonly #starts: boolean;

  constructor(parsed: ParsedPattern) {
    this.text = parsed.text;
    this.fixed = parsed.fixed;
    const at = parsed.tokens.findIndex((token) => token.type === 'field');
    const field = parsed.tokens[at];
    if (field?.type !== 'field') throw new Error('a simple pattern has a field');
    this.fields = [field.name];
    this.#starts = field.starts;
    this.#prefix = textOf(parsed.tokens[at - 1]);
    this.#suffix = textOf(parsed.tokens[at + 1]);
  }

  match(path: string): string | undefined {
    const key = this.#middle(path);
    return key === undefined || keyFault(key) !== undefined ? undefined : key;
  }

  format(key: string): string | undefined {
    if (keyFault(key) !== undefined || key.includes('/')) return undefined;
    if (this.#starts && key.startsWith('.')) return undefined;
    return this.#prefix + key + this.#suffix;
  }

  values(key: string): readonly string[] | undefined {
    return this.format(key) === undefined ? undefined : [key];
  }

  refusal(path: string): string | undefined {
    const key = this.#middle(path);
    return key === undefined ? undefined : keyFault(key);
  }

  #middle(path: string): string | undefined {
    const start = this.#prefix.length;
    const end = path.length - this.#suffix.length;
    if (end <= start || !path.startsWith(this.#prefix) || !path.endsWith(this.#suffix)) return undefined;
    if (this.#starts && path.charCodeAt(start) === DOT) return undefined;
    const slash = path.indexOf('/', start);
    if (slash !== -1 && slash < end) return undefined;
    return path.slice(start, end);
  }
}

class GeneralPattern implements PathPattern {
  readonly text: string;
  readonly fixed: string;
  readonly fields: readonly string[];
  readonly spans: readonly boolean[];
  readonly #reaches: readonly FieldReach[];
  readonly #tokens: readonly PatternToken[];
  readonly #expression: RegExp;
  /** The key is the path below the fixed folder; its length with the slash, or -1. */
  readonly #below: number;
  readonly #lastSpan: number;
  readonly #mayBeReserved: boolean;
  /** Several fields reach across segments, so a key may belong to another path than the one it was read from. */
  readonly #ambiguous: boolean;
  /** One field a segment at most and none across: only a leading dot can keep a path from reading back. */
  readonly #plain: boolean;

  constructor(parsed: ParsedPattern) {
    this.text = parsed.text;
    this.fixed = parsed.fixed;
    this.#tokens = parsed.tokens;
    const fields = parsed.tokens.filter((token) => token.type === 'field');
    this.fields = fields.map((field) => field.name);
    this.#reaches = fields.map((field) => field.reach);
    this.spans = this.#reaches.map((reach) => reach !== 'one');
    this.#expression = new RegExp(`^${parsed.tokens.map(expressionOf).join('')}$`, 'u');
    this.#lastSpan = this.spans.lastIndexOf(true);
    this.#mayBeReserved = DOT_START.test(parsed.text);
    const several = this.spans.filter(Boolean).length > 1;
    const byPath =
      fields.every((field) => field.reach === 'any') ||
      (several && fields.some((field) => field.reach !== 'one' && field.name === ''));
    this.#below = byPath ? folderPrefix(parsed.fixed).length : -1;
    this.#ambiguous = several && !byPath;
    this.#plain = this.#lastSpan < 0 && !this.#mayBeReserved && !parsed.text.split('/').some(hasTwoFields);
  }

  match(path: string): string | undefined {
    const key = this.#read(path);
    if (key === undefined || keyFault(key) !== undefined) return undefined;
    return this.#ambiguous && this.#write(key) !== path ? undefined : key;
  }

  format(key: string): string | undefined {
    if (keyFault(key) !== undefined) return undefined;
    const path = this.#write(key);
    if (path === undefined || (this.#plain && !DOT_FIRST.test(key))) return path;
    return this.#read(path) === key ? path : undefined;
  }

  values(key: string): readonly string[] | undefined {
    const path = this.format(key);
    if (path === undefined) return undefined;
    return this.#expression.exec(path)?.slice(1).map(withoutSlash);
  }

  refusal(path: string): string | undefined {
    const key = this.#read(path);
    if (key === undefined) return undefined;
    const why = keyFault(key);
    if (why !== undefined || this.match(path) !== undefined) return why;
    return `has the same key, ${key}, as ${this.#write(key) ?? 'another path'}`;
  }

  #read(path: string): string | undefined {
    if (this.#mayBeReserved && RESERVED.test(path)) return undefined;
    const found = this.#expression.exec(path);
    if (found === null) return undefined;
    if (this.#below >= 0) return path.slice(this.#below);
    let key = withoutSlash(found[1] ?? '');
    for (let index = 2; index < found.length; index++) {
      const value = withoutSlash(found[index] ?? '');
      if (value !== '') key = key === '' ? value : `${key}/${value}`;
    }
    return key;
  }

  /** The path that a key would have; only if it reads back as the key is it one. */
  #write(key: string): string | undefined {
    if (this.#below >= 0) return folderPrefix(this.fixed) + key;
    const segments = key.split('/');
    // Every field takes one segment, the last one that reaches across takes what is left.
    const rest = segments.length - (this.#reaches.length - 1);
    const least = this.#lastSpan >= 0 && this.#reaches[this.#lastSpan] === 'any' ? 0 : 1;
    if (rest < least || (this.#lastSpan < 0 && rest > 1)) return undefined;
    let path = '';
    let at = 0;
    let field = 0;
    for (const token of this.#tokens) {
      if (token.type === 'text') {
        path += token.text;
        continue;
      }
      const count = field++ === this.#lastSpan ? rest : 1;
      const value = segments.slice(at, at + count).join('/');
      at += count;
      path += token.reach === 'any' && value !== '' ? `${value}/` : value;
    }
    return path;
  }
}

function expressionOf(token: PatternToken): string {
  if (token.type === 'text') return RegExp.escape(token.text);
  if (token.reach === 'any') return String.raw`((?:[^./][^/]*?\/)*?)`;
  // Within a segment a value may start with a dot, but it is no key if it is `.` or `..`.
  const first = token.starts ? '[^./][^/]*?' : String.raw`(?:\.?[^./]|\.\.[^/])[^/]*?`;
  return token.reach === 'one' ? `(${first})` : String.raw`(${first}(?:\/[^./][^/]*?)*?)`;
}

function hasTwoFields(segment: string): boolean {
  return (segment.match(/\*|\{/g)?.length ?? 0) > 1;
}

function textOf(token: PatternToken | undefined): string {
  return token?.type === 'text' ? token.text : '';
}

/** A folder as the start of the paths below it: '' for the root itself. */
export function folderPrefix(folder: string): string {
  return folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
}

/** Only a `**` between slashes has a slash at the end of its value. */
function withoutSlash(value: string): string {
  return value.endsWith('/') ? value.slice(0, -1) : value;
}

const DOT = 46;
/** A segment that starts with a written dot, where a field might complete a reserved name. */
const DOT_START = /(?:^|\/)\.(?!\.?(?:\/|$))/;
const DOT_FIRST = /(?:^|\/)\./;
const RESERVED = /(?:^|\/)\.(?:git(?:\/|$)|pipe)/;
