// The part of the engine that commands call, as a port, so that the engine is loaded late and a test can bring its own.
// Knows no implementation.
import type {
  AsyncRunner,
  describeRecipe,
  Diagnostic,
  DiagnosticStyle,
  JobName,
  loadTube,
  OpenOptions,
  Plan,
  ProcessRunner,
  Result,
  Session,
  StateError,
  SyncRunner,
  TubeError,
} from '../engine/index.ts';

export interface Engine {
  readonly openPipeline: (options: OpenOptions) => Promise<Result<Session, readonly Diagnostic[]>>;
  readonly checkPipeline: (
    options: OpenOptions,
  ) => Promise<
    Result<{ readonly plan: Plan; readonly warnings: readonly Diagnostic[] }, readonly Diagnostic[]>
  >;
  readonly describeRecipe: typeof describeRecipe;
  /** Thrown by calls of a session that only look, where the state of earlier builds cannot be opened. */
  readonly StateError: typeof StateError;
  /** `task/key`. */
  readonly printJob: (job: JobName) => string;
  readonly loadTube: typeof loadTube;
  readonly SyncRunner: typeof SyncRunner;
  readonly AsyncRunner: typeof AsyncRunner;
  readonly ProcessRunner: typeof ProcessRunner;
  readonly TubeError: typeof TubeError;
  /** Text of several lines without a last line break. */
  readonly renderDiagnostic: (
    diagnostic: Diagnostic,
    options: {
      /** Absolute; files are shown relative to it. */
      readonly cwd: string;
      /** The text of a file, to show the line; `undefined` if it cannot be had. */
      readonly source: (file: string) => string | undefined;
      readonly style: DiagnosticStyle;
    },
  ) => string;
}
