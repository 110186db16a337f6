// The key that stands at a path of names in a record. Pure.
import type { JsonObject } from '../../model/json.ts';

/** A text, or a number as text; undefined where there is none. */
export function fieldAt(record: unknown, path: readonly string[]): string | undefined {
  let value = record;
  for (const name of path) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as JsonObject)[name]
        : undefined;
  }
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? String(value) : undefined;
}
