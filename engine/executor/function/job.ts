// The types of what a user's function is called with: `import type { Job } from 'pipe-build'`. Types only; knows not
// how the handles are made.
import type { Readable, Writable } from 'node:stream';
import type { Json, JsonObject } from '../../model/json.ts';

/**
 * The one argument of a task's function: a handle for each link by its name, and what `JobContext` lists.
 *
 * ```ts
 * import type { InputHandle, Job, OutputHandle } from 'pipe-build';
 *
 * export async function count({ book, total, log }: Job<{ book: InputHandle; total: OutputHandle }>): Promise<void> {
 *   const words = (await book.text()).split(/\s+/).filter(Boolean);
 *   log(`${book.key} has ${words.length} words`);
 *   await total.text(`${words.length}\n`);
 * }
 * ```
 *
 * The job succeeds when the promise is fulfilled, all outputs that were begun are written, and `process.exitCode` is
 * not set. It fails when the function throws, rejects (a promise that nobody awaits counts too, until the function has
 * returned), ends the process, or can never settle because nothing is left that it could wait for.
 *
 * **The returned value**: where the task has exactly one record output (a member of a `json`, `yaml` or `memory`
 * repository, not a fan-out) that the function has not written, a returned value other than `undefined` is written to
 * it. In all other cases the returned value is ignored.
 *
 * Standard output and error go to the job's log, or to the files that the task's `stdout` and `stderr` links name. The
 * working directory and the environment are the job's own, even where one process runs many jobs in turn; state of the
 * module is kept between jobs of the same process, so it may serve as a cache and as nothing else.
 */
export type Job<Links extends object = object, Params = JsonObject> = JobContext<Params> & Readonly<Links>;

export interface JobContext<Params = JsonObject> {
  readonly task: string;
  /** The job's key; `''` for the only job of a task without keys. */
  readonly key: string;
  /** The key's named fields: `{ book: 'emma', page: '12' }`. */
  readonly fields: Readonly<Record<string, string>>;
  /** With all defaults; frozen. */
  readonly params: Params;
  /**
   * Aborted when the job is killed or out of time. A function that uses it has a grace to end; one that does not is
   * ended at once, unless it waits for a child process, which then has that grace.
   */
  readonly signal: AbortSignal;
  /**
   * Emits a value for an output port, named by its dotted path (`stats.words`): it is told at once, and checked when the
   * function has ended. A later value takes the place of an earlier one.
   */
  readonly emit: (port: string, value: unknown) => void;
  /** Writes a line to the job's log, wherever standard output goes. */
  readonly log: (message: string) => void;
}

/** A member on the file system. */
export interface InputHandle {
  readonly key: string;
  /** Absolute path. */
  readonly path: string;
  /** The path's last segment. */
  readonly name: string;
  read(): Promise<Buffer>;
  /** The content as UTF-8. */
  text(): Promise<string>;
  /** The content parsed as JSON; what it is taken for is not checked. Rejects with the path in its message. */
  json<T = Json>(): Promise<T>;
  /** Lines without their `\n` or `\r\n`; a last line without an end counts, an empty rest does not. */
  lines(): AsyncIterable<string>;
  stream(): Readable;
}

/** A member of a `yaml`, `json` or `memory` repository. */
export interface RecordHandle<T = Json> {
  readonly key: string;
  readonly value: T;
  /** Absolute path; a memory member has none. */
  readonly path: string | undefined;
}

/** The members of a fan-in or a group, in the order of their keys. */
export type InputList<H = InputHandle> = readonly H[] & {
  readonly size: number;
  /** The member with this key. */
  readonly get: (key: string) => H | undefined;
};

/** What a file can be written from; chunks are joined without anything between. */
export type Content =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>;

/** A member on the file system that the function is to write, all at once or at `path` in any other way. */
export interface OutputHandle {
  readonly key: string;
  /** Absolute path of the stage; its folder exists. It becomes the member when the job succeeds. */
  readonly path: string;
  /** The path's last segment, which is also the member's. */
  readonly name: string;
  /** Replaces the content. */
  write(content: Content): Promise<void>;
  text(content: string): Promise<void>;
  /** Indented by two spaces, with a newline at the end. */
  json(value: unknown): Promise<void>;
  /** Each line with a `\n` after it. */
  lines(lines: Iterable<string> | AsyncIterable<string>): Promise<void>;
  /** Replaces the content. A stream that was not ended is ended when the function has returned. */
  stream(): Writable;
}

/** A member of a `yaml`, `json` or `memory` repository that the function is to write. */
export interface RecordOutput<T = unknown> {
  readonly key: string;
  readonly path: string;
  /** Replaces the value, seen as `JSON.stringify` sees it; rejects with a TypeError where that gives nothing. */
  write(value: T): Promise<void>;
}

/**
 * Any number of new members. Their keys here are what the star of `{key}/*` stands for: with `write('12', …)` the job
 * `emma` makes the member `emma/12`.
 */
export interface FanOut<T = Content> {
  /** Absolute path of the staging folder; whatever matches the pattern below it becomes a member. */
  readonly dir: string;
  /** Where a member belongs; throws a RangeError for a key that the pattern cannot have. */
  path(key: string): string;
  /** Replaces a member's content, or for a repository of records its value; makes folders as needed. */
  write(key: string, content: T): Promise<void>;
}
