// The compiled pipeline as plain, serialisable data: tasks, repositories and links by index. Knows neither the YAML it
// came from (but for places) nor any state.
import type { ExitCodes } from './exit-code.ts';
import type { JsonObject } from './json.ts';
import type { Location } from './location.ts';
import type { Port, PortNamespace } from './port.ts';
import type { StepAction, StepPlan } from './steps.ts';
import type { TemplatePlace } from './template-place.ts';

export interface Plan {
  /** The pipeline's `name:`, or the name of its folder. */
  readonly name: string;
  /** Absolute folder of the root pipeline file; every path below is relative to it, with `/`. */
  readonly root: string;
  /** Absolute path of the root pipeline file. */
  readonly file: string;
  /** Every file that the plan was compiled from, absolute, with its content's digest; the root file first. */
  readonly sources: readonly { readonly path: string; readonly digest: string }[];
  /** Pipeline parameters after `--param`; of secrets there are only marks, here and wherever tasks use them. */
  readonly params: JsonObject;
  /** The variables that secrets come from. */
  readonly secrets: readonly string[];
  /** Names and `PREFIX*` patterns of variables that are let through to every job and count. */
  readonly env: readonly string[];
  /** The same, let through but not counted. */
  readonly passEnv: readonly string[];
  /** `repositories[i].id === i`. */
  readonly repositories: readonly RepositoryPlan[];
  /** `tasks[i].id === i`, in the order of the file. */
  readonly tasks: readonly TaskPlan[];
  /** Task ids such that each stands after all that it depends on. */
  readonly order: readonly number[];
  readonly quotas: Readonly<Record<string, Quantities>>;
  /** Pool → how many jobs may start in a window; apart from the quotas, whose amounts come back when a job ends. */
  readonly launchRates?: Readonly<Record<string, LaunchRate>>;
}

export interface LaunchRate {
  readonly count: number;
  readonly windowMs: number;
}

/** Amounts: cpu in cores, memory in bytes, any named unit as a number. */
export type Quantities = Readonly<Record<string, number>>;

export type PathKind = 'file' | 'directory' | 'yaml' | 'json' | 'compressed' | 'tar' | 'tree';

export type Codec = 'gzip' | 'zstd';

interface RepositoryBase {
  readonly id: number;
  /** Its name in the file, or for an inline path that path. */
  readonly name: string;
  readonly at: Location;
  /** The fields of its keys in order, '' for a star; none for a unit repository or one whose keys have no known parts. */
  readonly fields: readonly string[];
  /** Tasks that write it (ids), by any `is_output` or `is_status` link. More than none makes it *owned*. */
  readonly writers: readonly number[];
}

/** A repository on the file system. */
export interface PathRepositoryPlan extends RepositoryBase {
  readonly type: PathKind;
  /** Pattern relative to the root (may start with `../` or `/`). */
  readonly pattern: string;
  readonly acceptStrays: boolean;
  readonly keep: 'always' | 'needed';
  /** directory: an empty directory is no member. */
  readonly discardEmpty: boolean;
  /** How often a watch lists it; otherwise it relies on events. */
  readonly pollMs?: number;
  /** compressed, tar: how members are compressed when they are written; a tar without one is not. */
  readonly codec?: Codec;
  /** tree: the folder of the file contents, relative to the root; by default `.blobs` in the pattern's fixed folder. */
  readonly blobs?: string;
  /** yaml, json: JSON Schema (already loaded) that every member must satisfy. */
  readonly schema?: JsonObject;
  /**
   * Owned path repositories whose members this one sees because the patterns overlap (this one is only read).
   * `literal` is set when only that one path can match.
   */
  readonly sees: readonly { readonly repository: number; readonly literal?: string }[];
}

export interface MemoryRepositoryPlan extends RepositoryBase {
  readonly type: 'memory';
  readonly schema?: JsonObject;
  readonly acceptStrays: boolean;
  /** Its members are services that a task keeps running: none has a content. */
  readonly ofService?: true;
}

/** When a service is ready; all that is given has to hold, and without anything it is ready once it was started. */
export interface ReadyPlan {
  /** Regular expression that a line of its log fits. */
  readonly line?: string;
  /** TCP port of this machine. */
  readonly port?: number;
  /** A file that is made or written anew; relative to the root. */
  readonly file?: string;
}

