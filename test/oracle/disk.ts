// Everything below a folder as values, so that two moments can be compared. Knows no pipeline.
import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileNow } from './holdings.ts';

export interface Entry {
  readonly type: 'file' | 'link' | 'folder';
  /** Of a file its text, of a link where it leads. */
  readonly text: string;
  readonly executable: boolean;
  readonly mtimeNs: bigint;
  readonly inode: bigint;
  /** The regular file that a link leads to. */
  readonly behind: FileNow | undefined;
}

/** By path; `.pipe` is left out. */
export type Disk = ReadonlyMap<string, Entry>;

export function diskOf(root: string): Disk {
  const found = new Map<string, Entry>();
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.pipe')) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      found.set(path, entryOf(join(root, path)));
      if (entry.isDirectory()) pending.push(path);
    }
  }
  return found;
}

/** Regular files as a reader finds them, links followed. */
export function filesOf(disk: Disk): Map<string, FileNow> {
  const files = new Map<string, FileNow>();
  for (const [path, { type, text, executable, behind }] of disk) {
    if (type === 'file') files.set(path, { text, executable });
    else if (behind) files.set(path, behind);
  }
  return files;
}

/** An entry's content as text; times and inode do not count. */
export function printEntry(entry: Entry | undefined): string {
  if (!entry) return 'nothing';
  const { type, text, executable } = entry;
  return type === 'folder' ? 'a folder' : `${executable ? 'executable ' : ''}${type} ${JSON.stringify(text)}`;
}

function entryOf(absolute: string): Entry {
  const stats = lstatSync(absolute, { bigint: true });
  const type = stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : 'file';
  return {
    type,
    text: type === 'file' ? readFileSync(absolute, 'latin1') : type === 'link' ? readlinkSync(absolute) : '',
    executable: type === 'file' && (stats.mode & 0o100n) !== 0n,
    mtimeNs: stats.mtimeNs,
    inode: stats.ino,
    behind: type === 'link' ? behind(absolute) : undefined,
  };
}

function behind(absolute: string): FileNow | undefined {
  try {
    const stats = statSync(absolute);
    return stats.isFile()
      ? { text: readFileSync(absolute, 'latin1'), executable: (stats.mode & 0o100) !== 0 }
      : undefined;
  } catch {
    return undefined;
  }
}
