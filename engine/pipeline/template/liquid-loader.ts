// LiquidJS and all that is built on it, loaded when first needed: a build with nothing to do never is. Knows no template.
import type { compileLiquidCondition } from './liquid-condition.ts';
import type { compileLiquid } from './liquid-template.ts';

interface LiquidModules {
  readonly compileLiquid: typeof compileLiquid;
  readonly compileLiquidCondition: typeof compileLiquidCondition;
}

let loaded: LiquidModules | undefined;

export async function loadLiquid(): Promise<void> {
  loaded ??= { ...(await import('./liquid-template.ts')), ...(await import('./liquid-condition.ts')) };
}

/** Where it is not, no template that was compiled here needs it. */
export function isLiquidLoaded(): boolean {
  return loaded !== undefined;
}

/** Throws before `loadLiquid` has ended, which is a bug of the caller. */
export function loadedLiquid(): LiquidModules {
  if (loaded === undefined) throw new Error('call loadTemplates() first: the template has a tag or a filter');
  return loaded;
}
