// The port that every way of running a job stands behind. Knows no graph, no store and no repository.
import type { Mask } from '../base/mask.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** One attempt of a job, ready to run: everything is rendered. */
export interface Work {
  /** Printed name, for messages. */
  readonly job: string;
  readonly action:
    | { readonly type: 'shell'; readonly text: string; readonly shell?: readonly string[] }
    | { readonly type: 'exec'; readonly argv: readonly string[] }
    | {
        readonly type: 'function';
        readonly module: string;
        readonly moduleDigest: string;
        readonly export: string;
        readonly argument: unknown;
        readonly assets?: readonly AssetUse[];
        /** Calls it once with each of these in place of `argument`, and writes what it answers, as JSON, to a file. */
        readonly many?: { readonly arguments: readonly unknown[]; readonly to: string };
      }
    | {
        readonly type: 'tube';
        /** Absolute path of the tube file. */
        readonly file: string;
        /** Of the tube's files and of all modules that they name. */
        readonly digest: string;
        /** The tube inputs. */
        readonly input: JsonObject;
        readonly argument: unknown;
        readonly assets?: readonly AssetUse[];
      };
  /** Absolute working directory. */
  readonly cwd: string;
  /** The whole environment of the job, PATH and PIPE_* included. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of the file that gets stdout and stderr; it exists afterwards, maybe empty. */
  readonly log: string;
  /** Absolute paths for the streams that do not go to the log. */
  readonly stdin?: string;
  readonly stdout?: string;
  readonly stderr?: string;
  /** What must not be read in some of these files, from the first byte on. */
  readonly hidden?: { readonly mask: Mask; readonly streams: readonly ('log' | 'stdout' | 'stderr')[] };
  readonly timeoutMs?: number;
  /** No other job runs in its process group, before or after. */
  readonly ownGroup?: true;
  /** function: answers what the processes of the user's classes ask that it runs; the function waits meanwhile. */
  readonly ask?: (question: Json) => Json;
}

/** A live object of the pipeline that a job is handed. It is opened at its first use and lives as long as the executor. */
export interface AssetUse {
  /** The name that the job gets it under. */
  readonly name: string;
  /** Tells it from all others of the pipeline. */
  readonly id: string;
  /** Absolute path. */
  readonly module: string;
  readonly export: string;
  readonly params: JsonObject;
  /** Of all that it is made from. */
  readonly digest: string;
}

export type Exit =
  | { readonly type: 'exit'; readonly status: number }
  | { readonly type: 'signal'; readonly signal: string }
  | { readonly type: 'timeout'; readonly afterMs: number }
  | { readonly type: 'killed' }
  /** A function threw, or the executor could not start the work. */
  | { readonly type: 'exception'; readonly message: string; readonly stack?: string };

export interface Running {
  readonly exit: Promise<Exit>;
  /** Ends the job's whole process group: SIGTERM, grace, SIGKILL. Safe to call twice and after the end. */
  kill(graceMs: number): void;
  /**
   * Stops the job's whole process group where it stands, until `resume`; its timeout stands still too. False if it cannot
   * be stopped now. A kill reaches it all the same.
   */
  suspend(): boolean;
  resume(): void;
  /** function: to the processes of the user's classes that it runs, if it does. */
  tell?(message: Json): void;
}

export interface Executor extends AsyncDisposable {
  run(work: Work): Running;
}

/** Which executor runs a work: what uses an asset runs where the assets live. */
export function executorKind({ action }: Work): 'local' | 'function' | 'tube' {
  if (action.type === 'tube') return 'tube';
  if (action.type !== 'function') return 'local';
  return action.assets === undefined || action.assets.length === 0 ? 'function' : 'tube';
}
