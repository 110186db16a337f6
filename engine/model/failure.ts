// Why a job or a build failed, as tagged data. Knows nothing of how it is printed.

export type JobFailure =
  | { readonly type: 'exit'; readonly status: number; readonly name?: string; readonly message?: string }
  | { readonly type: 'signal'; readonly signal: string }
  | { readonly type: 'timeout'; readonly afterMs: number }
  | { readonly type: 'killed'; readonly by: string }
  /** A file or folder that the pipeline names outright, and that no task makes. */
  | {
      readonly type: 'missing-input';
      readonly link: string;
      readonly path: string;
      /** What lies there instead. */
      readonly found: 'nothing' | 'file' | 'folder' | 'dangling-link' | 'special-file';
    }
  | { readonly type: 'missing-output'; readonly link: string; readonly path: string }
  | {
      readonly type: 'unexpected-output';
      readonly link: string;
      readonly path: string;
      readonly pattern: string;
    }
  /** A record is not what the recipe's port takes; `link` is the dotted path of the part that is wrong. */
  | {
      readonly type: 'invalid-input';
      readonly link: string;
      readonly path: string;
      readonly message: string;
    }
  | {
      readonly type: 'invalid-output';
      readonly link: string;
      readonly path: string;
      readonly message: string;
    }
  | {
      readonly type: 'emission';
      readonly problem: 'no-json' | 'unknown' | 'invalid' | 'missing' | 'twice';
      /** Dotted path of the output port. */
      readonly port: string;
      readonly message: string;
      /** Of what was emitted, from 1. */
      readonly line?: number;
    }
  | { readonly type: 'undeclared-input'; readonly path: string; readonly repository: string }
  | { readonly type: 'stray-in-the-way'; readonly path: string }
  | { readonly type: 'unsure'; readonly path: string }
  /** The job moved an input into its outputs; it lies at its place again. */
  | { readonly type: 'input-taken'; readonly path: string }
  | {
      readonly type: 'render';
      readonly message: string;
      /** Of the part of the template that cannot be filled in, as `FILE:LINE:COL`; the file is relative to the root. */
      readonly at?: string;
    }
  | { readonly type: 'exception'; readonly message: string; readonly stack?: string }
  | { readonly type: 'system'; readonly code: string; readonly message: string; readonly path?: string };

/** A build that could not start or go on, though the pipeline is valid. */
export interface BuildFailure {
  readonly type: 'build-failure';
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}
