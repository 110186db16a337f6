// Made by recipes/schema-types/generate.ts from pipeline.schema.json; do not edit.

/**
 * A pipeline file, or with `as:` the prefix that its names get.
 */
export type Include =
  | string
  | {
      /**
       * The file, relative to this one.
       */
      path: string;
      as?: PlainName;
    };
/**
 * A name without dots or slashes, so that it cannot be taken for a path.
 */
export type PlainName = string;
/**
 * The name of an environment variable, or the start of several with `*`.
 */
export type VariablePattern = string;
/**
 * A keyed collection.
 */
export type Repository =
  | FileRepository
  | DirectoryRepository
  | RecordRepository
  | CompressedRepository
  | TarRepository
  | TreeRepository
  | MemoryRepository
  | SetRepository
  | UnlessRepository
  | FilterRepository
  | MapRepository
  | RelatedRepository
  | FallbackRepository;
/**
 * `{name}` stands for a part of one segment, `{name**}` for any number of segments; the fields joined by `/` are the key. A path without fields has one member.
 */
export type PathPattern = string;
/**
 * Where a task writes the repository: files that no job made are members too, and a job does not overwrite one.
 */
export type AcceptStrays = boolean;
/**
 * `needed`: a member is made only when a job that must run reads it, and removed after the last one.
 */
export type Keep = 'always' | 'needed';
/**
 * Numbers with the units ms, s, m, h, d, one after the other; a plain number is seconds.
 */
export type Poll = string | number;
/**
 * A JSON Schema file (JSON or YAML) that every record must satisfy.
 */
export type RecordSchema = string;
/**
 * A repository's name, or a path, which has `/`, `.`, `{` or `*` in it. A path that ends in `/` is a directory.
 */
export type RepositoryRef = string;
/**
 * A Liquid condition over `key`, the fields, `path`, `size` and the record.
 */
export type Condition = string;
/**
 * Deleting a member deletes the one behind it.
 */
export type AllowDeletes = boolean;
/**
 * An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.
 */
export type FunctionRef =
  | string
  | {
      /**
       * The module's file.
       */
      module: string;
      /**
       * The name of the export.
       */
      export?: string;
    };
/**
 * A number, or one with a suffix as in Kubernetes: n u m k M G T P E, or Ki Mi Gi Ti Pi Ei.
 */
export type Quantity = number | string;
/**
 * What a job does, one step after another. Each is kept when it has ended, so that a job that was interrupted goes on at its step. Steps see the links and parameters, `ctx`, which earlier steps filled, and `work`, a folder of the job's own.
 *
 * @minItems 1
 */
export type Steps = [Step, ...Step[]];
/**
 * A name that templates can use.
 */
export type Identifier = string;
/**
 * The shell of `run:` with its arguments. By default `/bin/sh -eu`.
 *
 * @minItems 1
 *
 * Items: The shell's path, or an argument.
 */
export type Shell = [string, ...string[]];
/**
 * What a job reads, and what counts for whether it is up to date: a repository, or with details.
 */
export type Input =
  | string
  | {
      from: RepositoryRef;
      type?: PathKind;
      key?: MemberKey;
      keys?: MemberKeys;
      /**
       * Of several members: how many there must be at least.
       */
      min?: number;
      /**
       * Whether a job needs it to be there.
       */
      required_for_start?: boolean;
    };
/**
 * What a path written here names. By default a file, or with a `/` at its end a directory.
 */
export type PathKind = 'file' | 'directory' | 'yaml' | 'json' | 'compressed' | 'tar' | 'tree';
/**
 * Which member: a key with the job's fields in braces, or `link.field` for the key that stands in another link's record.
 */
export type MemberKey = string;
/**
 * Which members: a pattern of keys with the job's fields in braces and `*` or `**` for the rest. For an output also `digest`: the key is the digest of the content.
 */
export type MemberKeys = string;
/**
 * What a job writes: a repository, or with details.
 */
export type Output =
  | string
  | {
      to: RepositoryRef;
      type?: PathKind;
      key?: MemberKey;
      keys?: MemberKeys;
      /**
       * The job writes the real path, not a staged one: for incremental tools, huge trees and formatters.
       */
      in_place?: boolean;
      required_for_success?: RequiredForSuccess;
      cokeyed?: Cokeyed;
      values?: RecordValues;
    };
