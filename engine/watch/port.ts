// The port that every way of watching folders stands behind. Its events are hints: they say where to look, not what is
// there. One contract test suite runs on every backend (test/watch/contract.ts). Knows no plan.
export type WatchEvent =
  /** What lies at that absolute path may have changed, come or gone. */
  | { readonly type: 'path'; readonly path: string }
  /** The same for all that lies below it. */
  | { readonly type: 'tree'; readonly path: string }
  /** Events may have been lost: everything has to be looked at. */
  | { readonly type: 'overflow'; readonly why: string }
  /** The watcher sees no more, or not all. */
  | { readonly type: 'broken'; readonly code: string; readonly message: string };

export interface WatchRequest {
  /** Absolute folders from which to go down. */
  readonly roots: readonly string[];
  /** Whether anything that matters can lie in a folder; absolute. Folders below one that does not matter are not asked about. */
  readonly wants: (folder: string) => boolean;
  /** A folder that is watched for `drained` and `onSignal`: whoever writes there does so for a watcher. */
  readonly signals: string;
  /** Told of each other name that comes or goes in `signals`, when all that happened before has been told. */
  readonly onSignal?: (name: string) => void;
  readonly onEvent: (event: WatchEvent) => void;
}

export interface Watcher extends AsyncDisposable {
  readonly kind: 'folders' | 'chokidar' | 'polling';
  /** How many folders are watched, if that is known. */
  readonly folders: number | undefined;
  /** Watches one folder more, and not what lies in folders below it. */
  add(folder: string): void;
  /** True once all that happened before the call has been told; false if that cannot be known, so that one has to look. */
  drained(): Promise<boolean>;
}

/** A watcher that could not be opened. `ENOSPC`, `EMFILE`: the system's limit is reached. */
export class WatchFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
