// The grammar of path patterns: text to tokens, or a fault with its offset. Knows nothing of matching or of files.
import { err, ok, type Result } from '../base/result.ts';

/** What is wrong with a pattern, and where: `offset` counts UTF-16 units of the text as written. */
export interface PatternFault {
  readonly message: string;
  readonly offset: number;
}

/**
 * How far a field reaches. `one`: one or more characters within a segment. `many`: across segments, at least one
 * (`{name**}`, and `**` beside other text or at the end). `any`: zero or more whole segments (`**` between slashes);
 * that token takes the slash after it along.
 */
export type FieldReach = 'one' | 'many' | 'any';

export type PatternToken =
  | { readonly type: 'text'; readonly text: string }
  /** `name` is '' for a star; `starts`: it stands at the start of a segment, where no dot may stand. */
  | { readonly type: 'field'; readonly name: string; readonly reach: FieldReach; readonly starts: boolean };

export interface ParsedPattern {
  /** Normal form: no `./`, no trailing slash. */
  readonly text: string;
  /** The folder before the first field (of a path without fields: its folder). '' is the root, '/' the file system's. */
  readonly fixed: string;
  /** Never two texts in a row. */
  readonly tokens: readonly PatternToken[];
}

interface Segment {
  readonly text: string;
  readonly parts: readonly Part[];
}
type Part = { readonly text: string } | { readonly name: string; readonly across: boolean };

export function parsePattern(text: string): Result<ParsedPattern, PatternFault> {
  if (text === '') return fault('a path is expected, this is empty', 0);
  const absolute = text.startsWith('/');
  const ups: string[] = [];
  const segments: Segment[] = [];
  const names = new Set<string>();
  for (let offset = absolute ? 1 : 0; offset <= text.length;) {
    const slash = text.indexOf('/', offset);
    const end = slash === -1 ? text.length : slash;
    const segment = text.slice(offset, end);
    if (segment === '' && end < text.length)
      return fault('`//`: a name is missing between the slashes', offset);
    if (segment === '..') {
      if (absolute || segments.length > 0) return fault('`..` may only stand at the start of a path', offset);
      ups.push(segment);
    } else if (segment !== '.' && segment !== '') {
      const parts = parseSegment(segment, offset, names);
      if (!parts.ok) return parts;
      segments.push({ text: segment, parts: parts.value });
    }
    offset = end + 1;
  }
  if (segments.length === 0) return fault('names a folder but no member in it', 0);
  return ok(assemble(absolute, ups, segments));
}

function assemble(absolute: boolean, ups: readonly string[], segments: readonly Segment[]): ParsedPattern {
  const head = absolute ? '/' : ups.map((up) => `${up}/`).join('');
  const firstField = segments.findIndex((segment) => segment.parts.some((part) => 'name' in part));
  const fixedCount = firstField === -1 ? segments.length - 1 : firstField;
  const fixed =
    head +
    segments
      .slice(0, fixedCount)
      .map((segment) => `${segment.text}/`)
      .join('');

  const tokens: PatternToken[] = [];
  let literal = head;
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    const only = segment.parts.length === 1 ? segment.parts[0] : undefined;
    const any = !last && only !== undefined && 'name' in only && only.across && only.name === '';
    segment.parts.forEach((part, place) => {
      if ('text' in part) {
        literal += part.text;
        return;
      }
      if (literal !== '') tokens.push({ type: 'text', text: literal });
      literal = '';
      const reach = any ? 'any' : part.across ? 'many' : 'one';
      tokens.push({ type: 'field', name: part.name, reach, starts: place === 0 });
    });
    if (!last && !any) literal += '/';
  });
  if (literal !== '') tokens.push({ type: 'text', text: literal });
  return {
    text: head + segments.map((segment) => segment.text).join('/'),
    fixed: fixed === '/' ? '/' : fixed.slice(0, -1),
    tokens,
  };
}

function parseSegment(segment: string, offset: number, names: Set<string>): Result<Part[], PatternFault> {
  const parts: Part[] = [];
  for (let index = 0; index < segment.length;) {
    const next = segment.slice(index).search(SPECIAL);
    if (next !== 0) {
      const end = next === -1 ? segment.length : index + next;
      parts.push({ text: segment.slice(index, end) });
      index = end;
      continue;
    }
    const at = offset + index;
    const character = segment.charAt(index);
    if (character === '{') {
      const end = segment.indexOf('}', index);
      if (end === -1) return fault('`{` without its `}` in the same segment', at);
      const field = parseField(segment.slice(index + 1, end), at, names);
      if (!field.ok) return field;
      parts.push(field.value);
      index = end + 1;
    } else if (character === '*') {
      const stars = /^\*+/.exec(segment.slice(index))?.[0].length ?? 1;
      if (stars > 2) return fault('`***`: `*` is one segment, `**` is any number of them', at);
      parts.push({ name: '', across: stars === 2 });
      index += stars;
    } else if (character === '}') {
      return fault('`}` without its `{` in the same segment', at);
    } else if (character === '\\') {
      return fault('a backslash: folders are separated by `/`, and nothing is escaped', at);
    } else {
      return fault('a character that no key or path may have', at);
    }
  }
  const first = parts[0];
  if (first !== undefined && 'text' in first) {
    const reserved = first.text.startsWith('.pipe') || segment === '.git';
    if (reserved) return fault('`.git` and names that start with `.pipe` are never members', offset);
  }
  return ok(parts);
}

/** What is no plain text: fields, and what may not stand there. */
// oxlint-disable-next-line no-control-regex
const SPECIAL = /[{*}\\\u0000-\u001f\u007f\ufffd]/;

function parseField(inner: string, at: number, names: Set<string>): Result<Part, PatternFault> {
  const across = inner.endsWith('**');
  const name = across ? inner.slice(0, -2) : inner;
  if (name === '') return fault('a field needs a name: `{name}` or `{name**}`', at);
  if (!FIELD_NAME.test(name)) {
    return fault(
      `\`{${inner}}\`: a field's name is letters, digits, \`_\` and \`-\`, and starts with no digit`,
      at,
    );
  }
  if (names.has(name)) return fault(`the field \`{${name}}\` stands there twice`, at);
  names.add(name);
  return ok({ name, across });
}

/** What may stand between braces, as a template may name it too. */
export const FIELD_NAME = /^[A-Za-z_][\w-]*$/;

function fault(message: string, offset: number): Result<never, PatternFault> {
  return err({ message, offset });
}
