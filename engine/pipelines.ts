// What the library offers for pipelines, which is all that most commands load. Knows no tube and no command line.
export { openPipeline } from './session/session.ts';
export { StateError } from './session/dry-run.ts';
export { compilePipeline as checkPipeline, describeRecipe, type RecipeDescription } from './pipeline/late.ts';
export { printExit, printFailure } from './model/print-failure.ts';
export { renderDiagnostic, type DiagnosticStyle } from './pipeline/render-diagnostic.ts';
export { printJob, UNIT_KEY, type JobName } from './model/job.ts';
export type { Result, Ok, Err } from './base/result.ts';
export type { Diagnostic } from './model/diagnostic.ts';
export type {
  BuildSummary,
  EngineEvent,
  EventSink,
  FailedJob,
  JobOutcome,
  TaskCounts,
} from './model/event.ts';
export type { BuildFailure, JobFailure } from './model/failure.ts';
export type {
  Content,
  FanOut,
  InputHandle,
  InputList,
  Job,
  JobContext,
  OutputHandle,
  RecordHandle,
  RecordOutput,
} from './executor/function/job.ts';
export type { Fingerprint } from './model/fingerprint.ts';
export type { Json, JsonObject } from './model/json.ts';
export type { Location } from './model/location.ts';
export type {
  Action,
  AssetPlan,
  CombinatorRepositoryPlan,
  LinkPlan,
  LinkRole,
  MemoryRepositoryPlan,
  PathRepositoryPlan,
  Plan,
  Quantities,
  RepositoryPlan,
  RetryPlan,
  Selector,
  TaskPlan,
} from './model/plan.ts';
export type { Reason, Verdict } from './model/reason.ts';
export type {
  BackupReport,
  InjectReport,
  LinkCount,
  MemberCommands,
  MemberContent,
  RemoveReport,
  RemoveRequest,
  RepositoryOverview,
  RequestFault,
  RestoreReport,
  TraceReport,
  TracedLink,
  TracedTask,
} from './session/members/member-types.ts';
export type { ControlReply, ControlRequest } from './model/process-control.ts';
export type { ProcessNews } from './model/process-news.ts';
export type {
  ProcessCommands,
  ProcessDetail,
  ProcessFilter,
  ProcessListing,
  ProcessState,
  ProcessSummary,
  RepairReport,
} from './session/processes/process-types.ts';
export type {
  BuildOptions,
  CleanReport,
  LaunchReport,
  LaunchRequest,
  Looks,
  OpenOptions,
  Progress,
  RunLog,
  Session,
  StatusReport,
  TaskStatus,
  WatchControl,
  WatchOptions,
  WhyReport,
} from './session/types.ts';
