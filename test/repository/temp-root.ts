// A folder of its own for each test that asks for one. Knows nothing of what is put there.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { nextTick } from '../tick.ts';

/** The absolute path of a new folder with these files in it; it goes when the test ends. */
export function tempRoot(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'pipe-repository-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) put(root, path, content);
  return root;
}

export function makeFifo(path: string): void {
  execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', path]);
}

/** What `act` gives without root's right to read everything; tests often run as root, in containers. */
export function withoutPrivilege<T>(root: string, act: () => T): T {
  if (process.getuid?.() !== 0) return act();
  chmodSync(root, 0o755);
  process.seteuid?.(65_534);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

/** Later than all that was done before, so that times tell. */
export function put(root: string, path: string, content: string): void {
  nextTick(dirname(root));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
