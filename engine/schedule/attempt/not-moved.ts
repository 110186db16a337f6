// Why an output could not be put in its place, in words. Looks, and changes nothing.
import { lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { JobFailure } from '../../model/failure.ts';
import { systemFailure } from '../../repository/failure.ts';

/** `path` is relative to the root. */
export function notMoved(error: unknown, path: string, root: string): JobFailure {
  const file = fileAmongParents(path, root);
  if (file !== undefined) {
    const message = `${file} is no folder, and ${path} belongs in one: move it away, or let the task write elsewhere`;
    return { type: 'system', code: 'not-a-folder', message, path };
  }
  const { code, message } = systemFailure(error, 'write', path).error;
  return { type: 'system', code, message, path };
}

function fileAmongParents(path: string, root: string): string | undefined {
  for (let parent = dirname(path); parent !== '.' && parent !== dirname(parent); parent = dirname(parent)) {
    const stats = lstatSync(resolve(root, parent), { throwIfNoEntry: false });
    if (stats) return stats.isDirectory() || stats.isSymbolicLink() ? undefined : parent;
  }
  return undefined;
}
