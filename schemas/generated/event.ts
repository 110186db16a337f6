// Made by recipes/schema-types/generate.ts from event.schema.json; do not edit.

/**
 * One line of `--reporter json`: what the engine says while it works.
 */
export type Event =
  | BuildStartEvent
  | WaitingForLockEvent
  | JobStartEvent
  | JobOutputEvent
  | JobEndEvent
  | ReplicaEvent
  | JobPlannedEvent
  | PrunedEvent
  | WarningEvent
  | WatchEvent
  | ServiceEvent
  | DiagnosticEvent
  | TaskEndEvent
  | BuildEndEvent;
/**
 * Why a job runs.
 */
export type Reason =
  | ForcedReason
  | NeverBuiltReason
  | AlwaysReason
  | RecordLostReason
  | NotReusableReason
  | DefinitionChangedReason
  | InputAddedReason
  | InputChangedReason
  | InputRemovedReason
  | DiscoveredChangedReason
  | DiscoveredRemovedReason
  | OutputMissingReason
  | OutputChangedReason
  | UpstreamReason;
/**
 * What went wrong with a job.
 */
export type JobFailure =
  | ExitFailure
  | SignalFailure
  | TimeoutFailure
  | KilledFailure
  | MissingInputFailure
  | MissingOutputFailure
  | UnexpectedOutputFailure
  | InvalidInputFailure
  | InvalidOutputFailure
  | EmissionFailure
  | UndeclaredInputFailure
  | InputTakenFailure
  | StrayInTheWayFailure
  | UnsureFailure
  | RenderFailure
  | ExceptionFailure
  | SystemFailure;

/**
 * A build begins.
 */
export interface BuildStartEvent {
  /**
   * Says which one it is.
   */
  type: 'build-start';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  /**
   * The pipeline's name.
   */
  pipeline: string;
  /**
   * What is asked for; none means all.
   *
   * Items: One of them.
   */
  targets: string[];
  /**
   * Nothing is run, only planned.
   */
  dryRun: boolean;
  /**
   * How many jobs may run at once.
   */
  slots: number;
}
/**
 * Another build holds the folder.
 */
export interface WaitingForLockEvent {
  /**
   * Says which one it is.
   */
  type: 'waiting-for-lock';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  /**
   * Who does.
   */
  holder: string;
}
/**
 * An attempt of a job begins.
 */
export interface JobStartEvent {
  /**
   * Says which one it is.
   */
  type: 'job-start';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  job: JobName;
  /**
   * 1 for the first.
   */
  attempt: number;
  reason: Reason;
}
/**
 * A task and a key.
 */
export interface JobName {
  /**
   * The task's name.
   */
  task: string;
  /**
   * The job's key; empty for the only job of a task without keys.
   */
  key: string;
}
/**
 * It was asked for.
 */
export interface ForcedReason {
  /**
   * Says which one it is.
   */
  type: 'forced';
}
/**
 * It has no record of a success.
 */
export interface NeverBuiltReason {
  /**
   * Says which one it is.
   */
  type: 'never-built';
}
/**
 * The task says `rerun: always`.
 */
export interface AlwaysReason {
  /**
   * Says which one it is.
   */
  type: 'always';
}
/**
 * What is remembered of it cannot be read.
 */
export interface RecordLostReason {
  /**
   * Says which one it is.
   */
  type: 'record-lost';
  /**
   * What is lost.
   */
  detail: string;
}
/**
 * Its last success ended with a status whose exit code has `invalidates_cache`.
 */
export interface NotReusableReason {
  /**
   * Says which one it is.
   */
  type: 'not-reusable';
}
/**
 * What the task does is not what it was.
 */
export interface DefinitionChangedReason {
  /**
   * Says which one it is.
   */
  type: 'definition-changed';
  /**
   * What differs.
   */
  part: string;
  /**
   * What it was.
   */
  before?: string;
  /**
   * What it is.
   */
  after?: string;
}
/**
 * A member that was not read before.
 */
