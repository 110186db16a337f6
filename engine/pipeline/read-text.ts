// Reads a file that a person wrote, or says why it cannot be read. Knows nothing of YAML.
import { isUtf8 } from 'node:buffer';
import { err, ok, type Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Location } from '../model/location.ts';
import { MAX_BYTES, type Files } from './files.ts';
import { printPath } from './print-path.ts';

export interface ReadOptions {
  /** What the file is for, such as `pipeline file`. */
  readonly what: string;
  /** Paths in messages are shown relative to it. */
  readonly cwd: string;
  readonly files: Files;
  /** Where the file is asked for, if in another file. */
  readonly askedAt?: Location;
  /** For a file that is missing. */
  readonly hint?: () => string | undefined;
}

/** Without a byte order mark. */
export function readText(file: string, options: ReadOptions): Result<string, Diagnostic> {
  const found = options.files.read(file);
  switch (found.type) {
    case 'bytes':
      return decode(file, found.bytes);
    case 'no-file': {
      const message = `${subject(file, options)} is ${found.kind === 'folder' ? 'a directory' : 'no plain file'}`;
      return err(fault('not-a-file', message, options, 'a file'));
    }
    case 'too-large': {
      const message = `${subject(file, options)} is too large: ${(found.size / 1024 / 1024).toFixed(1)} MiB`;
      const hint = 'several smaller files go together by `include:`';
      return err({
        ...fault('file-too-large', message, options, `at most ${MAX_BYTES / 1024 / 1024} MiB`),
        hint,
      });
    }
    case 'unreadable':
      return err(unreadable(file, found.error, options));
    default:
      return found satisfies never;
  }
}

function decode(file: string, bytes: Uint8Array): Result<string, Diagnostic> {
  if (isUtf8(bytes)) return ok(new TextDecoder('utf-8').decode(bytes));
  const offset = firstInvalidByte(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  const lines = before.split('\n');
  const byte = `0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase()}`;
  return err({
    code: 'not-utf8',
    severity: 'error',
    message: `the file is not UTF-8: byte ${byte} at offset ${offset}`,
    location: oneColumn(file, lines.length, (lines.at(-1)?.length ?? 0) + 1),
    expected: 'UTF-8 text',
    ...(isUtf16(bytes) && { hint: 'it looks like UTF-16: save it as UTF-8' }),
  });
}

function oneColumn(file: string, line: number, col: number): Location {
  return { file, line, col, endLine: line, endCol: col + 1 };
}

/** The longest valid beginning, by halving: a cut inside a character is moved back to its start. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidStart(bytes, middle)) valid = middle;
    else invalid = middle;
  }
  // `valid` bytes are a good beginning, but they may end inside the character that goes wrong.
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid))) valid--;
  return valid;
}

/** Whether the first `length` bytes are UTF-8, but for a character that is cut off at their end. */
function isValidStart(bytes: Uint8Array, length: number): boolean {
  for (let cut = 0; cut < 4 && cut <= length; cut++) {
    if (isUtf8(bytes.subarray(0, length - cut))) return true;
  }
  return false;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function unreadable(file: string, error: NodeJS.ErrnoException, options: ReadOptions): Diagnostic {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fault('file-missing', `${subject(file, options)} does not exist`, options);
    case 'EACCES':
    case 'EPERM':
      return fault('file-unreadable', `${subject(file, options)} may not be read`, options);
    default:
      return fault('file-unreadable', `${subject(file, options)} cannot be read: ${error.message}`, options);
  }
}

function subject(file: string, options: ReadOptions): string {
  return `the ${options.what} ${printPath(file, options.cwd)}`;
}

function fault(code: string, message: string, options: ReadOptions, expected?: string): Diagnostic {
  const hint = code === 'file-missing' ? options.hint?.() : undefined;
  return {
    code,
    severity: 'error',
    message,
    ...(options.askedAt && { location: options.askedAt }),
    ...(expected && { expected }),
    ...(hint !== undefined && { hint }),
  };
}
