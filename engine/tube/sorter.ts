// What is decided in one epoch: which signals came or will not come, and how far each node is. Decides nothing itself.
import type { Epoch } from './epoch.ts';
import type { Event } from './event.ts';
import type { Level, PlanSignal } from './plan.ts';

/**
 * A node in an epoch. `SKIPPED` is a node that a required signal will never reach.
 * ```
 * WAITING ─ all signals decided ─┬─ its turn ─────> READY ──> OUT ──> DONE
 *    │                           └─> GATED ─ turn ──┘
 *    └─ a required signal is absent ──> SKIPPED
 * ```
 */
export const WAITING = 0;
export const GATED = 1;
export const READY = 2;
export const OUT = 3;
export const DONE = 4;
export const SKIPPED = 5;
export type NodeState =
  | typeof WAITING
  | typeof GATED
  | typeof READY
  | typeof OUT
  | typeof DONE
  | typeof SKIPPED;

export const UNDECIDED = 0;
export const PRESENT = 1;
export const ABSENT = 2;
export type SignalState = typeof UNDECIDED | typeof PRESENT | typeof ABSENT;

/** A stateful node is through with an epoch and all epochs below it. */
export const THROUGH = -1;

export class Sorter {
  readonly epoch: Epoch;
  readonly level: Level;
  readonly parent: Sorter | null;
  readonly root: Sorter;
  readonly nodes: NodeState[];
  readonly pending: number[];
  readonly signals: SignalState[];
  readonly events: (Event | undefined)[];
  /** For each level below: its epochs, once its map is decided. */
  readonly children: (readonly Sorter[] | undefined)[];
  /** For each stateful node: which child's turn it is, or `THROUGH`. */
  readonly turns: number[];
  /** Undecided nodes and epochs below that have not ended. */
  open: number;
  abandoned = false;

  constructor(epoch: Epoch, level: Level, parent: Sorter | null, stateful: number) {
    this.epoch = epoch;
    this.level = level;
    this.parent = parent;
    this.root = parent === null ? this : parent.root;
    this.pending = level.pending.slice();
    this.nodes = zeros(level.nodes.length);
    this.signals = zeros(level.signals.length);
    this.events = [];
    this.children = level.levels.length === 0 ? NONE : [];
    this.turns = level.ordered.length === 0 ? NO_TURNS : zeros(stateful);
    this.open = level.nodes.length;
  }

  get ended(): boolean {
    return this.open === 0;
  }

  /** The epoch around this one at a level. */
  at(level: Level): Sorter {
    return this.level === level ? this : (this.parent as Sorter).at(level);
  }

  /** The event of a signal in this epoch or the nearest above it. */
  event(signal: PlanSignal): Event | undefined {
    return this.level === signal.level ? this.events[signal.local] : this.parent?.event(signal);
  }
}

const NONE: (readonly Sorter[] | undefined)[] = [];
const NO_TURNS: number[] = [];

function zeros<T extends number>(length: number): T[] {
  const list: number[] = [];
  for (let index = 0; index < length; index++) list.push(0);
  return list as T[];
}
