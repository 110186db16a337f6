// Which file or folder lies at a path, so that another in its place is told from it. Knows no contents.
import { statSync } from 'node:fs';

/** Empty if nothing lies there, or it cannot be asked. Numbers are given again only once nobody has the file open. */
export function identityOf(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats ? `${stats.dev} ${stats.ino}` : '';
  } catch {
    return '';
  }
}
