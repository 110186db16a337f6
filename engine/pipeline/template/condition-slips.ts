// Finds in a condition what other languages write otherwise, and quotes that are not closed, since LiquidJS says little of
// the first and nothing of the second. Knows no values.
import type { TemplateFault } from './fault.ts';

const SLIPS: readonly { readonly word: string; readonly hint: string }[] = [
  { word: '&&', hint: 'write `and`' },
  { word: '||', hint: 'write `or`' },
  { word: '===', hint: 'write `==`' },
  { word: '!==', hint: 'write `!=`' },
];
const OPERATORS = ['==', '!=', '<=', '>='];

export function conditionSlip(text: string): TemplateFault | undefined {
  if (text.trim() === '') return slip('the condition is empty', 0, text.length, 'such as `size > 100`');
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"' || char === "'") {
      const end = text.indexOf(char, at + 1);
      if (end < 0) return slip(`the quote ${char} is not closed`, at, 1);
      at = end;
      continue;
    }
    const found = SLIPS.find(({ word }) => text.startsWith(word, at));
    if (found) return slip(`there is no "${found.word}" in a condition`, at, found.word.length, found.hint);
    if (OPERATORS.includes(text.slice(at, at + 2))) at++;
    else if (char === '=') return slip('there is no "=" in a condition', at, 1, 'write `==`');
    else if (char === '!') return slip('there is no "!" in a condition', at, 1, 'write `not`');
  }
  return undefined;
}

function slip(message: string, offset: number, length: number, hint?: string): TemplateFault {
  return { code: 'condition-syntax', message, offset, length, ...(hint !== undefined && { hint }) };
}
