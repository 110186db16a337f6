// The fingerprint of a folder: what it holds, not when it was made. Knows neither the stat table nor any repository.
import { readdirSync, readlinkSync, type Dirent } from 'node:fs';
import { compareBytes } from '../base/compare.ts';
import { digestOf } from '../base/digest.ts';
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { failure, isAbsence, systemFailure } from './failure.ts';
import type { RepositoryFailure } from './port.ts';

/**
 * `d:` and the digest of the folder's entries in the order of their paths: kind, path, and for a file its fingerprint
 * (content and executable bit), for a link its text, for a special file nothing. Times, owners and other mode bits do
 * not count, nor do `.git` and names starting `.pipe`. `fileAt` gives the fingerprint of a file at a path relative to
 * the folder; where it gives undefined the file has gone since.
 */
export function fingerprintTree(
  folder: string,
  fileAt: (relative: string) => Result<Fingerprint | undefined, RepositoryFailure>,
): Result<Fingerprint | undefined, RepositoryFailure> {
  const entries: { path: string; line: string }[] = [];
  const pending = [''];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    const listed = listFolder(folder, below);
    if (!listed.ok) return listed;
    if (listed.value === undefined) {
      if (below === '') return ok(undefined);
      continue;
    }
    for (const entry of listed.value) {
      if (isReserved(entry.name)) continue;
      const path = below + entry.name;
      if (entry.name.includes('\ufffd')) {
        return failure('EILSEQ', `a name in ${folder} is not valid UTF-8: ${path}`, `${folder}/${path}`);
      }
      const line = lineOf(folder, path, entry, fileAt);
      if (!line.ok) return line;
      if (line.value === undefined) continue;
      entries.push({ path, line: line.value });
      if (entry.isDirectory()) pending.push(`${path}/`);
    }
  }
  return ok(digestOfEntries(entries));
}

/** The same from entries that lie elsewhere, such as in an archive; `line` as `lineOfEntry` gives it. */
export function digestOfEntries(entries: { readonly path: string; readonly line: string }[]): Fingerprint {
  entries.sort((a, b) => compareBytes(a.path, b.path));
  return `d:${digestOf(entries.map((entry) => `${entry.line}\0${entry.path}\0`).join(''))}`;
}

/** Names that no member has at any depth, and that no folder's fingerprint counts. */
export function isReserved(name: string): boolean {
  return name.startsWith('.') && (name === '.git' || name.startsWith('.pipe'));
}

function listFolder(folder: string, below: string): Result<Dirent[] | undefined, RepositoryFailure> {
  const path = below === '' ? folder : `${folder}/${below.slice(0, -1)}`;
  try {
    return ok(readdirSync(path, { withFileTypes: true }));
  } catch (error) {
    return isAbsence(error) ? ok(undefined) : systemFailure(error, 'list', path);
  }
}

function lineOf(
  folder: string,
  path: string,
  entry: Dirent,
  fileAt: (relative: string) => Result<Fingerprint | undefined, RepositoryFailure>,
): Result<string | undefined, RepositoryFailure> {
  if (entry.isDirectory()) return ok('directory');
  if (entry.isFile()) {
    const found = fileAt(path);
    return found.ok ? ok(found.value && `file ${found.value}`) : found;
  }
  if (!entry.isSymbolicLink()) return ok('special');
  try {
    return ok(`link ${readlinkSync(`${folder}/${path}`)}`);
  } catch (error) {
    if (isAbsence(error)) return ok(undefined);
    return systemFailure(error, 'read the link', `${folder}/${path}`);
  }
}