export interface InputAddedReason {
  /**
   * Says which one it is.
   */
  type: 'input-added';
  /**
   * The link's name.
   */
  link: string;
  /**
   * The member's key.
   */
  key: string;
  /**
   * The member's path.
   */
  path?: string;
}
/**
 * A member with another content.
 */
export interface InputChangedReason {
  /**
   * Says which one it is.
   */
  type: 'input-changed';
  /**
   * The link's name.
   */
  link: string;
  /**
   * The member's key.
   */
  key: string;
  /**
   * The member's path.
   */
  path?: string;
  /**
   * The recorded fingerprint.
   */
  before: string;
  /**
   * Today's fingerprint.
   */
  after: string;
}
/**
 * A member that is gone.
 */
export interface InputRemovedReason {
  /**
   * Says which one it is.
   */
  type: 'input-removed';
  /**
   * The link's name.
   */
  link: string;
  /**
   * The member's key.
   */
  key: string;
  /**
   * The member's path.
   */
  path?: string;
}
/**
 * A file from its depfile.
 */
export interface DiscoveredChangedReason {
  /**
   * Says which one it is.
   */
  type: 'discovered-changed';
  /**
   * The member's path.
   */
  path: string;
}
/**
 * A file from its depfile is gone.
 */
export interface DiscoveredRemovedReason {
  /**
   * Says which one it is.
   */
  type: 'discovered-removed';
  /**
   * The member's path.
   */
  path: string;
}
/**
 * An output is not there.
 */
export interface OutputMissingReason {
  /**
   * Says which one it is.
   */
  type: 'output-missing';
  /**
   * The link's name.
   */
  link: string;
  /**
   * The member's key.
   */
  key: string;
  /**
   * The member's path.
   */
  path?: string;
}
/**
 * An output was changed by another hand.
 */
export interface OutputChangedReason {
  /**
   * Says which one it is.
   */
  type: 'output-changed';
  /**
   * The link's name.
   */
  link: string;
  /**
   * The member's key.
   */
  key: string;
  /**
   * The member's path.
   */
  path?: string;
}
/**
 * An input's job runs first; the content may turn out the same.
 */
export interface UpstreamReason {
  /**
   * Says which one it is.
   */
  type: 'upstream';
  /**
   * The link's name.
   */
  link: string;
  /**
   * The member's key.
   */
  key: string;
  /**
   * That job.
   */
  job: string;
}
/**
 * A running job has emitted a value for one of its output ports.
 */
export interface JobOutputEvent {
  /**
   * Says which one it is.
   */
  type: 'job-output';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  job: JobName;
  /**
   * 1 for the first.
   */
  attempt: number;
  /**
   * The dotted path of the output port.
   */
  port: string;
  /**
   * The value.
   */
  value: {
    [k: string]: unknown;
  };
}
/**
 * An attempt of a job has ended.
 */
export interface JobEndEvent {
  /**
   * Says which one it is.
   */
  type: 'job-end';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  job: JobName;
  /**
   * 1 for the first.
   */
  attempt: number;
  /**
   * How it ended; after `retry` another attempt follows. `dropped`: its key went while it ran, so that its failure counts for nothing.
   */
  outcome: 'succeeded' | 'failed' | 'killed' | 'retry' | 'dropped';
  /**
   * Milliseconds.
   */
  durationMs: number;
  /**
   * Whether any output's content differs from before.
   */
  changed: boolean;
  exit?: NamedExit;
  /**
   * What the job emitted, by the names of its output ports, as far as it was valid.
   */
  outputs?: {
    [k: string]: unknown;
  };
  failure?: JobFailure;
  /**
   * Path of the log relative to the pipeline's folder, if the job wrote anything.
   */
  log?: string;
}
/**
 * The status that a job ended with, and its name and meaning.
 */
