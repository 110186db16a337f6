// Compiles the templates that have tags or filters, by LiquidJS. Knows of places only that each output has one.
import { Tokenizer, TokenKind, toValueSync } from 'liquidjs';
import type { Liquid, Output, TagToken, Template as LiquidTemplate, Token } from 'liquidjs';
import { err, ok, type Result } from '../../base/result.ts';
import type { TemplateFault, TemplateRenderFault } from './fault.ts';
import { analyse } from './liquid-analysis.ts';
import { TemplateContext } from './liquid-context.ts';
import { createLiquid } from './liquid-engine.ts';
import { parseFaults, renderFault } from './liquid-fault.ts';
import { unwrap } from './liquid-values.ts';
import type { Piece } from './pieces.ts';
import { allowsList, placeOutputs } from './places.ts';
import { listItems, printValue, type Place } from './print.ts';
import type { Template, TemplateOptions, TemplateVariable } from './compiled.ts';
import type { TemplateEnvironment, TemplateValues } from './value.ts';

export const liquid: Liquid = createLiquid();

export function compileLiquid(
  text: string,
  { mode }: TemplateOptions,
): Result<Template, readonly TemplateFault[]> {
  let templates: LiquidTemplate[];
  let tokens: Token[];
  try {
    templates = liquid.parse(text);
    tokens = new Tokenizer(text).readTopLevelTokens(liquid.options);
  } catch (error) {
    return err(parseFaults(error));
  }
  const analysis = analyse(templates, liquid.filters);
  const raw = new Set(analysis.outputs.filter(isRaw).map((output) => output.token.begin));
  // White space control can leave a text empty.
  const pieces = tokens
    .map((token) => pieceOf(token, raw))
    .filter((piece) => piece.type !== 'text' || piece.text !== '');
  const { places, faults } = placeOutputs(pieces, mode);
  const all = [...analysis.faults, ...faults];
  if (all.length > 0) return err(all.toSorted((a, b) => a.offset - b.offset));
  for (const output of analysis.outputs) bind(output, places.get(output.token.begin));
  const variables = analysis.variables.map(({ output, ...variable }): TemplateVariable => {
    return { ...variable, list: output === undefined || allowsList(places.get(output)) };
  });
  const only = mode === 'arg' && pieces.length === 1 ? analysis.outputs[0] : undefined;
  return ok(new LiquidPlan(text, variables, templates, only));
}

class LiquidPlan implements Template {
  readonly text: string;
  readonly variables: readonly TemplateVariable[];
  readonly #templates: LiquidTemplate[];
  /** Mode `arg`: the output that is the whole item. */
  readonly #only: Output | undefined;

  constructor(
    text: string,
    variables: readonly TemplateVariable[],
    templates: LiquidTemplate[],
    only: Output | undefined,
  ) {
    this.text = text;
    this.variables = variables;
    this.#templates = templates;
    this.#only = only;
  }

  render(values: TemplateValues, environment: TemplateEnvironment = {}): Result<string, TemplateRenderFault> {
    try {
      return ok(
        liquid.renderSync(this.#templates, new TemplateContext(liquid, values, environment)) as string,
      );
    } catch (error) {
      return err(renderFault(error, this.text));
    }
  }

  renderArgs(
    values: TemplateValues,
    environment: TemplateEnvironment = {},
  ): Result<string[], TemplateRenderFault> {
    const only = this.#only;
    if (only === undefined || isRaw(only)) return one(this.render(values, environment));
    try {
      const context = new TemplateContext(liquid, values, environment);
      const value = unwrap(toValueSync(only.value.value(context, false)));
      return ok((listItems(value) ?? [value]).map((item) => printValue(item, ITEM)));
    } catch (error) {
      return err(renderFault(error, this.text));
    }
  }
}

const ITEM: Place = { type: 'arg', start: true, list: true };

function one(result: Result<string, TemplateRenderFault>): Result<string[], TemplateRenderFault> {
  return result.ok ? ok([result.value]) : result;
}

function isRaw(output: Output): boolean {
  return output.value.filters.at(-1)?.name === 'raw';
}

/** Makes an output print its value for its place, instead of as LiquidJS would. */
function bind(output: Output, place: Place | undefined): void {
  if (place === undefined) throw new Error(`the output at ${output.token.begin} has no place`);
  output.render = function* (context, emitter) {
    const value: unknown = yield this.value.value(context, false);
    emitter.write(printValue(unwrap(value), place));
  };
}

function pieceOf(token: Token, raw: ReadonlySet<number>): Piece {
  const { begin: offset, end, kind } = token;
  if (kind === TokenKind.HTML) {
    const { trimLeft } = token as Token & { trimLeft: number };
    return {
      type: 'text',
      text: (token as Token & { getContent(): string }).getContent(),
      offset: offset + trimLeft,
    };
  }
  if (kind === TokenKind.Output)
    return { type: 'output', offset, length: end - offset, raw: raw.has(offset) };
  return { type: 'tag', name: (token as TagToken).name, offset, length: end - offset };
}
