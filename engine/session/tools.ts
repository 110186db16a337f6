// Finds a tool by PATH, as a shell would. Knows no pipeline.
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';

/** The absolute path of the executable file that a name leads to, links resolved; a name with `/` is below the root. */
export function findTool(name: string, path: string | undefined, root: string): string | undefined {
  const candidates = name.includes('/')
    ? [isAbsolute(name) ? name : resolve(root, name)]
    : (path ?? '').split(':').map((folder) => resolve(root, folder || '.', name));
  for (const candidate of candidates) {
    try {
      accessSync(candidate, constants.X_OK);
      if (statSync(candidate).isFile()) return realpathSync(candidate);
    } catch {
      // Not there, or not to be run: the next folder is asked.
    }
  }
  return undefined;
}
