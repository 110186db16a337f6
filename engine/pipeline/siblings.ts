// What lies beside a path, for did-you-mean. Knows nothing of why it is asked.
import { basename, dirname, extname } from 'node:path';
import { nearest } from '../base/did-you-mean.ts';
import type { Files } from './files.ts';

/**
 * `did you mean "NAME"?` with the entry of the path's folder whose name is nearest, after `before`, ready to be spread
 * into a diagnostic; nothing where none is near, or there is no such folder.
 */
export function nearSibling(path: string, files: Files, before = ''): { readonly hint?: string } {
  const names = files.names(dirname(path)).slice(0, 1000);
  // A shared ending makes every name look alike, so it does not count.
  const end = extname(path);
  const stems = names.filter((name) => name.endsWith(end)).map((name) => basename(name, end));
  const stem = nearest(basename(path, end), stems);
  const near =
    stem === undefined
      ? nearest(
          basename(path),
          names.filter((name) => !name.endsWith(end)),
        )
      : stem + end;
  return near === undefined ? {} : { hint: `did you mean "${before}${near}"?` };
}
