// What a watch is told, and how it is steered while it runs. Types only.
import type { EventSink } from '../../model/event.ts';
import type { Progress } from '../../schedule/options.ts';

export interface WatchOptions {
  readonly targets: readonly string[];
  readonly slots: number;
  /** Run every job of the targets at the start. */
  readonly force: boolean;
  readonly acceptEmpty: boolean;
  /** Look at the files several times a second instead of waiting for events. */
  readonly poll: boolean;
  /** End after the first build that follows a change. */
  readonly once: boolean;
  readonly onEvent: EventSink;
  /** Told how to steer it, once it is there. */
  readonly onControl?: (control: WatchControl) => void;
  /** Aborted: what runs is killed, and the watch ends. */
  readonly stop: AbortSignal;
  /** Aborted: the same without grace. */
  readonly kill: AbortSignal;
}

export interface WatchControl {
  /** Runs all jobs again, or those that failed. */
  rebuild(which: 'all' | 'failed'): void;
  /** While paused nothing is started. */
  pause(isPaused: boolean): void;
  progress(): Progress;
}
