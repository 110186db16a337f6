// Keys made from a job's fields: templates such as `{book}/{page}` and groups such as `{key}/*`. Knows no paths but to
// split a job's key, and no members.
//
// `{key}` is the whole key of the job, whatever its fields are called; `*` is one segment of a member's key and `**` any
// number. A member must be in one group at most, so a pattern in which a field and a star stand in one segment, or two
// parts may hold any number of segments, is a fault.
import { err, ok, type Result } from '../base/result.ts';
import { FIELD_NAME, type PatternFault } from './pattern-syntax.ts';
import { folderPrefix } from './pattern.ts';
import type { PathPattern } from './port.ts';

/** The values of a job's fields by name, and its whole key as `key`. */
export type FieldValues = Readonly<Record<string, string>>;

type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'field'; readonly name: string; readonly across: boolean; readonly segments: number }
  /** `whole`: a `**` between slashes, which takes the slash after it along and may stand for nothing. */
  | { readonly type: 'star'; readonly across: boolean; readonly whole: boolean };

/**
 * `fields` are the names of the job's fields, `spans` which of them may hold several segments (both as in the job's path
 * pattern; a job without one has none).
 */
export function compileKeyPattern(
  text: string,
  fields: readonly string[],
  spans: readonly boolean[] = [],
): Result<KeyPattern, PatternFault> {
  const parts = parse(text, fields, spans);
  if (!parts.ok) return parts;
  const stars = parts.value.some((part) => part.type === 'star');
  const fault = stars ? ambiguity(text, parts.value) : undefined;
  return fault === undefined ? ok(new KeyPattern(text, parts.value, stars)) : err(fault);
}

/** The fields of a job's key, split as its path pattern says; a job without one has no fields but `key`. */
export function fieldsOf(pattern: PathPattern | undefined, key: string): FieldValues {
  const values = pattern?.values(key) ?? [];
  const named = (pattern?.fields ?? []).map((name, index) => [name, values[index] ?? ''] as const);
  return { ...Object.fromEntries(named.filter(([name]) => name !== '')), key };
}

export class KeyPattern {
  readonly text: string;
  /** It has no star: one member, not a group. */
  readonly isTemplate: boolean;
  /** The names that it uses, `key` among them if it does, each once. */
  readonly uses: readonly string[];
  readonly #parts: readonly Part[];
  readonly #expression: RegExp;

  constructor(text: string, parts: readonly Part[], stars: boolean) {
    this.text = text;
    this.isTemplate = !stars;
    this.uses = [...new Set(parts.flatMap((part) => (part.type === 'field' ? [part.name] : [])))];
    this.#parts = parts;
    this.#expression = new RegExp(`^${expressionOf(parts)}$`, 'u');
  }

  /** A template's key. */
  keyFor(values: FieldValues): string {
    return this.#fill(values, () => '');
  }

  /** The group that a job reads or writes: the values of the fields that the pattern uses, joined by `/`. */
  groupFor(values: FieldValues): string {
    return this.uses.map((name) => valueOf(values, name)).join('/');
  }

  /** The group that a member is in, equal to `groupFor` of its jobs, or undefined if it is in none. */
  groupOf(memberKey: string): string | undefined {
    return this.#expression.exec(memberKey)?.slice(1).join('/');
  }

  /** The start that all keys of a group have in common, maybe ''. */
  prefixFor(values: FieldValues): string {
    const end = this.#parts.findIndex((part) => part.type === 'star');
    return this.#fill(values, () => '', end === -1 ? this.#parts.length : end);
  }

