// What pipe and the host of a function say to each other over IPC, as JSON.
import type { Json, JsonObject } from '../../model/json.ts';
import type { AssetUse } from '../port.ts';
import type { FunctionArgument } from './argument.ts';

/** To the host: one job. The next comes only after the host said `end`. */
export interface RunMessage {
  readonly type: 'run';
  readonly what:
    | {
        readonly type: 'function';
        readonly module: string;
        readonly export: string;
        readonly many?: ManyCalls;
      }
    | { readonly type: 'tube'; readonly file: string; readonly input: JsonObject };
  readonly assets: readonly AssetUse[];
  readonly argument: FunctionArgument;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly streams: StreamPaths;
}

/** Calls of one function whose answers count. */
export interface ManyCalls {
  readonly arguments: readonly FunctionArgument[];
  /** Absolute path of the file that gets an `Answer` for each, as one JSON array. */
  readonly to: string;
}

/** What one call came to. */
export type Answer = { readonly value: unknown } | { readonly error: string };

/** To the host: no job comes any more, and what it has open is to be closed. */
export interface CloseMessage {
  readonly type: 'close';
}

/** To the host: for the processes that the running job has. */
export interface TellMessage {
  readonly type: 'tell';
  readonly message: Json;
}

/**
 * The descriptor over which a job asks pipe something and waits for the answer, a line of JSON each: what a process of a
 * user's class keeps has to be kept before it goes on.
 */
export const QUESTIONS_FD = 3;

export type Reply = { readonly answer: Json } | { readonly fault: string };

/** Absolute paths of files that exist, but for stdin, where none means nothing to read. */
export interface StreamPaths {
  readonly log: string;
  readonly stdin?: string;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** From the host. `started` comes before any of the user's code runs. */
export type HostMessage =
  | { readonly type: 'started' }
  /** `reusable` is false where something of this job may still be at work in the host, or broke it. */
  | { readonly type: 'end'; readonly outcome: Outcome; readonly reusable: boolean }
  /** After a `close`: what could not be closed, one sentence each. */
  | { readonly type: 'closed'; readonly failures: readonly string[] };

export type Outcome =
  | { readonly type: 'returned' }
  /** It returned, but had set `process.exitCode`. */
  | { readonly type: 'status'; readonly status: number }
  | { readonly type: 'threw'; readonly message: string; readonly stack?: string };
