// What a builder and those who ask it say to each other over the socket in the state folder: one JSON object a line. Types
// only.
//
//   builder ▶ hello
//   caller  ▶ build ──▶ event, progress … ──▶ end | refused        (a watch only)
//   caller  ▶ ask   ──▶ answer | refused
//   caller  ▶ link  ──▶ linked, then both say what engine/session/door/link-protocol.ts holds | refused
import type { BuildFailure } from '../model/failure.ts';
import type { BuildSummary, EngineEvent, TaskCounts } from '../model/event.ts';
import type { JobName } from '../model/job.ts';

export const SOCKET = 'socket';

/** The folder below the state folder that a watch by events watches for words to itself, and the files there. */
export const SIGNALS = 'watch';
/** What `hello` says, as long as the watch lives. */
export const GREETING = 'hello';
/** Followed by what tells one question from another; see ask-at-rest.ts. */
export const ASK = 'ask-';
export const ANSWER = 'answer-';

/** Said first by the builder: what it was started with. */
export interface Hello {
  readonly type: 'hello';
  /** Only a watch builds for others. */
  readonly builder: 'watch' | 'build';
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

/** A question by its name; engine/session/door/questions.ts says which there are and what each is asked with. */
export interface Ask {
  readonly type: 'ask';
  readonly question: string;
  readonly with: unknown;
}

/** Take part in the builder's communicator. */
export interface LinkRequest {
  readonly type: 'link';
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
  | { readonly type: 'answer'; readonly value: unknown }
  | { readonly type: 'linked' }
  | { readonly type: 'refused'; readonly refusal: BuildFailure };
