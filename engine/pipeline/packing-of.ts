// How the members of a packed repository are packed, from its entry and its path. Knows no members.
import type { Codec, PathKind } from '../model/plan.ts';
import type { PathPattern } from '../repository/port.ts';
import { codecOfName } from '../repository/suffix.ts';
import type { Context, Located } from './context.ts';
import { rebase } from './rebase.ts';
import type { PathDraft } from './repository-draft.ts';

export type PackedKind = Extract<PathKind, 'compressed' | 'tar' | 'tree'>;

export function isPackedKind(kind: PathKind): kind is PackedKind {
  return kind === 'compressed' || kind === 'tar' || kind === 'tree';
}

/** Undefined after a fault that has been told. */
export function packingOf(
  spec: { readonly type: PackedKind; readonly codec?: Codec; readonly blobs?: string },
  pattern: PathPattern,
  where: Located,
  context: Context,
): Pick<PathDraft, 'type' | 'codec' | 'blobs'> | undefined {
  const { type } = spec;
  if (type === 'tree') {
    if (spec.blobs === undefined) return { type };
    return { type, blobs: rebase(context.root, where.folder, spec.blobs.replace(/\/+$/, '')) };
  }
  const codec = spec.codec ?? codecOfName(pattern.text);
  if (codec === undefined && type === 'compressed') {
    context.faults.error(
      'unknown-codec',
      `the path ${JSON.stringify(pattern.text)} does not say how its files are compressed`,
      where.document.at(where.path),
      { expected: 'a path that ends in .gz or .zst, or `codec: gzip` or `codec: zstd`' },
    );
    return undefined;
  }
  return { type, ...(codec && { codec }) };
}
