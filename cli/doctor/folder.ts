// Checks of a folder's file system: what staging, commits and change detection rely on. Leaves nothing behind. Knows no
// pipeline.
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

const about = 'file system';

export function folderFindings(folder: string): readonly Finding[] {
  let scratch: string;
  try {
    // Names that start with .pipe are never members of a repository.
    scratch = mkdtempSync(join(folder, '.pipe-doctor-'));
  } catch (error) {
    const message = `${folder} cannot be written: ${(error as Error).message}`;
    return [
      { status: 'fail', about, message, remedy: 'use a folder that you may write, and look for free space' },
    ];
  }
  try {
    const checks = [rename, symlink, timestamps, executableBit, letterCase];
    return checks.map((check) => {
      const place = join(scratch, check.name);
      mkdirSync(place);
      return check(place);
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function rename(place: string): Finding {
  try {
    writeFileSync(join(place, 'new'), 'new');
    writeFileSync(join(place, 'old'), 'old');
    renameSync(join(place, 'new'), join(place, 'old'));
    if (readFileSync(join(place, 'old'), 'utf8') === 'new') {
      return { status: 'ok', about, message: 'a rename replaces a file' };
    }
  } catch {
    // Told below.
  }
  return {
    status: 'fail',
    about,
    message: 'a rename does not replace a file',
    remedy: 'move the pipeline to another disk',
  };
}

function symlink(place: string): Finding {
  try {
    symlinkSync('target', join(place, 'link'));
    return { status: 'ok', about, message: 'symbolic links work' };
  } catch (error) {
    const message = `symbolic links do not work: ${(error as Error).message}`;
    return { status: 'warn', about, message, remedy: 'jobs that make links will fail here' };
  }
}

function timestamps(place: string): Finding {
  const path = join(place, 'stamp');
  const fractions = [0.123_457, 0.654_321, 0.111_213].map((fraction) => {
    writeFileSync(path, '');
    utimesSync(path, 1_700_000_000 + fraction, 1_700_000_000 + fraction);
    return lstatSync(path, { bigint: true }).mtimeNs % 1_000_000_000n;
  });
  if (fractions.some((fraction) => fraction !== 0n)) {
    return { status: 'ok', about, message: 'times of files are finer than a second' };
  }
  return {
    status: 'warn',
    about,
    message: 'times of files are whole seconds',
    remedy: 'files changed within 2 s of a build are read again, which costs time',
  };
}

function executableBit(place: string): Finding {
  const path = join(place, 'tool');
  writeFileSync(path, '', { mode: 0o644 });
  const before = lstatSync(path).mode & 0o100;
  chmodSync(path, 0o755);
  if (before === 0 && (lstatSync(path).mode & 0o100) !== 0) {
    return { status: 'ok', about, message: 'the executable bit is kept' };
  }
  return {
    status: 'warn',
    about,
    message: 'the executable bit is not kept',
    remedy: 'changes of it go unseen here',
  };
}

function letterCase(place: string): Finding {
  writeFileSync(join(place, 'Emma'), '');
  try {
    lstatSync(join(place, 'emma'));
    const remedy = 'keys that differ only in case are one file here';
    return { status: 'warn', about, message: 'upper and lower case are the same in names', remedy };
  } catch {
    return { status: 'ok', about, message: 'upper and lower case differ in names' };
  }
}
