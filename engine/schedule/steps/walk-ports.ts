// What the walks of a job in steps share, and how a step ends. Types only.
import type { Result } from '../../base/result.ts';
import type { Exit, Running, Work } from '../../executor/port.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { JobName } from '../../model/job.ts';
import type { Bundle } from '../../process/bundle.ts';
import type { JobProcessPorts } from '../attempt/job-process.ts';
import type { StepRender } from '../attempt/render-ports.ts';
import type { Fault, StepScope } from './step-values.ts';

export interface WalkPorts extends JobProcessPorts {
  readonly job: JobName;
  /** Of definition and inputs: what was kept under another counts no more. */
  readonly digest: string;
  /** The stage that all steps share, by name, and in it a folder for their own use: as templates name it, and absolute. */
  readonly stage: string;
  readonly work: { readonly shown: string; readonly absolute: string };
  /** Absolute folder that paths in templates are relative to. */
  readonly cwd: string;
  /** Absolute path of the log of all steps, and of what that of a step that runs begins with. */
  readonly log: string;
  readonly stepLog: string;
  readonly scope: StepScope;
  readonly render: (step: StepRender) => Result<Work, JobFailure>;
  readonly start: (work: Work) => Running;
  readonly checkpointOf: (pid: string) => Bundle | undefined;
  readonly fault: Fault;
  /** Called when the job itself is paused. */
  readonly onPaused: () => void;
  /** Those that stand still between steps; called when something may be otherwise. */
  readonly waiting: Set<() => void>;
}

export type Ending = Extract<Exit, { type: 'killed' | 'timeout' }>;
export type StepEnd = Exit | { readonly type: 'failed'; readonly failure: JobFailure };
