// A condition, as in `{% if … %}`, compiled once and tested for each member. Knows neither repositories nor keys.
import type { Result } from '../../base/result.ts';
import type { TemplateFault, TemplateRenderFault } from './fault.ts';
import { loadedLiquid } from './liquid-loader.ts';
import type { TemplateVariable } from './template.ts';
import type { TemplateValues } from './value.ts';

export interface Condition {
  readonly text: string;
  readonly variables: readonly TemplateVariable[];
  /** A name or property that is absent is nil: equal to nothing, neither more nor less than anything, and false. */
  test(values: TemplateValues): Result<boolean, TemplateRenderFault>;
}

/** Needs `loadTemplates()` first. */
export function compileCondition(text: string): Result<Condition, readonly TemplateFault[]> {
  return loadedLiquid().compileLiquidCondition(text);
}
