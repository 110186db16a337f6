// What a node emits, and what a runner says when an epoch has ended. Knows no scheduler.
import type { Epoch } from './epoch.ts';

/** Nothing was emitted. Absent everywhere: it is never a node's input nor in a result. `null` is a value. */
export const NoEvent: unique symbol = Symbol.for('pipe.NoEvent');

/** A node returns it to say that it has no more to give: its epoch ends, and with it `run` and `iter`. */
export const Exhausted: unique symbol = Symbol.for('pipe.Exhausted');

export interface Event {
  readonly type: 'event';
  /** Counts from 0 in a runner. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly node: string;
  readonly signal: string;
  readonly epoch: Epoch;
  /** `NoEvent` where the node ran and emitted nothing on this signal. */
  readonly value: unknown;
}

/** Every node of the epoch has run or been left out. */
export interface EpochEnded {
  readonly type: 'epoch-ended';
  readonly time: number;
  readonly epoch: Epoch;
}

/** Something that is no failure, such as an input that the tube does not declare. Said once. */
export interface TubeWarning {
  readonly type: 'warning';
  readonly time: number;
  readonly code: 'extra-input';
  readonly message: string;
}

export type TubeEvent = Event | EpochEnded | TubeWarning;