export interface CombinatorRepositoryPlan extends RepositoryBase {
  readonly type: 'and' | 'or' | 'unless' | 'filter' | 'map' | 'related' | 'fallback';
  /**
   * Child name → repository id, in order. `filter`, `map`: `of`. `unless`: `of`, `unless`. `related`: `of`, `translator`.
   * `fallback`: `of`, `fallback`.
   */
  readonly children: readonly { readonly name: string; readonly repository: number }[];
  /** filter, map: Liquid condition over `key`, the fields, `size`, `path` and the record. */
  readonly where?: string;
  /** map: template of the mapped value. Where it and `where` stand is in `templates`. */
  readonly value?: string;
  readonly templates?: readonly TemplatePlace[];
  /** map: what makes the value in place of a template; the module's absolute path, and the digest of its file. */
  readonly function?: { readonly module: string; readonly export: string; readonly digest: string };
  readonly allowDeletes: boolean;
}

export type RepositoryPlan = PathRepositoryPlan | MemoryRepositoryPlan | CombinatorRepositoryPlan;

/** Which members of the link's repository a job gets (inputs) or gives (outputs). */
export type Selector =
  /** The member with the job's own key. */
  | { readonly type: 'same' }
  /** The only member of a unit repository. */
  | { readonly type: 'unit' }
  /** One member, whose key is made from the job's fields: `{book}/{page}`. */
  | { readonly type: 'key'; readonly template: string }
  /** One member, whose key stands in another link's record. */
  | { readonly type: 'join'; readonly link: string; readonly path: readonly string[] }
  /** Every member (fan-in). */
  | { readonly type: 'all' }
  /** Members whose key matches `{key}/*` with the job's fields bound: a group (input) or a fan-out (output). */
  | { readonly type: 'keys'; readonly pattern: string }
  /** Outputs only: the member's key is the digest of its content. */
  | { readonly type: 'digest' }
  /** Outputs only: what is written under the name of a file of another output, whose members get digests, has its key. */
  | { readonly type: 'cokeyed'; readonly link: string };

export type LinkRole = 'stdin' | 'stdout' | 'stderr' | 'logs' | 'done' | 'live';

export interface LinkPlan {
  readonly name: string;
  readonly at: Location;
  readonly repository: number;
  readonly select: Selector;
  readonly isInput: boolean;
  readonly isOutput: boolean;
  readonly isStatus: boolean;
  readonly requiredForStart: boolean;
  readonly inhibitsStart: boolean;
  readonly requiredForOutput: boolean;
  readonly inhibitsOutput: boolean;
  /** While it has the member, the job does not start, and is killed if it runs. */
  readonly cancels: boolean;
  /** Output: a job that does not make it has failed. */
  readonly requiredForSuccess: boolean;
  /** Output of records: what each gets where the job has not written it; texts are templates. */
  readonly values?: JsonObject;
  /** Fan-in and group: the least number of members. */
  readonly min: number;
  /** Output: written at its real path, not staged. */
  readonly inPlace: boolean;
  /** Output to a `fallback`: the repository that takes what `repository`, its base, refuses. */
  readonly orElse?: number;
  readonly role?: LinkRole;
}

export type Action =
  | StepAction
  | {
      readonly type: 'tube';
      /** Absolute path of the tube file. */
      readonly file: string;
      /** The tube inputs; process inputs come from the links. */
      readonly input: JsonObject;
      /** The tube file, all that it extends and nests, absolute. */
      readonly files: readonly string[];
      /** The modules that they name, absolute. */
      readonly modules: readonly string[];
    }
  | {
      readonly type: 'steps';
      readonly steps: readonly StepPlan[];
      /** The modules of all functions among them, absolute. */
      readonly modules: readonly string[];
    };

/** A live object that the jobs of a task are handed. */
export interface AssetPlan {
  /** The name that the task has for it. */
  readonly name: string;
  /** Its full name in the pipeline. */
  readonly id: string;
  /** Absolute path of its module. */
  readonly module: string;
  readonly export: string;
  readonly params: JsonObject;
}

