// A failure of the file system or of a value, as a repository's failure. Knows nothing of who asked.
import { err, type Err } from '../base/result.ts';
import type { RepositoryFailure } from './port.ts';

/** Node's error of a system call as data; anything else is a bug and is thrown again. */
export function systemFailure(error: unknown, doing: string, path: string): Err<RepositoryFailure> {
  const code = codeOf(error);
  if (code === undefined) throw error;
  const said = error instanceof Error ? error.message : String(error);
  // Node says `EACCES: permission denied, open '/a/b'`: the middle is what a person needs.
  const why = /^\w+: ([^,]+)/.exec(said)?.[1] ?? said;
  return failure(code, `cannot ${doing} ${path}: ${why} (${code})`, path);
}

export function failure(code: string, message: string, path?: string): Err<RepositoryFailure> {
  return err({ type: 'repository', code, message, ...(path !== undefined && { path }) });
}

export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The name is not there (any more), a parent is no folder, or a link leads nowhere. */
export function isAbsence(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP';
}
