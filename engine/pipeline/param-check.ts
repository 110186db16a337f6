// Whether a value suits a recipe's parameter port. Knows the few JSON Schema keywords that ports have.
import type { Param } from '../../schemas/generated/recipe.ts';
import type { Json } from '../model/json.ts';

/** What would have been right, or undefined if the value is. */
export function paramFault(port: Param, value: Json): string | undefined {
  if (!isType(port.type, value)) return withArticle(port.type);
  if (port.enum !== undefined && !port.enum.includes(value as string))
    return `one of: ${port.enum.join(', ')}`;
  if (typeof value === 'number') {
    if (port.minimum !== undefined && value < port.minimum) return `at least ${port.minimum}`;
    if (port.maximum !== undefined && value > port.maximum) return `at most ${port.maximum}`;
  }
  if (typeof value === 'string') {
    const length = Array.from(value).length;
    if (port.minLength !== undefined && length < port.minLength)
      return `at least ${port.minLength} characters`;
    if (port.maxLength !== undefined && length > port.maxLength)
      return `at most ${port.maxLength} characters`;
    if (port.pattern !== undefined && !matches(port.pattern, value))
      return `a text that matches ${port.pattern}`;
  }
  const { items } = port;
  if (Array.isArray(value) && items !== undefined && !value.every((item: Json) => isType(items, item))) {
    return `a list in which each item is ${withArticle(items)}`;
  }
  return undefined;
}

function isType(type: Param['type'], value: Json): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return type satisfies never;
  }
}

function withArticle(type: Param['type']): string {
  switch (type) {
    case 'string':
      return 'a text';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list';
    case 'object':
      return 'a map';
    default:
      return type satisfies never;
  }
}

/** A pattern that is no regular expression matches nothing, so its own default tells of it. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return false;
  }
}
