// A template, compiled once and rendered for each job. Knows neither pipelines nor files; all that it can read is the
// values it is given.
import type { Result } from '../../base/result.ts';
import type { Template, TemplateOptions } from './compiled.ts';
import type { TemplateFault } from './fault.ts';
import { loadedLiquid, loadLiquid } from './liquid-loader.ts';
import { plainPieces } from './pieces.ts';
import { compilePlain } from './plain-template.ts';

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
