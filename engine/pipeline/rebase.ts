// Paths as a pipeline's files write them, made relative to the root pipeline's folder. Knows nothing of patterns.
import { posix } from 'node:path';

/**
 * `text` is relative to `folder`, which is absolute. The result is relative to `root`, may start with `../`, and is `''`
 * for the root itself; an absolute path outside the root stays absolute. A slash at the end goes.
 */
export function rebase(root: string, folder: string, text: string): string {
  const absolute = posix.resolve(folder, text);
  const inside = root === '/' ? absolute.slice(1) : absolute.slice(root.length + 1);
  if (absolute === root) return '';
  if (absolute.startsWith(root === '/' ? '/' : `${root}/`)) return inside;
  return text.startsWith('/') ? absolute : posix.relative(root, absolute);
}

/** The same for a glob that may start with `!`. */
export function rebaseGlob(root: string, folder: string, glob: string): string {
  return glob.startsWith('!') ? `!${rebase(root, folder, glob.slice(1))}` : rebase(root, folder, glob);
}
