// LiquidJS without all that is not pure: no file system, clock, locale or chance, and own filters for paths and quoting.
// Knows no template.
import { Liquid, toValue } from 'liquidjs';
import { quoteShell } from '../../base/shell-quote.ts';
import { RenderError } from './fault.ts';
import type { TemplateContext } from './liquid-context.ts';
import { unwrap, wrap } from './liquid-values.ts';
import { listItems, printPlain } from './print.ts';
import { PathValue, RecordValue } from './value.ts';

/** Every filter that a template may name. An allow-list, so that a later LiquidJS adds nothing unseen. */
const PURE_FILTERS: ReadonlySet<string> = new Set(
  `abs append array_to_sentence_string at_least at_most base64_decode base64_encode capitalize ceil cgi_escape compact
  concat default divided_by downcase escape escape_once find find_index first floor group_by has hmac_sha256 inspect join
  json jsonify last list_file lstrip map minus modulo newline_to_br normalize_whitespace number_of_words path plus pop
  prepend push quote raw reject remove remove_first remove_last replace replace_first replace_last reverse round rstrip
  sha256 shift size slice slugify sort sort_natural split squish strip strip_html strip_newlines sum times to_integer
  truncate truncatewords unescape uniq unshift upcase uri_escape url_decode url_encode where xml_escape`.split(
    /\s+/,
  ),
);

export const PURE_TAGS: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'case',
  'for',
  'break',
  'continue',
  'assign',
  'capture',
  'comment',
  'raw',
  '#',
]);

const IMPURE_HINT = 'templates are pure, so that a job depends on nothing but what it names';
const IN_TEXT_HINT = 'what a template uses must be seen without running it; use `{% if %}` in a `{% for %}`';
const NO_FILES_HINT = 'templates read no files; name what you need as an input';

/** Why a filter or tag of LiquidJS is left out, for the fault's hint. */
export function omissionHint(name: string): string | undefined {
  if (name.startsWith('date') || name === 'sample') return IMPURE_HINT;
  if (name.endsWith('_exp')) return IN_TEXT_HINT;
  return ['include', 'render', 'layout', 'block'].includes(name) ? NO_FILES_HINT : undefined;
}

export function createLiquid(): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    // The analysis refuses unknown filters, all at once and at their own place.
    strictFilters: false,
    ownPropertyOnly: true,
    // An absent property is nil in a condition and before `| default:`, where the author has thought of it.
    lenientIf: true,
    catchAllErrors: true,
    templates: {},
    memoryLimit: 1e8,
    // Left out, LiquidJS asks Node for the user's, which takes 10 ms.
    locale: 'en-US',
  });
  const original = liquid.filters['default'];
  if (typeof original !== 'function') throw new Error('LiquidJS has no default filter');
  liquid.registerFilter('default', function (value: unknown, ...rest: unknown[]) {
    const result: unknown = Reflect.apply(original, this, [value, ...rest]);
    // Unlike LiquidJS's, it leaves a path a path.
    return result === toValue(value) ? value : result;
  });
  liquid.registerFilter('json', toJson);
  liquid.registerFilter('jsonify', toJson);
  liquid.registerFilter('quote', (value: unknown) => {
    const items = listItems(unwrap(value));
    return items === undefined
      ? quoteShell(printPlain(unwrap(value)))
      : items.map((item) => quoteShell(printPlain(item))).join(' ');
  });
  liquid.registerFilter('path', (value: unknown) => wrap(pathOf(value)));
  liquid.registerFilter('list_file', function (value: unknown) {
    const { environment } = this.context as TemplateContext;
    return wrap(writeListFile(value, environment.writeListFile));
  });
  const known = Object.keys(liquid.filters);
  for (const name of known) if (!PURE_FILTERS.has(name)) liquid.unregisterFilter(name);
  for (const name of Object.keys(liquid.tags)) if (!PURE_TAGS.has(name)) delete liquid.tags[name];
  return liquid;
}

function toJson(value: unknown, space: unknown = 0): string | undefined {
  return JSON.stringify(value, undefined, Number(space));
}

function pathOf(value: unknown): PathValue {
  const source = unwrap(value);
  if (source instanceof PathValue) return source;
  if (source instanceof RecordValue && source.path !== undefined)
    return new PathValue(source.path, source.key);
  throw new RenderError('no-path', 'the value has no path');
}

function writeListFile(value: unknown, write: ((paths: readonly string[]) => string) | undefined): PathValue {
  if (write === undefined) {
    throw new RenderError(
      'no-list-file',
      '`| list_file` works only where a job runs',
      'use it in `run:` or `exec:`',
    );
  }
  const source = unwrap(value);
  const paths = (listItems(source) ?? [source]).map(printPlain);
  const broken = paths.find((path) => path.includes('\n'));
  if (broken !== undefined) {
    throw new RenderError(
      'line-break-in-path',
      `${JSON.stringify(broken)} does not fit on one line of a list file`,
    );
  }
  return new PathValue(write(paths));
}
