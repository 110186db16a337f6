// Splits JavaScript or TypeScript into tokens, without comments and without looking at what they mean. Knows no imports.
// Whether a slash begins a regular expression or divides is told by what stands before it, as es-module-lexer does.

/** A string's text is its value; `other` is a property's name, a number, a regular expression or the end of a template. */
export interface Token {
  readonly kind: 'name' | 'string' | 'punctuator' | 'other';
  readonly text: string;
}

/** Never throws: of text that is no script, it makes tokens all the same. */
export function* tokensOf(source: string): Generator<Token> {
  const brackets: Bracket[] = [];
  let before: Token | undefined;
  /** After the last closing bracket an operand may come, not an operator. */
  let operandNext = false;
  let at = endOfBlank(source, source.startsWith('#!') ? endOfLine(source, 0) : 0);
  while (at < source.length) {
    const inTemplate = source[at] === '}' && brackets.at(-1)?.open === '`';
    if (inTemplate) brackets.pop();
    const { token, end } =
      source[at] === '`' || inTemplate
        ? templateAt(source, at)
        : plainToken(source, at, before, expectsOperand(before, operandNext));
    if (token.kind === 'punctuator') {
      if (OPENING.has(token.text)) brackets.push(bracketOf(token.text, before));
      else if (CLOSING.has(token.text)) operandNext = brackets.pop()?.operandAfter ?? false;
    }
    yield token;
    before = token;
    at = endOfBlank(source, end);
  }
}

interface Found {
  readonly token: Token;
  readonly end: number;
}

interface Bracket {
  readonly open: string;
  readonly operandAfter: boolean;
}

const OPENING = new Set(['(', '[', '{', '`']);
const CLOSING = new Set([')', ']', '}']);
const LONG_PUNCTUATORS = ['...', '++', '--'];
/** Words after which an operand comes, so that a slash begins a regular expression and a brace an object. */
const OPERATORS = new Set(
  'return typeof case in of void delete throw new instanceof yield await default extends'.split(' '),
);

function plainToken(source: string, at: number, before: Token | undefined, operand: boolean): Found {
  const name = endOf(NAME, source, at);
  // What follows a dot is no keyword.
  if (name > at) return found(isPunctuator(before, '.') ? 'other' : 'name', source.slice(at, name), name);
  const number = endOf(NUMBER, source, at);
  if (number > at) return found('other', source.slice(at, number), number);
  const quote = source[at]!;
  if (quote === '"' || quote === "'") {
    const end = endOfString(source, at + 1, quote);
    if (end !== undefined) return found('string', unescaped(source.slice(at + 1, end)), end + 1);
  }
  const expression = quote === '/' && operand ? endOf(REGULAR_EXPRESSION, source, at) : at;
  if (expression > at) return found('other', source.slice(at, expression), expression);
  const text = LONG_PUNCTUATORS.find((long) => source.startsWith(long, at)) ?? quote;
  return found('punctuator', text, at + text.length);
}

/** From a backtick, or the brace that ends a `${…}`, to the closing backtick or to the next `${`: then a punctuator. */
function templateAt(source: string, at: number): Found {
  let end = at + 1;
  while (end < source.length && source[end] !== '`' && !source.startsWith('${', end)) {
    end += source[end] === '\\' ? 2 : 1;
  }
  if (source.startsWith('${', end)) return found('punctuator', '`', end + 2);
  return found(source[at] === '`' ? 'string' : 'other', unescaped(source.slice(at + 1, end)), end + 1);
}

function found(kind: Token['kind'], text: string, end: number): Found {
  return { token: { kind, text }, end };
}

/** An operand may follow the head of `if (…)` and the end of a block, but not a call or an object. */
function bracketOf(open: string, before: Token | undefined): Bracket {
  if (open === '(') {
    return { open, operandAfter: before?.kind === 'name' && /^(?:if|while|for|with)$/.test(before.text) };
  }
  if (open !== '{') return { open, operandAfter: false };
  const inExpression =
    before?.kind === 'punctuator'
      ? !/^[);{}>]$/.test(before.text)
      : before?.kind === 'name' && OPERATORS.has(before.text);
  return { open, operandAfter: !inExpression };
}

function expectsOperand(before: Token | undefined, operandNext: boolean): boolean {
  if (before === undefined) return true;
  if (before.kind === 'name')
    return OPERATORS.has(before.text) || before.text === 'else' || before.text === 'do';
  if (before.kind !== 'punctuator') return false;
  return before.text === ')' || before.text === '}' ? operandNext : !/^(?:\]|\+\+|--)$/.test(before.text);
}

export function isPunctuator(token: Token | undefined, text: string): boolean {
  return token?.kind === 'punctuator' && token.text === text;
}

const SPACE = /[\s\ufeff]+/y;
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /\.?\d[\w.]*/y;
const REGULAR_EXPRESSION =
  /\/(?:[^\\/[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[\p{ID_Continue}$]*/uy;

function endOf(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : at;
}

/** Behind white space and comments. */
function endOfBlank(source: string, start: number): number {
  for (let at = start; ;) {
    at = endOf(SPACE, source, at);
    if (source.startsWith('//', at)) {
      at = endOfLine(source, at);
    } else if (source.startsWith('/*', at)) {
      const end = source.indexOf('*/', at + 2);
      at = end < 0 ? source.length : end + 2;
    } else {
      return at;
    }
  }
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

/** Where the closing quote stands; a string that its line does not close is none. */
function endOfString(source: string, start: number, quote: string): number | undefined {
  for (let at = start; at < source.length; at++) {
    const char = source[at]!;
    if (char === quote) return at;
    if (char === '\n' || char === '\r') return undefined;
    if (char === '\\') at++;
  }
  return undefined;
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  const escapes = /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|([^]))/gi;
  return text.replaceAll(escapes, (_, braced?: string, four?: string, two?: string, plain?: string) => {
    const code = braced ?? four ?? two;
    return code === undefined ? plain! : String.fromCharCode(Number.parseInt(code, 16));
  });
}
