// File systems of a few hundred kilobytes, read-only or full, where the tests may mount any. Linux, as root.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';

export interface SmallDisk {
  /** Leaves this many bytes free. */
  fill(free: number): void;
  /** Frees what `fill` took. */
  clear(): void;
  /** Takes it away, also from under who uses it. */
  unmount(): void;
}

/** Mounts one at a folder, which is made; skips the test where that is not allowed. */
export function smallDisk(folder: string, bytes: number, { skip }: TestContext): SmallDisk {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=755`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
  } catch {
    skip('mounting a small file system needs privilege');
  }
  let isMounted = true;
  const unmount = (): void => {
    if (isMounted) execFileSync('umount', ['-l', folder]);
    isMounted = false;
  };
  onTestFinished(unmount);
  const filler = join(folder, '.pipe-filler');
  return {
    fill(free) {
      rmSync(filler, { force: true });
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)));
    },
    clear: () => rmSync(filler, { force: true }),
    unmount,
  };
}
