// The typed errors that a caller of a process can meet, each with a stable code. Knows nothing of how they come about.

export type ProcessErrorCode =
  /** The process was closed: nothing of it can run any more. */
  | 'closed'
  /** Asked for what this state does not have, such as the result of a running process. */
  | 'invalid-state'
  | 'killed'
  | 'not-waiting'
  | 'invalid-inputs'
  | 'invalid-output'
  | 'invalid-spec'
  | 'spec-sealed'
  /** A step returned a command that there is not. */
  | 'unknown-command'
  /** A step is named that is no method of the class. */
  | 'unknown-step'
  | 'illegal-transition'
  /** A hook was overridden without calling super, or called by hand. */
  | 'super-not-called'
  | 'nested-transition'
  /** A value is no plain JSON, so that a checkpoint could not be read back. */
  | 'not-storable'
  | 'checkpoint-missing'
  | 'checkpoint-damaged'
  | 'checkpoint-too-new'
  | 'checkpoint-unusable'
  | 'persister-failed'
  | 'object-id'
  | 'module-not-loaded'
  | 'object-not-found'
  | 'unknown-intent'
  | 'unreachable'
  | 'remote'
  | 'task-rejected'
  | 'communicator-closed'
  | 'duplicate-subscriber'
  | 'child-failed'
  | 'not-awaitable'
  | 'invalid-outline';

export class ProcessError extends Error {
  readonly code: ProcessErrorCode;

  constructor(code: ProcessErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'ProcessError';
    this.code = code;
  }
}

/** What `result()` and `future()` give for a process that was killed; the message is the kill's. */
export class KilledError extends ProcessError {
  readonly pid: string;
  readonly forced: boolean;

  constructor(pid: string, message: string, forced: boolean) {
    super('killed', message);
    this.name = 'KilledError';
    this.pid = pid;
    this.forced = forced;
  }
}
