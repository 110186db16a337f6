// A place in a user's file. Knows nothing of how the file was parsed.

/** Lines and columns count from 1; a column counts UTF-16 code units. The end is exclusive. */
export interface Location {
  /** Absolute path of the file. */
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly endLine?: number;
  readonly endCol?: number;
}
