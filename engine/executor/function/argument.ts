// What a function's job is told, as plain JSON: the scheduler fills it in, the host makes typed handles of it. Knows no
// repository and no graph; the types that users see are in job.ts.
import type { Json, JsonObject } from '../../model/json.ts';

/** `Work.action.argument` of a function. Every path is absolute; outputs are the staged paths. */
export interface FunctionArgument {
  readonly task: string;
  /** The job's key, `''` for the only job of a task without keys. */
  readonly key: string;
  /** The key's named fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly params: JsonObject;
  /** By link name. A link may not have one of the `RESERVED_NAMES`. */
  readonly links: Readonly<Record<string, LinkArgument>>;
  /**
   * Of a step: what earlier ones left, and the file that takes what this one does, a JSON object a line.
   */
  readonly context?: { readonly values: JsonObject; readonly file: string };
}

export type LinkArgument =
  /** One member: a link to the same key, a unit, a key template or a join. */
  | { readonly type: 'input'; readonly member: MemberArgument }
  /** A fan-in or a group, in the order of the keys. */
  | { readonly type: 'inputs'; readonly members: readonly MemberArgument[] }
  /** An input that is not required and has no member; the function gets `undefined`. */
  | { readonly type: 'absent' }
  /** One member that the function may write; also status links. */
  | { readonly type: 'output'; readonly key: string; readonly path: string; readonly format: OutputFormat }
  | FanOutArgument;

/**
 * Any number of members below `dir`. A member's file is `dir` followed by the open fields' values between the
 * `literals`, of which there is one more than fields: `{book}/{page}.txt` with `book` bound to `emma` has `dir`
 * `…/emma` and literals `['', '.txt']`; `{book}-{page}.txt` has literals `['emma-', '.txt']`.
 */
export interface FanOutArgument {
  readonly type: 'fan-out';
  readonly dir: string;
  readonly format: OutputFormat;
  readonly literals: readonly string[];
  /** Index of the one open field that takes several segments of a key (`{name**}`, `**`), if any does. */
  readonly span?: number;
}

/** `MemberValue` of the repository port with its key and absolute paths. */
export type MemberArgument =
  | { readonly type: 'path'; readonly key: string; readonly path: string }
  | { readonly type: 'record'; readonly key: string; readonly value: Json; readonly path?: string };

/** How `write` makes a file of what it is given: as it is, or from a JSON value. A memory member is `json`. */
export type OutputFormat = 'bytes' | 'json' | 'yaml';

/** Names that every function gets beside its links, and that so cannot be a link's. */
export const RESERVED_NAMES: readonly string[] = ['task', 'key', 'fields', 'params', 'signal', 'emit', 'log'];
