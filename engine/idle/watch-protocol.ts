// What a build and a watch beside it say to each other, a message a line. Types only.
import type { BuildFailure } from '../model/failure.ts';
import type { BuildSummary, EngineEvent, TaskCounts } from '../model/event.ts';
import type { JobName } from '../model/job.ts';

export const SOCKET = 'socket';

/** Said first by the watch: what it was started with. */
export interface Hello {
  readonly type: 'hello';
  readonly version: string;
  readonly pid: number;
  /** As `requestText` gives it. */
  readonly params: string;
  /** Names and patterns of the variables that count, and the digest of their values. */
  readonly env: readonly string[];
  readonly envDigest: string;
}

export interface BuildRequest {
  readonly type: 'build';
  readonly targets: readonly string[];
}

export interface RemoteProgress {
  readonly tasks: readonly TaskCounts[];
  readonly running: readonly { readonly job: JobName; readonly since: number }[];
}

export type Answer =
  | Hello
  | { readonly type: 'event'; readonly event: EngineEvent }
  | { readonly type: 'progress'; readonly progress: RemoteProgress }
  | { readonly type: 'end'; readonly summary: BuildSummary }
  | { readonly type: 'refused'; readonly refusal: BuildFailure };
