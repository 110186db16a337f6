// What a check of `pipe doctor` found. Knows no check.

export interface Finding {
  readonly status: 'ok' | 'warn' | 'fail';
  /** What was checked, such as `file system`. */
  readonly about: string;
  /** What was found, one clause. */
  readonly message: string;
  /** What to do, for `warn` and `fail`. */
  readonly remedy?: string;
}
