// Turns what a call emitted into events, those of a map's items in epochs of their own. Stores nothing.
import type { Emission } from './emission.ts';
import type { Epoch } from './epoch.ts';
import { NoEvent } from './event.ts';
import type { Event } from './event.ts';
import type { PlanSignal } from './plan.ts';
import type { Call } from './ready-queue.ts';

export interface Emitted {
  /** One for each signal of the planned node. */
  readonly events: readonly Event[];
  /** One for each item of a map. */
  readonly items: readonly Event[];
  /** A gather in an item of a map emits nothing there; only listeners are told. */
  readonly held?: Event;
}

const NO_ITEMS: readonly Event[] = [];

export function emissionsOf(call: Call, emission: Emission, nextId: () => number): Emitted {
  const { node, sorter } = call;
  const { epoch } = sorter;
  const time = Date.now();
  const make = (signal: string, at: Epoch, value: unknown): Event => ({
    type: 'event',
    id: nextId(),
    time,
    node: node.node.id,
    signal,
    epoch: at,
    value,
  });
  if (node.role === 'hold') return { events: [], items: NO_ITEMS, held: make('value', epoch, NoEvent) };
  if (node.role === 'map') {
    const list = (emission?.[0] ?? []) as readonly unknown[];
    const items = list.map((value, index) =>
      make('value', epoch.child(node.node.id, index), value === undefined ? null : value),
    );
    return { events: [make('n', epoch, list.length === 0 ? NoEvent : list.length)], items };
  }
  const { signals } = node;
  const events: Event[] = [];
  for (let index = 0; index < signals.length; index++) {
    events.push(
      make((signals[index] as PlanSignal).name, epoch, emission === null ? NoEvent : emission[index]),
    );
  }
  return { events, items: NO_ITEMS };
}
