// Compiles the templates that have only text and plain names, without LiquidJS: nearly all there are, and rendered for
// every job. Gives the same text and faults as LiquidJS would.
import { err, ok, type Result } from '../../base/result.ts';
import { RenderError, type TemplateFault, type TemplateRenderFault } from './fault.ts';
import { resolve } from './member.ts';
import type { PlainOutput, PlainPiece } from './pieces.ts';
import { allowsList, placeOutputs } from './places.ts';
import { listItems, printValue, type Place } from './print.ts';
import type { Template, TemplateOptions, TemplateVariable } from './compiled.ts';
import type { TemplateValues } from './value.ts';

export function compilePlain(
  text: string,
  pieces: readonly PlainPiece[],
  { mode }: TemplateOptions,
): Result<Template, readonly TemplateFault[]> {
  const { places, faults } = placeOutputs(pieces, mode);
  if (faults.length > 0) return err(faults);
  const parts = pieces.map((piece) =>
    piece.type === 'text' ? piece.text : partOf(piece, places.get(piece.offset)!),
  );
  return ok(new PlainTemplate(text, parts));
}

interface Part extends PlainOutput {
  readonly place: Place;
}

function partOf(output: PlainOutput, place: Place): Part {
  return { ...output, place };
}

class PlainTemplate implements Template {
  readonly text: string;
  readonly variables: readonly TemplateVariable[];
  readonly #parts: readonly (string | Part)[];

  constructor(text: string, parts: readonly (string | Part)[]) {
    this.text = text;
    this.#parts = parts;
    this.variables = parts.flatMap((part) => {
      return typeof part === 'string' ? [] : [{ ...part.variable, list: allowsList(part.place) }];
    });
  }

  render(values: TemplateValues): Result<string, TemplateRenderFault> {
    let text = '';
    for (const part of this.#parts) {
      if (typeof part === 'string') {
        text += part;
        continue;
      }
      try {
        text += printValue(resolve(values, part.variable.name, part.variable.path), part.place);
      } catch (error) {
        return err(faultOf(error, this.text, part));
      }
    }
    return ok(text);
  }

  renderArgs(values: TemplateValues): Result<string[], TemplateRenderFault> {
    const [part, second] = this.#parts;
    if (part === undefined || typeof part === 'string' || second !== undefined || part.place.type !== 'arg') {
      const result = this.render(values);
      return result.ok ? ok([result.value]) : result;
    }
    try {
      const value = resolve(values, part.variable.name, part.variable.path);
      return ok((listItems(value) ?? [value]).map((item) => printValue(item, part.place)));
    } catch (error) {
      return err(faultOf(error, this.text, part));
    }
  }
}

function faultOf(error: unknown, text: string, { variable, offset, length }: Part): TemplateRenderFault {
  if (!(error instanceof RenderError)) throw error;
  return error.code === 'undefined'
    ? error.at(text, variable.offset, variable.length)
    : error.at(text, offset, length);
}
