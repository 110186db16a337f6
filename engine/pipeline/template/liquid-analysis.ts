// What a parsed template names: its free variables with their places, and the filters and expressions that it may not use.
// Knows no value and no quoting.
import {
  Output,
  type Template as LiquidTemplate,
  type Token,
  TokenKind,
  toValueSync,
  Value,
  ForTag,
} from 'liquidjs';
import type { TemplateFault } from './fault.ts';
import { omissionHint } from './liquid-engine.ts';
import type { TemplateVariable } from './compiled.ts';

export interface Analysis {
  /** `output`: the offset of the output that is nothing but this variable. */
  readonly variables: readonly (Omit<TemplateVariable, 'list'> & { readonly output: number | undefined })[];
  readonly outputs: readonly Output[];
  readonly faults: readonly TemplateFault[];
}

export function analyse(templates: readonly LiquidTemplate[], filters: object): Analysis {
  const analyser = new Analyser(filters);
  analyser.visit(templates);
  return analyser;
}

/** The same for an expression by itself, which stands at `offset`. */
export function analyseValue(value: Value, length: number, filters: object): Analysis {
  const analyser = new Analyser(filters);
  analyser.value(value, { begin: 0, end: length }, false);
  return analyser;
}

type Range = Pick<Token, 'begin' | 'end'>;
type AnyToken = Token & {
  props?: AnyToken[];
  variable?: AnyToken;
  content?: unknown;
  lhs?: AnyToken;
  rhs?: AnyToken;
};

class Analyser implements Analysis {
  readonly variables: Analysis['variables'][number][] = [];
  readonly outputs: Output[] = [];
  readonly faults: TemplateFault[] = [];
  readonly #filters: object;
  readonly #assigned = new Set<string>();
  readonly #blocks: ReadonlySet<string>[] = [];
  #output: number | undefined;

  constructor(filters: object) {
    this.#filters = filters;
  }

  visit(templates: readonly LiquidTemplate[]): void {
    for (const template of templates) this.#template(template);
  }

  #template(template: LiquidTemplate): void {
    const isOutput = template instanceof Output;
    if (isOutput) this.outputs.push(template);
    if (template instanceof ForTag) this.#forOptions(template);
    for (const argument of template.arguments?.() ?? []) {
      if (argument instanceof Value) this.value(argument, template.token, isOutput);
      else this.#token(argument as AnyToken);
    }
    for (const name of template.localScope?.() ?? []) this.#assigned.add(name.content);
    if (template.children === undefined) return;
    this.#blocks.push(new Set(template.blockScope?.()));
    this.visit(toValueSync(template.children(false, true)));
    this.#blocks.pop();
  }

  value(value: Value, whole: Range, isOutput: boolean): void {
    const { postfix } = value.initial;
    // LiquidJS would drop a second operand silently.
    if (!isExpression(postfix)) this.#fault(whole, 'liquid-syntax', 'this is not one expression');
    const alone = isOutput && postfix.length === 1 && value.filters.length === 0;
    this.#output = alone ? whole.begin : undefined;
    for (const token of postfix) if (token.kind !== TokenKind.Operator) this.#token(token);
    this.#output = undefined;
    for (const [index, filter] of value.filters.entries()) {
      const token = Reflect.get(filter, 'token') as Token;
      const range = { begin: token.begin, end: token.begin + filter.name.length };
      if (!Object.hasOwn(this.#filters, filter.name)) {
        this.#fault(
          range,
          'unknown-filter',
          `there is no filter "${filter.name}"`,
          omissionHint(filter.name),
        );
      } else if (filter.name === 'raw' && !(isOutput && index === value.filters.length - 1)) {
        this.#fault(range, 'raw-not-last', '`raw` must be the last filter of an output');
      }
      for (const argument of filter.args)
        this.#token((Array.isArray(argument) ? argument[1] : argument) as AnyToken);
    }
  }

  #forOptions(tag: ForTag): void {
    for (const name of Object.keys(tag.hash.hash)) {
      if (['limit', 'offset', 'reversed'].includes(name)) continue;
      this.#fault(
        tag.token,
        'liquid-syntax',
        `a loop has no option "${name}"`,
        'it has limit, offset and reversed',
      );
    }
  }

  #token(token: AnyToken | undefined): void {
    if (token === undefined) return;
    if (token.kind === TokenKind.Range) {
      this.#token(token.lhs);
      this.#token(token.rhs);
    } else if (token.kind === TokenKind.PropertyAccess) this.#property(token);
  }

  #property(token: AnyToken): void {
    const [root, ...rest] = token.props ?? [];
    const path: string[] = [];
    let constant = true;
    for (const part of token.variable === undefined ? rest : (token.props ?? [])) {
      if (part.kind === TokenKind.PropertyAccess || part.kind === TokenKind.Range) this.#nested(part);
      constant &&= part.content !== undefined && part.kind !== TokenKind.PropertyAccess;
      if (constant) path.push(String(part.content));
    }
    if (token.variable !== undefined) return this.#nested(token.variable);
    const name = root?.content;
    if (typeof name !== 'string' || root?.kind === TokenKind.PropertyAccess) {
      return this.#fault(
        token,
        'dynamic-name',
        'the name of a variable cannot be computed',
        'write the name itself',
      );
    }
    if (this.#assigned.has(name) || this.#blocks.some((names) => names.has(name))) return;
    this.variables.push({
      name,
      path,
      offset: token.begin,
      length: token.end - token.begin,
      output: this.#output,
    });
  }

  /** A variable inside another, which is not what the output renders. */
  #nested(token: AnyToken): void {
    const output = this.#output;
    this.#output = undefined;
    this.#token(token);
    this.#output = output;
  }

  #fault({ begin, end }: Range, code: string, message: string, hint?: string): void {
    this.faults.push({
      code,
      message,
      offset: begin,
      length: end - begin,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

/** Whether the tokens, in postfix order, leave exactly one value. */
function isExpression(postfix: readonly Token[]): boolean {
  let depth = 0;
  for (const token of postfix) {
    const operands = token.kind !== TokenKind.Operator ? 0 : token.getText() === 'not' ? 1 : 2;
    if (depth < operands) return false;
    depth += 1 - operands;
  }
  return depth === 1;
}
