// The sum of all folders' counts.
import type { FolderSize } from '../code-size/folder-sizes.ts';

export function total(folders: readonly FolderSize[]): Omit<FolderSize, 'folder'> {
  const sum = (name: 'files' | 'code' | 'comment' | 'blank'): number =>
    folders.reduce((all, folder) => all + folder[name], 0);
  return { files: sum('files'), code: sum('code'), comment: sum('comment'), blank: sum('blank') };
}
