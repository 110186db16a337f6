// What kind of thing lies at a path, to say so where another was expected. Knows no repository.
import { lstatSync, statSync } from 'node:fs';

export type KindAt = 'nothing' | 'file' | 'folder' | 'dangling-link' | 'special-file';

/** Links are followed. A path that cannot be looked at is as good as nothing. */
export function kindAt(absolute: string): KindAt {
  try {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats) return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'special-file';
    return lstatSync(absolute, { throwIfNoEntry: false }) ? 'dangling-link' : 'nothing';
  } catch {
    return 'nothing';
  }
}
