// Leaves out of a stack what is not the user's: the frames of the host itself, and those of Node that called it. Knows
// nothing else of errors.
import { dirname } from 'node:path';

/** The folder of the host's sources, or of the bundle. */
const HOST = dirname(import.meta.url);

/** Changes the error in place; where no frame is left, only name and message stay. */
export function cleanStack(error: unknown): void {
  if (!(error instanceof Error) || typeof error.stack !== 'string' || Object.isFrozen(error)) return;
  const lines = error.stack.split('\n').filter((line) => !(isFrame(line) && line.includes(HOST)));
  const last = lines.findLastIndex((line) => !/^ {4}at (?:.*\()?node:/.test(line));
  error.stack = lines.slice(0, last + 1).join('\n');
}

function isFrame(line: string): boolean {
  return /^ {4}at /.test(line);
}
