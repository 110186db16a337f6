// Digests that a definition holds of code, for hosts that keep it loaded. Pure.
import type { Definition } from '../freshness/definition.ts';

export function moduleOf(definition: Definition | undefined): string {
  const digests = [definition?.parts['tube'], definition?.parts['module']];
  return digests.filter((digest) => typeof digest === 'string').join(' ');
}

export function assetOf(definition: Definition | undefined, name: string): string {
  const digests = definition?.parts['asset'];
  return (typeof digests === 'object' ? digests[name] : undefined) ?? '';
}
