// The specifiers that a JavaScript or TypeScript module imports, found by its tokens. Knows no files and resolves
// nothing. It errs to one side: what only looks like an import in a type may be taken for one.
import { isPunctuator, tokensOf, type Token } from './script-tokens.ts';

/**
 * Specifiers of `import`, `export … from`, `import('literal')` and `require('literal')`, each once, in the order of the
 * text. `import type`, `export type` and types like `import('./a.ts').A` are left out.
 */
export function scanImports(source: string): readonly string[] {
  const tokens = [...tokensOf(source)];
  const found = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    const specifier = token.kind === 'name' ? specifierAt(tokens, index) : undefined;
    if (specifier !== undefined) found.add(specifier);
  }
  return [...found];
}

function specifierAt(tokens: readonly Token[], at: number): string | undefined {
  const next = tokens[at + 1];
  switch (tokens[at]!.text) {
    case 'import':
      if (next?.kind === 'string') return next.text;
      if (isPunctuator(next, '(')) return isTypeImport(tokens, at) ? undefined : calledWith(tokens, at);
      return isTypeOnly(tokens, at) ? undefined : fromAfter(tokens, at + 1);
    case 'export':
      return isPunctuator(next, '*') || isPunctuator(next, '{') ? fromAfter(tokens, at + 1) : undefined;
    case 'require':
      return isPunctuator(next, '(') ? calledWith(tokens, at) : undefined;
    default:
      return undefined;
  }
}

/** The literal in `name('literal')` or, with options after it, in `name('literal', …)`. */
function calledWith(tokens: readonly Token[], at: number): string | undefined {
  const [argument, end] = [tokens[at + 2], tokens[at + 3]];
  if (argument?.kind !== 'string') return undefined;
  return isPunctuator(end, ')') || isPunctuator(end, ',') ? argument.text : undefined;
}

/** The string after the `from` that ends the names of an import or export. */
function fromAfter(tokens: readonly Token[], start: number): string | undefined {
  for (let at = start; at < tokens.length; at++) {
    const [token, next] = [tokens[at]!, tokens[at + 1]];
    if (token.kind === 'name' && token.text === 'from' && next?.kind === 'string') return next.text;
    if (token.kind === 'name' || token.kind === 'string') continue;
    if (!['{', '}', ',', '*'].includes(token.text)) return undefined;
  }
  return undefined;
}

/** `import type …`, but neither `import type from './a.js'` nor `import type, { a } from './a.js'`. */
function isTypeOnly(tokens: readonly Token[], at: number): boolean {
  const [type, next, afterNext] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (type?.kind !== 'name' || type.text !== 'type' || isPunctuator(next, ',')) return false;
  return !(next?.kind === 'name' && next.text === 'from' && afterNext?.kind === 'string');
}

/** `typeof import('./a.ts')` and `import('./a.ts').A`: of a promise, nothing but its three methods is ever used. */
function isTypeImport(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.kind === 'name' && tokens[at - 1]?.text === 'typeof') return true;
  const member =
    isPunctuator(tokens[at + 3], ')') && isPunctuator(tokens[at + 4], '.') ? tokens[at + 5] : undefined;
  return member !== undefined && !['then', 'catch', 'finally'].includes(member.text);
}
