// What is announced of a process to whoever listens. Data only.
import type { JobName } from './job.ts';

export interface ProcessNews {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The id of the process. */
  readonly sender: string;
  /** `state_changed.FROM.TO` (`none` is before the first state), `paused` or `played`. */
  readonly subject: string;
  readonly job: JobName;
}

export type NewsSink = (news: ProcessNews) => void;
