// JSON Schemas of the few keywords that most ports have, checked without loading Ajv, with what was expected in plain
// words. Knows no ports.
import type { Json, JsonObject } from '../model/json.ts';

/** Whether nothing but keywords that this file knows is in a schema. */
export function isPlain(schema: JsonObject): boolean {
  return Object.entries(schema).every(([keyword, value]) => KEYWORDS[keyword]?.(value) ?? false);
}

/** What would have been right in the place of `value`, or undefined if it is. */
export function plainExpectation(schema: JsonObject, value: unknown): string | undefined {
  const { type, enum: allowed, minimum, maximum, minLength, maxLength, pattern, items } = schema;
  const types = typeof type === 'string' ? [type] : Array.isArray(type) ? (type as string[]) : [];
  if (types.length > 0 && !types.some((each) => isType(each, value)))
    return types.map(typeInWords).join(' or ');
  if (Array.isArray(allowed) && !(allowed as Json[]).includes(value as Json))
    return `one of: ${allowed.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(', ')}`;
  if (typeof value === 'number') {
    if (typeof minimum === 'number' && value < minimum) return `at least ${minimum}`;
    if (typeof maximum === 'number' && value > maximum) return `at most ${maximum}`;
  }
  if (typeof value === 'string') {
    const length = Array.from(value).length;
    if (typeof minLength === 'number' && length < minLength)
      return `at least ${minLength} character${minLength === 1 ? '' : 's'}`;
    if (typeof maxLength === 'number' && length > maxLength)
      return `at most ${maxLength} character${maxLength === 1 ? '' : 's'}`;
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
      return `a text that matches ${pattern}`;
  }
  const itemType = (items as JsonObject | undefined)?.['type'];
  if (Array.isArray(value) && typeof itemType === 'string' && !value.every((item) => isType(itemType, item)))
    return `a list in which each item is ${typeInWords(itemType)}`;
  return undefined;
}

/** `a whole number` for `integer`. */
export function typeInWords(type: string): string {
  return IN_WORDS[type] ?? type;
}

const IN_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'null',
};

const isCount = (value: Json | undefined): boolean => Number.isInteger(value);
const isAnything = (): boolean => true;
const KEYWORDS: Readonly<Record<string, ((value: Json | undefined) => boolean) | undefined>> = {
  type: (value) => (Array.isArray(value) ? value.length > 0 && value.every(isTypeName) : isTypeName(value)),
  enum: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each !== 'object' || each === null),
  minimum: (value) => typeof value === 'number',
  maximum: (value) => typeof value === 'number',
  minLength: isCount,
  maxLength: isCount,
  pattern: (value) => typeof value === 'string' && isPattern(value),
  items: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([keyword, type]) => keyword === 'type' && isTypeName(type)),
  title: isAnything,
  description: isAnything,
};

function isTypeName(value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(IN_WORDS, value);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function isType(type: string, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}
