// What a session offers to look into its repositories and to change single members of them. Types only.
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { JobName } from '../../model/job.ts';
import type { Json } from '../../model/json.ts';
import type { Verdict } from '../../model/reason.ts';
import type { Result } from '../../base/result.ts';

/**
 * Why a request was not met. `call`: it names something that the pipeline has not, or is written wrongly. `data`: what is
 * stored does not allow it (a member is absent, is there already, does not satisfy its schema).
 */
export interface RequestFault extends Diagnostic {
  readonly of: 'call' | 'data';
}
export type Answer<T> = Promise<Result<T, RequestFault>>;

/** For calls that change what tasks make, or forget jobs: they wait for a builder that is at work. */
export interface Waiting {
  /** Told for whom it waits. */
  readonly onWait: (holder: string) => void;
  /** Ends the waiting. */
  readonly stop: AbortSignal;
}

export interface RepositoryOverview {
  readonly name: string;
  readonly type: string;
  /** A task writes it. */
  readonly owned: boolean;
  readonly members: number;
  /** `task.link` of every link to it. */
  readonly links: readonly string[];
}

/** A member's content. Of a combinator that makes values of its own, the JSON text of its value. */
export interface MemberContent {
  readonly repository: string;
  readonly key: string;
  /** Relative path, for repositories that have paths. */
  readonly path?: string;
  readonly content: Uint8Array;
  /** Of record repositories and combinators: the parsed value. */
  readonly value?: Json;
}

export interface InjectReport {
  readonly repository: string;
  readonly key: string;
  readonly path?: string;
  readonly replaced: boolean;
  /** What is odd about it, such as that the next build replaces it. */
  readonly warning?: string;
}

export interface RemoveRequest extends Waiting {
  /** A repository, `task.link`, a task, or `task/key`. */
  readonly target: string;
  readonly keys: readonly string[];
  /** Every member or job of the target. */
  readonly all: boolean;
  /** Also everything that was made from it. */
  readonly downstream: boolean;
  /** Of jobs: forget their records too, so that they run again. */
  readonly rerun: boolean;
  /** Also outputs that were changed since pipe made them. */
  readonly force: boolean;
  readonly dryRun: boolean;
}

export interface RemoveReport {
  readonly removed: readonly { readonly repository: string; readonly key: string; readonly path: string }[];
  /** Outputs that were changed since pipe made them: they stay. */
  readonly kept: readonly string[];
  /** Jobs whose records were forgotten. */
  readonly forgotten: readonly JobName[];
}

export interface TraceReport {
  readonly key: string;
  readonly tasks: readonly TracedTask[];
}
export interface TracedTask {
  readonly task: string;
  /** The jobs that the key concerns: of that key or below it, or the only job of a task that reads it. */
  readonly jobs: readonly {
    readonly key: string;
    readonly verdict: Verdict;
    /** It runs now in the builder that is at work here. */
    readonly running?: boolean;
  }[];
  readonly links: readonly TracedLink[];
}
export interface TracedLink {
  readonly link: string;
  readonly repository: string;
  readonly role: 'input' | 'output' | 'status' | 'gate';
  /** The members that are the key, lie below it, or are what the key's job reads or writes there (at most 100). */
  readonly members: readonly string[];
  /** How many there are. */
  readonly count: number;
}

export interface LinkCount {
  readonly task: string;
  readonly link: string;
  readonly repository: string;
  readonly role: TracedLink['role'];
  readonly members: number;
}

export interface BackupReport {
  /** Absolute. */
  readonly folder: string;
  readonly repositories: readonly { readonly name: string; readonly members: number }[];
  /** Contents, each stored once. */
  readonly files: number;
  readonly bytes: number;
  readonly records: number;
}

export interface RestoreReport {
  readonly repositories: readonly {
    readonly name: string;
    /** Members that were written. */
    readonly restored: number;
    /** Members that were there with the same content. */
    readonly same: number;
  }[];
  readonly records: number;
  readonly warnings: readonly string[];
}

/** Keys are as in `ls`; the unit key may also be written `.`. */
export interface MemberCommands {
  /** Every repository, in the order of the plan. */
  overview(): Answer<readonly RepositoryOverview[]>;
  /** Every link of every task, with how many members its repository has. */
  links(): Answer<readonly LinkCount[]>;
  /**
   * The keys of a set expression (engine/session/members/set-expression.ts), by their bytes. With `current`, members that a build
   * would make anew do not count.
   */
  list(expression: string, options?: { readonly current?: boolean }): Answer<readonly string[]>;
  read(repository: string, key: string): Answer<MemberContent>;
  inject(
    repository: string,
    key: string,
    content: Uint8Array,
    options: Waiting & { readonly force: boolean },
  ): Answer<InjectReport>;
  remove(request: RemoveRequest): Answer<RemoveReport>;
  trace(keys: readonly string[], options: { readonly all: boolean }): Answer<readonly TraceReport[]>;
  /** Writes members and the records of the jobs that made them below an absolute folder. */
  backup(
    folder: string,
    repositories: readonly string[],
    options: { readonly all: boolean; readonly force: boolean },
  ): Answer<BackupReport>;
  restore(
    folder: string,
    repositories: readonly string[],
    options: Waiting & { readonly all: boolean; readonly force: boolean },
  ): Answer<RestoreReport>;
}
