// Runs rendered texts in real shells and gives the arguments that the command `args` got. Knows no template.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const SHELLS = ['/bin/sh', '/bin/bash'] as const;
export type Shell = (typeof SHELLS)[number];

export interface ShellRun {
  /** For each text, the arguments of each call of `args`. */
  readonly calls: readonly (readonly (readonly string[])[])[];
  /** Files that the texts left in their empty working directory. */
  readonly files: readonly string[];
}

const SCRIPT = String.raw`
PATH=/nonexistent
args() { printf '%s\0' "$@"; printf '\001'; }
for text do (eval "$text") </dev/null; printf '\002'; done`;

/** All texts in one process, each in a subshell with an empty directory, no commands but built-in ones, and no input. */
export function runShell(shell: Shell, texts: readonly string[]): ShellRun {
  const cwd = mkdtempSync(join(tmpdir(), 'pipe-template-'));
  try {
    const { stdout } = spawnSync(shell, ['-c', SCRIPT, 'sh', ...texts], {
      cwd,
      env: {},
      timeout: 20_000,
      maxBuffer: 1e8,
    });
    const calls = stdout
      .toString()
      .split('\u0002')
      .slice(0, -1)
      .map((text) =>
        text
          .split('\u0001')
          .slice(0, -1)
          .map((call) => call.split('\0').slice(0, -1)),
      );
    return { calls, files: readdirSync(cwd) };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
