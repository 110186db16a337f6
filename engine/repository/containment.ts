// Keeps writing and deleting inside a repository: no link among a member's parent folders may lead out of the fixed
// folder. Knows no keys. (The fixed folder may itself be a link: that is the user's own doing.)
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result } from '../base/result.ts';
import { failure, isAbsence, systemFailure } from './failure.ts';
import { folderPrefix } from './pattern.ts';
import type { RepositoryFailure } from './port.ts';

/** The failure `outside` if a link on the way from the fixed folder to the path's folder leads out of the fixed folder. */
export function checkParents(root: string, fixed: string, path: string): Result<void, RepositoryFailure> {
  let folder = folderOf(path);
  if (hasNoLink(root, fixed, folder)) return ok(undefined);
  // Parents that do not exist yet are made as plain folders; the nearest one that does decides.
  while (folder.length > fixed.length) {
    try {
      const named = absolute(root, folder);
      const real = realpathSync.native(named);
      // Its real name is the one it goes by: no part of it is a link, so that it lies where it says.
      if (real === named && isBelow(named, absolute(root, fixed))) return ok(undefined);
      const base = realpathSync.native(absolute(root, fixed));
      if (real === base || real.startsWith(folderPrefix(base))) return ok(undefined);
      return failure('outside', `${folder} is a link that leads out of ${fixed === '' ? root : fixed}`, path);
    } catch (error) {
      if (!isAbsence(error)) return systemFailure(error, 'look at', folder);
      folder = folderOf(folder);
    }
  }
  return ok(undefined);
}

/**
 * Whether the folders from the fixed one down to this, as far as they exist, are seen to be no links, so that it lies where
 * it says. Each path that is written is asked this twice, and following all of it from the root on takes several times as
 * long.
 */
function hasNoLink(root: string, fixed: string, folder: string): boolean {
  if (
    !isBelow(folder, fixed) ||
    UP.test(folder.slice(fixed.length)) ||
    (fixed === '' && folder.startsWith('/'))
  )
    return false;
  try {
    for (let end = fixed.length; end < folder.length;) {
      const next = folder.indexOf('/', end + 1);
      end = next === -1 ? folder.length : next;
      const stats = lstatSync(absolute(root, folder.slice(0, end)), { throwIfNoEntry: false });
      if (stats === undefined) return true;
      if (!stats.isDirectory()) return false;
    }
    return true;
  } catch {
    return false;
  }
}

const UP = /(?:^|\/)\.\.?(?:\/|$)/;

/** Makes the path's missing parent folders, after the same check. */
export function makeParents(root: string, fixed: string, path: string): Result<void, RepositoryFailure> {
  const checked = checkParents(root, fixed, path);
  if (!checked.ok) return checked;
  try {
    mkdirSync(absolute(root, folderOf(path)), { recursive: true });
    return ok(undefined);
  } catch (error) {
    return systemFailure(error, 'make the folder of', path);
  }
}

/** By the names alone. */
function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folderPrefix(folder));
}

function folderOf(path: string): string {
  const folder = dirname(path);
  return folder === '.' ? '' : folder;
}

function absolute(root: string, path: string): string {
  return path.startsWith('/') ? path : `${root}/${path}`;
}
