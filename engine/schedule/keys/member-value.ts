// Members of links as the values that templates name. Pure.
import type { Json } from '../../model/json.ts';
import { PathValue, PathsValue, RecordsValue, RecordValue } from '../../pipeline/template/value.ts';
import type { TemplateValue } from '../../pipeline/template/value.ts';
import type { MemberValue } from '../../repository/port.ts';

export function templateValue(
  value: MemberValue | undefined,
  key: string,
  at: (path: string) => string,
): TemplateValue {
  if (!value) return null;
  if (value.type === 'path') return new PathValue(at(value.path), key);
  return new RecordValue(value.value, value.path === undefined ? undefined : at(value.path), key);
}

export function listOf(values: readonly TemplateValue[]): PathsValue | RecordsValue | Json {
  if (values.every((value) => value instanceof PathValue)) {
    return new PathsValue(
      values.map((value) => value.path),
      values.map((value) => value.key ?? ''),
    );
  }
  // A `fallback` may have both: then a file's record is its path, and it renders as that like the others.
  return new RecordsValue(
    values.flatMap((value) => {
      if (value instanceof PathValue) return new RecordValue(value.path, value.path, value.key);
      return value instanceof RecordValue ? value : [];
    }),
  );
}