/**
 * Of an output: whether a job that does not make it has failed; by default yes. Of any other link: tasks that read what this one makes also need this link's member; by default no.
 */
export type RequiredForSuccess = boolean;
/**
 * A name that templates can use.
 */
export type Cokeyed = string;
/**
 * A task whose outputs this one takes over as inputs: its name, or with details.
 */
export type Plug =
  | string
  | {
      task: TaskName;
      /**
       * Which of its outputs become inputs; by default all. The others still have to be there.
       */
      outputs?: Identifier[];
      /**
       * Whether its other links count too: one that is `required_for_output` is required here, one that is `inhibits_output` holds back.
       */
      meta?: boolean;
      translator?: RepositoryRef;
      allow_deletes?: AllowDeletes;
    };
/**
 * Names the task in targets and reports.
 */
export type TaskName = string;
/**
 * What one job takes of its pool while it runs: amounts by their unit. A text such as `50%` is that share of all that the pool `main` has.
 */
export type Quota =
  | {
      /**
       * The pool that it draws on.
       */
      pool?: string;
      cpu?: Amount;
      memory?: Amount;
      [k: string]: Amount | string | undefined;
    }
  | string;
/**
 * A quantity, or a share of what the whole pool has of it, such as `50%`.
 */
export type Amount = number | string;
/**
 * Numbers with the units ms, s, m, h, d, one after the other; a plain number is seconds.
 */
export type Duration = string | number;
/**
 * How often a failed job is tried again in the same build: a number of attempts, or with details.
 */
export type Retry =
  | number
  | {
      /**
       * How many in all; 1 is no retry.
       */
      attempts?: number;
      backoff?: Duration;
      max_backoff?: Duration;
      /**
       * Which failures are tried again: exit statuses, names of exit codes, `timeout` for a timeout. Without it, any failure.
       *
       * @minItems 1
       *
       * Items: An exit status, the name of an exit code, or `timeout`.
       */
      on?: [number | string, ...(number | string)[]];
    };

/**
 * A `pipeline.yaml`: tasks that turn members of some repositories into members of others, and what they share. Every path in it is relative to the file's own folder.
 */
export interface PipelineFile {
  /**
   * The schema of this file, for editors; pipe does not look at it.
   */
  $schema?: string;
  /**
   * What the pipeline is called in reports and in `PIPE_PIPELINE`. By default the name of its folder.
   */
  name?: string;
  /**
   * What the pipeline is for, for people.
   */
  description?: string;
  /**
   * Other pipeline files whose tasks, repositories, parameters, quotas and variables become part of this one. Their paths stay relative to their own folder.
   */
  include?: Include[];
  /**
   * Values that templates of this file's own tasks may name, with their defaults. `--param NAME=VALUE` replaces one; its text is read as the type of the default.
   */
  params?: {
    /**
     * The default value, which also gives the type; or a secret, which is taken from a variable and shown nowhere.
     */
    [k: string]:
      | string
      | number
      | boolean
      | {
          /**
           * Its value is never shown, nor kept: where it would be read, `***` stands.
           */
          secret: true;
          /**
           * The environment variable that holds the value, where pipe is called. Jobs get it only through the parameter.
           */
          env: string;
        };
  };
  /**
   * Environment variables, or `PREFIX*`, that are let through to every job and are part of its definition: a changed value runs the jobs again.
   */
  env?: VariablePattern[];
  /**
   * Environment variables, or `PREFIX*`, that are let through to every job without being part of its definition.
   */
  pass_env?: VariablePattern[];
  /**
   * Keyed collections by name. A path written in a link makes one without a name.
   */
  repositories?: {
    [k: string]: Repository;
  };
  /**
   * Live objects, such as connections, that tasks of the kinds `function` and `tube` are handed. Each is opened at its first use, in the one process that runs the jobs which use any, and closed at the end, the last opened first.
   */
  assets?: {
    [k: string]: Asset;
  };
  /**
   * Limits by the name of their pool. Jobs draw on `main` unless their `quota:` names another `pool:`.
   */
  quotas?: {
    [k: string]: Pool;
  };
  /**
   * What is done, by name. A name has letters, digits, `_`, `-` and `.`.
   */
  tasks?: {
    [k: string]: Task;
  };
  /**
   * Anything; pipe does not look at it. A place for YAML anchors.
   *
   * This interface was referenced by `PipelineFile`'s JSON-Schema definition
   * via the `patternProperty` "^x-".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | string
    | Include[]
    | {
        /**
         * The default value, which also gives the type; or a secret, which is taken from a variable and shown nowhere.
         */
        [k: string]:
          | string
          | number
          | boolean
          | {
              /**
               * Its value is never shown, nor kept: where it would be read, `***` stands.
               */
              secret: true;
              /**
               * The environment variable that holds the value, where pipe is called. Jobs get it only through the parameter.
               */
              env: string;
            };
      }
    | VariablePattern[]
    | {
        [k: string]: Repository;
      }
    | {
        [k: string]: Asset;
      }
    | {
        [k: string]: Pool;
      }
    | {
        [k: string]: Task;
      }
    | undefined;
}
/**
 * Every file whose path matches is a member; a template sees its path.
 */
