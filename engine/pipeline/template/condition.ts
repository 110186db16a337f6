// A condition, as in `{% if … %}`, compiled once and tested for each member. Knows neither repositories nor keys.
import type { Result } from '../../base/result.ts';
import type { Condition } from './compiled.ts';
import type { TemplateFault } from './fault.ts';
import { loadedLiquid } from './liquid-loader.ts';

/** Needs `loadTemplates()` first. */
export function compileCondition(text: string): Result<Condition, readonly TemplateFault[]> {
  return loadedLiquid().compileLiquidCondition(text);
}