  /** The deepest folder, relative to the root, that all members of a group lie in, where `members` is their path pattern. */
  folderFor(values: FieldValues, members: PathPattern): string {
    const paths = SAMPLES.flatMap((sample) => members.format(this.#fill(values, sample)) ?? []);
    const [first, ...others] = paths;
    if (first === undefined || others.length === 0) return members.fixed;
    let length = first.length;
    for (const other of others) {
      let same = 0;
      while (same < length && first[same] === other[same]) same++;
      length = same;
    }
    const slash = first.lastIndexOf('/', length - 1);
    const folder = slash === 0 ? '/' : first.slice(0, Math.max(slash, 0));
    return folder.length > members.fixed.length && length > 0 ? folder : members.fixed;
  }

  #fill(values: FieldValues, star: (across: boolean) => string, end = this.#parts.length): string {
    let key = '';
    for (const part of this.#parts.slice(0, end)) {
      if (part.type === 'text') key += part.text;
      else if (part.type === 'field') key += valueOf(values, part.name);
      else key += part.whole ? folderPrefix(star(part.across)) : star(part.across);
    }
    return key;
  }
}

/** What the stars may stand for: keys that differ as early, and are as deep, as members of one group can. */
const SAMPLES: readonly ((across: boolean) => string)[] = [
  () => 'a',
  () => 'b',
  (across) => (across ? 'a/a' : 'a'),
  (across) => (across ? 'b/b' : 'b'),
];

function parse(
  text: string,
  fields: readonly string[],
  spans: readonly boolean[],
): Result<readonly Part[], PatternFault> {
  if (text === '') return fault('a key is expected, this is empty', 0);
  if (text.startsWith('/') || text.endsWith('/') || text.includes('//')) {
    const at = text.startsWith('/') ? 0 : text.includes('//') ? text.indexOf('//') : text.length - 1;
    return fault('a key has no empty segment', at);
  }
  const parts: Part[] = [];
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    const at = match.index;
    if (piece.startsWith('*')) {
      if (piece.length > 2) return fault('`***`: `*` is one segment, `**` is any number of them', at);
      const across = piece.length === 2;
      const whole = across && (at === 0 || text[at - 1] === '/') && text[at + 2] === '/';
      parts.push({ type: 'star', across, whole });
    } else if (piece.length > 1 && piece.startsWith('{')) {
      const name = piece.slice(1, -1);
      if (!FIELD_NAME.test(name))
        return fault(`\`${piece}\`: the name of one of the job's fields is expected`, at);
      const index = fields.indexOf(name);
      if (name !== 'key' && index === -1) {
        const known = ['key', ...fields.filter((field) => field !== '' && field !== 'key')];
        return fault(`the job has no field \`${name}\`; it has ${known.join(', ')}`, at);
      }
      parts.push({
        type: 'field',
        name,
        across: name === 'key' ? spans.includes(true) : spans[index] === true,
        segments: name === 'key' ? Math.max(fields.length, 1) : 1,
      });
    } else if (/[{}\\]/.test(piece)) {
      return fault(`\`${piece}\` has no place in a key`, at);
    } else {
      const afterWhole =
        parts.at(-1)?.type === 'star' && (parts.at(-1) as { whole?: boolean }).whole === true;
      const literal = afterWhole ? piece.slice(1) : piece;
      if (literal !== '') parts.push({ type: 'text', text: literal });
    }
  }
  return ok(parts);
}

const PIECE = /\*+|\{[^{}/]*\}|[{}\\]|[^*{}\\]+/g;

function ambiguity(text: string, parts: readonly Part[]): PatternFault | undefined {
  for (const segment of text.split('/')) {
    const count = segment.match(/\{[^}]*\}|\*+/g)?.length ?? 0;
    if (count > 1) {
      const message = `\`${segment}\` can be split in more than one way: put a \`/\` between its fields and stars`;
      return { message, offset: text.indexOf(segment) };
    }
  }
  const anyLength = parts.filter((part) => part.type !== 'text' && part.across);
  if (anyLength.length < 2) return undefined;
  return {
    message: 'two parts of this may hold any number of segments, so a key could be in two groups',
    offset: 0,
  };
}

function expressionOf(parts: readonly Part[]): string {
  const groups: string[] = [];
  return parts
    .map((part) => {
      if (part.type === 'text') return RegExp.escape(part.text);
      if (part.type === 'star') {
        if (!part.across) return '[^/]+?';
        return part.whole ? '(?:[^/]+/)*?' : '[^/]+?(?:/[^/]+?)*?';
      }
      const known = groups.indexOf(part.name);
      if (known !== -1) return `(?:\\${known + 1})`;
      groups.push(part.name);
      const repeat = part.across ? '*?' : `{${part.segments - 1}}`;
      return `([^/]+?(?:/[^/]+?)${repeat})`;
    })
    .join('');
}

function valueOf(values: FieldValues, name: string): string {
  const value = values[name];
  if (value === undefined)
    throw new Error(`a key pattern needs the field ${name}, which the job does not have`);
  return value;
}

function fault(message: string, offset: number): Result<never, PatternFault> {
  return err({ message, offset });
}