export interface NamedExit {
  /**
   * The status.
   */
  status: number;
  /**
   * Its name in the recipe.
   */
  name?: string;
  /**
   * Its meaning in the recipe.
   */
  message?: string;
}
/**
 * The command ended with a status that is not accepted.
 */
export interface ExitFailure {
  /**
   * Says which one it is.
   */
  type: 'exit';
  /**
   * The status.
   */
  status: number;
  /**
   * Its name in the recipe.
   */
  name?: string;
  /**
   * Its meaning in the recipe.
   */
  message?: string;
}
/**
 * The command was ended by a signal.
 */
export interface SignalFailure {
  /**
   * Says which one it is.
   */
  type: 'signal';
  /**
   * Its name.
   */
  signal: string;
}
/**
 * It ran too long and was killed.
 */
export interface TimeoutFailure {
  /**
   * Says which one it is.
   */
  type: 'timeout';
  /**
   * Milliseconds.
   */
  afterMs: number;
}
/**
 * It was killed on purpose.
 */
export interface KilledFailure {
  /**
   * Says which one it is.
   */
  type: 'killed';
  /**
   * Who did it.
   */
  by: string;
}
/**
 * A file or folder that the pipeline names outright, and that no task makes, is not there.
 */
export interface MissingInputFailure {
  /**
   * Says which one it is.
   */
  type: 'missing-input';
  /**
   * The link's name.
   */
  link: string;
  /**
   * The path.
   */
  path: string;
  /**
   * What lies there instead.
   */
  found: 'nothing' | 'file' | 'folder' | 'dangling-link' | 'special-file';
}
/**
 * A declared output was not written.
 */
export interface MissingOutputFailure {
  /**
   * Says which one it is.
   */
  type: 'missing-output';
  /**
   * The link's name.
   */
  link: string;
  /**
   * The member's path.
   */
  path: string;
}
/**
 * A file in a fan-out's folder does not match its pattern.
 */
export interface UnexpectedOutputFailure {
  /**
   * Says which one it is.
   */
  type: 'unexpected-output';
  /**
   * The link's name.
   */
  link: string;
  /**
   * The member's path.
   */
  path: string;
  /**
   * What it should match.
   */
  pattern: string;
}
/**
 * A record is not what the recipe's port takes; the job was not started.
 */
export interface InvalidInputFailure {
  /**
   * Says which one it is.
   */
  type: 'invalid-input';
  /**
   * The dotted path of the part that is wrong, from the link's name on.
   */
  link: string;
  /**
   * Path of the record, or its key.
   */
  path: string;
  /**
   * One sentence.
   */
  message: string;
}
/**
 * An output is not what its repository holds.
 */
export interface InvalidOutputFailure {
  /**
   * Says which one it is.
   */
  type: 'invalid-output';
  /**
   * The link's name.
   */
  link: string;
  /**
   * The member's path.
   */
  path: string;
  /**
   * One sentence.
   */
  message: string;
}
/**
 * What the job emitted through `$PIPE_OUT` is not what its output ports say.
 */
export interface EmissionFailure {
  /**
   * Says which one it is.
   */
  type: 'emission';
  /**
   * A line that is no JSON object, a name that is no output, a value that the port refuses, a required value that was not emitted, an output that was both written and emitted.
   */
  problem: 'no-json' | 'unknown' | 'invalid' | 'missing' | 'twice';
  /**
   * The dotted path of the output port.
   */
  port: string;
  /**
   * What is wrong, in words.
   */
  message: string;
  /**
   * Of what was emitted, from 1.
   */
  line?: number;
}
/**
 * The depfile names a member of another task's repository.
 */
export interface UndeclaredInputFailure {
  /**
   * Says which one it is.
   */
  type: 'undeclared-input';
  /**
   * The member's path.
   */
  path: string;
  /**
   * Whose member it is.
   */
  repository: string;
}
/**
 * The job moved an input into its outputs; it was put back to its place.
 */
export interface InputTakenFailure {
  /**
   * Says which one it is.
   */
  type: 'input-taken';
  /**
   * The member's path.
   */
  path: string;
}
/**
 * A file that pipe did not make lies where an output belongs.
 */
