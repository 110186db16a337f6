// What can be asked of processes, and the answers. Data only.
import type { JobName } from './job.ts';

export interface ControlRequest {
  readonly intent: 'pause' | 'play' | 'kill';
  /** Ids of processes, jobs, tasks, or globs of them; none with `all`. */
  readonly targets: readonly string[];
  readonly all: boolean;
  /** For whoever asks later why. */
  readonly message: string;
  /** pause: stops the process group of a running job at once. */
  readonly suspend: boolean;
  /** kill: without a grace. */
  readonly force: boolean;
}

/**
 * `final`: that is how it is. `pending`: it takes effect when the running step, or the whole job, has ended; a final reply
 * with the same target and id follows. `unreachable`: there is nothing of that name, or nobody who could do it.
 */
export interface ControlReply {
  readonly kind: 'final' | 'pending' | 'unreachable';
  readonly target: string;
  /** Of the process, if it concerns one. */
  readonly id?: string;
  readonly job?: JobName;
  /** final: whether what was asked for is so now. */
  readonly value: boolean;
  /** In plain words. */
  readonly message: string;
}
