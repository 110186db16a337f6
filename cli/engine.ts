// The part of the engine that commands call, as a port, so that the engine is loaded late and a test can bring its own.
// Knows no implementation.
import type {
  describeRecipe,
  Diagnostic,
  DiagnosticStyle,
  JobName,
  OpenOptions,
  Plan,
  Result,
  Session,
  StateError,
} from '../engine/pipelines.ts';

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
