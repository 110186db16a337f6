// Named exit statuses and what each means for reuse, retries and failure. Knows nothing of how a job ends.
import type { ExitCode, ExitCodes } from '../model/exit-code.ts';

export type { ExitCode, ExitCodes } from '../model/exit-code.ts';

export interface ExitCodeOptions {
  readonly invalidatesCache?: boolean;
  readonly retry?: boolean;
  readonly ignore?: boolean;
}

/** Statuses that every process has; a spec may give them other messages. */
export const BUILT_IN_EXITS: ExitCodes = {
  UNSPECIFIED: exitCode('UNSPECIFIED', 1, 'the process has failed with an unspecified error'),
  INVALID_OUTPUT: exitCode('INVALID_OUTPUT', 10, 'the process returned an invalid output'),
  MISSING_OUTPUT: exitCode('MISSING_OUTPUT', 11, 'the process did not register a required output'),
};

export function exitCode(
  label: string,
  status: number,
  message: string,
  options: ExitCodeOptions = {},
): ExitCode {
  return {
    status,
    label,
    message,
    invalidatesCache: options.invalidatesCache ?? false,
    retry: options.retry ?? true,
    ignore: options.ignore ?? false,
  };
}

/** Why this cannot be a named status, or undefined. */
export function exitCodeFault(code: ExitCode): string | undefined {
  if (!/^[A-Z][A-Z0-9_]*$/.test(code.label))
    return `'${code.label}' is no name of an exit code (capital letters, digits, _)`;
  if (!Number.isInteger(code.status) || code.status < 0)
    return `the status of ${code.label} is no integer from 0 on`;
  if (typeof code.message !== 'string') return `the message of ${code.label} is no text`;
  return undefined;
}

/** What an exit status means: 0 succeeds; a named one has its say; any other fails, may be retried and reused. */
export function judgeExit(
  codes: ExitCodes,
  status: number,
): {
  readonly successful: boolean;
  readonly reusable: boolean;
  readonly retry: boolean;
  readonly label: string | null;
  readonly message: string | null;
} {
  const code = codeOf(codes, status);
  if (code === undefined)
    return { successful: status === 0, reusable: true, retry: status !== 0, label: null, message: null };
  const successful = status === 0 || code.ignore;
  return {
    successful,
    reusable: !code.invalidatesCache,
    retry: !successful && code.retry,
    label: code.label,
    message: code.message,
  };
}

/** The exit code with this status; the spec's own before the built-in ones. */
export function codeOf(codes: ExitCodes, status: number): ExitCode | undefined {
  const own = Object.values(codes).find((code) => code.status === status);
  return own ?? Object.values(BUILT_IN_EXITS).find((code) => code.status === status);
}

/** `code` with the `{name}` fields of its message filled in; a field without a value stays as it is. */
export function formatExit(code: ExitCode, fields: Readonly<Record<string, string | number>>): ExitCode {
  const message = code.message.replaceAll(/\{(\w+)\}/g, (field, name: string) =>
    Object.hasOwn(fields, name) ? String(fields[name]) : field,
  );
  return { ...code, message };
}
