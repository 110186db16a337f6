// What an attempt comes to when something beside the job itself goes wrong. Pure.
import type { JobFailure } from '../../model/failure.ts';
import type { RepositoryFailure } from '../../repository/port.ts';

type Ended =
  | { readonly type: 'failed'; readonly failure: JobFailure; readonly log: string }
  | {
      readonly type: 'unsure';
      readonly path: string;
      readonly moved: readonly string[];
      readonly log: string;
    };

/** A packed member that changed before the job could read it is an input that moved. */
export function notUnpacked({ code, message, path }: RepositoryFailure): Ended {
  if (code === 'changing' && path !== undefined) return { type: 'unsure', path, moved: [path], log: '' };
  const failure: JobFailure = { type: 'system', code, message, ...(path === undefined ? {} : { path }) };
  return { type: 'failed', failure, log: '' };
}

export function systemFailure(error: unknown): JobFailure {
  const { code, message, path, stack } = error as NodeJS.ErrnoException;
  if (code === undefined) return { type: 'exception', message, ...(stack ? { stack } : {}) };
  return { type: 'system', code, message, ...(path ? { path } : {}) };
}
