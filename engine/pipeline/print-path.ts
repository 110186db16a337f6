// How a path is shown to a person. Knows nothing of what it names.
import { isAbsolute, relative } from 'node:path';

/** Relative to `cwd` where that is shorter, with `/`. */
export function printPath(file: string, cwd: string): string {
  const path = relative(cwd, file);
  if (path === '') return '.';
  return isAbsolute(path) || path.startsWith('../../..') ? file : path;
}
