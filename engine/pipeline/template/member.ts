// Reading a property of a value: own properties only, and a fault that names what there is. Knows neither LiquidJS nor
// how a value is printed.
import type { Json } from '../../model/json.ts';
import { RenderError } from './fault.ts';
import {
  PathsValue,
  PathValue,
  RecordsValue,
  RecordValue,
  type TemplateValue,
  type TemplateValues,
} from './value.ts';

/** The value of `name.path…`; throws a RenderError that names the first part that is absent. */
export function resolve(values: TemplateValues, name: string, path: readonly string[]): TemplateValue {
  let value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw undefinedName(name);
  for (let index = 0; index < path.length; index++) {
    const next: TemplateValue | undefined = readMember(value, path[index]!);
    if (next === undefined)
      throw undefinedMember(value, [name, ...path.slice(0, index)].join('.'), path[index]!);
    value = next;
  }
  return value;
}

/** The property, or `undefined` where there is none of that name; never one that is inherited. */
export function readMember(value: TemplateValue, key: string | number): TemplateValue | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return key === 'size' ? value.length : undefined;
  if (typeof value !== 'object') return undefined;
  if (value instanceof PathValue) return PATH_MEMBERS.has(String(key)) ? value[key as PathMember] : undefined;
  if (value instanceof RecordValue) return readRecord(value, key);
  if (value instanceof PathsValue) return readList(value.size, (index) => value.at(index), key);
  if (value instanceof RecordsValue) return readList(value.size, (index) => value.records.at(index), key);
  if (isList(value)) return readList(value.length, (index) => value.at(index), key);
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

export function undefinedName(name: string): RenderError {
  return new RenderError('undefined', `there is no "${name}" here`);
}

/** The fault of `owner.key`, where `owner` is how the template names `value`. */
export function undefinedMember(value: TemplateValue, owner: string, key: string | number): RenderError {
  if (value === null) return new RenderError('undefined', `"${owner}" is null and so has no "${key}"`);
  const names = memberNames(value);
  const listed = names.slice(0, LISTED).join(', ') + (names.length > LISTED ? ', …' : '');
  const hint = names.length === 0 ? 'it has no properties' : `it has ${listed}`;
  return new RenderError('undefined', `there is no "${owner}.${key}"`, hint);
}

const LISTED = 20;

type PathMember = 'path' | 'name' | 'stem' | 'ext' | 'dir' | 'key';
const PATH_MEMBERS: ReadonlySet<string> = new Set<PathMember>(['path', 'name', 'stem', 'ext', 'dir', 'key']);

function readRecord(record: RecordValue, key: string | number): TemplateValue | undefined {
  const own = readMember(record.value, key);
  if (own !== undefined) return own;
  if (key === '_path') return record.path;
  return key === '_key' ? record.key : undefined;
}

function readList(
  size: number,
  at: (index: number) => TemplateValue | undefined,
  key: string | number,
): TemplateValue | undefined {
  if (key === 'size') return size;
  if (key === 'first') return at(0);
  if (key === 'last') return at(-1);
  const index = Number(key);
  return Number.isInteger(index) ? at(index) : undefined;
}

function memberNames(value: TemplateValue): readonly string[] {
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? ['size'] : [];
  if (value instanceof PathValue) return [...PATH_MEMBERS];
  if (value instanceof RecordValue)
    return [...memberNames(value.value), ...(value.path === undefined ? [] : ['_path'])];
  if (value instanceof PathsValue || value instanceof RecordsValue || isList(value))
    return ['size', 'first', 'last'];
  return Object.keys(value);
}

/** `Array.isArray` that also narrows a readonly array. */
function isList(value: Json | PathValue): value is readonly Json[] {
  return Array.isArray(value);
}
