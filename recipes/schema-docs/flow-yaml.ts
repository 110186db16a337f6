// A JSON value as YAML on one line. Knows nothing of schemas.
import { stringify } from 'yaml';
import type { Json } from './json.ts';

/** `{ book: books, keys: ["{key}/*"] }`; with `open` the braces of a single key are left out. */
export function flowYaml(value: Json, open = false): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => flowYaml(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const entries = Object.entries(value).map(
    ([key, item]: [string, Json]) => `${scalar(key)}: ${flowYaml(item)}`,
  );
  if (entries.length === 0) return '{}';
  return open && entries.length === 1 ? entries.join('') : `{ ${entries.join(', ')} }`;
}

/** Quoted where flow form needs it, and never over several lines. */
function scalar(value: null | boolean | number | string): string {
  if (typeof value === 'string' && /[\n\r]/.test(value)) return JSON.stringify(value);
  const [line = ''] = stringify([value], {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: false,
  }).split('\n');
  return line.slice(1, -1);
}
