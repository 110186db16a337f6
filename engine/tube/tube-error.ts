// What a tube throws when it runs: one class with stable codes. Faults of the file are diagnostics, not this.

export type TubeErrorCode =
  | 'already-running'
  | 'busy'
  | 'epoch-completed'
  | 'epoch-exists'
  | 'exhausted'
  | 'host-failed'
  | 'input-missing'
  | 'no-result'
  | 'node-failed'
  | 'not-cloneable'
  | 'not-running'
  | 'not-transferable'
  | 'stalled'
  | 'unknown-node'
  | 'wrong-result';

export interface TubeErrorDetails {
  /** The node that it is about. */
  readonly node?: string;
  /** The epoch, as `3/words.0`. */
  readonly epoch?: string;
  readonly cause?: unknown;
  /** For a stall: what waits for what, one sentence each. */
  readonly waits?: readonly string[];
}

export class TubeError extends Error {
  override readonly name: string = 'TubeError';
  readonly code: TubeErrorCode;
  readonly node: string | undefined;
  readonly epoch: string | undefined;
  readonly waits: readonly string[];

  constructor(code: TubeErrorCode, message: string, details: TubeErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.node = details.node;
    this.epoch = details.epoch;
    this.waits = details.waits ?? [];
  }
}

/** Names the node in what it threw; what already names a node is left as it is. */
export function nodeFailure(node: string, epoch: string, cause: unknown): TubeError {
  if (cause instanceof TubeError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new TubeError('node-failed', `node ${node} failed in epoch ${epoch}: ${message}`, {
    node,
    epoch,
    cause,
  });
}
