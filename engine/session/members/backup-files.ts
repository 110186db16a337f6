// A saved member and the files of a place: whether they are the same, and how the one becomes the other. Knows no
// repository.
import { chmodSync, copyFileSync, lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { walk } from '../../base/walk.ts';
import { dataFile, isWhole } from './backup-manifest.ts';
import type { SavedEntry, SavedMember } from './backup-manifest.ts';

/** Whether all entries lie in the member's place: no way up, and nothing below a link, which may lead anywhere. */
export function isContained({ entries }: SavedMember): boolean {
  const links = entries.filter((entry) => entry.type === 'link').map((entry) => entry.path);
  return entries.every(
    ({ path }) =>
      !path.startsWith('/') &&
      !path.split('/').includes('..') &&
      !links.some((link) => link === '' || path.startsWith(`${link}/`)),
  );
}

/** Whether what lies there is what was saved: contents, executable bits, links, and nothing besides. */
export function isSame(member: SavedMember, absolute: string): boolean {
  if (member.entries[0]?.type === 'folder') {
    const there = lstatSync(absolute).isDirectory() ? [...walk(absolute)].length : -1;
    if (there !== member.entries.length - 1) return false;
  }
  return member.entries.every((entry) => {
    const at = entry.path === '' ? absolute : join(absolute, entry.path);
    const stats = lstatSync(at, { throwIfNoEntry: false });
    switch (entry.type) {
      case 'folder':
        return stats?.isDirectory() === true;
      case 'link':
        return stats?.isSymbolicLink() === true && readlinkSync(at) === entry.target;
      case 'file':
        return (
          stats?.isFile() === true &&
          isWhole(at, entry.sha256!) &&
          ((stats.mode & 0o100) !== 0) === (entry.executable ?? false)
        );
      default: {
        const rest: never = entry.type;
        throw new Error(`unknown entry ${String(rest)}`);
      }
    }
  });
}

/** Puts a saved member in the place of whatever is there. */
export function putMember(folder: string, member: SavedMember, absolute: string): void {
  rmSync(absolute, { recursive: true, force: true });
  mkdirSync(dirname(absolute), { recursive: true });
  for (const entry of member.entries)
    putEntry(folder, entry, entry.path === '' ? absolute : join(absolute, entry.path));
}

function putEntry(folder: string, { type, sha256, executable, target }: SavedEntry, at: string): void {
  if (type === 'folder') mkdirSync(at, { recursive: true });
  else if (type === 'link') symlinkSync(target!, at);
  else {
    copyFileSync(dataFile(folder, sha256!), at);
    chmodSync(at, executable ? 0o755 : 0o644);
  }
}
