// The port that every reporter stands behind. Types only; knows no terminal.
import type { BuildSummary, EngineEvent, Progress } from '../../engine/index.ts';
import type { Output } from '../io.ts';
import type { Style } from '../style.ts';

export interface Reporter {
  readonly onEvent: (event: EngineEvent) => void;
  /** Says something that is no event, such as what a signal did. */
  notice(text: string): void;
  /** Shows the end of the build; the last call but for `close`. */
  finish(summary: BuildSummary): Promise<void>;
  /** Gives the terminal back, also after a throw. */
  close(): Promise<void>;
}

export interface ReportContext {
  readonly out: Output;
  /** Standard error. */
  readonly notices: Output;
  readonly style: Style;
  /** Absolute folder that the paths of logs are relative to. */
  readonly root: string;
  /** With a reason for every job that starts. */
  readonly verbose: boolean;
  readonly progress: () => Progress;
}