export interface FileRepository {
  /**
   * Files.
   */
  type: 'file';
  path: PathPattern;
  accept_strays?: AcceptStrays;
  keep?: Keep;
  poll?: Poll;
}
/**
 * Every folder whose path matches is a member, with all that is in it.
 */
export interface DirectoryRepository {
  /**
   * Folders.
   */
  type: 'directory';
  path: PathPattern;
  /**
   * An empty folder is no member.
   */
  discard_empty?: boolean;
  accept_strays?: AcceptStrays;
  keep?: Keep;
  poll?: Poll;
}
/**
 * Every file that matches holds one record; a template sees its fields. Its order of keys, comments and white space do not count.
 */
export interface RecordRepository {
  /**
   * The language of the records.
   */
  type: 'yaml' | 'json';
  path: PathPattern;
  schema?: RecordSchema;
  accept_strays?: AcceptStrays;
  keep?: Keep;
  poll?: Poll;
}
/**
 * Files that lie compressed. A job reads and writes plain files, without the `.gz` or `.zst` of the path; pipe compresses what it made and expands what it reads. Only the plain content counts, so compressing a file again is no change.
 */
export interface CompressedRepository {
  /**
   * Compressed files.
   */
  type: 'compressed';
  path: PathPattern;
  /**
   * How members are compressed when they are written: by default as the path ends, `.gz` or `.zst`. What is read may be either.
   */
  codec?: 'gzip' | 'zstd';
  accept_strays?: AcceptStrays;
  keep?: Keep;
  poll?: Poll;
}
/**
 * Folders that lie as one archive each. A job reads and writes a folder, without the `.tar`, `.tar.gz`, `.tgz` or `.tar.zst` of the path. What it holds counts as in a directory repository: names, contents, links and executable bits.
 */
export interface TarRepository {
  /**
   * Archives of folders.
   */
  type: 'tar';
  path: PathPattern;
  /**
   * How archives are compressed when they are written: by default as the path ends, so a `.tar` is not. What is read may be any.
   */
  codec?: 'gzip' | 'zstd';
  accept_strays?: AcceptStrays;
  keep?: Keep;
  poll?: Poll;
}
/**
 * Folders that lie as a record of what they hold, with the content of every file stored once under its SHA-256, however many folders have it. A job reads and writes a folder, without the `.tree.json`, `.tree` or `.json` of the path.
 */
export interface TreeRepository {
  /**
   * Folders with shared contents.
   */
  type: 'tree';
  path: PathPattern;
  /**
   * The folder of the contents, by default `.blobs` in the folder that the path starts with. It belongs to this pipeline: contents that no tree of it names are removed.
   */
  blobs?: string;
  accept_strays?: AcceptStrays;
  keep?: Keep;
  poll?: Poll;
}
/**
 * Records that live as long as the build: made when a consumer needs them, gone afterwards.
 */
export interface MemoryRepository {
  /**
   * Memory.
   */
  type: 'memory';
  schema?: RecordSchema;
  accept_strays?: AcceptStrays;
}
/**
 * The keys that all (`and`) or any (`or`) of the named repositories have; a value has one field for each of them.
 */
export interface SetRepository {
  /**
   * All of them, or any.
   */
  type: 'and' | 'or';
  /**
   * The repositories, by the name that their part of the value gets.
   */
  of: {
    [k: string]: RepositoryRef;
  };
}
/**
 * The members of one repository whose key another does not have.
 */
export interface UnlessRepository {
  /**
   * Difference.
   */
  type: 'unless';
  of: RepositoryRef;
  unless: RepositoryRef;
}
/**
 * The members of one repository for which a condition holds.
 */
