// A value to text, for the place where it stands. Knows neither the template's text nor LiquidJS.
import { escapeDoubleQuoted, quoteShell } from '../../base/shell-quote.ts';
import { RenderError } from './fault.ts';
import { PathsValue, PathValue, RecordsValue, RecordValue } from './value.ts';

/** Where an output stands, as far as it decides what its value must look like. */
export type Place =
  /** No quoting: mode `text`, the inside of `{% capture %}`, and everything that ends in `| raw`. */
  | { readonly type: 'text' }
  /** Mode `arg`. `start`: the item begins here, so a path must not look like an option. */
  | { readonly type: 'arg'; readonly start: boolean; readonly list: boolean }
  /** Unquoted in shell. `list`: it is a word of its own. `plain`: a number may go without quotes. */
  | { readonly type: 'word'; readonly start: boolean; readonly list: boolean; readonly plain: boolean }
  /** Inside `"…"`. */
  | { readonly type: 'double'; readonly start: boolean }
  /** In a shell comment, which a line break in the value would end. */
  | { readonly type: 'comment' };

/** The text of `value` in `place`; throws a RenderError where it has none. */
export function printValue(value: unknown, place: Place): string {
  const items = listItems(value);
  if (items === undefined) return printOne(value, place);
  requireListPlace(place);
  return items.map((item) => printOne(item, place)).join(' ');
}

/** The members of a list, or `undefined` for anything else. */
export function listItems(value: unknown): readonly unknown[] | undefined {
  if (value instanceof PathsValue) return value.items();
  if (value instanceof RecordsValue) return value.records;
  return Array.isArray(value) ? value : undefined;
}

/** The text of a value without any quoting; throws a RenderError where it has none. */
export function printPlain(value: unknown): string {
  return plainText(value, false);
}

function printOne(value: unknown, place: Place): string {
  switch (place.type) {
    case 'text':
      return plainText(value, false);
    case 'arg':
      return plainText(value, place.start);
    case 'word':
      if (place.plain && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
      return quoteShell(plainText(value, place.start));
    case 'double':
      return escapeDoubleQuoted(plainText(value, place.start));
    case 'comment':
      return plainText(value, false).replaceAll('\n', ' ');
    default:
      return place satisfies never;
  }
}

/** `guard`: a path that begins with `-` gets `./`, so that no program takes it for an option. */
function plainText(value: unknown, guard: boolean): string {
  if (value instanceof PathValue) return pathText(value.path, guard);
  if (value instanceof RecordValue) {
    if (value.path !== undefined) return pathText(value.path, guard);
    return plainText(value.value, guard);
  }
  switch (typeof value) {
    case 'string':
      return withoutNul(value);
    case 'number':
    case 'boolean':
      return String(value);
    default:
      if (value === null || value === undefined) {
        throw new RenderError('nothing', 'the value is null', 'give another with `| default: "…"`');
      }
      if (Array.isArray(value))
        throw new RenderError('list-in-list', 'the list holds another list', 'use `| json`');
      throw new RenderError('no-text', 'a record is not text', 'name one of its properties, or use `| json`');
  }
}

function pathText(path: string, guard: boolean): string {
  return withoutNul(guard && path.startsWith('-') ? `./${path}` : path);
}

function withoutNul(text: string): string {
  if (!text.includes('\0')) return text;
  throw new RenderError('nul', 'the value holds a NUL character, which no argument can hold');
}

function requireListPlace(place: Place): void {
  switch (place.type) {
    case 'double':
      throw new RenderError('list-in-quotes', 'a list inside "…" would be one word', 'leave the quotes out');
    case 'word':
    case 'arg':
      if (place.list) return;
      throw new RenderError(
        'list-in-word',
        'text touches the list, but would join only one of its items',
        place.type === 'word'
          ? 'use `{% for item in list %}`'
          : 'give the list an item of its own, or use `| join: ","`',
      );
    default:
  }
}
