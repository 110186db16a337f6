// What the exit codes mean. Knows no command.

export const ExitCode = {
  done: 0,
  /** A job failed, or a check of `doctor`; or what is stored does not allow what was asked for. */
  failed: 1,
  /** The pipeline or the call is wrong; nothing was run. */
  wrong: 2,
  /** A bug in pipe. */
  bug: 3,
  interrupted: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

export const exitCodeMeanings: readonly (readonly [ExitCode, string])[] = [
  [ExitCode.done, 'done'],
  [ExitCode.failed, 'a job or a request failed'],
  [ExitCode.wrong, 'the pipeline or the call is wrong'],
  [ExitCode.bug, 'a bug in pipe'],
  [ExitCode.interrupted, 'interrupted'],
];
