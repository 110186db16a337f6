// Set expressions over repositories, such as `count.book - (count.count & checked)`: parsed by recursive descent, never
// run as code. Knows no repository: names are looked up and members asked for through functions.
//
//   union      = intersection { "|" intersection }
//   intersection = difference { "&" difference }
//   difference = term { "-" term }
//   term       = NAME | "(" union ")"
//
// Operators bind as pydatatask's did (Python's): `-` before `&` before `|`, each from the left. `(`, `)`, `&` and `|`
// part words wherever they stand. A `-` is an operator only with a blank (or a bracket) on both sides, so that names with
// dashes need no quotes; names with blanks or operators in them stand in '…' or "…".
import { compareBytes } from '../../base/compare.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';

export type SetExpression =
  | { readonly type: 'name'; readonly name: string; readonly from: number; readonly to: number }
  | {
      readonly type: 'union' | 'intersection' | 'difference';
      readonly left: SetExpression;
      readonly right: SetExpression;
    };

/** Offsets in the text, the end exclusive. */
export interface ExpressionFault {
  readonly code: 'expression' | 'unknown-repository';
  readonly message: string;
  readonly from: number;
  readonly to: number;
  readonly expected?: string;
  readonly hint?: string;
}

export function parseSetExpression(text: string): Result<SetExpression, ExpressionFault> {
  const tokens = scan(text);
  if (!tokens.ok) return tokens;
  try {
    return ok(new Parser(text, tokens.value).whole());
  } catch (error) {
    if (error instanceof Stop) return err(error.fault);
    throw error;
  }
}

/** Every name, in the order of the text. */
export function namesOf(expression: SetExpression): Extract<SetExpression, { type: 'name' }>[] {
  const names: Extract<SetExpression, { type: 'name' }>[] = [];
  const stack = [expression];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'name') names.push(next);
    else stack.push(next.right, next.left);
  }
  return names;
}

/** The keys of an expression, by their bytes. */
export function evaluate(
  expression: SetExpression,
  membersOf: (name: string) => Iterable<string>,
): readonly string[] {
  return [...setOf(expression, membersOf)].toSorted(compareBytes);
}

function setOf(expression: SetExpression, membersOf: (name: string) => Iterable<string>): Set<string> {
  if (expression.type === 'name') return new Set(membersOf(expression.name));
  const left = setOf(expression.left, membersOf);
  const right = setOf(expression.right, membersOf);
  return left[expression.type](right);
}

type Token =
  | { readonly type: '(' | ')' | '&' | '|' | '-' | 'end'; readonly from: number; readonly to: number }
  | { readonly type: 'name'; readonly text: string; readonly from: number; readonly to: number };

/** A quoted name, a character that parts words, or a word. Braces keep `{a|b}` together only in quotes. */
const TOKEN = /\s+|'([^']*)'|"([^"]*)"|[()&|]|[^\s()&|'"]+|['"]/gu;

function scan(text: string): Result<Token[], ExpressionFault> {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [piece, single, double] = match;
    const from = match.index;
    const to = from + piece.length;
    if (piece.trim() === '') continue;
    const quoted = single ?? double;
    if (quoted === undefined && (piece === "'" || piece === '"'))
      return err({ code: 'expression', message: `the quote ${piece} is not closed`, from, to: text.length });
    if (quoted !== undefined) tokens.push({ type: 'name', text: quoted, from, to });
    else if (isOperator(piece)) tokens.push({ type: piece, from, to });
    else tokens.push({ type: 'name', text: piece, from, to });
  }
  tokens.push({ type: 'end', from: text.length, to: text.length });
  return ok(tokens);
}

function isOperator(piece: string): piece is '(' | ')' | '&' | '|' | '-' {
  return piece.length === 1 && '()&|-'.includes(piece);
}

class Stop extends Error {
  readonly fault: ExpressionFault;
  constructor(fault: ExpressionFault) {
    super(fault.message);
    this.fault = fault;
  }
}

const MAX_DEPTH = 200;

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  whole(): SetExpression {
    const expression = this.#union();
    const token = this.#token;
    if (token.type === ')') throw this.#stop('this bracket closes none', token);
    if (token.type !== 'end')
      throw this.#stop(`an operator is missing before ${this.#show(token)}`, token, {
        expected: 'one of: & | -',
        ...dashHint(token),
      });
    return expression;
  }

  #union(): SetExpression {
    return this.#chain('|', 'union', () => this.#intersection());
  }

  #intersection(): SetExpression {
    return this.#chain('&', 'intersection', () => this.#difference());
  }

  #difference(): SetExpression {
    return this.#chain('-', 'difference', () => this.#term());
  }

  #chain(
    operator: '&' | '|' | '-',
    type: 'union' | 'intersection' | 'difference',
    next: () => SetExpression,
  ): SetExpression {
    let left = next();
    while (this.#token.type === operator) {
      this.#at++;
      left = { type, left, right: next() };
    }
    return left;
  }

  #term(): SetExpression {
    const token = this.#token;
    if (token.type === 'name') {
      this.#at++;
      return { type: 'name', name: token.text, from: token.from, to: token.to };
    }
    if (token.type !== '(')
      throw this.#stop(
        token.type === 'end'
          ? 'the expression ends too early'
          : `a name is missing before ${this.#show(token)}`,
        token,
        { expected: 'a repository, task.link, or (' },
      );
    if (++this.#depth > MAX_DEPTH) throw this.#stop('brackets are nested too deeply', token);
    this.#at++;
    const inner = this.#union();
    const close = this.#token;
    if (close.type !== ')') {
      if (close.type === 'end') throw this.#stop('this bracket is not closed', token);
      throw this.#stop(`an operator is missing before ${this.#show(close)}`, close, {
        expected: 'one of: & | - )',
        ...dashHint(close),
      });
    }
    this.#at++;
    this.#depth--;
    return inner;
  }

  get #token(): Token {
    return this.#tokens[this.#at]!;
  }

  #show(token: Token): string {
    return `\`${this.#text.slice(token.from, token.to)}\``;
  }

  #stop(message: string, { from, to }: Token, more: Partial<ExpressionFault> = {}): Stop {
    return new Stop({ code: 'expression', message, from, to: Math.max(to, from + 1), ...more });
  }
}

/** `a -b` is two names: the dash was meant to part them. */
function dashHint(token: Token): { readonly hint?: string } {
  const dash = token.type === 'name' && (token.text.startsWith('-') || token.text.endsWith('-'));
  return dash ? { hint: 'an operator `-` needs a blank on both sides' } : {};
}
