// The port that every kind of repository stands behind: a keyed collection with fingerprints. Knows no task, graph or
// store. One contract test suite runs on every implementation (test/repository/contract.ts).
import type { Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { Json } from '../model/json.ts';

/** Local kinds answer at once, remote ones with a promise; callers test `instanceof Promise` to keep the fast path fast. */
export type MaybePromise<T> = T | Promise<T>;

export interface Listing {
  /** Valid keys, in no promised order, each once. */
  readonly keys: readonly string[];
  /** Names that matched but are no valid key, with the reason. */
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
  /** The root folder does not exist (path kinds); an empty folder is not missing. */
  readonly missingRoot?: boolean;
}

/** A listing, reading or writing that failed: never an empty repository. */
export interface RepositoryFailure {
  readonly type: 'repository';
  readonly code: string;
  readonly message: string;
  readonly path?: string;
}

/** What a template sees of a member: a path, or a record's value. */
export type MemberValue =
  | { readonly type: 'path'; readonly path: string }
  | { readonly type: 'record'; readonly path?: string; readonly value: Json };

export interface Repository {
  readonly kind: string;
  readonly name: string;
  list(): MaybePromise<Result<Listing, RepositoryFailure>>;
  /** Whether the member exists, by its key alone. */
  has(key: string): MaybePromise<boolean>;
  /** The member's fingerprint now, or `undefined` if it is absent. */
  fingerprint(key: string): MaybePromise<Result<Fingerprint | undefined, RepositoryFailure>>;
  /** A path kind gives the path even of an absent member; a record kind gives `undefined`. */
  value(key: string): MaybePromise<Result<MemberValue | undefined, RepositoryFailure>>;
  read(key: string): MaybePromise<Result<Uint8Array, RepositoryFailure>>;
  /** Replaces the whole value atomically. */
  write(key: string, content: Uint8Array): MaybePromise<Result<void, RepositoryFailure>>;
  /** Removing an absent member succeeds. */
  remove(key: string): MaybePromise<Result<void, RepositoryFailure>>;
}

/** Kinds whose members are files or folders below the pipeline's root. They answer at once. */
export interface PathRepository extends Repository {
  readonly pattern: PathPattern;
  /** An empty folder is no member. */
  readonly discardsEmpty?: boolean;
  list(): Result<Listing, RepositoryFailure>;
  has(key: string): boolean;
  fingerprint(key: string): Result<Fingerprint | undefined, RepositoryFailure>;
  value(key: string): Result<MemberValue | undefined, RepositoryFailure>;
  read(key: string): Result<Uint8Array, RepositoryFailure>;
  write(key: string, content: Uint8Array): Result<void, RepositoryFailure>;
  remove(key: string): Result<void, RepositoryFailure>;
  /** Path relative to the root, `/` separated; throws on a key that is not valid for the pattern (a bug). */
  pathOf(key: string): string;
  /** Fingerprint of a file or folder at another place (the stage), as if it lay at its own; absolute path. */
  fingerprintAt(absolutePath: string): Result<Fingerprint | undefined, RepositoryFailure>;
}

/**
 * Kinds whose members lie packed: a job reads and writes a plain file or folder in the place of each. `value` gives the
 * path that `unpack` makes; `fingerprint` is that of the plain file or folder, so packing it otherwise is no change.
 */
export interface PackedRepository extends PathRepository {
  readonly plainKind: 'file' | 'directory';
  /** What a packed file's name has more than the plain one's: `.gz`, or nothing. */
  readonly suffix: string;
  /** Where a member's plain form is made, relative to the root. */
  plainPathOf(key: string): string;
  /** Bytes of the plain form; undefined if the member is absent or cannot be read. */
  sizeOf(key: string): number | undefined;
  /**
   * Makes sure that the plain form is there, and stays until `hold` is released. The failure `changing`: the member is
   * not what was looked at last.
   */
  unpack(key: string, hold: PlainHold): Promise<Result<void, RepositoryFailure>>;
  /** Makes a packed file of a plain form, if there is one; absolute paths. `where` names it for a person. */
  pack(plain: string, packed: string, where: string): Promise<Result<void, RepositoryFailure>>;
}

/** What one job uses of the plain forms, until it has ended. */
export interface PlainHold {
  add(place: string): void;
  release(): void;
}

export function isPacked(repository: Repository | undefined): repository is PackedRepository {
  return repository !== undefined && 'plainKind' in repository;
}

/** A compiled path pattern: literals, `{name}`, `{name**}`, `*`, `**`. Stars are fields without a name. */
export interface PathPattern {
  readonly text: string;
  /** Names of the fields in order; '' for a star. Empty: a unit path. */
  readonly fields: readonly string[];
  /** By field: it may hold several segments of a key (`{name**}`, `**`). */
  readonly spans: readonly boolean[];
  /** The folder before the first field, `''` for the root, without trailing slash. */
  readonly fixed: string;
  /** The key of a relative path, or undefined: fields joined by `/`, if that key gives the path back. '' for a unit path. */
  match(path: string): string | undefined;
  /** The path of a key, or undefined if no path has that key: wrong number of segments, or a leading dot, say. */
  format(key: string): string | undefined;
  /** The fields' values in a key, in order ('' for a `**` without segments), or undefined where `format` is. */
  values(key: string): readonly string[] | undefined;
  /** Why a path that has the pattern's shape is no member all the same, or undefined: for the lister's `skipped`. */
  refusal(path: string): string | undefined;
}
