// A watch on a terminal of its own: what it writes there, and keys that are pressed. Python makes the terminal, since Node
// cannot.
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Project } from '../rig.ts';

export const hasTerminal = spawnSync('python3', ['-c', 'import pty']).status === 0;

const PROGRAM = 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';
const bin = join(import.meta.dirname, '..', '..', 'cli', 'bin.mjs');

export interface Terminal {
  /** Resolves with what was written since the last call, up to the end of what fits. */
  shows(pattern: RegExp): Promise<string>;
  press(key: string): void;
  /** The exit code of what ran there. */
  readonly ended: Promise<number | null>;
}

/** `pipe` with these arguments, on a terminal. */
export function onTerminal(desk: Project, args: readonly string[]): Terminal {
  const path = [join(desk.outside, 'bin'), dirname(process.execPath), process.env['PATH'] ?? ''];
  const child = spawn('python3', ['-c', PROGRAM, process.execPath, bin, ...args], {
    cwd: desk.folder,
    env: { PATH: path.join(delimiter), HOME: desk.outside, TERM: 'xterm', NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  let look = (): void => {};
  let isOver = false;
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    look();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (status) => {
      isOver = true;
      look();
      resolve(status);
    });
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    ended,
    press: (key) => void child.stdin.write(key),
    shows: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          const found = pattern.exec(text);
          if (!found && isOver) reject(new Error(`it ended without ${pattern}: ${text}`));
          if (!found) return;
          const end = found.index + found[0].length;
          const shown = text.slice(0, end);
          text = text.slice(end);
          look = () => {};
          resolve(shown);
        };
        look();
      }),
  };
}