export interface TaskPlan {
  readonly id: number;
  readonly name: string;
  readonly at: Location;
  readonly description?: string;
  readonly action: Action;
  /** Place of the action's text, for faults that are found late. */
  readonly actionAt: Location;
  /** Where its templates stand, for values that turn out not to fit them. */
  readonly templates: readonly TemplatePlace[];
  readonly links: readonly LinkPlan[];
  /** What functions and tubes are handed besides. */
  readonly assets?: readonly AssetPlan[];
  /** The fields that templates may name besides `key`; from the first required same-key link. */
  readonly fields: readonly string[];
  /**
   * Parameters that its templates use, after defaults and `--param`, and null for ports of the recipe that are not linked.
   * Functions get all of the task's own.
   */
  readonly params: JsonObject;
  /** Dotted paths in `params` whose values a generator makes for each attempt: the generator's name. */
  readonly generated?: Readonly<Record<string, string>>;
  /** Declared variables with their value, a template. */
  readonly env: Readonly<Record<string, string>>;
  /** Relative to the root; '' is the root. */
  readonly cwd: string;
  /** Absolute folder of the recipe's file, for `recipe.dir`; the pipeline's own for inline tasks. */
  readonly recipeDir: string;
  /**
   * Files that count, as globs relative to the root, `!` for those left out: the task's `sources:`, then the recipe's and
   * what it names as `{{ recipe.dir }}/FILE`. The recipe's own file is not among them.
   */
  readonly sources: readonly string[];
  /** Names to look up on PATH; one with a slash is a path relative to the root. */
  readonly tools: readonly string[];
  readonly depfile: 'none' | 'make';
  readonly timeoutMs?: number;
  readonly retry: RetryPlan;
  readonly rerun: 'changed' | 'once' | 'always';
  /** What becomes of a job whose inputs change while it runs; without it the job may end, and runs again. */
  readonly onChange?: 'restart';
  readonly failureOk: boolean;
  /** Gates nobody, takes no slot of other jobs, and succeeds when its timeout ends it. */
  readonly longRunning?: true;
  readonly replicas?: ReplicaPlan;
  /** Its jobs are processes that stay: services. */
  readonly service?: ReadyPlan;
  /** `default: false` keeps it out of builds without targets. */
  readonly isDefault: boolean;
  readonly disabled: boolean;
  /** What jobs start with; `ranking` says how each gets its own. */
  readonly priority: number;
  readonly ranking?: RankingPlan;
  readonly pool: string;
  readonly quota: Quantities;
  /** What a job takes of the pool once it has failed. */
  readonly fallbackQuota?: Quantities;
  readonly maxConcurrent?: number;
  /** Standard error goes where standard output goes. */
  readonly joinsStreams?: true;
  readonly exitCodes: ExitCodes;
  /** What records must be that jobs read, by the names of their links. */
  readonly takes?: Readonly<Record<string, Port>>;
  /** What jobs may emit through `$PIPE_OUT`: values, and records by the names of their links. */
  readonly emits?: PortNamespace;
  /** Ids of the tasks that must be closed or ended before this one's jobs, by repository. */
  readonly dependsOn: readonly number[];
}

/** How the priority of a job is worked out from its inputs. */
export type RankingPlan =
  | {
      readonly type: 'template';
      readonly text: string;
      /** Those that it uses; unlike the task's they do not count. */
      readonly params: JsonObject;
      readonly at: Location;
    }
  | { readonly type: 'function'; readonly module: string; readonly export: string; readonly at: Location };

/** Of replica `n`, from 0: `(priority - addend × n) × factor^n`, or divided by that where it is negative. */
export interface ReplicaPlan {
  /** The first included. */
  readonly most?: number;
  readonly factor: number;
  readonly addend: number;
}

export interface RetryPlan {
  /** 1 is no retry. */
  readonly attempts: number;
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  /**
   * Statuses that are retried; none means any failure. `timeout` stands for the timeout, `MISSING_OUTPUT` and
   * `INVALID_OUTPUT` for what the check of the outputs finds.
   */
  readonly on: readonly (number | 'timeout' | 'MISSING_OUTPUT' | 'INVALID_OUTPUT')[];
}
