// The end of a failed job's log, and how to see it all. Knows no reporter.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { printJob, type JobName } from '../../engine/model/job.ts';
import { shellWord } from '../wording/shell-word.ts';
import type { ReportContext } from './port.ts';

const TAIL_LINES = 20;
const TAIL_BYTES = 32 * 1024;

/** Indented lines: the tail of the log, where it is, and the command that prints it; none if nothing was written. */
export function failureLog(
  failed: { readonly job: JobName; readonly log?: string },
  { root, style }: Pick<ReportContext, 'root' | 'style'>,
): string[] {
  if (failed.log === undefined) return [];
  const { lines, isWhole } = readTail(resolve(root, failed.log));
  return [
    ...(isWhole ? [] : [style.dim('    …')]),
    ...lines.map((line) => `    ${line}`),
    style.dim(`    ${failed.log}: pipe logs ${shellWord(printJob(failed.job))}`),
  ];
}

function readTail(path: string): { readonly lines: readonly string[]; readonly isWhole: boolean } {
  let text: string;
  let isWhole: boolean;
  try {
    const fd = openSync(path, 'r');
    try {
      const { size } = fstatSync(fd);
      const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
      const length = readSync(fd, buffer, 0, buffer.length, size - buffer.length);
      text = buffer.toString('utf8', 0, length);
      isWhole = size <= TAIL_BYTES;
    } finally {
      closeSync(fd);
    }
  } catch {
    // The log was removed meanwhile; its path is still worth telling.
    return { lines: [], isWhole: true };
  }
  const lines = printable(text).split('\n');
  return lines.length <= TAIL_LINES
    ? { lines, isWhole }
    : { lines: lines.slice(-TAIL_LINES), isWhole: false };
}

/** Without what would move a terminal's cursor: escape sequences, and what a progress bar overwrote with CR. */
function printable(text: string): string {
  return (
    stripVTControlCharacters(text)
      .trimEnd()
      .replaceAll('\r\n', '\n')
      .replaceAll(/^[^\n]*\r/gm, '')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}
