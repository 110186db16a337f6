// Secrets in a plan: where a parameter's value is one, there stands a mark that names the variable it comes from. Knows no
// variable's value.
import type { Json } from './json.ts';

/** Two control characters for private use, which no text of a pipeline has. */
export function secretMark(variable: string): string {
  return `\u0091secret ${variable}\u0092`;
}

export function isSecret(value: Json): boolean {
  return variablesIn(value).length > 0;
}

/** The variables that the marks in a value name. */
export function variablesIn(value: Json): string[] {
  const names = new Set<string>();
  eachText(value, (text) => {
    for (const [, name = ''] of text.matchAll(MARK)) names.add(name);
    return text;
  });
  return [...names];
}

/** The value with what `valueOf` says in place of the marks. */
export function withoutMarks<T extends Json>(value: T, valueOf: (variable: string) => string): T {
  return eachText(value, (text) =>
    text.includes('\u0091') ? text.replaceAll(MARK, (_, name: string) => valueOf(name)) : text,
  ) as T;
}

const MARK = /\u0091secret ([^\u0092]*)\u0092/g;

function eachText(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: Json) => eachText(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, eachText(item, change)]));
}
