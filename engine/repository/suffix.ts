// What the name of a packed file says: how it is compressed, and what its plain form is called. Pure.
import type { Codec, PathKind } from '../model/plan.ts';

const SUFFIXES: Readonly<Partial<Record<PathKind, readonly string[]>>> = {
  compressed: ['.gz', '.zst'],
  tar: ['.tar', '.tar.gz', '.tgz', '.tar.zst'],
  tree: ['.tree.json', '.tree', '.json'],
};

/** What goes from a packed file's name; nothing where the name says nothing, or is nothing else. */
export function suffixOf(plan: { readonly type: PathKind; readonly pattern: string }): string {
  const { type, pattern } = plan;
  const found = SUFFIXES[type]?.find((suffix) => pattern.endsWith(suffix)) ?? '';
  return found.length === pattern.length || pattern.endsWith(`/${found}`) ? '' : found;
}

/** The codec that a name asks for. */
export function codecOfName(path: string): Codec | undefined {
  if (/\.(?:gz|tgz)$/.test(path)) return 'gzip';
  return path.endsWith('.zst') ? 'zstd' : undefined;
}
