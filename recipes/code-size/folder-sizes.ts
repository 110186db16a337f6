// Counts of files added up by folder. Knows no file's content.
import { posix } from 'node:path';
import type { LineCounts } from './count-lines.ts';

export interface FolderSize extends LineCounts {
  readonly folder: string;
  readonly files: number;
}

/** Sorted by folder. `depth`: how many folders of a path, which has `/` and is relative, are kept apart. */
export function folderSizes(
  files: readonly { readonly path: string; readonly counts: LineCounts }[],
  depth: number,
): FolderSize[] {
  const folders = new Map<string, FolderSize>();
  for (const { path, counts } of files) {
    const folder = posix.dirname(path).split('/').slice(0, depth).join('/');
    const before = folders.get(folder) ?? { folder, files: 0, code: 0, comment: 0, blank: 0 };
    folders.set(folder, {
      folder,
      files: before.files + 1,
      code: before.code + counts.code,
      comment: before.comment + counts.comment,
      blank: before.blank + counts.blank,
    });
  }
  return [...folders.values()].toSorted((left, right) => (left.folder < right.folder ? -1 : 1));
}