export interface StrayInTheWayFailure {
  /**
   * Says which one it is.
   */
  type: 'stray-in-the-way';
  /**
   * The member's path.
   */
  path: string;
}
/**
 * An input changes while the job runs.
 */
export interface UnsureFailure {
  /**
   * Says which one it is.
   */
  type: 'unsure';
  /**
   * The member's path.
   */
  path: string;
}
/**
 * A template could not be rendered.
 */
export interface RenderFailure {
  /**
   * Says which one it is.
   */
  type: 'render';
  /**
   * One sentence.
   */
  message: string;
  /**
   * Of the part of the template that cannot be filled in: file, line and column. The file is relative to the pipeline's folder.
   */
  at?: string;
}
/**
 * A function threw.
 */
export interface ExceptionFailure {
  /**
   * Says which one it is.
   */
  type: 'exception';
  /**
   * One sentence.
   */
  message: string;
  /**
   * Where.
   */
  stack?: string;
}
/**
 * The operating system refused something.
 */
export interface SystemFailure {
  /**
   * Says which one it is.
   */
  type: 'system';
  /**
   * Its code.
   */
  code: string;
  /**
   * One sentence.
   */
  message: string;
  /**
   * The member's path.
   */
  path?: string;
}
/**
 * A further process of a job that runs.
 */
export interface ReplicaEvent {
  /**
   * Says which one it is.
   */
  type: 'replica';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  job: JobName;
  /**
   * Its number; the job's first process is 0 and is told of as the job.
   */
  replica: number;
  /**
   * It was started, has ended well or not, or had to make room for another job.
   */
  what: 'started' | 'ended' | 'failed' | 'yielded';
}
/**
 * Dry run: a job that would run.
 */
export interface JobPlannedEvent {
  /**
   * Says which one it is.
   */
  type: 'job-planned';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  job: JobName;
  /**
   * Why; the first counts.
   */
  reasons: Reason[];
  /**
   * False where early cut-off may spare it.
   */
  certain: boolean;
}
/**
 * Outputs of a job that is no more were removed.
 */
export interface PrunedEvent {
  /**
   * Says which one it is.
   */
  type: 'pruned';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  job: JobName;
  /**
   * What was removed.
   *
   * Items: One of them.
   */
  paths: string[];
}
/**
 * Something that should be known and stops nothing.
 */
export interface WarningEvent {
  /**
   * Says which one it is.
   */
  type: 'warning';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  /**
   * A stable kebab-case code.
   */
  code: string;
  /**
   * One sentence.
   */
  message: string;
  job?: JobName;
}
/**
 * What a watch does between its builds.
 */
export interface WatchEvent {
  /**
   * Says which one it is.
   */
  type: 'watch';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  /**
   * `watching`: everything is watched from now on. `idle`: nothing is left to do. `reloaded`: the pipeline's files changed and are taken up. `kept`: they have faults, so the last good pipeline goes on. `mended`: they are valid again and say what they said before. `scanned`: everything was looked at anew. `paused`, `resumed`: by a key.
   */
  what: 'watching' | 'idle' | 'reloaded' | 'kept' | 'mended' | 'scanned' | 'paused' | 'resumed';
  /**
   * More about it, for a person.
   */
  detail: string;
}
/**
 * A service was started, is ready, or ended.
 */
export interface ServiceEvent {
  /**
   * Says which one it is.
   */
  type: 'service';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  job: JobName;
  /**
   * `starting`: its process is about to run. `ready`: jobs that need it may run. `failed`: it ended by itself, or did not get ready. `stopped`: nobody needs it any more, or it makes room for its next start.
   */
  what: 'starting' | 'ready' | 'failed' | 'stopped';
  /**
   * More about it, for a person.
   */
  detail: string;
  /**
   * Milliseconds since it was started.
   */
  durationMs: number;
  /**
   * Where what it prints goes, relative to the pipeline's folder.
   */
  log: string;
}
/**
 * A fault in a file.
 */