export interface FilterRepository {
  /**
   * Filter.
   */
  type: 'filter';
  of: RepositoryRef;
  where: Condition;
  allow_deletes?: AllowDeletes;
}
/**
 * The members of one repository with another value.
 */
export interface MapRepository {
  /**
   * Map.
   */
  type: 'map';
  of: RepositoryRef;
  /**
   * A template of the new value, over `key`, the fields, `path`, `size` and the record.
   */
  value?: string;
  function?: FunctionRef;
  where?: Condition;
  allow_deletes?: AllowDeletes;
}
/**
 * Members of one repository under other keys: the record that `translator` has for a key is the key of the member.
 */
export interface RelatedRepository {
  /**
   * Related.
   */
  type: 'related';
  of: RepositoryRef;
  translator: RepositoryRef;
  allow_deletes?: AllowDeletes;
}
/**
 * The members of one repository, and of another those whose key the first does not have. A task may write it: what the first refuses, such as a record that does not satisfy its schema, goes to the other.
 */
export interface FallbackRepository {
  /**
   * Fallback.
   */
  type: 'fallback';
  of: RepositoryRef;
  fallback: RepositoryRef;
}
/**
 * A live object.
 */
export interface Asset {
  /**
   * What makes it, `MODULE#EXPORT`: a class (closed by `Symbol.asyncDispose` or `Symbol.dispose`), a function, a generator function (set-up, `yield` the object, tear-down), a class that extends `Asset`, or what `defineAsset` gives.
   */
  type: string;
  /**
   * Its arguments by their names. A text may be a template over the pipeline's parameters.
   */
  params?: {
    /**
     * Any value.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
}
/**
 * How much the jobs that run at one time may take together.
 */
export interface Pool {
  cpu?: Quantity;
  memory?: Quantity;
  /**
   * How many jobs may start in a window of time: a number, `/`, and `s`, `min`, `h`, `d` or a duration. `100/min` lets 100 start within any minute; those that an earlier call of pipe started count too.
   */
  launches?: string;
  [k: string]: Quantity | string | undefined;
}
/**
 * What to do once per key. Exactly one of `use`, `run`, `exec`, `function`, `tube` and `steps` says how.
 */
export interface Task {
  /**
   * What the task does, for people.
   */
  description?: string;
  /**
   * A recipe's file, or the name of a built-in one.
   */
  use?: string;
  /**
   * A template of shell text. Values are quoted as the place needs.
   */
  run?: string;
  /**
   * A program and its arguments, each a template, run without a shell.
   *
   * @minItems 1
   *
   * Items: The program, or one argument.
   */
  exec?: [string, ...string[]];
  function?: FunctionRef;
  steps?: Steps;
  /**
   * A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.
   */
  tube?: string;
  /**
   * Live objects of the pipeline's `assets:` that the function or tube is handed, by their names.
   */
  assets?: Identifier[];
  shell?: Shell;
  /**
   * Where jobs run. By default the root pipeline's folder.
   */
  cwd?: string;
  /**
   * What jobs read, by the name that templates use.
   */
  inputs?: {
    [k: string]: Input;
  };
  /**
   * What jobs write, by the name that templates use.
   */
  outputs?: {
    [k: string]: Output;
  };
  /**
   * Ties to repositories in the general form.
   */
  links?: {
    [k: string]: Link;
  };
  /**
   * Tasks whose outputs this one takes over as inputs, together with what else their links ask of a consumer.
   *
   * @minItems 1
   */
  plug?: [Plug, ...Plug[]];
  /**
   * Values for the recipe's parameters, or that this task's templates may name. A text may be a template over the pipeline's parameters.
   */
  params?: {
    /**
     * Any value; a recipe checks it against the port.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
  env?: Environment;
  stdin?: Input;
  stdout?: Output;
  stderr?: Output;
  logs?: Output;
  done?: Output;
  live?: Output;
  quota?: Quota;
  fallback_quota?: Quota;
  /**
   * Jobs of a higher one start first: a number, a template that renders as one, or a function that returns one. It is worked out when a job could start, and never makes a job out of date.
   */
  priority?:
    | number
    | string
    | {
        function: FunctionRef;
      };
  timeout?: Duration;
  retry?: Retry;
  /**
   * When a job that succeeded runs again: when something changed, never while it is done, or in every build.
   */
  rerun?: 'changed' | 'once' | 'always';
  /**
   * In a watch: what becomes of a job whose inputs change while it runs. Either way its result is dropped and it runs again: `queue` lets it end first, `restart` kills it at once.
   */
  on_change?: 'queue' | 'restart';
  /**
   * Consumers start even after this task's job failed.
   */
  failure_ok?: boolean;
  /**
   * The job is a process that stays, such as a server: it is started when a job that `needs` it must run, in a watch at once, and ended with the build or the watch. It has no outputs.
   */
  service?: boolean;
  ready_when?: ReadyWhen;
  /**
   * Services that have to be ready while this task's jobs run. What a service is started from counts as an input.
   *
   * Items: The name of a task with `service: true`.
   */
  needs?: string[];
  /**
   * Jobs run for as long as they like, such as a fuzzer or a crawler: no consumer waits for them, they take no slot of other jobs, and to be ended by their `timeout` is their success.
   */
  long_running?: boolean;
  /**
   * Whether a build without targets includes the task.
   */
  default?: boolean;
  /**
   * The task is checked but never run, and owns nothing.
   */
  disabled?: boolean;
  /**
   * Programs whose file's content is part of the definition.
   *
   * Items: A program's name on the PATH, or its path.
   */
  tools?: string[];
  /**
   * Further files, as globs, that every job of the task depends on; `!` takes out.
   *
   * Items: A path with `*` and `**`, or with `!` one that is left out.
   */
  sources?: string[];
  /**
   * `make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.
   */
  depfile?: 'make' | 'none';
  /**
   * How many jobs of the task may run at once.
   */
  max_concurrent?: number;
  /**
   * A job may run several times at once as long as no other needs the room. `PIPE_REPLICA` and `REPLICA_ID` number its replicas from 0, and it succeeds when all of them have.
   */
  replicable?: boolean;
  /**
   * How many replicas of one job may run at once, the first included. By default as many as there is room for.
   */
  max_replicas?: number;
  /**
   * Replica `n` has the job's priority times this `n` times over, so that other jobs' replicas come before it.
   */
  priority_factor?: number;
  /**
   * Replica `n` has the job's priority less `n` times this, before `priority_factor`.
   */
  priority_addend?: number;
  exit_codes?: ExitCodes;
}
/**
 * A command, a function, a recipe to launch, a choice, a loop, or the end.
 */
export interface Step {
  /**
   * What the step is called where its position is shown.
   */
  name?: string;
  /**
   * A template of shell text. What it appends to the file `$PIPE_CTX`, a JSON object a line, goes into the context.
   */
  run?: string;
  /**
   * A program and its arguments, each a template, run without a shell.
   *
   * @minItems 1
   *
   * Items: The program, or one argument.
   */
  exec?: [string, ...string[]];
  /**
   * The shell of `run:` with its arguments. By default `/bin/sh -eu`.
   *
   * @minItems 1
   *
   * Items: The shell's path, or an argument.
   */
  shell?: [string, ...string[]];
  function?: FunctionRef;
  /**
   * A recipe that runs as a child of the job; the next step waits for it.
   */
  launch?: string;
  /**
   * Launches that run beside each other; the next step waits for all of them. If one fails, the others are ended.
   *
   * @minItems 1
   */
  together?: [Launch, ...Launch[]];
  /**
   * What the launched recipe reads, by port. A text is a template; one that is only `{{ … }}` gives the value as it is.
   */
  inputs?: {
    /**
     * A path, or for a record its value.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * Parameters of the launched recipe, as under `inputs`.
   */
  params?: {
    /**
     * A value, or a template of one.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * Where the launched recipe writes, by port, each a template of a path. Without an entry it is a file in a folder of the child's own.
   */
  outputs?: {
    /**
     * A template of the path.
     */
    [k: string]: string;
  };
  /**
   * The name in the context for what the child leaves: the paths of its outputs by their ports, and its own context.
   */
  into?: string;
  /**
   * Whether it goes to the end of a list there, rather than in its place.
   */
  append?: boolean;
  /**
   * A condition; `then` runs if it holds, else the first of `elif` that does, else `else`.
   */
  if?: string;
  then?: Steps;
  /**
   * Further conditions, in order.
   *
   * @minItems 1
   *
   * Items: A condition with its steps.
   */
  elif?: [
    {
      /**
       * A condition.
       */
      if: string;
      then: Steps;
    },
    ...{
      /**
       * A condition.
       */
      if: string;
      then: Steps;
    }[]
  ];
  else?: Steps;
  /**
   * A condition; `do` runs as long as it holds.
   */
  while?: string;
  do?: Steps;
  /**
   * Ends the job: with success for 0 or nothing, else with that exit status.
   */
  return?: number | null;
}
/**
 * A recipe that runs as one of several children.
 */
export interface Launch {
  /**
   * What the step is called where its position is shown.
   */
  name?: string;
  /**
   * A recipe that runs as a child of the job; the next step waits for it.
   */
  launch: string;
  /**
   * What the launched recipe reads, by port. A text is a template; one that is only `{{ … }}` gives the value as it is.
   */
  inputs?: {
    /**
     * A path, or for a record its value.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * Parameters of the launched recipe, as under `inputs`.
   */
  params?: {
    /**
     * A value, or a template of one.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * Where the launched recipe writes, by port, each a template of a path. Without an entry it is a file in a folder of the child's own.
   */
  outputs?: {
    /**
     * A template of the path.
     */
    [k: string]: string;
  };
  /**
   * The name in the context for what the child leaves: the paths of its outputs by their ports, and its own context.
   */
  into?: string;
  /**
   * Whether it goes to the end of a list there, rather than in its place.
   */
  append?: boolean;
}
/**
 * Fields that each record made here gets where the job has not written them; lists are joined. Texts are templates over what the job's own texts may name.
 */
export interface RecordValues {
  /**
   * Any value.
   */
  [k: string]: {
    [k: string]: unknown;
  };
}
/**
 * The general form, with every disposition.
 */
export interface Link {
  repository: RepositoryRef;
  type?: PathKind;
  key?: MemberKey;
  keys?: MemberKeys;
  /**
   * Of several members: how many there must be at least.
   */
  min?: number;
  /**
   * An output that is written at its real path, not staged.
   */
  in_place?: boolean;
  /**
   * The job reads it, and a change runs the job again.
   */
  is_input?: boolean;
  /**
   * The job writes it; it is staged, checked and committed.
   */
  is_output?: boolean;
  /**
   * Written at every end of a job, also after a failure; never makes a job out of date.
   */
  is_status?: boolean;
  /**
   * There is no job without it. By default as `is_input`.
   */
  required_for_start?: boolean;
  /**
   * There is no job for a key that it has. A path with `*` holds every job back while it has any member, a group the jobs of that group.
   */
  inhibits_start?: boolean;
  /**
   * A task plugged onto this one needs it. By default as `is_output`.
   */
  required_for_output?: boolean;
  /**
   * A task plugged onto this one is held back by it.
   */
  inhibits_output?: boolean;
  required_for_success?: RequiredForSuccess;
  /**
   * While it has the member, the job does not start, and is killed if it runs. What the job made before stays; what waits for the job is blocked.
   */
  cancels?: boolean;
  cokeyed?: Cokeyed;
  values?: RecordValues;
}
/**
 * Variables that jobs get; the values are templates and part of the definition.
 */
export interface Environment {
  /**
   * The value, a template.
   */
  [k: string]: string | number | boolean;
}
/**
 * When a service counts as ready; all of it has to hold. Without it a service is ready as soon as it is started.
 */
export interface ReadyWhen {
  /**
   * A regular expression that a line of what it prints fits.
   */
  line?: string;
  /**
   * A TCP port of this machine that takes connections.
   */
  port?: number;
  /**
   * A file, such as a socket, that is made or written anew.
   */
  file?: string;
}
/**
 * Names and meanings of exit statuses: shown when a job ends with one, and what then becomes of it.
 */
export interface ExitCodes {
  /**
   * One exit status.
   */
  [k: string]: {
    /**
     * The number.
     */
    status: number;
    /**
     * What it means.
     */
    message: string;
    /**
     * The job succeeds with it as with 0: its outputs are checked and kept. Part of the definition.
     */
    ok?: boolean;
    /**
     * Whether `retry:` tries a job again that failed with it. `false` is for what another attempt cannot mend.
     */
    retry?: boolean;
    /**
     * Of a status that counts as success: the job is not up to date after it, and runs again in the next build. A failed job does so in any case.
     */
    invalidates_cache?: boolean;
  };
}
