// A JSON value with the templates in its texts filled in. Knows no link and no file.
import { ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Json } from '../../model/json.ts';
import { RecordValue } from '../../pipeline/template/value.ts';
import type { TemplateValue, TemplateValues } from '../../pipeline/template/value.ts';

/** A text that is nothing but `{{ name }}` or `{{ link.field }}` takes the value with its type. */
export function fillTexts<Fault>(
  value: Json,
  values: TemplateValues,
  render: (text: string) => Result<string, Fault>,
): Result<Json, Fault> {
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value as readonly Json[]) {
      const filled = fillTexts(item, values, render);
      if (!filled.ok) return filled;
      items.push(filled.value);
    }
    return ok(items);
  }
  if (typeof value === 'object' && value !== null) {
    const fields: Record<string, Json> = {};
    for (const [name, item] of Object.entries(value)) {
      const filled = fillTexts(item, values, render);
      if (!filled.ok) return filled;
      fields[name] = filled.value;
    }
    return ok(fields);
  }
  if (typeof value !== 'string') return ok(value);
  const [, only] = /^\s*\{\{\s*([\w-]+(?:\.[\w-]+)*)\s*\}\}\s*$/.exec(value) ?? [];
  const typed = only === undefined ? undefined : plainAt(values, only.split('.'));
  return typed === undefined ? render(value) : ok(typed);
}

/** A number, truth value, list or record by its path of names; undefined for all else, which renders as text. */
function plainAt(values: TemplateValues, [name = '', ...path]: readonly string[]): Json | undefined {
  let found: TemplateValue | undefined = values[name];
  if (found instanceof RecordValue) found = found.value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Readonly<Record<string, TemplateValue>>)[step];
  }
  if (typeof found === 'number' || typeof found === 'boolean') return found;
  const isPlain =
    typeof found === 'object' &&
    found !== null &&
    [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(found));
  return isPlain ? (found as Json) : undefined;
}