export interface DiagnosticEvent {
  /**
   * Says which one it is.
   */
  type: 'diagnostic';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  diagnostic: Diagnostic;
}
/**
 * A fault in something the user wrote.
 */
export interface Diagnostic {
  /**
   * A stable kebab-case code.
   */
  code: string;
  /**
   * Whether it stops the build.
   */
  severity: 'error' | 'warning';
  /**
   * One sentence.
   */
  message: string;
  location?: Location;
  /**
   * What would have been right.
   */
  expected?: string;
  /**
   * The remedy.
   */
  hint?: string;
  /**
   * Further places.
   */
  related?: RelatedPlace[];
}
/**
 * A place in a file; lines and columns count from 1, the end is exclusive.
 */
export interface Location {
  /**
   * Absolute path.
   */
  file: string;
  /**
   * The line.
   */
  line: number;
  /**
   * In UTF-16 code units.
   */
  col: number;
  /**
   * Where it ends.
   */
  endLine?: number;
  /**
   * Where it ends.
   */
  endCol?: number;
}
/**
 * A further place that belongs to a fault.
 */
export interface RelatedPlace {
  /**
   * What it has to do with it.
   */
  message: string;
  location: Location;
}
/**
 * Nothing more is to come from a task.
 */
export interface TaskEndEvent {
  /**
   * Says which one it is.
   */
  type: 'task-end';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  counts: TaskCounts;
}
/**
 * How many jobs of a task are in which state.
 */
export interface TaskCounts {
  /**
   * The task's name.
   */
  task: string;
  /**
   * All that are known so far.
   */
  total: number;
  /**
   * Nothing to do.
   */
  upToDate: number;
  /**
   * Ran and succeeded.
   */
  succeeded: number;
  /**
   * Ran and failed, or was killed.
   */
  failed: number;
  /**
   * Wait for a job that failed.
   */
  blocked: number;
  /**
   * Lack a member.
   */
  notReady: number;
  /**
   * Run now.
   */
  running: number;
  /**
   * Are to be decided or started.
   */
  waiting: number;
}
/**
 * A build has ended.
 */
export interface BuildEndEvent {
  /**
   * Says which one it is.
   */
  type: 'build-end';
  /**
   * Milliseconds since 1970.
   */
  time: number;
  summary: BuildSummary;
}
/**
 * What came of a build.
 */
export interface BuildSummary {
  /**
   * How it ended.
   */
  outcome: 'done' | 'failed' | 'interrupted' | 'refused';
  /**
   * Milliseconds.
   */
  durationMs: number;
  /**
   * Their jobs by state.
   */
  tasks: TaskCounts[];
  /**
   * The jobs that failed.
   */
  failures: FailedJob[];
  /**
   * Jobs that lack something, at most 100.
   */
  notReady: NotReadyJob[];
  /**
   * How many outputs were removed.
   */
  pruned: number;
  /**
   * How many there were.
   */
  warnings: number;
  refusal?: BuildFailure;
}
/**
 * A job that failed.
 */
export interface FailedJob {
  job: JobName;
  failure: JobFailure;
  /**
   * Path of the log relative to the pipeline's folder, if the job wrote anything.
   */
  log?: string;
  /**
   * How many jobs could not run because of it.
   */
  blocks: number;
}
/**
 * A job that lacks a member.
 */
export interface NotReadyJob {
  job: JobName;
  /**
   * The link that lacks it.
   */
  link: string;
  /**
   * What is missing.
   */
  detail: string;
}
/**
 * A build that could not start or go on, though the pipeline is valid.
 */
export interface BuildFailure {
  /**
   * Says which one it is.
   */
  type: 'build-failure';
  /**
   * A stable kebab-case code.
   */
  code: string;
  /**
   * One sentence.
   */
  message: string;
  /**
   * The remedy.
   */
  hint?: string;
}
