// A template, compiled once and rendered for each job. Knows neither pipelines nor files; all that it can read is the
// values it is given.
import type { Result } from '../../base/result.ts';
import type { TemplateFault, TemplateRenderFault } from './fault.ts';
import { loadedLiquid, loadLiquid } from './liquid-loader.ts';
import { plainPieces } from './pieces.ts';
import { compilePlain } from './plain-template.ts';
import type { TemplateEnvironment, TemplateValues } from './value.ts';

export interface TemplateOptions {
  /**
   * `shell`: POSIX shell, values are quoted as their place demands. `arg`: one item of an argv, values stand as they
   * are. `text`: a key, a variable's value: the same, and lists are separated by blanks.
   */
  readonly mode: 'shell' | 'arg' | 'text';
}

/** A variable that the template does not bind itself, once for each place that names it. */
export interface TemplateVariable {
  readonly name: string;
  /** The properties after the name, as far as they are constant: `author.name` has `['name']`. */
  readonly path: readonly string[];
  readonly offset: number;
  readonly length: number;
  /** Whether a list may be rendered here; `false` inside `"…"` and where text touches the value. */
  readonly list: boolean;
}

export interface Template {
  readonly text: string;
  readonly variables: readonly TemplateVariable[];
  render(values: TemplateValues, environment?: TemplateEnvironment): Result<string, TemplateRenderFault>;
  /** Mode `arg`: an item that is only a list becomes as many items; everything else becomes one. */
  renderArgs(
    values: TemplateValues,
    environment?: TemplateEnvironment,
  ): Result<string[], TemplateRenderFault>;
}

/**
 * Loads LiquidJS, which a template with a tag or a filter needs before it is compiled; of `texts`, if they are given, only
 * when one does.
 */
export async function loadTemplates(texts?: Iterable<string>): Promise<void> {
  if (texts !== undefined && Iterator.from(texts).every((text) => plainPieces(text) !== undefined)) return;
  await loadLiquid();
}

/** Never throws for what the user wrote; needs `loadTemplates` first. All faults of the text are given, in its order. */
export function compileTemplate(
  text: string,
  options: TemplateOptions,
): Result<Template, readonly TemplateFault[]> {
  const pieces = plainPieces(text);
  return pieces === undefined
    ? loadedLiquid().compileLiquid(text, options)
    : compilePlain(text, pieces, options);
}
