// A named exit status, as data. Knows nothing of how a job ends.

export interface ExitCode {
  readonly status: number;
  readonly label: string;
  /** May have `{name}` fields; see `formatExit`. */
  readonly message: string;
  /** True: a run that ended so is never reused as up to date. */
  readonly invalidatesCache: boolean;
  /** False: a run that ended so is not tried again, however many attempts are left. */
  readonly retry: boolean;
  /** True: shown, but counts as success. */
  readonly ignore: boolean;
}

/** By their labels. */
export type ExitCodes = Readonly<Record<string, ExitCode>>;

/** How a job's own status was read: the status, and its name and meaning where it has one. */
export interface NamedExit {
  readonly status: number;
  readonly name?: string;
  readonly message?: string;
}
