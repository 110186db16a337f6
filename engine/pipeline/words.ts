// Values and types in words, as faults name them. Knows no schema.
import type { Json } from '../model/json.ts';

/** `a text or a number`. */
export function typeNames(type: unknown): string {
  const names = (Array.isArray(type) ? type : String(type).split(',')).map(
    (name) => TYPE_NAMES[String(name)] ?? String(name),
  );
  return names.join(names.length === 2 ? ' or ' : ', ');
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};

/** What a value is, for a fault: `a list`, `the number 5`. */
export function kindOf(value: Json | undefined): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'object':
      return 'a map';
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    default:
      return `the text ${show(value)}`;
  }
}

export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** `one of: a, b`. */
export function oneOf(values: readonly Json[]): string {
  return values.length === 1 ? plain(values[0]) : `one of: ${values.map(plain).join(', ')}`;
}

function plain(value: Json | undefined): string {
  return typeof value === 'string' ? value : show(value);
}
