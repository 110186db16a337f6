// An error as plain data that can be stored, and back. Knows nothing of processes.

export interface FailureData {
  readonly name: string;
  readonly message: string;
  /** A stable code, where the error had one. */
  readonly code: string | null;
  readonly stack: string | null;
  readonly cause: FailureData | null;
  /** Errors that were met while this one was being dealt with. */
  readonly suppressed: readonly FailureData[];
}

const MAX_CAUSES = 8;

/** What was thrown, as data; anything may be thrown. Causes are followed up to 8 deep. */
export function failureOf(thrown: unknown, depth = 0): FailureData {
  if (!(thrown instanceof Error)) {
    return { name: 'Error', message: textOf(thrown), code: null, stack: null, cause: null, suppressed: [] };
  }
  const { code, suppressed } = thrown as { code?: unknown; suppressed?: unknown };
  const hasCause = thrown.cause !== undefined && thrown.cause !== null && depth < MAX_CAUSES;
  return {
    name: thrown.name,
    message: thrown.message,
    code: typeof code === 'string' ? code : null,
    stack: thrown.stack ?? null,
    cause: hasCause ? failureOf(thrown.cause, depth + 1) : null,
    suppressed: thrown instanceof RestoredError && Array.isArray(suppressed) ? suppressed : [],
  };
}

/** `failure` with one more error that was met while it was being dealt with. */
export function withSuppressed(failure: FailureData, thrown: unknown): FailureData {
  return { ...failure, suppressed: [...failure.suppressed, failureOf(thrown)] };
}

/** `NAME: MESSAGE`, as a status or a log shows it. */
export function printFailure(failure: FailureData): string {
  return failure.message === '' ? failure.name : `${failure.name}: ${failure.message}`;
}

/** An error that came back from a store: it has the name, message, code and stack of the one that was thrown. */
export class RestoredError extends Error {
  readonly code: string | null;
  readonly suppressed: readonly FailureData[];

  constructor(failure: FailureData) {
    super(failure.message, failure.cause === null ? {} : { cause: new RestoredError(failure.cause) });
    this.name = failure.name;
    this.code = failure.code;
    this.suppressed = failure.suppressed;
    if (failure.stack !== null) this.stack = failure.stack;
  }
}

function textOf(thrown: unknown): string {
  try {
    return typeof thrown === 'string' ? thrown : (JSON.stringify(thrown) ?? String(thrown));
  } catch {
    return String(thrown);
  }
}
